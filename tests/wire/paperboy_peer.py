"""Paperboy itself as a process: `paperboy run`, pointed at the loopback Discord and a small
Hugging Face. The bot under test is not changed, only the base addresses.

A process is forked from one that has loaded the program (`forks.py`), which costs a fifth of a
start; what begins and ends one is tried with `fresh_paperboy`, which Python starts as people do.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from discord_loopback import BotProcess, Channel, DiscordServer, Guild
from forks import FORKS
from papers_site import PapersSite

from bot.core.schedules import Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, UserTarget, Wish
from bot.storage.database import Database
from bot.storage.subscriptions import SubscriptionRows

SERVICES = (
    "HUGGINGFACE",
    "ARXIV",
    "SEMANTIC_SCHOLAR",
    "OPENALEX",
    "CROSSREF",
    "OPENREVIEW",
    "OPENREVIEW_V1",
)
"""Where papers come from and are looked up; all of them are the one small site here."""

NOW = datetime.now(UTC)  # noqa: TID251 - the process under test lives in real time


def paperboy(
    server: DiscordServer,
    site: PapersSite,
    database: Path,
    program: tuple[str, ...] = ("-m", "bot"),
    /,
    **environment: str,
) -> BotProcess:
    """Return `paperboy run` as a process that is not started yet; `program` is what Python runs."""
    return FORKS.python(
        *program, "run", environment=surroundings(server, site, database, **environment)
    )


def fresh_paperboy(
    server: DiscordServer, site: PapersSite, database: Path, /, **environment: str
) -> BotProcess:
    """Return the same as a process of its own from its first moment, as it is measured."""
    around = surroundings(server, site, database, **environment)
    return BotProcess.python("-m", "bot", "run", environment=around)


def surroundings(
    server: DiscordServer, site: PapersSite, database: Path, /, **environment: str
) -> dict[str, str]:
    """Return the environment that points `paperboy run` to all of these."""
    gateway = server.api_url.replace("http", "ws").replace("/api/v10", "/gateway")
    return {
        "DISCORD_TOKEN": server.token,
        "PAPERBOY_DISCORD__API_URL": server.api_url,
        "PAPERBOY_DISCORD__GATEWAY_URL": gateway,
        "PAPERBOY_DATABASE__PATH": str(database),
        **{f"PAPERBOY_SOURCES__{name}_URL": site.url for name in SERVICES},
        "PAPERBOY_SOURCES__SPACING_SECONDS": "0",
        "PAPERBOY_LOG__FORMAT": "json",
        **environment,
    }


async def event(bot: BotProcess, name: str) -> dict[str, object]:
    """Wait for a log line of this event and return its fields."""
    return json.loads(await bot.line(f'"event": "{name}"'))


def events(bot: BotProcess, name: str) -> list[dict[str, object]]:
    """Return the fields of every log line of this event so far."""
    return [json.loads(line) for line in bot.errors if f'"event": "{name}"' in line]


def query(database: Path, sql: str) -> list[tuple[object, ...]]:
    """Run a statement on the database behind the bot's back and commit it; returns its rows."""
    with closing(sqlite3.connect(database, timeout=10)) as connection, connection:
        return connection.execute(sql).fetchall()


def everyday(at: datetime) -> Schedule:
    """Return a schedule that is due at `at` and asks for weekends by name."""
    days = frozenset({at.weekday(), (at.weekday() + 1) % 7, (at.weekday() + 2) % 7})
    return Schedule("UTC", at.time().replace(second=0, microsecond=0, tzinfo=None), days)


async def due_digest(
    database: Path, guild: Guild, channel: Channel, *, ago: timedelta = timedelta(minutes=2)
) -> Subscription:
    """Put a digest into the database that was due a moment ago."""
    due = (NOW - ago).replace(second=0, microsecond=0)
    async with Database.open(database) as opened:
        rows = SubscriptionRows(opened)
        wish = Wish("*", everyday(due))
        target = ChannelTarget(guild.id, channel.id)
        return await rows.create(target, wish, due, guild.owner.id, NOW - timedelta(days=2))


async def due_readers(database: Path, channels: dict[int, int], *, limit: int = 3) -> None:
    """Put readers into the database, user id → DM channel id, all due a moment ago."""
    from bot.storage.people import PeopleRows  # noqa: PLC0415 - beside its only use

    due = (NOW - timedelta(minutes=2)).replace(second=0, microsecond=0)
    async with Database.open(database) as opened:
        people, rows = PeopleRows(opened), SubscriptionRows(opened)
        for user, channel in channels.items():
            await people.set_dm_channel(user, channel, NOW)
            wish = Wish("*", everyday(due), limit)
            await rows.create(UserTarget(user, channel), wish, due, user, NOW)
