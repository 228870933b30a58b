"""What status says of a delivery that did not arrive: words for every code, never a code itself."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from bot.core.deliveries import PartState, Refusal
from bot.core.editions import Edition
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, Wish
from bot.services.ports import DeliveryReport
from bot.ui.digests.digest_status import delivery_words
from bot.ui.i18n import words_in

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
DIGEST = Subscription(
    5, ChannelTarget(1, 2), Wish("*", Schedule("UTC", time(9), DAILY)), NOW, None, NOW
)
WORDS = words_in("en")


def said(detail: str, state: PartState = PartState.SENDING, language: str = "en") -> str:
    """Return the line of a delivery with this detail."""
    report = DeliveryReport(1, "a", NOW, Edition(NOW, ()), state, None, detail, 7)
    return delivery_words(report, DIGEST, words_in(language))


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("rate_limited", ": Discord asked for a pause"),
        ("discord_error 503", ": Discord answered 503"),
        ("discord_refused 401", ": Discord answered 401"),
        ("no_connection", ": no connection to Discord"),
        ("connection_lost", ": the connection to Discord broke"),
        ("dm_brake", ": Discord slows direct messages down"),
        ("broke", ": a fault of Paperboy's own; it is in the log"),
        ("400 50035", ": Discord answered 400 50035"),
        ("10003", ": Discord answered 10003"),
        ("send-messages, view-channel", ": **Send Messages**, **View Channel**"),
        ("", ""),
    ],
)
def test_a_code_is_told_in_words(detail: str, words: str) -> None:
    """With Discord's numbers where it has them, and permissions by their names."""
    assert said(detail).endswith("on its way" + words)


@pytest.mark.parametrize(
    ("language", "between"), [("de", ": "), ("fr", "\u00a0: "), ("ja", "："), ("zh", "：")]
)
def test_a_detail_stands_behind_its_language_s_colon(language: str, between: str) -> None:
    """Codes and permissions alike."""
    words = words_in(language)
    for detail, key in (("broke", "detail-broke"), ("view-channel", "permission-view-channel")):
        line = said(detail, language=language).replace("*", "")
        assert line.endswith(between + words(key))


@pytest.mark.parametrize(
    ("code", "key"), [("200000", "detail-automod"), ("240000", "detail-links")]
)
def test_who_blocked_a_message_is_told_instead_of_a_code(code: str, key: str) -> None:
    """The code alone says nothing to anybody."""
    assert said(f"400 {code}", PartState.REFUSED).endswith(WORDS(key))


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_words(refusal: Refusal) -> None:
    """Where Discord told no more than its reason."""
    assert WORDS(f"detail-{refusal.value.replace('_', '-')}") in said(
        refusal.value, PartState.REFUSED
    )


@pytest.mark.parametrize(
    "detail", ["too late", "ClientOSError", "Discord answered 503", "<@1> **x**", "no_such_code 7"]
)
def test_what_is_no_code_is_not_told(detail: str) -> None:
    """Whatever another version stored there, no raw text reaches anybody."""
    assert said(detail).endswith("on its way")


def test_what_expired_says_why() -> None:
    """It was too late, or could not be read."""
    expired = PartState.EXPIRED
    assert said("too_late", expired).endswith("could not be sent: not within twelve hours")
    assert said("unreadable", expired).endswith("sent: what was stored cannot be read")


def test_after_a_restore_nobody_is_told_that_the_channel_cannot_be_read() -> None:
    """A part is unsure for another reason then."""
    unsure, why = PartState.UNSURE, "an older copy of the database was put back"
    assert said("", unsure).endswith("and the channel cannot be read back")
    assert said("put_back", unsure).endswith(f"may or may not have arrived: {why}")
    assert said("put_back", PartState.EXPIRED).endswith(f"could not be sent: {why}")
