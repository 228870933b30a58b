"""Autocompletion that cannot fail loudly.

Discord shows what comes within three seconds and nothing else, and discord.py tells nobody of an
error there; so a fault is logged and there are no choices. What comes after the three seconds, or
after the person typed on, is one line in the log. At most 25 choices, each with a name and a value
of 1 to 100 characters.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

import discord
import structlog
from discord import app_commands

from bot.ui import failures
from bot.ui.escape import cut, one_line

if TYPE_CHECKING:
    from bot.ui.controls import Host
    from bot.ui.desk import Desk

log = structlog.stdlib.get_logger(__name__)

MOST_CHOICES = 25
_LONGEST = 100

Choices = list[app_commands.Choice[str]]
Completer = Callable[[discord.Interaction, str], Coroutine[Any, Any, Choices]]


def forgiving(complete: Completer) -> Completer:
    """Make a completer log what it raises and offer nothing then."""

    @wraps(complete)
    async def completed(interaction: discord.Interaction, typed: str) -> Choices:
        try:
            return (await complete(interaction, typed))[:MOST_CHOICES]
        except Exception:  # nobody else would tell
            log.exception("autocomplete_failed", **failures.about(interaction))
            return []

    return completed


class Late(logging.Filter):
    """Makes one line of the traceback that discord.py logs for a completion that came too late."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every other record pass."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or not failures.is_too_late(error):
            return True
        what, guild, user = record.args if isinstance(record.args, tuple) else (None, None, None)
        log.warning("interaction_too_late", kind="autocomplete", what=what, user=user, guild=guild)
        return False


LATE = Late()
logging.getLogger(app_commands.tree.__name__).addFilter(LATE)


def choice(name: str, value: str) -> app_commands.Choice[str] | None:
    """Return a choice, its name cut to fit; None where its value cannot be offered."""
    shown = cut(one_line(name), _LONGEST)
    if not shown or not 0 < len(value) <= _LONGEST:
        return None
    return app_commands.Choice(name=shown, value=value)


def desk_of(interaction: discord.Interaction) -> Desk:
    """Return the services of the client that was asked."""
    return cast("Host", interaction.client).desk
