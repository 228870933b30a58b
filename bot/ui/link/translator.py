"""The commands' names, descriptions and choices in every language there is.

Rules: a text that carries a key (`i18n.command_text`) is looked up by it, a name by ``name-`` and
its English; Discord shows English where nothing is found. Several of Discord's locales may be one
language of ours (``es-ES`` and ``es-419``). discord.py calls it when commands are told to Discord.
"""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.ui.i18n import SOURCE_LANGUAGE, best_language, words_in

_NAMES = frozenset({Location.command_name, Location.group_name, Location.parameter_name})


class Translator(app_commands.Translator):
    """Looks the words up."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the text in that locale's language, None where English is to be shown."""
        language = best_language(locale.value)
        if language == SOURCE_LANGUAGE:
            return None
        key = _key(string, context)
        return words_in(language).own(key) if key else None


def _key(
    string: app_commands.locale_str, context: app_commands.TranslationContext[Any, Any]
) -> str:
    if "key" in string.extras:
        return str(string.extras["key"])
    return f"name-{string.message}" if context.location in _NAMES else ""
