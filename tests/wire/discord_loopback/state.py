"""What the loopback Discord knows: users, guilds, channels and messages, and nothing about HTTP.

Everything is mutable and compared by identity; ids are snowflakes and never reused. A change that
a connected bot would hear of is told to `World.emit`; with nobody connected it is only state.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import components as ui
from . import permissions as perms
from .permissions import Overwrite, Permission

if TYPE_CHECKING:
    from .settings import Json

DISCORD_EPOCH = 1_420_070_400.0
EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
TEXT, DM, GROUP_DM, ANNOUNCEMENT, PUBLIC_THREAD, FORUM = 0, 1, 3, 5, 11, 15


@dataclass(slots=True, eq=False, repr=False)
class User:
    """A person or a bot; `locale` is the language of their app."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    installed: bool = False
    """Whether this person added the app to their own account."""
    dms_open: bool = True
    dm_channel_opens: bool = True

    def __repr__(self) -> str:
        return f"<user {self.name} {self.id}>"


@dataclass(slots=True, eq=False, repr=False)
class Role:
    """A guild's role; the one with the guild's id is @everyone."""

    id: int
    name: str
    permissions: Permission
    position: int
    managed: bool = False

    def __repr__(self) -> str:
        return f"<role {self.name} {self.id}>"


@dataclass(slots=True, eq=False, repr=False)
class Message:
    """One message; an ephemeral one is seen by `only_for` alone and is in no channel's history."""

    id: int
    channel: Channel
    author: User
    created: float
    content: str = ""
    components: list[Json] = field(default_factory=list["Json"])
    embeds: list[Json] = field(default_factory=list["Json"])
    attachments: list[Json] = field(default_factory=list["Json"])
    flags: int = 0
    type: int = 0
    nonce: str | int | None = None
    edited: float | None = None
    deleted: bool = False
    only_for: User | None = None
    interaction: Json | None = None

    def __repr__(self) -> str:
        return f"<message {self.id} of {self.author.name}: {self.text[:200]!r}>"

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still says “… is thinking”."""
        return bool(self.flags & LOADING)

    @property
    def text(self) -> str:
        """Everything legible: the content, then each text display, a line each."""
        return "\n".join(part for part in (self.content, ui.text_of(self.components)) if part)

    @property
    def buttons(self) -> list[Json]:
        """Every button in reading order."""
        return ui.buttons_of(self.components)

    @property
    def selects(self) -> list[Json]:
        """Every select menu in reading order."""
        return ui.selects_of(self.components)

    @property
    def images(self) -> list[str]:
        """The address of every picture in it."""
        return ui.images_of(self.components)

    def custom_id(self, label: str) -> str:
        """The custom id of the button with this label; raises LookupError when there is none."""
        for button in self.buttons:
            if button.get("label") == label and "custom_id" in button:
                return button["custom_id"]
        raise LookupError(f"no button {label!r} among {[b.get('label') for b in self.buttons]}")


@dataclass(slots=True, eq=False, repr=False)
class Channel:
    """A guild's channel, a thread of one (its `parent`), or a conversation of `recipients` where
    `guild` is None.
    """

    id: int
    type: int
    world: World
    guild: Guild | None = None
    name: str = ""
    position: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict[int, Overwrite])
    recipients: tuple[User, ...] = ()
    parent: Channel | None = None
    history: list[Message] = field(default_factory=list[Message])
    """Every message that was not deleted, oldest first, ephemeral ones left out."""
    unread: int = 0
    """How many of the bot's messages a test has already been given."""
    from_bot: list[Message] = field(default_factory=list[Message])
    """Every message the bot posted here by itself (not as an answer), deleted ones included."""

    def __repr__(self) -> str:
        return f"<channel {self.name or self.recipients} {self.id}>"

    def permissions_of(self, user: User) -> Permission:
        """What this user may do here; nothing for one who is not part of it."""
        if self.guild is None:
            return perms.DIRECT if user in self.recipients else perms.NONE
        return self.guild.permissions_of(user, self)

    def add_thread(self, name: str) -> Channel:
        """Create a public thread, with this channel's overwrites; connected bots hear of it."""
        if self.guild is None:
            raise ValueError("a conversation has no threads")
        made = Channel(self.world.next_id(), PUBLIC_THREAD, self.world, self.guild, name)
        made.parent = self
        self.guild.channels[made.id] = self.world.channels[made.id] = made
        self.world.emit("THREAD_CREATE", made)
        return made

    def set_overwrite(
        self, who: User | Role, allow: Permission = perms.NONE, deny: Permission = perms.NONE
    ) -> None:
        """Replace the exception for a member or a role; connected bots hear of it."""
        self.overwrites[who.id] = Overwrite(allow, deny)
        self.world.emit("CHANNEL_UPDATE", self)

    def delete(self) -> None:
        """Remove the channel and everything in it."""
        if self.guild is None:
            raise ValueError("a direct message channel cannot be deleted")
        del self.guild.channels[self.id]
        del self.world.channels[self.id]
        self.world.emit("CHANNEL_DELETE", self)


@dataclass(slots=True, eq=False, repr=False)
class Guild:
    """A server. Its bot is a member unless `bot_present` is false."""

    id: int
    name: str
    owner: User
    world: World
    locale: str = "en-US"
    bot_present: bool = True
    roles: dict[int, Role] = field(default_factory=dict[int, Role])
    channels: dict[int, Channel] = field(default_factory=dict[int, Channel])
    members: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    """The role ids of each member by user id, @everyone left out."""

    def __repr__(self) -> str:
        return f"<guild {self.name} {self.id}>"

    @property
    def everyone(self) -> Role:
        """The role all members have."""
        return self.roles[self.id]

    @property
    def bot_role(self) -> Role:
        """The managed role that carries the permissions the bot was invited with."""
        return next(role for role in self.roles.values() if role.managed)

    def add_text_channel(
        self,
        name: str,
        overwrites: Mapping[User | Role, Overwrite] | None = None,
        *,
        kind: int = TEXT,
    ) -> Channel:
        """Create a channel (`kind`: TEXT, ANNOUNCEMENT or FORUM); connected bots hear of it."""
        channel = Channel(
            self.world.next_id(), kind, self.world, self, name, position=len(self.channels)
        )
        channel.overwrites = {who.id: own for who, own in (overwrites or {}).items()}
        self.channels[channel.id] = self.world.channels[channel.id] = channel
        self.world.emit("CHANNEL_CREATE", channel)
        return channel

    def add_role(self, name: str, permissions: Permission, *members: User) -> Role:
        """Create a role and give it to members."""
        role = Role(self.world.next_id(), name, permissions, position=len(self.roles))
        self.roles[role.id] = role
        for member in members:
            self.members[member.id].add(role.id)
        self.world.emit("GUILD_ROLE_CREATE", self, role)
        return role

    def set_permissions(self, role: Role, permissions: Permission) -> None:
        """Change what a role may do; connected bots hear of it."""
        role.permissions = permissions
        self.world.emit("GUILD_ROLE_UPDATE", self, role)

    def add_member(self, user: User, *roles: Role) -> None:
        """Let a user join."""
        self.members[user.id] = {role.id for role in roles}

    def remove_bot(self) -> None:
        """Kick the bot; a connected one hears GUILD_DELETE."""
        self.bot_present = False
        del self.members[self.world.bot.id]
        self.world.emit("GUILD_DELETE", self)

    def invite_bot(self) -> None:
        """Let the bot in again, with its role; a connected one hears GUILD_CREATE."""
        self.bot_present = True
        self.members[self.world.bot.id] = {self.bot_role.id}
        self.world.emit("GUILD_CREATE", self)

    def permissions_of(self, user: User, channel: Channel | None = None) -> Permission:
        """What a user may do in the guild, or in one of its channels; nothing for a stranger."""
        if user.id not in self.members:
            return perms.NONE
        if user is self.owner:
            return perms.EVERYTHING
        held = self.members[user.id]
        base = self.everyone.permissions
        for role in held:
            base |= self.roles[role].permissions
        place = channel.parent or channel if channel is not None else None
        own = {} if place is None else place.overwrites
        return perms.in_channel(base, own, everyone=self.id, roles=held, member=user.id)


class World:
    """The whole of it, and the one maker of ids and timestamps."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last_id = 0
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self._direct: dict[frozenset[int], Channel] = {}
        self.emit: Callable[..., None] = _nobody_listens
        self.application_flags = 0
        self.bot = User(self.next_id(), "Paperboy", bot=True)
        self.users[self.bot.id] = self.bot

    def now(self) -> float:
        """Discord's wall clock in Unix seconds."""
        return self._clock()

    def next_id(self) -> int:
        """A snowflake: later ones are larger, the upper bits are milliseconds since 2015."""
        now = int((self.now() - DISCORD_EPOCH) * 1000) << 22
        self._last_id = max(now, self._last_id + 1)
        return self._last_id

    def guilds_with_bot(self) -> Iterable[Guild]:
        """The guilds whose events the bot hears."""
        return [guild for guild in self.guilds.values() if guild.bot_present]

    def share_a_guild(self, user: User) -> bool:
        """Whether the bot and this user are members of one guild."""
        return any(user.id in guild.members for guild in self.guilds_with_bot())

    def direct(self, *people: User, kind: int = DM) -> Channel:
        """The one conversation of exactly these users, opened when there is none."""
        key = frozenset(person.id for person in people)
        if key not in self._direct:
            channel = Channel(self.next_id(), kind, self, recipients=people)
            self._direct[key] = self.channels[channel.id] = channel
        return self._direct[key]

    def post(self, message: Message) -> None:
        """Put a message into its channel; an ephemeral one is in no history."""
        if not message.ephemeral:
            insort(message.channel.history, message, key=lambda m: m.id)
            self.emit("MESSAGE_CREATE", message)

    def remove(self, message: Message) -> None:
        """Delete a message."""
        message.deleted = True
        if message in message.channel.history:
            message.channel.history.remove(message)
            self.emit("MESSAGE_DELETE", message)


def _nobody_listens(_event: str, *_subjects: object) -> None:
    return None
