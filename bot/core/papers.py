"""A paper, before and after it has a key.

A source reads its upstream's answer into a `PaperDraft`: cleaned text, external ids, no key.
Storage matches a draft with what is already known and gives it a **key**, an integer that is
never reused; from then on it is a `Paper`. Buttons, choices and the title index carry the key.

External ids are text with a namespace, always: ``arxiv:2305.14314``, ``doi:10.1038/nature14539``.
``2503.02130`` is no number (its trailing zero counts), and versions are not papers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

NEVER = date.min
"""`released` of a paper that no daily source has brought out: one that somebody looked up. It is
older than every day there is, so such a paper is no candidate anywhere until a source brings it.
"""

Dated = Literal["day", "month", "year"]
"""How exactly a day is known: a month alone stands as its first day, a year alone as 1 January."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What a community says of a paper. Counts are ≥ 0; `stars` is None where there is no code."""

    upvotes: int = 0
    comments: int = 0
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class MachineSummary:
    """A summary that a model wrote. `model` is None where the source does not name it; `own` is one
    that was made here, and not by a source.
    """

    text: str
    model: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """Absolute https addresses, or None."""

    page: str | None = None
    pdf: str | None = None
    code: str | None = None
    project: str | None = None
    thumbnail: str | None = None


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """One work as one source tells it, its text cleaned, its key not yet known.

    `ids` holds at least one external id, the source's own first. `published` is the day the work
    came out, `dated` says how exactly that is known; `released` is the day on which this source
    brought it out (Hugging Face's ``submittedOnDailyAt``), which is what makes it a candidate for a
    digest; `NEVER` where it did not. `categories` are lower-case (``cs.cl``), `keywords` and
    `venue` (journal or conference) as the source writes them. With `corrects` it is the same entry
    of the same list as before, so that its words take the place of the list's earlier ones even
    where nobody brought the work out.
    """

    ids: tuple[str, ...]
    title: str
    source: str
    released: date
    authors: tuple[str, ...] = ()
    abstract: str = ""
    published: date | None = None
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    organization: str | None = None
    summary: MachineSummary | None = None
    links: Links = field(default_factory=Links)
    signals: Signals = field(default_factory=Signals)
    withdrawn: bool = False
    venue: str | None = None
    dated: Dated = "day"
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One work, known here by its `key` (> 0, never reused); else as `PaperDraft`.

    `released` is the newest day on which any source brought it out, `source` that source; `NEVER`
    where none did, and `source` is the one that told of it. `origins` names the fields that another
    source told, and that source; it is no part of what makes two papers equal. `also` are the other
    public sources that ever told of the work, in alphabetical order.
    """

    key: int
    ids: tuple[str, ...]
    title: str
    source: str
    released: date
    authors: tuple[str, ...] = ()
    abstract: str = ""
    published: date | None = None
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    organization: str | None = None
    summary: MachineSummary | None = None
    links: Links = field(default_factory=Links)
    signals: Signals = field(default_factory=Signals)
    withdrawn: bool = False
    venue: str | None = None
    dated: Dated = "day"
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    also: tuple[str, ...] = ()

    def told_by(self, name: str) -> str:
        """The source that a field's words are from."""
        return dict(self.origins).get(name, self.source)

    @property
    def has_code(self) -> bool:
        """True where the work links to code."""
        return self.links.code is not None

    @property
    def year(self) -> int:
        """The year the work came out; the year it was brought out where that is not known."""
        return (self.published or self.released).year
