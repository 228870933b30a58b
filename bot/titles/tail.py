"""The small shelf: titles added since the index was built, in plain containers that change.

Rules: it answers as the large shelf does (`terms.Shelf`), sooner or later than it never: a record
is seen by the next call, a removed one is gone from it. An addition costs microseconds; a search
costs more the more is here, so a large tail is merged into the large shelf (`TitleIndex.merge`).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.titles import records
from bot.titles.arrays import WORDLESS
from bot.titles.terms import Candidate, idf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.titles.records import Record
    from bot.titles.terms import Asked, Effort

BUDGET: Final = 6_000
STARTING: Final = 8
_LAST: Final = "\U0010ffff"


class Tail:
    """Records by row; rows are numbers never used again."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._records: dict[int, Record] = {}
        self._postings: dict[str, list[int]] = {}
        self._words: list[str] = []
        self._titles: list[tuple[str, int]] = []
        self._names: dict[int, list[int]] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._records)

    def records(self) -> list[Record]:
        """Return every record, the oldest first."""
        return list(self._records.values())

    def get(self, paper_id: str) -> Record | None:
        """Return a paper's record, if it is here."""
        row = self._rows.get(paper_id)
        return None if row is None else self._records[row]

    def add(self, record: Record) -> None:
        """Take in a record whose id is not here."""
        row, self._next = self._next, self._next + 1
        self._rows[record.paper_id] = row
        self._records[row] = record
        for word in set(record.words or (WORDLESS,)):
            rows = self._postings.get(word)
            if rows is None:
                self._postings[word] = [row]
                insort(self._words, word)
            else:
                rows.append(row)
        insort(self._titles, (record.text, row))
        for key in records.aliases(record.words, record.head):
            self._names.setdefault(key, []).append(row)

    def set_popularity(self, paper_id: str, popularity: float) -> None:
        """Change what decides between equals, of a paper that is here."""
        row = self._rows[paper_id]
        self._records[row] = self._records[row]._replace(popularity=popularity)

    def discard(self, paper_id: str) -> None:
        """Forget a paper; one that is not here is no error."""
        row = self._rows.pop(paper_id, None)
        if row is None:
            return
        record = self._records.pop(row)
        for word in set(record.words or (WORDLESS,)):
            rows = self._postings[word]
            rows.remove(row)
            if not rows:
                del self._postings[word]
                del self._words[bisect_left(self._words, word)]
        del self._titles[bisect_left(self._titles, (record.text, row))]
        for key in records.aliases(record.words, record.head):
            rows = self._names[key]
            rows.remove(row)
            if not rows:
                del self._names[key]

    def count(self, word: str) -> int:
        """Return in how many titles a word stands."""
        return len(self._postings.get(word, ()))

    def near(self, word: str) -> list[str]:
        """Return indexed words at most two edits away, the word itself left out."""
        found = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=2, limit=8, processor=None
        )
        return [other for other, distance, _ in found if distance > 0]

    def beginning(self, prefix: str, limit: int) -> list[str]:
        """Return indexed words that begin so, at most `limit`."""
        first = bisect_left(self._words, prefix)
        last = bisect_left(self._words, prefix + _LAST, lo=first)
        return self._words[first : min(last, first + limit)]

    def named(self, name: str) -> list[Record]:
        """Return titles that may go by this name."""
        rows = [row for key in records.alias_keys(name) for row in self._names.get(key, ())]
        return [self._records[row] for row in dict.fromkeys(rows)]

    def exact(self, words: list[str], limit: int) -> list[Record]:
        """Return titles of exactly these words, at most `limit`."""
        text = " ".join(words)
        first = bisect_left(self._titles, (text, -1))
        last = bisect_left(self._titles, (text, self._next), lo=first)
        return [self._records[row] for _, row in self._titles[first : min(last, first + limit)]]

    def starting(self, words: list[str], unfinished: str, limit: int) -> list[Record]:
        """Return titles that start so, the most popular first, then the shortest."""
        if unfinished:
            start = end = " ".join([*words, unfinished])
        else:
            start = " ".join(words)
            end = start + " " if words else ""
        first = bisect_left(self._titles, (start, -1))
        last = bisect_left(self._titles, (end + _LAST, -1), lo=first)
        found = [
            self._records[row]
            for text, row in self._titles[first:last]
            if text == start or text.startswith(end)
        ]
        return sorted(found, key=lambda record: (-record.popularity, len(record.text)))[:limit]

    def holding(self, words: Sequence[str], unfinished: str, limit: int) -> list[Record]:
        """Return titles that have these words one after another, the most popular first."""
        phrase = " ".join(["", *words, unfinished])
        rarest = min((self._postings.get(word, []) for word in words), key=len, default=None)
        rows = self._records if rarest is None else rarest[-BUDGET:]
        found = [one for row in rows if phrase in f" {(one := self._records[row]).text} "]
        return sorted(found, key=lambda record: (-record.popularity, len(record.text)))[:limit]

    def best(self, limit: int) -> list[Record]:
        """Return the most popular titles, of equal ones the newest first."""
        order = sorted(
            self._records.values(), key=lambda record: (-record.popularity, -record.arrival)
        )
        return order[:limit]

    def candidates(self, asked: Asked, effort: Effort) -> list[Candidate]:
        """Return titles that share most with the query, best first, and those that it names,
        begins or is.
        """
        if not self._records:
            return []
        named: dict[int, None] = {}
        for name in asked.names:
            for key in records.alias_keys(name):
                named.update(dict.fromkeys(self._names.get(key, ())))
        for words in asked.starts:
            found = self.starting(list(words), "", STARTING)
            named.update(dict.fromkeys(self._rows[one.paper_id] for one in found))
        for words in asked.titles:
            found = self.exact(list(words), STARTING)
            named.update(dict.fromkeys(self._rows[one.paper_id] for one in found))
        lists: list[tuple[list[int], float, float, str]] = []
        for term in asked.terms:
            words = self.beginning(term.word, BUDGET) if term.prefix else [term.word]
            lists += [
                (rows, term.weight * term.likeness, term.likeness, word)
                for word in words
                if (rows := self._postings.get(word))
            ]
        lists.sort(key=lambda item: len(item[0]))
        got: dict[int, float] = {}
        likeness: dict[str, float] = {}
        weight_of: dict[str, float] = {}
        spent = 0
        for rows, weight, like, word in lists:
            likeness[word] = max(like, likeness.get(word, 0.0))
            weight_of[word] = max(weight, weight_of.get(word, 0.0))
            if spent and spent + len(rows) > BUDGET:
                continue
            spent += len(rows)
            for row in rows[:BUDGET]:
                got[row] = got.get(row, 0.0) + weight
        top = sorted(got, key=lambda row: (-got[row], len(self._records[row].words)))[
            : 4 * effort.kept
        ]
        weighed = {
            row: self._weigh(self._records[row], weight_of, likeness, asked.total)
            for row in dict.fromkeys([*named, *top[: 4 * effort.kept]])
        }
        best = sorted(weighed, key=lambda row: (row not in named, -_merit(weighed[row])))
        return [weighed[row] for row in best[: effort.kept]]

    def _weigh(
        self,
        record: Record,
        weight_of: dict[str, float],
        likeness: dict[str, float],
        total: float,
    ) -> Candidate:
        size = len(self._records)
        asked = sum(weight_of.get(word, 0.0) for word in set(record.words))
        weights = [(idf(size, self.count(word)), likeness.get(word, 0.0)) for word in record.words]
        whole = sum(weight for weight, _ in weights) or 1.0
        told = sum(weight * like for weight, like in weights) / whole
        return Candidate(record, min(1.0, asked / total), told, whole)


def _merit(one: Candidate) -> float:
    return one.asked + one.told + one.asked * one.told
