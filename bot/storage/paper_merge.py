"""What becomes of a known paper when a source tells of it again, decided without acting.

- The newest day's word counts, of one day the last: title, votes, whatever a draft says. An older
  day's only fills what is missing, so that importing history twice changes nothing.
- Where the newest word is plainly poorer than another source's, that one's stays
  (`bot/core/best_fields.py`): a shortened abstract, initials, a year for a day. What a source said
  before its newest word is no better than that one.
- What a draft does not say (an empty list or text, None) wipes nothing. Votes and comments that
  are both 0 are not said: sources leave them out now and then, and some never know them.
- Votes are the word of whoever counts them, whichever day they tell it of: another source that
  brought the paper out later knows none.
- What was looked up (`released` is `NEVER`) only fills what is missing, also in what was looked up
  before: which of two such claims is the better one, nobody knows. A list that `corrects` its own
  entry knows.
- What a server's own source told (`bot/core/visibility.py`) is a claim, too. It gives a public
  paper, which everybody sees, neither a word nor an id, and nothing of it stays once a public
  source tells of it, but for the id by which its server finds the paper (`own_id`).
- `released` is the newest day, `source` the one that brought the paper out on it, the first to
  say so. Withdrawn stays withdrawn. Categories are folded in case, as searches compare them.
- Of two papers found to be one the winner's fields come first, the loser's fill what is missing.
- `origins` says of each field whose word it is, where that is not `source`'s; `also` who else told
  of the work at all, whatever became of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.best_fields import (
    better_abstract,
    better_authors,
    better_day,
    better_venue,
)
from bot.core.papers import NEVER, Links, Paper, Signals
from bot.core.visibility import is_own_id, is_public

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft

_TOLD = ("title", "authors", "abstract", "published", "venue", "summary")
"""The fields whose origin is kept."""

_MOST_ALSO = 50
"""Other sources that are remembered of one paper."""


def is_claim(draft: PaperDraft) -> bool:
    """Whether a draft is somebody's word alone, and not what a public source brought out."""
    return draft.released == NEVER or not is_public(draft.source)


def first_told(key: int, draft: PaperDraft) -> Paper:
    """Make a paper of a draft that nothing was known of."""
    return Paper(
        key=key,
        ids=tuple(dict.fromkeys(draft.ids)),
        title=draft.title,
        source=draft.source,
        released=draft.released,
        authors=draft.authors,
        abstract=draft.abstract,
        published=draft.published,
        categories=tuple(category.casefold() for category in draft.categories),
        keywords=draft.keywords,
        organization=draft.organization,
        summary=draft.summary,
        links=draft.links,
        signals=draft.signals,
        withdrawn=draft.withdrawn,
        venue=draft.venue,
        dated=draft.dated,
    )


def told_again(known: Paper, draft: PaperDraft) -> Paper:
    """Return the paper after a source told of it again; equal to `known` where nothing changed."""
    told = first_told(known.key, draft)
    if is_public(known.source) != is_public(told.source):
        return _over(told, known) if is_public(told.source) else known
    ids = _ids(known, told)
    if is_claim(draft):
        if draft.corrects and told.source == known.source:
            return _signed(_bettered(told, known, known), ids, told, known)
        return _signed(_filled(known, told, known), ids, known, told)
    if told.released < known.released:  # an older day's word, as when history is imported
        better = _bettered(known, told, known)
        if told.source == known.source:  # it has said something newer since
            filled = _filled(known, told, known)
            better = replace(better, authors=filled.authors, abstract=filled.abstract)
        else:
            better = replace(better, signals=_signals(told.signals, known.signals))
        return _signed(better, ids, known, told)
    newest = told if told.released > known.released else known
    return _signed(_bettered(told, known, newest), ids, told, known)


def joined(winner: Paper, loser: Paper) -> Paper:
    """Return the winner after a merge, under its own key."""
    if is_public(winner.source) != is_public(loser.source):
        public, own = (winner, loser) if is_public(winner.source) else (loser, winner)
        return replace(_over(public, own), key=winner.key)
    ids = _ids(winner, loser)
    newest = loser if loser.released > winner.released else winner
    return _signed(_bettered(winner, loser, newest), ids, winner, loser)


def _over(public: Paper, own: Paper) -> Paper:
    """Return the public paper of a work that a server knew, found by that server as before."""
    found = (one for one in own.ids if is_own_id(one))
    return replace(public, ids=tuple(dict.fromkeys((*public.ids, *found))))


def _ids(first: Paper, second: Paper) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first.ids, *second.ids)))


def _bettered(front: Paper, back: Paper, newest: Paper) -> Paper:
    """Fill the gaps of `front`, and take what another source says better."""
    filled = _filled(front, back, newest)
    published, dated = better_day(front.published, front.dated, back.published, back.dated)
    authors, abstract = filled.authors, filled.abstract
    if front.told_by("authors") != back.told_by("authors"):  # a source may correct itself
        authors = better_authors(authors, back.authors)
    if front.told_by("abstract") != back.told_by("abstract"):
        abstract = better_abstract(abstract, back.abstract)
    venue = filled.venue
    if front.told_by("venue") != back.told_by("venue"):
        venue = better_venue(venue, back.venue)
    return replace(
        filled,
        authors=authors,
        abstract=abstract,
        published=published,
        dated=dated,
        venue=venue,
    )


def _filled(front: Paper, back: Paper, newest: Paper) -> Paper:
    """Take what `front` says, else what `back` says, and the day and source of `newest`."""
    day = front if front.published is not None else back
    return replace(
        front,
        title=front.title or back.title,
        source=newest.source,
        released=newest.released,
        authors=front.authors or back.authors,
        abstract=front.abstract or back.abstract,
        published=day.published,
        dated=day.dated,
        categories=front.categories or back.categories,
        keywords=front.keywords or back.keywords,
        organization=front.organization or back.organization,
        summary=front.summary or back.summary,
        links=Links(
            front.links.page or back.links.page,
            front.links.pdf or back.links.pdf,
            front.links.code or back.links.code,
            front.links.project or back.links.project,
            front.links.thumbnail or back.links.thumbnail,
        ),
        signals=_signals(front.signals, back.signals),
        withdrawn=front.withdrawn or back.withdrawn,
        venue=front.venue or back.venue,
    )


def _signed(paper: Paper, ids: tuple[str, ...], front: Paper, back: Paper) -> Paper:
    """Give a merged paper its ids, and say who told of it and whose word each field is, where that
    is another's.
    """
    paper = replace(paper, ids=ids, also=_also(paper.source, front, back))
    if front.source == back.source and not (front.origins or back.origins):
        return paper
    tellers = (
        (name, (front if getattr(paper, name) == getattr(front, name) else back).told_by(name))
        for name in _TOLD
        if getattr(paper, name)
    )
    origins = tuple((name, teller) for name, teller in tellers if teller != paper.source)
    return replace(paper, origins=origins)


def _also(source: str, front: Paper, back: Paper) -> tuple[str, ...]:
    """Return the public sources beside `source` that told of either paper."""
    told = {front.source, *front.also, back.source, *back.also} - {source}
    return tuple(sorted(filter(is_public, told))[:_MOST_ALSO])


def _signals(front: Signals, back: Signals) -> Signals:
    counts = front if front.upvotes or front.comments else back
    stars = back.stars if front.stars is None else front.stars
    return Signals(counts.upvotes, counts.comments, stars)
