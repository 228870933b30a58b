"""What can go wrong between a source and us, in one small tree.

::

    SourceError(source, address)
    ├── SourceUnreachable                       no answer: name, connection, deadline, redirects
    ├── SourceLeftAlone(since, retry_after)     not asked: it has failed too often, or wants silence
    ├── SourceForbidden(reason)                 not asked: an address that nobody may add
    ├── SourceRefused(status, retry_after)      an answer that says no: 4xx, 5xx
    └── SourceAnswerInvalid(reason, detail)     an answer that is not what was asked for

Rules everything here obeys: an error names its source and the address (or path) it concerns, keeps
its cause, and carries no text from outside longer than a line. Of an address only scheme, host and
path are told: a name, a password or a key stands in the rest, and errors go into logs, the database
and messages. Unreachable may be tried again; refused says when, if the source did; an invalid
answer waits for somebody to look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from bot.services.ports import SourceFault, Trouble

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sources.answers import Answer

Reason = Literal["html", "empty", "truncated", "too_large", "not_json", "wrong_shape"]
"""What an answer was instead of data. `wrong_shape` is data, but not of the form asked for."""

BUSY = frozenset({429, 503})
"""The statuses of a source that is asked too often, or has too much to do."""


_LONGEST_SHOWN = 300


def shown_address(address: str) -> str:
    """What of an address or a path may be told: no name and password, no query, no fragment."""
    try:
        parts = urlsplit(address)
        if not parts.netloc:
            shown = address.partition("?")[0].partition("#")[0]
        else:
            shown = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    except ValueError:  # brackets that hold no address
        return "an address that cannot be read"
    return "".join(one if one.isprintable() else "\ufffd" for one in shown)[:_LONGEST_SHOWN]


class SourceError(SourceFault):
    """Any failure of a source. `address` is the URL or the path it concerns, in full, for whoever
    asked; the error's own words have what may be shown of it.
    """

    def __init__(self, source: str, address: str, message: str = "failed") -> None:
        super().__init__(f"{source}: {message} ({shown_address(address)})")
        self.source = source
        self.address = address


class SourceUnreachable(SourceError):
    """No whole answer came, within the deadline, for any attempt."""

    trouble: Trouble = "unreachable"


class SourceLeftAlone(SourceError):
    """The source was not asked. `since` (UTC) it is left alone, because of `why`; it is asked again
    in `retry_after` seconds at the earliest.
    """

    def __init__(
        self, source: str, address: str, *, since: datetime, retry_after: float, why: Trouble
    ) -> None:
        super().__init__(source, address, f"left alone since {since:%Y-%m-%d %H:%M} UTC ({why})")
        self.trouble: Trouble = why
        self.since = since
        self.retry_after = retry_after


Forbidden = Literal["scheme", "port", "credentials", "private"]
"""Why an address may not be asked: no http or https · another port than the web's · a name and
password in it · it leads into a network that is not public.
"""


class SourceForbidden(SourceError):
    """An address that somebody added may not be asked, nor what it redirects to."""

    trouble: Trouble = "refused"

    def __init__(self, source: str, address: str, reason: Forbidden) -> None:
        super().__init__(source, address, f"forbidden address: {reason}")
        self.reason: Forbidden = reason


class SourceRefused(SourceError):
    """The source answered no. `retry_after` is in seconds, None where the source did not say."""

    def __init__(
        self, source: str, address: str, *, status: int, retry_after: float | None = None
    ) -> None:
        super().__init__(source, address, f"refused with status {status}")
        out_of_order = status >= 500  # noqa: PLR2004 - HTTP's server errors
        self.trouble: Trouble = (
            "busy" if status in BUSY else "broken" if out_of_order else "refused"
        )
        self.status = status
        self.retry_after = retry_after


class SourceAnswerInvalid(SourceError):
    """The source answered with something that cannot be read. `begun` is what came of an answer
    that broke off: its headers, and its body until then.
    """

    trouble: Trouble = "unreadable"

    def __init__(
        self,
        source: str,
        address: str,
        reason: Reason,
        detail: str = "",
        *,
        begun: Answer | None = None,
    ) -> None:
        super().__init__(source, address, f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail
        self.begun = begun
