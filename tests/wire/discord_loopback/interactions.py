"""One use of a command, component or modal, from the click to everything the bot answered.

A test gets this object back from whoever acted; it stays live, so that a later edit or follow-up
shows in it. Times are the event loop's, in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from .settings import Json
from .state import Channel, Message, User


class Kind(IntEnum):
    """What a person did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Response(IntEnum):
    """What the bot's first answer was."""

    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


ANSWERS = {
    Kind.COMMAND: {Response.MESSAGE, Response.DEFERRED, Response.MODAL},
    Kind.COMPONENT: set(Response) - {Response.CHOICES},
    Kind.AUTOCOMPLETE: {Response.CHOICES},
    Kind.MODAL: set(Response) - {Response.CHOICES, Response.MODAL},
}
"""Which first answers Discord takes."""


@dataclass(slots=True, eq=False, repr=False)
class Interaction:
    """What was done, and what came back."""

    id: int
    token: str
    kind: Kind
    user: User
    channel: Channel
    name: str
    """The command's path, or the custom id."""
    created: float
    user_only: bool = False
    """Whether only this person's own installation brought the app here."""
    source: Message | None = None
    """The message whose component was used."""
    response: Response | None = None
    answered: float | None = None
    original: Message | None = None
    """What `@original` means: the answer, or the source that the answer updates."""
    followups: list[Message] = field(default_factory=list[Message])
    choices: list[Json] = field(default_factory=list["Json"])
    """Autocomplete's choices, each with `name` and `value`."""
    modal: Json | None = None

    def __repr__(self) -> str:
        answer = "unanswered" if self.response is None else self.response.name
        return f"<{self.kind.name} {self.name!r} of {self.user.name}: {answer}>"

    @property
    def elapsed(self) -> float:
        """Seconds from the event to the bot's first answer."""
        if self.answered is None:
            raise ValueError(f"{self.name!r} was not answered")
        return self.answered - self.created

    @property
    def pending(self) -> bool:
        """Whether the person still sees “… is thinking”."""
        return self.answered is None or (self.original is not None and self.original.loading)

    @property
    def message(self) -> Message:
        """The answering message, or the updated one; raises LookupError when there is none."""
        if self.original is None:
            raise LookupError(f"{self.name!r} was answered by {self.response!r}, not by a message")
        return self.original

    @property
    def messages(self) -> list[Message]:
        """The answering message, then the follow-ups."""
        return [*([self.original] if self.original else []), *self.followups]

    def metadata(self) -> Json:
        """The `interaction_metadata` of the answering message."""
        owners = {"1": str(self.user.id)} if self.user_only else {"0": "0"}
        if self.channel.guild is not None and not self.user_only:
            owners = {"0": str(self.channel.guild.id)}
        return {
            "id": str(self.id),
            "type": int(self.kind),
            "user": {
                "id": str(self.user.id),
                "username": self.user.name,
                "discriminator": "0",
                "avatar": None,
            },
            "authorizing_integration_owners": owners,
        }
