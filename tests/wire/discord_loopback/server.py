"""The loopback Discord itself: start it, furnish it, and look at what the bot did.

    async with DiscordServer() as server:
        guild = server.add_guild("Reading group")
        channel = guild.add_text_channel("papers")
        …                                  # start the bot with server.api_url and server.token
        await server.ready()
        answer = await server.add_user("Ada").slash(channel, "paper", {"title": "attention"})

Leaving the block fails if the bot used a route that is not here, or if the server itself failed.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

from . import rest_application, rest_interactions, rest_messages
from .acting import Actor
from .errors import UnknownRoute
from .gateway import Gateway
from .hub import Hook, Hub, RequestRecord
from .interactions import Interaction
from .permissions import MEMBER, Permission
from .rest import Rest
from .settings import API_PREFIX, Json, Settings
from .signals import Signals
from .spec import Spec
from .state import Channel, Guild, Message, Role, User, World

T = TypeVar("T")

DEFAULT_TIMEOUT = 15.0
BOT_PERMISSIONS = MEMBER


class DiscordServer:
    """A small Discord on 127.0.0.1, REST and gateway on one ephemeral port."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.world = World(self.settings.clock)
        self._hub = Hub(self.settings, self.world, Signals(), Spec.load(self.settings.spec))
        self.gateway = Gateway(self._hub)
        self.world.emit = self.gateway.emit
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=30 * 1024 * 1024)
        for path in ("/gateway", "/gateway/"):
            application.router.add_get(path, self.gateway.serve)
        application.router.add_get("/attachments/{id}/{name}", self._attachment)
        modules = (rest_messages, rest_application, rest_interactions)
        routes = {route: run for module in modules for route, run in module.ROUTES.items()}
        Rest(self._hub, routes).register(application)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self._hub.base_url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.gateway.drop()
        if self._runner is not None:
            await self._runner.cleanup()
        if error is None:
            self.check()

    def check(self) -> None:
        """Raise for what a test must not overlook: unknown routes, faults of this server."""
        if self._hub.failures:
            raise ExceptionGroup("the loopback Discord failed", self._hub.failures)
        if self.unknown_requests:
            raise UnknownRoute(", ".join(record.route for record in self.unknown_requests))

    @property
    def api_url(self) -> str:
        """The base address of REST, for `discord.http.Route.BASE`."""
        return self._hub.base_url + API_PREFIX

    @property
    def token(self) -> str:
        """The one bot token that is accepted."""
        return self.settings.token

    @property
    def bot(self) -> User:
        """The bot's user; its id is the application's."""
        return self.world.bot

    @property
    def commands(self) -> list[Json]:
        """The global commands as registered."""
        return self._hub.commands[None]

    @property
    def command_syncs(self) -> int:
        """How often commands were registered."""
        return self._hub.command_syncs

    @property
    def interactions(self) -> list[Interaction]:
        """Every interaction so far, oldest first, answered or not."""
        return list(self._hub.interactions.values())

    @property
    def requests(self) -> list[RequestRecord]:
        """Every REST request so far, in order of arrival."""
        return self._hub.requests

    @property
    def unknown_requests(self) -> list[RequestRecord]:
        """Requests for routes this server does not have."""
        return self._hub.unknown_requests

    @property
    def count_429(self) -> int:
        """How many requests a rate limit refused."""
        return sum(record.status == 429 for record in self._hub.requests)

    @property
    def count_invalid(self) -> int:
        """How many answers count toward Discord's ban: 401, 403 and 429."""
        return sum(record.status in (401, 403, 429) for record in self._hub.requests)

    def before(self, hook: Hook) -> None:
        """Ask this hook about every request before it has any effect; see `Hook`."""
        self._hub.before.append(hook)

    def after(self, hook: Hook) -> None:
        """Ask this hook about every request after its effect, before its answer."""
        self._hub.after.append(hook)

    def clear_hooks(self) -> None:
        """Remove all hooks."""
        self._hub.before.clear()
        self._hub.after.clear()

    def add_user(self, name: str, *guilds: Guild, locale: str = "en-US") -> Actor:
        """Create a person, a member of these guilds; of every guild there is when none is named."""
        user = Actor(self.world.next_id(), name, locale=locale, hub=self._hub, gateway=self.gateway)
        self.world.users[user.id] = user
        for guild in guilds or self.world.guilds.values():
            guild.add_member(user)
        return user

    def add_stranger(self, name: str, *, locale: str = "en-US") -> Actor:
        """Create a person who shares no guild with the bot."""
        user = Actor(self.world.next_id(), name, locale=locale, hub=self._hub, gateway=self.gateway)
        self.world.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str,
        *,
        locale: str = "en-US",
        owner: Actor | None = None,
        bot_permissions: Permission | None = BOT_PERMISSIONS,
        id: int | None = None,  # noqa: A002 - a guild's id decides its shard
    ) -> Guild:
        """Create a guild that the bot was invited to with these permissions; None: it is not in."""
        owner = owner or self.add_stranger(f"owner of {name}", locale=locale)
        present = bot_permissions is not None
        number = id or self.world.next_id()
        guild = Guild(number, name, owner, self.world, locale, present)
        guild.roles[guild.id] = Role(guild.id, "@everyone", MEMBER, 0)
        guild.add_member(owner)
        if bot_permissions is not None:
            role = Role(self.world.next_id(), self.bot.name, bot_permissions, 1, managed=True)
            guild.roles[role.id] = role
            guild.add_member(self.bot, role)
        self.world.guilds[guild.id] = guild
        if present:
            self.world.emit("GUILD_CREATE", guild)
        return guild

    def dm(self, user: User) -> Channel:
        """The direct channel of a user and the bot."""
        return self.world.direct(user, self.bot)

    def messages(self, channel: Channel) -> list[Message]:
        """What everybody in the channel sees, oldest first."""
        return list(channel.history)

    async def until(
        self,
        condition: Callable[[], T | None],
        what: str,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - it names the failure
    ) -> T:
        """Wait for a condition on this server, looked at after each change of it."""
        return await self._hub.signals.until(condition, timeout, what)

    async def ready(
        self,
        *,
        commands: bool = True,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - it names the failure
    ) -> None:
        """Wait until every shard is identified and, unless told otherwise, commands are there."""
        await self.until(
            lambda: self.gateway.connected and (bool(self.commands) or not commands),
            "the bot to be connected, its commands registered",
            timeout,
        )

    async def message_in(
        self,
        channel: Channel,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - it names the failure
    ) -> Message:
        """The bot's next message in a channel that this method has not yet returned.

        Answers to interactions do not count: they belong to their interaction.
        """

        def following() -> Message | None:
            return channel.from_bot[channel.unread] if self._has_unread(channel) else None

        where = channel.name or "a direct channel"
        message = await self.until(following, f"a message in {where}", timeout)
        channel.unread += 1
        return message

    def _has_unread(self, channel: Channel) -> bool:
        return len(channel.from_bot) > channel.unread

    async def _attachment(self, request: web.Request) -> web.Response:
        key = f"{request.match_info['id']}/{request.match_info['name']}"
        if key not in self._hub.files:
            return web.Response(status=404)
        content, kind = self._hub.files[key]
        return web.Response(body=content, content_type=kind)
