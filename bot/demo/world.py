"""The demo's world: one server with its people and channels, the real bot in it, papers loaded.

    reading group ── #general · #papers ── Ada (owner) · Max (member) · the bot

Everything happens through the same services as in the real Discord; only the clock and the source
differ. The world is driven step by step, for nothing ticks by itself in here.
"""

from __future__ import annotations

import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import simcord
from simcord.backend.cdn import CDN_BASE

from bot.compose import App, open_app
from bot.config import Database, PublicationsPlace, Settings, Sources
from bot.core.editions import EmptyCause, EmptyEdition
from bot.core.passages import RETOLD
from bot.core.schedules import DAILY, Schedule, next_occurrence
from bot.core.subscriptions import ChannelTarget, Subscription, Wish
from bot.demo import faces
from bot.demo.clock import DemoClock
from bot.demo.papers import LIST, PAPERS, READING_LIST, THUMBNAILS
from bot.sources.huggingface import SOURCE, read_file
from bot.ui.link.client import PaperboyClient

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from datetime import date

    from bot.core.papers import PaperDraft

NAME = "Paperboy"
ZONE = "Europe/Berlin"
BREAKFAST = time(9)
_EVE = timedelta(minutes=5)
_OCCASIONS = 3
_NOTHING_LEFT = {EmptyCause.SOURCE_SILENT, EmptyCause.ALL_SHOWN}
_EVERYTHING = Wish("*", Schedule(ZONE, BREAKFAST, DAILY))


class NoPapersError(Exception):
    """The files can be read, and hold no paper."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A source that brings what was recorded, on the day it came out."""

    papers: tuple[PaperDraft, ...]
    name: str = SOURCE

    async def day(self, day: date) -> Recorded:
        """Return the papers of one day."""
        return Recorded(tuple(paper for paper in self.papers if paper.released == day))

    async def trending(self) -> Recorded:
        """Return nothing: what is recorded does not trend."""
        return Recorded(())


@dataclass(slots=True)
class World:
    """The world, and what can be done to it."""

    env: simcord.Env
    app: App
    clock: DemoClock
    guild: simcord.GuildHandle
    papers: simcord.ChannelHandle
    general: simcord.ChannelHandle
    owner: simcord.MemberActor
    reader: simcord.MemberActor
    reader_user: simcord.UserHandle
    owner_user: simcord.UserHandle
    drafts: tuple[PaperDraft, ...]
    bundled: bool

    @property
    def assets(self) -> dict[str, tuple[str, bytes]]:
        """The pictures that a page may show, by the addresses that SimCord gives them."""
        bot = self.app.client.user
        drawn = {
            self.owner.id: ("ada", faces.ada()),
            self.reader.id: ("max", faces.max_()),
            0 if bot is None else bot.id: ("paperboy", faces.paperboy()),
        }
        avatars = {
            f"{CDN_BASE}/avatars/{user}/{name}.png": (f"{name}.png", picture)
            for user, (name, picture) in drawn.items()
        }
        return pictures_of(self.drafts) | avatars

    async def beat(self) -> int:
        """Let the clock ring once: make what is due, bring it out; returns the parts sent."""
        with self.env.time_context():
            await self.app.tick()
            return await self.app.drain()

    async def next_morning(self) -> int:
        """Let time pass until something comes to somebody; returns the parts sent.

        A weekend goes by in silence, so that up to three occasions may.
        """
        subscriptions = self.app.desk.subscriptions
        for _ in range(_OCCASIONS):
            sent = await self._until_due(
                *await subscriptions.of_server(self.guild.id),
                *await subscriptions.of_user(self.reader.id),
                *await subscriptions.of_user(self.owner.id),
            )
            if sent:
                return sent
        return 0

    async def used_up(self) -> bool:
        """Say whether no paper is left that #papers could be brought."""
        target = ChannelTarget(self.guild.id, self.papers.id)
        coming = await self.app.desk.publisher.preview(_EVERYTHING, target)
        return isinstance(coming, EmptyEdition) and coming.cause in _NOTHING_LEFT

    async def next_due_of_reader(self) -> int:
        """Let time pass until the reader's next message is due, and bring it out."""
        return await self._until_due(*await self.app.desk.subscriptions.of_user(self.reader.id))

    async def _until_due(self, *subscriptions: Subscription) -> int:
        coming = [s.next_due for s in subscriptions if s.paused is None]
        if not coming:
            return 0
        wait = (min(coming) - self.clock.now()).total_seconds()
        await self.env.advance_time(max(wait, 0.0) + 1)
        return await self.beat()


def read_papers(files: Sequence[Path]) -> tuple[PaperDraft, ...]:
    """Read recorded days, or the bundled papers when there are none: what stands in place of their
    abstracts is told by nobody but us. Raises `SourceError`.
    """
    if not files:
        return tuple(replace(draft, source=RETOLD) for draft in read_file(PAPERS).papers)
    drafts: dict[str, PaperDraft] = {}
    for file in files:
        drafts |= {draft.ids[0]: draft for draft in read_file(file).papers}
    return tuple(drafts.values())


def pictures_of(drafts: Sequence[PaperDraft]) -> dict[str, tuple[str, bytes]]:
    """Return the bundled pictures by the addresses that the papers give."""
    found: dict[str, tuple[str, bytes]] = {}
    for draft in drafts:
        if (address := draft.links.thumbnail) is not None:
            file = THUMBNAILS / address.rsplit("/", 1)[-1]
            if file.is_file():
                found[address] = (file.name, file.read_bytes())
    return found


@asynccontextmanager
async def open_world(files: Sequence[Path] = ()) -> AsyncGenerator[World]:
    """Build the world, on the morning of the newest paper's day, the papers loaded. The bundled
    ones have a list to browse, once `app.listed.poll` has read it.

    Raises `SourceError` for files that cannot be read, `ValueError` where they hold no paper.
    """
    drafts = read_papers(files)
    if not drafts:
        raise NoPapersError(f"There is no paper in {', '.join(map(str, files))}.")
    newest = max(draft.released for draft in drafts)
    schedule = Schedule(ZONE, BREAKFAST, DAILY)
    morning = datetime.combine(newest, BREAKFAST, tzinfo=UTC)
    clock = DemoClock(_local_nine(schedule, morning) - _EVE)
    with tempfile.TemporaryDirectory(prefix="paperboy-demo-") as folder:
        shelf = [] if files else [PublicationsPlace(name=LIST, file=READING_LIST)]
        settings = Settings(
            database=Database(path=Path(folder) / "paperboy.db"),
            sources=Sources(publications=shelf),
        )
        async with open_app(
            settings, clock=clock, sources=(Recorded(drafts),), client=PaperboyClient(shard_count=1)
        ) as app:
            await app.desk.ingest.store(drafts)
            async with simcord.run(app.client, check_errors=False, shard_count=1) as env:
                # SimCord's world begins on 1 January 2026; papers may be older than that.
                await env.advance_time(max((clock.now() - env.now()).total_seconds(), 0.0))
                clock.attach(env)
                await _introduce(env, app)
                world = _people(env, app, clock, drafts, bundled=not files)
                # SimCord's people all speak en-US, from which the bot would guess New York.
                for person in (world.owner, world.reader):
                    await app.desk.people.choose(person.id, language=None, timezone=ZONE, ai=None)
                yield world


def _local_nine(schedule: Schedule, morning: datetime) -> datetime:
    return next_occurrence(schedule, morning - timedelta(hours=12))


async def _introduce(env: simcord.Env, app: App) -> None:
    """Give the bot its name, its face and its own way of refusing.

    SimCord knows it as “TestBot” and takes no avatar. It also notes every error that reaches the
    command tree and then calls the outcome uncertain, although a sentence such as “Choose one” is
    an answer; without its note the tree's own method answers, and logs what is really a fault.
    """
    vars(app.client.tree).pop("on_error", None)
    env.backend.bot_user.avatar = "paperboy"
    if app.client.user is not None:
        await app.client.user.edit(username=NAME)


def _people(
    env: simcord.Env,
    app: App,
    clock: DemoClock,
    drafts: tuple[PaperDraft, ...],
    *,
    bundled: bool,
) -> World:
    owner_user = env.create_user("ada", global_name="Ada", avatar="ada")
    reader_user = env.create_user("max", global_name="Max", avatar="max")
    guild = env.create_guild("Reading Group", owner=owner_user)
    general = guild.create_text_channel("general")
    papers = guild.create_text_channel("papers", topic="The day's papers, every morning at nine.")
    return World(
        env=env,
        app=app,
        clock=clock,
        guild=guild,
        papers=papers,
        general=general,
        owner=guild.add_member(owner_user),
        reader=guild.add_member(reader_user),
        reader_user=reader_user,
        owner_user=owner_user,
        drafts=drafts,
        bundled=bundled,
    )


async def post_todays_digest(world: World) -> int:
    """Set #papers up for nine o'clock and let it strike nine; returns the messages posted."""
    target = ChannelTarget(world.guild.id, world.papers.id)
    await world.app.desk.subscriptions.set_up(target, _EVERYTHING, world.owner.id)
    await world.env.advance_time(_EVE.total_seconds() + 1)
    return await world.beat()
