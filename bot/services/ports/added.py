"""The sources that servers' administrators added, and what reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from bot.core.papers import Dated, Paper, PaperDraft
from bot.services.ports.sources import SourceFault, Trouble

AddedKind = Literal["feed", "bibliography"]
"""A feed tells its newest entries only; a bibliography tells all there are."""


Unfit = Literal["empty", "unknown", "no_entries", "too_large", "too_many", "broken", "forbidden"]
"""Why nothing can be read: no bytes · of no format that is known · none of its entries can be told
apart · too many bytes · too many entries · of a format that is known, but not well formed · at an
address that nobody may add.
"""


class UnfitSourceError(SourceFault):
    """What cannot be a source as it is. `why` is the reason, `detail` a line about the place."""

    trouble: Trouble = "unreadable"

    def __init__(self, source: str, why: Unfit, detail: str = "") -> None:
        told = why.replace("_", " ")
        super().__init__(f"{source}: {told}: {detail}" if detail else f"{source}: {told}")
        self.why: Unfit = why
        self.detail = detail


@dataclass(frozen=True, slots=True)
class ItemFault:
    """An entry that could not be read: which one (its key, its place), and why, each one line. One
    that is `mended` counts all the same.
    """

    item: str
    why: str
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What was read: its kind, its own title where it has one, the entries in their order, and
    what was wrong with some. `source` and `released` of the drafts say nothing yet. `state` is a
    hash of the whole, by which it is known again. `broken` says why it is not whole, empty where it
    is: what is missing from a broken one may be there all the same. `keys` are what the list itself
    calls its entries (BibTeX keys, anchors), each empty where it has no name for one; none, or as
    many as `papers`.
    """

    kind: AddedKind
    papers: tuple[PaperDraft, ...]
    title: str = ""
    faults: tuple[ItemFault, ...] = ()
    state: str = ""
    broken: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddedSource:
    """A server's source. `address` is None for a file that was handed over, whose name is `file`.
    Where `EVERYBODY`'s stands says the configuration: it has no address here, and `file` is the
    `PublicationList.place` at which it was read.

    `entries` is how many it has now, `error` its last fault, None where it was read well since,
    `told` the state in which it was read last.
    """

    id: int
    server: int
    name: str
    kind: AddedKind
    address: str | None
    file: str | None
    added: datetime
    entries: int = 0
    checked: datetime | None = None
    last_ok: datetime | None = None
    error: str | None = None
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a source as it is stored: how the source names the work (`ids`, which all lead
    to one paper or to none yet), and the day and the venue as it writes them.
    """

    ids: tuple[str, ...]
    paper: str
    published: date | None = None
    dated: Dated = "day"
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """An entry as it is browsed: the paper as it is known, and what the source says of it."""

    paper: Paper
    published: date | None
    dated: Dated
    venue: str | None


@dataclass(frozen=True, slots=True)
class Publications:
    """A page of a source's entries, newest first; those without a day last.

    `total` is how many there are of the year that was asked for, or of all; `years` are the years
    that there are, newest first, with how many entries each has.
    """

    page: tuple[Publication, ...]
    total: int
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class OwnNews:
    """A paper that is news of one added source: `paper.source` and `paper.released` are that
    source and the day on which it was new there, `paper.also` are the public ones that told of it;
    `name` is the source's.
    """

    paper: Paper
    name: str


@dataclass(frozen=True, slots=True)
class EntryBefore:
    """An entry that a source told: the names that it ever gave it, and whether it was `there` when
    the source was read last.
    """

    ids: tuple[str, ...]
    there: bool


@dataclass(frozen=True, slots=True)
class KnownHere:
    """What a server may know of external ids: the papers that they lead to, public ones and those
    of its own sources, and which of the ids are `taken` by any paper at all.
    """

    papers: Mapping[str, Paper]
    taken: frozenset[str]


TOO_MANY_NEW = "too many new entries"
"""The `error` of a source whose new entries of a day were more than are taken in: the others wait.
"""


class AddedSourceStore(Protocol):
    """Added sources and their entries."""

    @property
    def changes(self) -> int:
        """A number that is another one after every change to sources or entries."""
        ...

    async def add(  # noqa: PLR0913 - what a source is
        self,
        server: int,
        name: str,
        kind: AddedKind,
        *,
        address: str | None,
        file: str | None,
        by: int | None,
        now: datetime,
    ) -> AddedSource | None:
        """Store a source without entries, `by` a person or by nobody; None where its name is taken
        on the server.
        """
        ...

    async def of_server(self, server: int) -> list[AddedSource]:
        """Return a server's sources, by name."""
        ...

    async def get(self, source_id: int) -> AddedSource | None:
        """Return one, or None."""
        ...

    async def remove(self, source_id: int) -> bool:
        """Delete it and its entries; False where it was gone. Papers stay."""
        ...

    async def waiting(self, before: datetime, limit: int) -> list[AddedSource]:
        """Return sources with an address that were not read since `before`, longest first."""
        ...

    async def failing(self) -> list[AddedSource]:
        """Return every source of a server whose last reading failed."""
        ...

    async def note(
        self, source_id: int, now: datetime, error: str | None, told: str | None = None
    ) -> None:
        """Record that it was read well (`error` None) and what it `told`, or why it was not."""
        ...

    async def known(self, server: int, external: Sequence[str]) -> KnownHere:
        """Return what a server may know of these external ids."""
        ...

    async def stored_since(self, source_id: int, instant: datetime) -> int:
        """Return how many papers that only this source told of were stored since an instant."""
        ...

    async def forget_papers(self) -> int:
        """Delete the papers that only added sources told of and to which nothing refers: no entry,
        nobody's library, nothing shown, no edition that is kept; returns how many.
        """
        ...

    async def told_before(self, source_id: int) -> Sequence[EntryBefore]:
        """Return every entry that the source ever told, as far as it is remembered."""
        ...

    async def begin_again(self, source_id: int, place: str | None = None) -> None:
        """Let the next reading be history, as the first one was, until one is noted to have gone
        well; `place` is where a list of `EVERYBODY`'s stands from now on.
        """
        ...

    async def put(
        self,
        source: AddedSource,
        entries: Sequence[Entry],
        news: frozenset[str],
        now: datetime,
        *,
        whole: bool = True,
    ) -> None:
        """Store what a source tells now. Entries whose `paper` is in `news` are new on this day.

        A bibliography's entries that are not told any more are browsed no more; a feed's stay, and
        so do those of one that is not `whole`.
        """
        ...

    async def publications(
        self, source_id: int, year: int | None, offset: int, limit: int
    ) -> Publications:
        """Return a page of what a source tells, of one year or of all."""
        ...

    async def news_since(self, day: date) -> Mapping[int, Sequence[OwnNews]]:
        """Return what is news on `day` or later, by server. What is everybody's is no server's."""
        ...

    async def told_since(self, day: date) -> Mapping[int, Mapping[int, Sequence[str]]]:
        """Return the names of a server's sources that tell of papers which were brought out, or are
        news, on `day` or later: by server and key. What is everybody's is no server's.
        """
        ...

    async def servers(self) -> list[int]:
        """Return the servers that have a source; everybody is none."""
        ...

    async def gone(self, server: int, since: datetime | None) -> None:
        """Note that the bot is not in a server any more since an instant (the first one noted
        stays), or that it is.
        """
        ...

    async def forget(self, before: datetime) -> int:
        """Delete the sources of servers gone since before an instant; returns how many."""
        ...


class SourceReader(Protocol):
    """Reads what people add. What comes from an address never comes from the operator's network."""

    async def read(self, name: str, address: str, before: str | None = None) -> Told | None:
        """Fetch an address and read what stands there; None where it is in the state that it was in
        `before`. `name` is for the log and the words of a fault. Raises `SourceFault`.
        """
        ...

    async def read_file(self, name: str, content: bytes) -> Told:
        """Read a file that was handed over. Raises `SourceFault`."""
        ...


class PublicationList(Protocol):
    """A list of publications that the configuration names: at an address, or in a file."""

    @property
    def name(self) -> str:
        """Its name, as in `PaperDraft.source`, in its health and after ``source:``."""
        ...

    @property
    def place(self) -> str:
        """A hash of where it stands: another one is another place."""
        ...

    async def read(self, before: str | None = None) -> Told | None:
        """Read it; None where it is in the state that it was in `before`. Raises `SourceFault`."""
        ...
