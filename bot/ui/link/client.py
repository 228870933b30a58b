"""The client: discord.py's, told what Paperboy needs of Discord and nothing more.

Only the guilds intent; no message cache and no member cache beyond itself. Nothing runs in the
background in here. This file loads discord.py and little else, so that the bot can connect while
the rest is loaded; what it works with is handed over by `furnish`.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.link import attempt, patience
from bot.ui.link.courtesy import Courtesy
from bot.ui.link.discord_time import DiscordTime
from bot.ui.link.traffic import Traffic
from bot.ui.link.tree import Pressed, Tree, tell_commands

if TYPE_CHECKING:
    from bot.services.ports import SettingStore
    from bot.services.ports.observer import Observer
    from bot.ui.controls import Control, Handler
    from bot.ui.desk import Desk
    from bot.ui.link.reach import Reminders

discord.VoiceClient.warn_nacl = False  # there is no voice here, and nothing to warn of
discord.VoiceClient.warn_dave = False

log = logging.getLogger(__name__)

_AWAY = 10.0
_LONGEST_LIMIT = 30.0  # seconds that discord.py waits for by itself; it takes no less

CogFactory = Callable[["PaperboyClient"], commands.Cog]


def intents() -> discord.Intents:
    """Return the intents Paperboy asks for: the servers it is in, nothing said in them."""
    return discord.Intents(guilds=True)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a client works with once the rest is loaded: `control` rebuilds a pressed control, which
    looks its action up in `handlers`; the `observer` is told of the traffic with Discord.
    """

    desk: Desk
    handlers: Mapping[str, Handler]
    control: type[Control]
    factories: Sequence[CogFactory]
    settings: SettingStore
    reminders: Reminders
    observer: Observer | None = None


class PaperboyClient(commands.AutoShardedBot):
    """Discord's side of Paperboy.

    It can connect before it is furnished; what people type or press meanwhile waits. When the
    channels, roles or the bot's own place in a server change, what is to be posted there is looked
    at again.
    """

    def __init__(self, *, shard_count: int | None = None) -> None:
        traffic = Traffic()
        self.discord_time = DiscordTime()
        self.courtesy = Courtesy()
        traffic.trace.on_request_end.append(self.discord_time.ended)
        attempt.listen(traffic.trace)
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
            http_trace=traffic.trace,
            max_ratelimit_timeout=_LONGEST_LIMIT,
        )
        patience.bound(self.http)
        self._traffic = traffic
        self._furniture: Furniture | None = None
        self._installed = asyncio.Event()
        self._was_connected = asyncio.Event()
        self._was_ready = asyncio.Event()
        self._away: dict[int, float] = {}

    def furnish(self, furniture: Furniture) -> None:
        """Hand over the services and the cogs; once. `install` or the next login registers them."""
        self._furniture = furniture
        self._traffic.observer = furniture.observer
        self._traffic.actions = furniture.handlers.keys()

    @property
    def furniture(self) -> Furniture:
        """What it works with. Raises `RuntimeError` before `furnish`."""
        if self._furniture is None:
            raise RuntimeError("the client was not furnished")
        return self._furniture

    @property
    def desk(self) -> Desk:
        """The services. Raises `RuntimeError` before `furnish`."""
        return self.furniture.desk

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """The actions that controls look up. Raises `RuntimeError` before `furnish`."""
        return self.furniture.handlers

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Hand an event out (called by discord.py); when an interaction came is noted before
        anybody works on it.
        """
        if event_name == "interaction":
            self._traffic.came(args[0])
            self.courtesy.came(args[0])
        super().dispatch(event_name, *args, **kwargs)

    async def setup_hook(self) -> None:
        """Register the controls, and the commands where they are known already."""
        self.add_dynamic_items(Pressed)
        if self._furniture is not None:
            await self.install()

    async def install(self) -> None:
        """Register the commands, and tell Discord if they changed; again without harm."""
        from bot.ui.link.translator import Translator  # noqa: PLC0415 - see the module's docstring

        if self.tree.translator is None:
            await self.tree.set_translator(Translator())
        for factory in self.furniture.factories:
            cog = factory(self)
            if self.get_cog(cog.qualified_name) is None:
                await self.add_cog(cog)
        await tell_commands(self.tree, self.application_id, self.furniture.settings)
        self._installed.set()

    async def wait_until_installed(self) -> None:
        """Wait until commands and controls can be answered."""
        await self._installed.wait()

    async def wait_until_connected_once(self) -> None:
        """Wait until Discord took the bot in for the first time."""
        await self._was_connected.wait()

    async def on_connect(self) -> None:
        """Discord took the bot in; which servers there are comes after this."""
        self._was_connected.set()

    async def on_ready(self) -> None:
        """Say so in the log."""
        self._was_ready.set()
        name = self.user.name if self.user else None
        log.info(
            "ready", extra={"user": name, "servers": len(self.guilds), "shards": self.shard_count}
        )

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
        self._away.setdefault(shard_id, time.monotonic())

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
        from bot.ui import failures  # noqa: PLC0415 - see the module's docstring

        try:
            await self.furniture.reminders.remind(interaction, self.desk)
        except Exception:  # the command has its answer; this one more is for the log
            log.exception("not_reminded", extra=failures.about(interaction))

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

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Retire what cannot come any more."""
        await self._look_again(guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Retire what cannot come any more."""
        await self._deleted(channel.guild.id, channel.id)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Retire what cannot come any more."""
        await self._deleted(payload.guild_id, payload.thread_id)

    async def _deleted(self, guild_id: int, channel_id: int) -> None:
        if self._furniture is not None:
            await self.desk.subscriptions.channel_deleted(guild_id, channel_id)

    async def _look_again(self, guild_id: int) -> None:
        if self._furniture is not None:
            await self.desk.subscriptions.mend(guild_id)
