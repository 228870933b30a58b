"""Failures: the one answer to everything that goes wrong while somebody waits.

discord.py stays silent to the user when a `DynamicItem` callback, an autocomplete or an
`interaction_check` raises; so every command, control and modal comes here instead. What a person
can mend is told with the place and the remedy. What they cannot is told with a short code that is
in the log beside the traceback.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import discord
import structlog
from discord import app_commands

from bot.core.query import QuerySyntaxError
from bot.core.schedules import ScheduleError
from bot.core.wishes import WishError
from bot.core.zones import UnknownZoneError
from bot.services.subscribe import TooManySubscriptionsError
from bot.ui.escape import plain
from bot.ui.i18n import Words, best_language, words_in
from bot.ui.messages import Notice, answer

if TYPE_CHECKING:
    from collections.abc import Callable

log = structlog.stdlib.get_logger(__name__)

_SHOWN = 60


class ToldError(Exception):
    """Something expected that the person can understand: a key of the words and its parameters."""

    def __init__(self, key: str, **params: str | float) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


async def respond(interaction: discord.Interaction, error: BaseException) -> None:
    """Answer an interaction that failed; never raises."""
    error = _cause(error)
    if is_too_late(error):
        log.warning("interaction_too_late", **about(interaction))
        return
    words = words_in(best_language(interaction.locale.value))
    text = explain(error, words)
    if text is None:
        code = secrets.token_hex(3)
        log.error("interaction_failed", code=code, exc_info=error, **about(interaction))
        text = words("failure-unexpected", code=code)
    try:
        await answer(interaction, Notice(text))
    except Exception as fault:  # noqa: BLE001 - nobody is left to tell; a closed session is a RuntimeError
        log.warning("failure_not_told", error=str(fault), **about(interaction))


def _cause(error: BaseException) -> BaseException:
    """Return what was raised before discord.py wrapped it: in a command, in a transformer."""
    while True:
        match error:
            case app_commands.CommandInvokeError(original=original):
                error = original
            case app_commands.TransformerError(__cause__=BaseException() as original):
                error = original
            case _:
                return error


def explain(error: BaseException, words: Words) -> str | None:
    """Return what a person can do about an error; None where it is not theirs to mend."""
    for kind, tell in _EXPLAINED:
        if isinstance(error, kind):
            return tell(error, words)
    return None


def about(interaction: discord.Interaction) -> dict[str, object]:
    """Return what a log line says of an interaction."""
    data = interaction.data or {}
    return {
        "interaction": interaction.id,
        "kind": interaction.type.name,
        "what": data.get("custom_id") or data.get("name"),
        "user": interaction.user.id,
        "guild": interaction.guild_id,
    }


def is_too_late(error: BaseException) -> bool:
    """Say whether Discord no longer takes an answer, or has one already."""
    unknown_interaction, answered_already = 10062, 40060
    return isinstance(error, discord.HTTPException) and error.code in {
        unknown_interaction,
        answered_already,
    }


def expected_words(error: QuerySyntaxError, words: Words) -> str:
    """Return what would have made sense at an error's place: “a word or the end”."""
    codes = (code.replace("_", "-") for code in error.expected)
    return words("list-or").join(words(f"expected-{code}") for code in codes)


def _told(error: BaseException, words: Words) -> str:
    assert isinstance(error, ToldError)  # noqa: S101 - the table below says so
    return words(error.key, **error.params)


def _wish(error: BaseException, words: Words) -> str:
    assert isinstance(error, WishError)  # noqa: S101 - the table below says so
    return "\n".join(explain(fault, words) or words("failure-invalid") for fault in error.faults)


def _query(error: BaseException, words: Words) -> str:
    assert isinstance(error, QuerySyntaxError)  # noqa: S101 - the table below says so
    start = max(0, error.position - _SHOWN // 2)
    piece = "".join(  # one character for one, so that the caret points at the place
        "'" if char == "`" else char if char.isprintable() else " "
        for char in error.text[start : start + _SHOWN]
    )
    caret = " " * (error.position - start) + "^"
    lines = [
        words("failure-query", expected=expected_words(error, words)),
        f"```\n{piece}\n{caret}\n```",
    ]
    if error.suggestion is not None:
        lines.append(words("failure-query-suggestion", suggestion=plain(error.suggestion, 40)))
    return "\n".join(lines)


def _schedule(error: BaseException, words: Words) -> str:
    assert isinstance(error, ScheduleError)  # noqa: S101 - the table below says so
    key = "failure-" + error.code.replace("_", "-")
    told = [words(key, text=plain(error.text, _SHOWN))]
    if error.nearest is not None:
        told.append(words("failure-did-you-mean", nearest=error.nearest))
    return words.sentences(told)


def _zone(error: BaseException, words: Words) -> str:
    assert isinstance(error, UnknownZoneError)  # noqa: S101 - the table below says so
    told = [words("failure-zone", text=plain(error.text, _SHOWN))]
    if error.nearest:
        told.append(words("failure-did-you-mean", nearest=" · ".join(error.nearest)))
    return words.sentences(told)


def _too_many(error: BaseException, words: Words) -> str:
    assert isinstance(error, TooManySubscriptionsError)  # noqa: S101 - the table below says so
    return words("failure-too-many", most=error.most)


def _not_allowed(error: BaseException, words: Words) -> str:
    assert isinstance(error, app_commands.AppCommandError)  # noqa: S101 - the table below says so
    return words("failure-not-allowed")


_EXPLAINED: tuple[tuple[type[BaseException], Callable[[BaseException, Words], str]], ...] = (
    (ToldError, _told),
    (WishError, _wish),
    (QuerySyntaxError, _query),
    (ScheduleError, _schedule),
    (UnknownZoneError, _zone),
    (TooManySubscriptionsError, _too_many),
    (app_commands.CheckFailure, _not_allowed),
)
