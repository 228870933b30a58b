"""The client: discord.py's, told what Paperboy needs of Discord and nothing more.

Only the guilds intent; no message cache and no member cache beyond itself. Nothing runs in the
background in here: `setup_hook` registers commands, controls and the translator, the rest starts
in `compose`, after login.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.ui import failures
from bot.ui.controls import Control, Handler
from bot.ui.forgiving import LATE
from bot.ui.reach import Reminders

if TYPE_CHECKING:
    from bot.services.ports import SettingStore
    from bot.ui.desk import Desk

discord.VoiceClient.warn_nacl = False  # there is no voice here, and nothing to warn of
discord.VoiceClient.warn_dave = False

logging.getLogger(app_commands.tree.__name__).addFilter(LATE)

log = structlog.stdlib.get_logger(__name__)

_AWAY = 10.0
_SYNCED = "commands-synced"

CogFactory = Callable[["PaperboyClient"], commands.Cog]


def intents() -> discord.Intents:
    """Return the intents Paperboy asks for: the servers it is in, nothing said in them."""
    return discord.Intents(guilds=True)


class Tree(app_commands.CommandTree["PaperboyClient"]):
    """The command tree; whatever a command raises is answered."""

    async def on_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer the user; an autocomplete that failed shows no choices."""
        if interaction.type is discord.InteractionType.autocomplete:
            log.error("autocomplete_failed", exc_info=error, **failures.about(interaction))
            return
        await failures.respond(interaction, error)
        if interaction.response.is_done():  # else Discord takes no answer any more
            await self.client.remind(interaction)


class PaperboyClient(commands.AutoShardedBot):
    """Discord's side of Paperboy.

    `desk` and `handlers` are what controls look up. `mended` is awaited with a server's id when its
    channels, roles or the bot's own place there change: what was paused may work again.
    """

    def __init__(
        self,
        *,
        handlers: Mapping[str, Handler],
        settings: SettingStore,
        shard_count: int | None = None,
    ) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents(),
            tree_cls=Tree,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=shard_count,
        )
        self.handlers = handlers
        self._was_ready = asyncio.Event()
        self._away: dict[int, float] = {}
        self.mended: Callable[[int], Awaitable[object]] | None = None
        self._settings = settings
        self._factories: Sequence[CogFactory] = ()
        self._desk: Desk | None = None
        self._reminders = Reminders()

    def furnish(self, desk: Desk, factories: Sequence[CogFactory]) -> None:
        """Hand over the services and the cogs; once, before login."""
        self._desk = desk
        self._factories = tuple(factories)

    @property
    def desk(self) -> Desk:
        """The services. Raises `RuntimeError` before `furnish`."""
        if self._desk is None:
            raise RuntimeError("the client was not furnished")
        return self._desk

    async def setup_hook(self) -> None:
        """Register commands and controls, and sync the commands if they changed."""
        self.add_dynamic_items(Control)
        for factory in self._factories:  # again after a login that failed half way
            cog = factory(self)
            if self.get_cog(cog.qualified_name) is None:
                await self.add_cog(cog)
        await self._sync()

    async def _sync(self) -> None:
        """Tell Discord the commands, only when they differ from what it was told last.

        A restart loop would otherwise meet the commands' rate limit (discord.py syncs whenever it
        is asked to).
        """
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        text = json.dumps([self.application_id, payload], sort_keys=True, default=str)
        digest = hashlib.sha256(text.encode()).hexdigest()
        if await self._settings.get(_SYNCED) == digest:
            log.info("commands_unchanged", commands=len(payload))
            return
        await self.tree.sync()
        await self._settings.set(_SYNCED, digest)
        log.info("commands_synced", commands=len(payload))

    async def on_ready(self) -> None:
        """Say so in the log."""
        self._was_ready.set()
        name = self.user.name if self.user else None
        log.info("ready", user=name, servers=len(self.guilds), shards=self.shard_count)

    async def hang_up(self) -> None:
        """Close the connection and keep the commands: `close` would take the cogs out, too."""
        await discord.AutoShardedClient.close(self)
        await self.http.close()

    async def reopen(self) -> None:
        """Make a client that hung up fit for another login.

        discord.py's `clear` leaves two things of the last session behind that end the next one: the
        closed connector, and the word "closed" in the shards' queue. The queue is made anew by the
        same private step that made it first.
        """
        self.clear()
        self.http.connector = discord.utils.MISSING
        await self._async_setup_hook()
        self._away.clear()

    def gateway_fault(self, moment: float) -> str | None:
        """Say what is wrong with the gateway at a monotonic `moment`, None where nothing is.

        discord.py stays "ready" while it reconnects; a shard that has been away for longer than
        `_AWAY` seconds is a fault all the same.
        """
        if not self.is_ready():
            return "not connected"
        gone = [shard for shard, since in self._away.items() if moment - since > _AWAY]
        return f"shards away: {sorted(gone)}" if gone else None

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Note since when a shard is away."""
        self._away.setdefault(shard_id, self.desk.clock.monotonic())

    async def on_shard_ready(self, shard_id: int) -> None:
        """A shard is back with a new session."""
        self._away.pop(shard_id, None)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A shard is back with its old session."""
        self._away.pop(shard_id, None)

    async def wait_until_ready_once(self) -> None:
        """Wait until the client was ready for the first time; it may be gone again since."""
        await self._was_ready.wait()

    async def on_app_command_completion(
        self,
        interaction: discord.Interaction,
        _command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu,
    ) -> None:
        """Beside the answer to a command, tell who cannot be reached any more."""
        await self.remind(interaction)

    async def remind(self, interaction: discord.Interaction) -> None:
        """Tell who cannot be reached any more, beside any answer, also that of a failure."""
        try:
            await self._reminders.remind(interaction, self.desk)
        except Exception:  # the command has its answer; this one more is for the log
            log.exception("not_reminded", **failures.about(interaction))

    async def on_guild_channel_update(
        self, _before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Look again at what was paused there."""
        await self._look_again(after.guild.id)

    async def on_guild_role_update(self, _before: discord.Role, after: discord.Role) -> None:
        """Look again at what was paused there."""
        await self._look_again(after.guild.id)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        """Look again when the bot itself was given or lost a role."""
        if self.user is not None and after.id == self.user.id:
            await self._look_again(after.guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Look again at what stopped when the bot was removed."""
        await self._look_again(guild.id)

    async def _look_again(self, guild_id: int) -> None:
        if self.mended is not None:
            await self.mended(guild_id)
