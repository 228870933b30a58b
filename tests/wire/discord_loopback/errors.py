"""Discord's error answers as exceptions, raised anywhere in a handler and rendered once.

RefusedByDiscord                 what the server answers to the bot
└── InvalidForm                  400 with code 50035 and the path of each fault
ClientError                      what a person's own app would not have let them do
├── NoAnswer                     the bot did not answer an interaction in time
└── NotAvailable                 no such command, button, option here for this person
UnknownRoute                     the bot used a route this server does not have
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .settings import Json


class RefusedByDiscord(Exception):
    """An HTTP error status with Discord's numeric code and sentence."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        """The answer's JSON; `errors` is there only for a form."""
        body: Json = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a request body; the path is made of keys and list positions."""

    path: tuple[str | int, ...]
    code: str
    message: str


class InvalidForm(RefusedByDiscord):
    """400 Invalid Form Body; each fault hangs at its path in nested objects."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(400, 50035, "Invalid Form Body", _nested(self.faults))

    def __str__(self) -> str:
        return "; ".join(f"{'.'.join(map(str, f.path))}: {f.message}" for f in self.faults)


def _nested(faults: Iterable[Fault]) -> Json:
    root: Json = {}
    for fault in faults:
        node = root
        for step in fault.path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": fault.code, "message": fault.message})
    return root


class ClientError(AssertionError):
    """The person's own app stops here; the request never reaches the bot, or nothing came back."""


class NoAnswer(ClientError):
    """“The application did not respond”: no first answer within the limit."""


class NotAvailable(ClientError):
    """The command, component or value is not offered to this person in this place."""


class UnknownRoute(AssertionError):
    """The bot under test asked for something a digest bot has no need of."""


UNAUTHORIZED = (401, 0, "401: Unauthorized")
UNKNOWN_CHANNEL = (404, 10003, "Unknown Channel")
UNKNOWN_GUILD = (404, 10004, "Unknown Guild")
UNKNOWN_MEMBER = (404, 10007, "Unknown Member")
UNKNOWN_MESSAGE = (404, 10008, "Unknown Message")
UNKNOWN_WEBHOOK = (404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = (404, 10062, "Unknown interaction")
INVALID_RECIPIENT = (400, 50033, "Invalid Recipient(s)")
ALREADY_ACKNOWLEDGED = (400, 40060, "Interaction has already been acknowledged.")
TOO_MANY_FOLLOWUPS = (400, 40094, "This interaction has reached the maximum number of follow ups.")
MISSING_ACCESS = (403, 50001, "Missing Access")
NOT_THE_AUTHOR = (403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = (400, 50006, "Cannot send an empty message")
CANNOT_SEND_TO_USER = (403, 50007, "Cannot send messages to this user")
MISSING_PERMISSIONS = (403, 50013, "Missing Permissions")
INVALID_WEBHOOK_TOKEN = (401, 50027, "Invalid Webhook Token")
INVALID_JSON = (400, 50109, "The request body contains invalid JSON.")
NO_MUTUAL_GUILDS = (
    403,
    50278,
    "Cannot send messages to this user due to having no mutual guilds",
)
