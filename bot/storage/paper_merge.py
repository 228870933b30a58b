"""What becomes of a known paper when a source tells of it again, decided without acting.

- The newest day's word counts, of one day the last: title, votes, whatever a draft says. An older
  day's only fills what is missing, so that importing history twice changes nothing.
- What a draft does not say (an empty list or text, None) wipes nothing. Votes and comments that
  are both 0 are not said: sources leave them out now and then, and some never know them.
- What was looked up (`released` is `NEVER`) only fills what is missing, also in what was looked up
  before: which of two such claims is the better one, nobody knows.
- `released` is the newest day, `source` the one that brought the paper out on it, the first to
  say so. Withdrawn stays withdrawn. Categories are folded in case, as searches compare them.
- Of two papers found to be one the winner's fields come first, the loser's fill what is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.papers import NEVER, Links, Paper, Signals

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft


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
    )


def told_again(known: Paper, draft: PaperDraft) -> Paper:
    """Return the paper after a source told of it again; equal to `known` where nothing changed."""
    told = first_told(known.key, draft)
    # An older day's word, as when history is imported; a claim.
    if told.released < known.released or told.released == NEVER:
        return replace(_filled(known, told, known), ids=_ids(known, told))
    newest = told if told.released > known.released else known
    return replace(_filled(told, known, newest), ids=_ids(known, told))


def joined(winner: Paper, loser: Paper) -> Paper:
    """Return the winner after a merge, under its own key."""
    newest = loser if loser.released > winner.released else winner
    return replace(_filled(winner, loser, newest), ids=_ids(winner, loser))


def _ids(first: Paper, second: Paper) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first.ids, *second.ids)))


def _filled(front: Paper, back: Paper, newest: Paper) -> Paper:
    """Take what `front` says, else what `back` says, and the day and source of `newest`."""
    return replace(
        front,
        title=front.title or back.title,
        source=newest.source,
        released=newest.released,
        authors=front.authors or back.authors,
        abstract=front.abstract or back.abstract,
        published=front.published or back.published,
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
    )


def _signals(front: Signals, back: Signals) -> Signals:
    counts = front if front.upvotes or front.comments else back
    stars = back.stars if front.stars is None else front.stars
    return Signals(counts.upvotes, counts.comments, stars)
