"""Deliveries: the nonce of a part, its next step, its next try."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deliveries import (
    LONGEST_TRY,
    NONCE_HOLDS,
    Failed,
    GiveUp,
    LookFirst,
    Parcel,
    PartState,
    Send,
    Step,
    next_step,
    nonce,
    occurrence_name,
    retry_at,
)
from bot.core.editions import EmptyCause, EmptyEdition
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, Wish

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PARTS = st.tuples(st.integers(1, 2**62), st.text(max_size=60), st.integers(1, 20))


def parcel(state: PartState, attempted: datetime | None = None, created: datetime = NOW) -> Parcel:
    """Make a parcel that stands where a test needs it."""
    wish = Wish("*", Schedule("UTC", time(7), DAILY))
    subscription = Subscription(1, ChannelTarget(1, 2), wish, NOW, None, NOW)
    edition = EmptyEdition(NOW, EmptyCause.NOTHING_MATCHED)
    return Parcel(1, 1, "o", 1, "n", state, attempted, created, 1, subscription, edition)


@given(PARTS, PARTS)
def test_a_nonce_is_short_stable_and_its_parts_own(
    one: tuple[int, str, int], other: tuple[int, str, int]
) -> None:
    """25 characters at most, the same for the same part, another for another one."""
    assert len(nonce(*one)) <= 25
    assert nonce(*one) == nonce(*one)
    assert (nonce(*one) == nonce(*other)) == (one == other)


@pytest.mark.parametrize(
    ("part", "after", "step"),
    [
        (parcel(PartState.PLANNED), SECOND, Send()),
        (parcel(PartState.PLANNED), LONGEST_TRY, Send()),
        (parcel(PartState.PLANNED), LONGEST_TRY + SECOND, GiveUp()),
        (parcel(PartState.SENDING, NOW), NONCE_HOLDS - SECOND, Send()),
        (parcel(PartState.SENDING, NOW), NONCE_HOLDS, LookFirst(NOW)),
        (parcel(PartState.SENDING, NOW), LONGEST_TRY + SECOND, LookFirst(NOW, still_useful=False)),
        (parcel(PartState.SENDING), SECOND, Send()),
    ],
)
def test_the_next_step_follows_from_state_and_time(
    part: Parcel, after: timedelta, step: Step
) -> None:
    """Planned is sent until it is too late; what may have arrived is looked for first."""
    assert next_step(part, NOW + after) == step


@pytest.mark.parametrize(
    ("after", "ahead", "step"),
    [
        (60, 0, Send()),
        (60, 40, LookFirst(NOW)),  # a hundred seconds have passed at Discord
        (600, -540, Send()),  # our clock was set on by nine minutes
        (-3600, 3660, Send()),  # it was set back, and a minute has passed
        (-3600, 3720, LookFirst(NOW)),
        (-4, 0, Send()),  # no clock is that exact
        (-3600, 0, LookFirst(NOW)),  # nobody knows when that was
    ],
)
def test_the_time_of_an_attempt_is_discords(after: int, ahead: int, step: Step) -> None:
    """However our clock was set meanwhile."""
    sending = parcel(PartState.SENDING, NOW)
    assert next_step(sending, NOW + after * SECOND, ahead * SECOND) == step


@given(st.integers(0, 10_000))
def test_a_failed_part_is_tried_again_later_and_later_but_within_a_quarter_of_an_hour(
    attempts: int,
) -> None:
    """Five seconds, doubling, fifteen minutes at most."""
    wait = retry_at(Failed("reset"), attempts, NOW) - NOW
    assert timedelta(seconds=5) <= wait <= timedelta(minutes=15)
    assert wait <= retry_at(Failed("reset"), attempts + 1, NOW) - NOW


def test_discords_word_on_when_to_try_again_counts() -> None:
    """But a second passes in any case."""
    assert retry_at(Failed("429", 42.5), 9, NOW) == NOW + timedelta(seconds=42.5)
    assert retry_at(Failed("429", 0.01), 0, NOW) == NOW + SECOND


def test_an_occurrence_has_one_name() -> None:
    """In whatever zone the instant is written down."""
    berlin = datetime(2026, 8, 21, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    assert occurrence_name(berlin) == "2026-08-21T07:30:00Z"
    assert occurrence_name(berlin.astimezone(UTC)) == "2026-08-21T07:30:00Z"
