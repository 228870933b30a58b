"""A stage for the stories: the real bot in a simulated Discord, on a real database.

    Reading Group ── #general · #papers ── Ada (owner) · Max (member) · the bot

It is Thursday, 1 January 2026, midnight UTC. Twelve papers came out the day before and five about
diffusion the day before that. Nothing ticks by itself: a story lets time pass and calls `beat`.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import discord
import simcord

from bot.compose import App, open_app
from bot.config import Database, PublicationsPlace, Settings, Sources, Summaries, Translation
from bot.core.papers import Links, PaperDraft, Signals
from bot.services.ports import TitleLookup
from bot.ui.controls import button
from bot.ui.desk import Desk
from bot.ui.failures import explain
from bot.ui.i18n import words_in
from bot.ui.link.client import PaperboyClient
from bot.ui.messages import Notice

_START = datetime(2026, 1, 1, tzinfo=UTC)


class StageClock:
    """SimCord's time."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> datetime:
        """Return the world's instant."""
        return self.env.now() if self.env is not None else _START

    def monotonic(self) -> float:
        """Return the seconds since the world began."""
        return (self.now() - _START).total_seconds()


class Complaints(logging.Handler):
    """Errors that discord.py logged: what a user would have met with silence."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.texts.append(self.format(record))


@dataclass(slots=True)
class Stage:
    """The world, and what can be done to it."""

    env: simcord.Env
    apps: AsyncExitStack
    settings: Settings
    clock: StageClock
    elsewhere: Sequence[TitleLookup]
    app: App
    guild: simcord.GuildHandle
    general: simcord.ChannelHandle
    papers: simcord.ChannelHandle
    owner: simcord.MemberActor
    reader: simcord.MemberActor
    reader_user: simcord.UserHandle

    @property
    def desk(self) -> Desk:
        """The services of the bot as it runs now."""
        return self.app.desk

    async def beat(self) -> int:
        """Let the clock ring once; returns how many messages were sent."""
        with self.env.time_context():
            await self.app.tick()
            return await self.app.drain()

    async def restart(self) -> None:
        """End the bot and start another one on the same database."""
        made = _app(self.settings, self.clock, self.elsewhere)
        app = await self.apps.enter_async_context(made)
        await self.env.restart_bot(app.client)
        self.app = app

    async def forge(self, *ids: tuple[str, int]) -> discord.Message:
        """Post a message that all see, with buttons of any ids, labelled as their actions."""
        channel = self.app.client.get_channel(self.papers.id)
        assert isinstance(channel, discord.TextChannel)
        controls = [button(action, number, label=action) for action, number in ids]
        return await channel.send(view=Notice("?", controls))

    def close_dms(self) -> None:
        """Let Discord refuse every direct message to the reader from now on."""
        self.env.inject_error(
            "POST",
            f"/channels/{self.reader_user.dm_channel.id}/messages",
            status=403,
            code=50007,
            message="Cannot send messages to this user",
            times=None,
        )

    def open_dms(self) -> None:
        """Let direct messages through again."""
        self.env.backend.faults.clear()


@asynccontextmanager
async def raise_curtain(
    folder: Path,
    elsewhere: Sequence[TitleLookup] = (),
    translation: Translation | None = None,
    publications: Sequence[PublicationsPlace] = (),
    summaries: Summaries | None = None,
) -> AsyncIterator[Stage]:
    """Build the stage; papers that are not there are asked for `elsewhere`, translated and
    summarised by nobody unless `translation` and `summaries` say by whom; everybody's
    `publications` are read by `app.poll`. Fails behind a story in which discord.py logged an error.
    """
    complaints = Complaints()
    logging.getLogger("discord").addHandler(complaints)
    clock = StageClock()
    database = Database(path=folder / "paperboy.db")
    settings = Settings(
        database=database,
        sources=Sources(publications=list(publications)),
        translation=translation or Translation(),
        summaries=summaries or Summaries(),
    )
    try:
        async with AsyncExitStack() as apps:
            app = await apps.enter_async_context(_app(settings, clock, elsewhere))
            await app.desk.ingest.store(_papers())
            env = simcord.Env(app.client, shard_count=1)
            await env.start()
            apps.push_async_callback(env.shutdown)
            clock.env = env
            yield _people(env, apps, settings, clock, elsewhere, app)
            assert _unexplained(env.errors) == []
    finally:
        logging.getLogger("discord").removeHandler(complaints)
    assert complaints.texts == []


def _unexplained(errors: Iterable[BaseException]) -> list[BaseException]:
    """Leave out what was told to the user as their own to mend."""
    originals = [getattr(error, "original", error) for error in errors]
    return [error for error in originals if explain(error, words_in("en")) is None]


def _app(
    settings: Settings, clock: StageClock, elsewhere: Sequence[TitleLookup] = ()
) -> AbstractAsyncContextManager[App]:
    client = PaperboyClient(shard_count=1)
    return open_app(settings, clock=clock, sources=(), elsewhere=elsewhere, client=client)


def _people(
    env: simcord.Env,
    apps: AsyncExitStack,
    settings: Settings,
    clock: StageClock,
    elsewhere: Sequence[TitleLookup],
    app: App,
) -> Stage:
    owner_user = env.create_user("ada", global_name="Ada")
    reader_user = env.create_user("max", global_name="Max")
    guild = env.create_guild("Reading Group", owner=owner_user)
    return Stage(
        env=env,
        apps=apps,
        settings=settings,
        clock=clock,
        elsewhere=elsewhere,
        app=app,
        guild=guild,
        general=guild.create_text_channel("general"),
        papers=guild.create_text_channel("papers"),
        owner=guild.add_member(owner_user),
        reader=guild.add_member(reader_user),
        reader_user=reader_user,
    )


# Two words a title, none twice: papers that are alike would be thought one topic.
_TOPICS = (
    "Tidal Retrieval; Quiet Planning; Granular Speech; Folded Proteins; Patient Robots; "
    "Urban Maps; Legal Summaries; Sparse Gradients; Musical Tokens; Weather Forecasts; "
    "Code Repair; Graph Kernels"
).split("; ")
_DIFFUSIONS = "Rapid; Discrete; Painterly; Molecular; Acoustic".split("; ")


def _papers() -> list[PaperDraft]:
    yesterday, before = date(2025, 12, 31), date(2025, 12, 30)
    everyday = [_paper(n, title, yesterday) for n, title in enumerate(_TOPICS)]
    named = [_paper(50 + n, f"{word} Diffusion", before) for n, word in enumerate(_DIFFUSIONS)]
    return everyday + named


def _paper(number: int, title: str, released: date) -> PaperDraft:
    name = f"2512.{10_000 + number}"
    return PaperDraft(
        ids=(f"arxiv:{name}",),
        title=title,
        source="huggingface",
        released=released,
        authors=(f"Author {chr(65 + number % 26)}", "Ann Other"),
        abstract=f"About {title.lower()}.",
        published=released,
        links=Links(page=f"https://huggingface.co/papers/{name}"),
        signals=Signals(upvotes=number + 3, comments=1),
    )
