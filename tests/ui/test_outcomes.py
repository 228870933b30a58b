"""What Discord's answers mean: refused only where Discord speaks of the place, else later."""

from __future__ import annotations

import aiohttp
import discord
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.core.deliveries import Failed, Outcome, Refusal, Refused
from bot.ui.link.attempt import Attempt, StaleError
from bot.ui.link.outcomes import holds_all, to_channel, to_reader, was_deleted


class Answer:
    """As much of an HTTP answer as discord.py's errors read."""

    def __init__(self, status: int, **headers: str) -> None:
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.reason = "because"


def answered(status: int, code: int, **headers: str) -> discord.HTTPException:
    """Return the error that discord.py raises for this answer."""
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    return kind(Answer(status, **headers), {"code": code, "message": "no"})  # type: ignore[arg-type] - reads these two


LATER, MUCH_LATER = 900.0, 3600.0


@pytest.mark.parametrize(
    ("status", "code", "channel", "reader"),
    [
        (
            *(403, 50013),
            Refused(Refusal.MISSING_PERMISSION, "send-messages"),
            Failed("discord_refused 403", LATER, maybe_sent=False),
        ),
        (
            *(403, 50001),
            Refused(Refusal.MISSING_PERMISSION, "send-messages"),
            Failed("discord_refused 403", LATER, maybe_sent=False),
        ),
        (
            *(404, 10003),
            Refused(Refusal.CHANNEL_GONE, "10003"),
            Refused(Refusal.DM_CLOSED, "10003"),
        ),
        (
            *(403, 50007),
            Failed("discord_refused 403", LATER, maybe_sent=False),
            Refused(Refusal.DM_CLOSED, "50007"),
        ),
        (
            *(403, 50278),
            Failed("discord_refused 403", LATER, maybe_sent=False),
            Refused(Refusal.DM_CLOSED, "50278"),
        ),
        (*(403, 40003), *[Failed("dm_brake", MUCH_LATER, maybe_sent=False)] * 2),
        (*(400, 20026), *[Failed("dm_brake", MUCH_LATER, maybe_sent=False)] * 2),
        (*(403, 0), *[Failed("discord_refused 403", LATER, maybe_sent=False)] * 2),
        (*(401, 0), *[Failed("discord_refused 401", LATER, maybe_sent=False)] * 2),
        (*(404, 0), *[Failed("discord_refused 404", LATER, maybe_sent=False)] * 2),
        (*(429, 0), *[Failed("rate_limited", maybe_sent=False)] * 2),
        (*(400, 50035), *[Refused(Refusal.INVALID, "400 50035")] * 2),
        (*(503, 0), *[Failed("discord_error 503")] * 2),
    ],
)
def test_every_answer_has_a_meaning(
    status: int, code: int, channel: Outcome, reader: Outcome
) -> None:
    """A block page's 403 stops nobody's digest; a closed DM stops only a reader's."""
    assert to_channel(answered(status, code), "send-messages") == channel
    assert to_reader(answered(status, code)) == reader


def test_without_access_where_the_bot_was_removed_the_place_is_gone() -> None:
    """It is no permission's fault, and nobody can mend it but by inviting the bot again."""
    gone = Refused(Refusal.CHANNEL_GONE, "50001")
    assert to_channel(answered(403, 50001), "", gone=True) == gone


def test_whoever_stands_before_discord_says_how_long_to_stay_away() -> None:
    """In seconds; another form of it is none that is known there."""
    for said, pause in (("120", 120.0), ("Wed, 21 Oct 2026 07:28:00 GMT", None), ("-3", None)):
        asked = Failed("rate_limited", pause, maybe_sent=False)
        assert to_channel(answered(429, 0, Retry_After=said), "") == asked


def test_a_nonce_whose_message_is_gone_was_deleted() -> None:
    """Nothing else that is not there is."""
    assert was_deleted(answered(404, 10008))
    assert not was_deleted(answered(404, 10003))
    assert not was_deleted(answered(400, 10008))
    assert not was_deleted(ConnectionResetError())


def test_where_no_request_left_nothing_was_sent() -> None:
    """A refused connection is certain; a reset one is not."""
    key = ConnectionKey("discord.com", 443, True, True, None, None, None)  # noqa: FBT003 - a tuple of aiohttp's
    refused = aiohttp.ClientConnectorError(key, OSError(111, "refused"))
    assert to_channel(refused, "") == Failed("no_connection", maybe_sent=False)
    assert to_channel(aiohttp.ServerDisconnectedError(), "") == Failed("connection_lost")
    assert to_reader(ConnectionResetError()) == Failed("connection_lost")


def test_a_long_limit_says_how_long_and_a_stale_repeat_is_looked_for() -> None:
    """discord.py waits for short ones by itself."""
    limited = Failed("rate_limited", 31.0, maybe_sent=False)
    assert to_channel(discord.RateLimited(31.0), "") == limited
    assert to_reader(StaleError()) == Failed("stale")


@pytest.mark.parametrize(
    ("error", "everywhere", "seconds"),
    [
        (answered(429, 0, Retry_After="120"), False, 120.0),
        (answered(429, 0), False, 60.0),
        (answered(429, 0, Via="1.1 google", Retry_After="9"), False, 0.0),
        (answered(429, 0, Via="1.1 google", Retry_After="9"), True, 9.0),
        (discord.RateLimited(31.0), True, 31.0),
        (discord.RateLimited(31.0), False, 0.0),
        (answered(403, 0), False, 60.0),
        (answered(403, 50013), False, 0.0),
        (ConnectionResetError(), False, 0.0),
    ],
)
def test_what_is_meant_for_everybody_holds_everybody(
    error: Exception, everywhere: bool, seconds: float
) -> None:
    """Cloudflare's answers and the global limit; a place's own concern nobody else."""
    assert holds_all(error, limited_everywhere=everywhere) == seconds


@pytest.mark.parametrize(
    ("status", "doubt"), [(200, True), (502, True), (429, False), (403, False)]
)
def test_a_message_is_in_doubt_whatever_is_answered_later(status: int, doubt: bool) -> None:
    """One request may have stored it; a refusal afterwards does not take that back."""
    attempt = Attempt(90.0, in_doubt=False)
    attempt.begins()
    attempt.answered(status)
    attempt.answered(403)
    assert attempt.in_doubt is doubt


def test_a_repeat_is_made_only_while_its_nonce_holds() -> None:
    """What certainly was not stored has no nonce to fear for."""
    now = [0.0]
    attempt = Attempt(90.0, in_doubt=False, moment=lambda: now[0])
    for now[0] in (0.0, 100.0):
        attempt.begins()
        attempt.answered(429)
    attempt.broke(ConnectionResetError())
    now[0] = 189.0
    attempt.begins()
    now[0] = 190.0
    with pytest.raises(StaleError):
        attempt.begins()
