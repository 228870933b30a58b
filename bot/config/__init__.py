"""Configuration: a TOML file and the environment become frozen settings, or every fault at once.

None of the keys is required. Each is documented in `config.example.toml` and can be given by the
environment: `database.path` is `PAPERBOY_DATABASE__PATH`. The environment wins over the file.
The token is never in the file: `DISCORD_TOKEN`, or a file that `discord.token_file` names.
"""

from __future__ import annotations

from bot.config.loading import DEFAULT_PATH, ConfigError, load
from bot.config.settings import Database, Discord, Health, Log, Settings
from bot.config.sources import Announced, FeedAddress, LookupName, PublicationsPlace, Sources
from bot.config.summaries import Summaries
from bot.config.translation import Translation, TranslationLanguage, TranslatorName

__all__ = [
    "DEFAULT_PATH",
    "Announced",
    "ConfigError",
    "Database",
    "Discord",
    "FeedAddress",
    "Health",
    "Log",
    "LookupName",
    "PublicationsPlace",
    "Settings",
    "Sources",
    "Summaries",
    "Translation",
    "TranslationLanguage",
    "TranslatorName",
    "load",
]
