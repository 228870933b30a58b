"""The title index: find a paper by its half-remembered title, also while it is being typed.

Rules:

- Ids are the caller's. Scores are 0–100, best first; 100 is the title itself, and of equal scores
  the more popular title stands first.
- What is added, replaced or discarded is so for the next call. Any `str` may be asked.
- Calls may come from several threads; they take turns. `save` and `merge` hold the others up only
  while they copy references, not while they build or write.

Theory of operation. Titles stand on two shelves: a large one in arrays (`segment`), which never
changes but for discards, and a small one (`tail`) of what came since. A query is folded
(`folding`), its words weighed, mistyped ones replaced (`asking`), and each shelf brings the titles
that share most with it (`gathering`). rapidfuzz compares these few with the whole query, and a
small network lets them compete, with each other and with “none of these” (`scoring`, `model`,
`ranking`; `completing` while somebody types).
"""

from __future__ import annotations

from itertools import chain
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from numpy.typing import NDArray

from bot.core.lookup import Ambiguous, Found, Match, NotFound
from bot.titles import files
from bot.titles.arrays import build
from bot.titles.completing import completions
from bot.titles.ranking import EXACTLY, doubtful, ranked
from bot.titles.records import Record, record
from bot.titles.segment import Segment
from bot.titles.tail import Tail
from bot.titles.terms import Shelves
from bot.titles.tidying import give_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bot.core.lookup import Resolution

SURE: Final = 60.0
POSSIBLE: Final = 5.0
TOGETHER: Final = 30.0
CHOICES: Final = 5
CROWDED: Final = 2000
_READ_AT_ONCE: Final = 1000
_NO_POPULARITY: Final[Mapping[str, float]] = MappingProxyType({})


class TitleIndex:
    """Titles by paper id; `TitleIndex.build(())` is an empty one. See the module's rules."""

    def __init__(self, segment: Segment, tail: Tail, arrivals: int, stamp: str = "") -> None:
        self._segment = segment
        self._tail = tail
        self._arrivals = arrivals
        self._stamp = stamp
        self._changes = 0
        self._lock = RLock()

    @classmethod
    def build(
        cls,
        titles: Iterable[tuple[str, str]],
        *,
        popularity: Mapping[str, float] = _NO_POPULARITY,
    ) -> Self:
        """Index (paper id, title) pairs; of two with one id the later counts."""
        segment = Segment(
            build(
                record(paper_id, title, popularity.get(paper_id, 0.0), arrival)
                for arrival, (paper_id, title) in enumerate(titles, 1)
            )
        )
        arrivals = segment.size
        if segment.repeats_an_id():
            latest = {
                one.paper_id: one for one in sorted(_all(segment), key=lambda one: one.arrival)
            }
            segment = Segment(build(latest.values()))
        give_back()
        return cls(segment, Tail(), arrivals)

    def __len__(self) -> int:
        with self._lock:
            return self._segment.living + len(self._tail)

    def add(self, paper_id: str, title: str, popularity: float = 0.0) -> None:
        """Add a title, or replace the one of this id; the next search sees it.

        A paper whose title stays is as new as it was; only its popularity changes.
        """
        with self._lock:
            self._arrivals += 1
            self._changes += 1
            new = record(paper_id, title, popularity, self._arrivals)
            row = self._segment.row_of(paper_id)
            old = self._tail.get(paper_id) if row is None else self._segment.record(row)
            if old is not None and (old.words, old.head) == (new.words, new.head):
                if row is None:
                    self._tail.set_popularity(paper_id, popularity)
                else:
                    self._segment.set_popularity(row, popularity)
                return
            if row is not None:
                self._segment.discard(row)
            self._tail.discard(paper_id)
            self._tail.add(new)

    def discard(self, paper_id: str) -> None:
        """Forget a paper; an unknown id is no error."""
        with self._lock:
            self._changes += 1
            self._tail.discard(paper_id)
            row = self._segment.row_of(paper_id)
            if row is not None:
                self._segment.discard(row)

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """Return the titles that the text may mean, best first, at most `limit`."""
        with self._lock:
            return [
                Match(one.paper_id, score)
                for one, score in ranked(self.shelves(), text)[: max(0, limit)]
            ]

    def complete(self, typed: str, limit: int = 25) -> list[Match]:
        """Return what a text being typed may become: titles that start so, then others.

        An empty text gives the most popular titles, of equal ones the newest first.
        """
        with self._lock:
            return [
                Match(one.paper_id, score)
                for one, score in completions(self.shelves(), typed, max(0, limit))
            ]

    def resolve(self, text: str) -> Resolution:
        """Decide whether the text means one paper, one of several, or none that is here.

        Found is said of the title itself where one paper alone has it, and of a title that is
        surer than everything else together.
        """
        with self._lock:
            answers = ranked(self.shelves(), text)
        matches = tuple(Match(one.paper_id, score) for one, score in answers)
        exact = tuple(match for match in matches if match.score == EXACTLY)
        if answers and not exact and doubtful(text, answers[0][0]):
            return NotFound(matches[:CHOICES])
        if len(exact) == 1 or (not exact and matches and matches[0].score >= SURE):
            return Found(matches[0])
        if exact:
            return Ambiguous(exact[:CHOICES])
        possible = tuple(match for match in matches if match.score >= POSSIBLE)
        if len(possible) > 1 and sum(match.score for match in possible) >= TOGETHER:
            return Ambiguous(possible[:CHOICES])
        return NotFound(matches[:CHOICES])

    def crowded(self) -> bool:
        """Say whether so much was added since the last build that it should be merged."""
        with self._lock:
            return len(self._tail) >= CROWDED

    def merge(self) -> None:
        """Move everything to the large shelf, so that searches are as fast as after a build."""
        with self._lock:
            segment, records, arrivals = self._segment, self._tail.records(), self._arrivals
            alive, changes = segment.alive.copy(), self._changes
        merged = Segment(build(chain(_all(segment, alive), records)))
        with self._lock:
            if changes == self._changes:
                self._segment, self._tail, self._arrivals = merged, Tail(), arrivals

    @property
    def stamp(self) -> str:
        """What the folder was stamped with that this index was loaded from; else empty."""
        return self._stamp

    def save(self, folder: Path, *, stamp: str = "") -> None:
        """Write the index to a folder, whole or not at all. The stamp is the caller's.

        `IndexFolderError` if the folder holds something that is no index; `OSError` as it comes.
        """
        with self._lock:
            dirty = len(self._tail) > 0 or self._segment.living < self._segment.size
        if dirty:
            self.merge()
        with self._lock:
            segment, records = self._segment, self._tail.records()
            alive, popularity = segment.alive.copy(), segment.popularity.copy()
            arrivals = self._arrivals
        arrays = segment.arrays
        if records or not alive.all():
            arrays = build(chain(_all(segment, alive), records))
            popularity = arrays.popularity
        files.save(folder, arrays, popularity, arrivals, stamp)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open a saved index, memory-mapped. `IndexFolderError` if it is not whole and ours."""
        arrays, arrivals, stamp = files.load(folder)
        return cls(Segment(arrays), Tail(), arrivals, stamp)

    def shelves(self) -> Shelves:
        """Return both parts of the index as they are now; what follows may change them."""
        return Shelves(self._segment, self._tail, len(self))


def _all(segment: Segment, alive: NDArray[np.bool_] | None = None) -> Iterator[Record]:
    rows = np.flatnonzero(segment.alive if alive is None else alive)
    for first in range(0, len(rows), _READ_AT_ONCE):
        yield from segment.records(rows[first : first + _READ_AT_ONCE])
