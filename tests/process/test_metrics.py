"""/metrics: what is told is counted, under names as Prometheus wants them."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, time, timedelta

import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from bot.core.deliveries import Failed, Parcel, PartState, Refusal, Refused, Sent
from bot.core.editions import Chosen, Edition, EmptyCause, EmptyEdition
from bot.core.schedules import Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, Target, UserTarget, Wish
from bot.process.metrics import Metrics, Readings
from bot.services.ports.observer import Became

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
LAB, ADA = ChannelTarget(1, 2), UserTarget(3, 4)
WELL = Readings({"tick": None}, tick_age=1.5, titles=7, due=0, open_parts=0)


def parcel(target: Target = LAB, occurrence: str = "2026-03-02T09:00:00Z") -> Parcel:
    """Return a part on its way."""
    wish = Wish("*", Schedule("UTC", time(9), frozenset(range(7))))
    subscription = Subscription(
        id=5, target=target, wish=wish, next_due=NINE, created_by=None, created=NINE
    )
    return Parcel(
        part_id=1,
        delivery_id=1,
        occurrence=occurrence,
        number=1,
        nonce="n",
        state=PartState.PLANNED,
        attempted=None,
        created=NINE,
        attempts=0,
        subscription=subscription,
        edition=Edition(NINE, (Chosen(1, ()),)),
    )


async def families(metrics: Metrics, read: Readings = WELL) -> dict[str, Metric]:
    """Return what the page says, by the name in its first line."""
    text = (await metrics.page(read)).decode()
    return {family.name: family for family in text_string_to_metric_families(text)}


async def value(metrics: Metrics, sample: str, read: Readings = WELL, **labels: str) -> float:
    """Return one sample of the page."""
    for family in (await families(metrics, read)).values():
        for one in family.samples:
            if one.name == sample and one.labels == labels:
                return one.value
    raise LookupError(f"{sample} {labels}")


@pytest.mark.parametrize(
    ("became", "outcome"),
    [
        (Sent(99), "sent"),
        (Refused(Refusal.DM_CLOSED, "50007"), "refused"),
        (Failed("discord_error 503"), "failed"),
        (PartState.EXPIRED, "expired"),
        (PartState.UNSURE, "unsure"),
    ],
)
@pytest.mark.parametrize(("target", "place"), [(LAB, "channel"), (ADA, "dm")])
async def test_every_outcome_has_its_count(
    became: Became, outcome: str, target: Target, place: str
) -> None:
    """One attempt is counted once, at its place; all the others are 0, not absent."""
    metrics = Metrics()
    metrics.part(parcel(target), became, NINE)
    counted = {
        (one.labels["place"], one.labels["outcome"]): one.value
        for one in (await families(metrics))["paperboy_deliveries"].samples
    }
    assert len(counted) == 10
    assert {key: count for key, count in counted.items() if count} == {(place, outcome): 1}


async def test_why_a_part_was_refused_or_failed_is_counted_without_its_number() -> None:
    """The reason and the cause are codes: a status of Discord's would make series without end."""
    metrics = Metrics()
    metrics.part(parcel(), Refused(Refusal.MISSING_PERMISSION, "send-messages"), NINE)
    metrics.part(parcel(), Failed("discord_error 503"), NINE)
    metrics.part(parcel(), Failed("discord_error 500"), NINE)
    refused, failed = "paperboy_delivery_refusals_total", "paperboy_delivery_failures_total"
    assert await value(metrics, refused, reason="missing_permission") == 1
    assert await value(metrics, failed, cause="discord_error") == 2
    assert await value(metrics, failed, cause="dm_brake") == 0


async def test_lateness_counts_from_the_occurrence_to_the_answer() -> None:
    """A part that Discord had 90 s after it was due is 90 s late; one by hand is never late, and
    a clock that was set back makes nothing early.
    """
    metrics = Metrics()
    metrics.part(parcel(), Sent(1), NINE + timedelta(seconds=90))
    metrics.part(parcel(), Sent(2), NINE - timedelta(seconds=5))
    metrics.part(parcel(occurrence="manual:77"), Sent(3), NINE + timedelta(days=1))
    metrics.part(parcel(), Failed("connection_lost"), NINE + timedelta(hours=1))
    late = "paperboy_delivery_lateness_seconds"
    assert await value(metrics, f"{late}_sum", place="channel") == 90
    assert await value(metrics, f"{late}_count", place="channel") == 2
    assert await value(metrics, f"{late}_bucket", place="channel", le="60.0") == 1
    assert await value(metrics, f"{late}_bucket", place="channel", le="120.0") == 2


async def test_what_happens_elsewhere_is_counted() -> None:
    """Editions by what is in them, failures, what was skipped, ticks, sources, people."""
    metrics = Metrics()
    metrics.edition(Edition(NINE, (Chosen(1, ()),)))
    metrics.edition(EmptyEdition(NINE, EmptyCause.WEEKEND))
    metrics.edition_failed()
    metrics.skipped(3)
    metrics.ticked()
    metrics.source_failed("arxiv", "busy")
    metrics.rate_limited("cloudflare")
    metrics.answered("command", "digest now", 0.2)
    metrics.unanswered("autocomplete")
    assert await value(metrics, "paperboy_editions_total", content="papers") == 1
    assert await value(metrics, "paperboy_editions_total", content="weekend") == 1
    assert await value(metrics, "paperboy_editions_failed_total") == 1
    assert await value(metrics, "paperboy_occurrences_skipped_total") == 3
    assert await value(metrics, "paperboy_ticks_total") == 1
    failed = "paperboy_source_failures_total"
    assert await value(metrics, failed, source="arxiv", trouble="busy") == 1
    assert await value(metrics, "paperboy_rate_limited_total", scope="cloudflare") == 1
    answers = "paperboy_interaction_answer_seconds_sum"
    assert await value(metrics, answers, ask="command", name="digest now") == 0.2
    assert await value(metrics, "paperboy_interactions_unanswered_total", ask="autocomplete") == 1


async def test_what_could_not_be_read_is_not_zero() -> None:
    """NaN for a queue that nobody knows, +Inf for a source that never answered; a source that is
    gone leaves nothing behind.
    """
    metrics = Metrics()
    sources = {"huggingface": 60.0, "arxiv": None}
    read = Readings({"database": None, "tick": "no tick"}, 95.0, 7, 2, 3, sources)
    age = "paperboy_source_age_seconds"
    assert await value(metrics, age, read, source="huggingface") == 60
    assert await value(metrics, age, read, source="arxiv") == math.inf
    assert await value(metrics, "paperboy_due_subscriptions", read) == 2
    assert await value(metrics, "paperboy_open_parts", read) == 3
    assert await value(metrics, "paperboy_check_ok", read, check="database") == 1
    assert await value(metrics, "paperboy_check_ok", read, check="tick") == 0
    unread = Readings({"database": "locked"}, 95.0, 7)
    assert math.isnan(await value(metrics, "paperboy_due_subscriptions", unread))
    assert math.isnan(await value(metrics, "paperboy_open_parts", unread))
    assert not (await families(metrics, unread))["paperboy_source_age_seconds"].samples


async def test_names_are_prometheus_own_way() -> None:
    """Lower case, `paperboy_` or `process_` first, a help text; only what counts ends in `_total`,
    which nobody may say twice.
    """
    for family in (await families(Metrics())).values():
        assert re.fullmatch(r"(paperboy|process)_[a-z]+(_[a-z]+)*", family.name)
        assert family.documentation
        totals = [one.name.endswith("_total") for one in family.samples]
        assert all(totals) if family.type == "counter" else not any(totals)


async def test_two_metrics_know_nothing_of_each_other() -> None:
    """There is no registry of the process."""
    one, other = Metrics(), Metrics()
    one.ticked()
    assert await value(other, "paperboy_ticks_total") == 0
