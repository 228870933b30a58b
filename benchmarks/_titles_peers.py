"""Other ways to find a title, measured on the same corpus and queries in a fresh process.

Rules: a peer is what somebody would take instead: a scan of all titles by rapidfuzz, SQLite's
full-text search of words or of trigrams, with bm25's order or with the best 200 compared by
rapidfuzz, tantivy where it is installed (it is no dependency). Each gets what helps it: folded
titles, only the rarest words of a query, an optimised index in memory. A slow one is asked the
first few queries of every class, and the figure it is held against is ours of the same queries.
Times are measured as ours are.

Run by `titles.py` as ``python _titles_peers.py FOLDER SIZE``.
"""

from __future__ import annotations

import importlib
import sqlite3
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from _titles_figures import (
    Peer,
    asked,
    corpus_file,
    lines_of,
    peers_file,
    queries_file,
    tell,
    write,
)
from _titles_queries import ABSENT, BEGUN, NEAR, Query, written_queries
from rapidfuzz import fuzz, process, utils

LIMIT, OFFERED = 10, 25
COMPARED: Final = 200
RAREST: Final = 8
GRAM: Final = 3
PASSES: Final = 3


class Finder(Protocol):
    """What is asked of a peer: rows, best first."""

    def search(self, text: str) -> Sequence[int]:
        """Return what the text may mean, at most `LIMIT`."""
        ...

    def complete(self, typed: str) -> Sequence[int]:
        """Return what a beginning may become, at most `OFFERED`."""
        ...


def plain(text: str) -> str:
    """Fold a text: no accents, no case, no punctuation."""
    letters = unicodedata.normalize("NFKD", text)
    return utils.default_process("".join(one for one in letters if not unicodedata.combining(one)))


def compared(text: str, rows: Sequence[int], titles: Sequence[str]) -> list[int]:
    """Order rows by how like the text their titles are: the mean of three of rapidfuzz's ratios."""
    scorers = (fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio)
    likeness = {row: sum(scorer(text, titles[row]) for scorer in scorers) for row in rows}
    return sorted(rows, key=lambda row: -likeness[row])


class Scan:
    """Every title is compared, by one of rapidfuzz's scorers."""

    def __init__(self, titles: Sequence[str], scorer: Callable[..., float]) -> None:
        self._titles = titles
        self._scorer = scorer

    def _best(self, text: str, limit: int) -> list[int]:
        best = process.extract(plain(text), self._titles, scorer=self._scorer, limit=limit)
        return [row for _, _, row in best]

    def search(self, text: str) -> list[int]:
        """Return the titles that score best."""
        return self._best(text, LIMIT)

    def complete(self, typed: str) -> list[int]:
        """Return the same, a few more."""
        return self._best(typed, OFFERED)


class FullText:
    """SQLite's FTS5, of words or of trigrams; ordered by bm25, or compared by rapidfuzz."""

    def __init__(self, titles: Sequence[str], tokens: str, *, comparing: bool) -> None:
        self._titles = titles
        self._grams = tokens == "trigram"
        self._comparing = comparing
        self._base = base = sqlite3.connect(":memory:")
        base.execute(
            f"CREATE VIRTUAL TABLE title USING fts5(words, content='', tokenize='{tokens}')"
        )
        base.execute("CREATE VIRTUAL TABLE term USING fts5vocab(title, 'row')")
        base.executemany("INSERT INTO title(rowid, words) VALUES (?, ?)", enumerate(titles))
        base.execute("INSERT INTO title(title) VALUES ('optimize')")

    def _rows(self, match: str, limit: int, order: str = "rank") -> list[int]:
        select = f"SELECT rowid FROM title WHERE title MATCH ? ORDER BY {order} LIMIT ?"  # noqa: S608 - two constants
        return [row for (row,) in self._base.execute(select, (match, limit))]

    def _terms(self, text: str) -> list[str]:
        if self._grams:
            return [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]
        return text.split()

    def _rarest(self, text: str) -> list[str]:
        known: list[tuple[int, str]] = []
        for term in dict.fromkeys(self._terms(text)):
            row = self._base.execute("SELECT doc FROM term WHERE term = ?", (term,)).fetchone()
            if row is not None:
                known.append((row[0], term))
        return [term for _, term in sorted(known)[:RAREST]]

    def search(self, text: str) -> list[int]:
        """Return the titles that share the text's rarest terms."""
        text = plain(text)
        match = " OR ".join(f'"{term}"' for term in self._rarest(text))
        if not match:
            return []
        if not self._comparing:
            return self._rows(match, LIMIT)
        return compared(text, self._rows(match, COMPARED), self._titles)[:LIMIT]

    def complete(self, typed: str) -> list[int]:
        """Return titles that begin so or hold it, then what a search brings."""
        text = plain(typed)
        rows: list[int] = []
        if self._grams and len(text) >= GRAM:
            rows = self._rows(f'"{text}"', OFFERED, "rowid")
        elif text and not self._grams:
            rows = self._rows(f'^ "{text}" *', OFFERED, "rowid")
            if len(rows) < OFFERED:
                words = " AND ".join(f'"{word}"' for word in text.split())
                rows += self._rows(f"{words} *", OFFERED, "rowid")
        if len(rows) < OFFERED:
            rows += self.search(typed)
        return list(dict.fromkeys(rows))[:OFFERED]


class Tantivy:
    """tantivy's index in memory: words of the query, mistyped ones too, compared by rapidfuzz."""

    def __init__(self, titles: Sequence[str]) -> None:
        # No dependency, so nothing is known of its types.
        self._lib: Any = importlib.import_module("tantivy")
        self._titles = titles
        builder = self._lib.SchemaBuilder()
        builder.add_unsigned_field("row", stored=True)
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        index = self._lib.Index(self._schema)
        writer = index.writer(num_threads=1)
        for row, title in enumerate(titles):
            document = self._lib.Document()
            document.add_unsigned("row", row)
            document.add_text("words", title)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def _rows(self, clauses: list[tuple[Any, Any]]) -> list[int]:
        if not clauses:
            return []
        query = self._lib.Query.boolean_query(clauses)
        hits = self._searcher.search(query, COMPARED, count=False).hits
        return [self._searcher.doc(address)["row"][0] for _, address in hits]

    def search(self, text: str) -> list[int]:
        """Return titles with these words, one slip allowed from four letters, two from eight."""
        text, query, should = plain(text), self._lib.Query, self._lib.Occur.Should
        clauses: list[tuple[Any, Any]] = []
        for word in dict.fromkeys(text.split()):
            clauses.append((should, query.term_query(self._schema, "words", word)))
            slips = min(2, len(word) // 4)
            if slips:
                fuzzy = query.fuzzy_term_query(self._schema, "words", word, distance=slips)
                clauses.append((should, fuzzy))
        return compared(text, self._rows(clauses), self._titles)[:LIMIT]

    def complete(self, typed: str) -> list[int]:
        """Return titles with all words, the last one begun; those that begin so first."""
        text, query, must = plain(typed), self._lib.Query, self._lib.Occur.Must
        *whole, last = text.split() or [""]
        clauses = [(must, query.term_query(self._schema, "words", word)) for word in whole]
        if last:
            clauses.append((must, query.regex_query(self._schema, "words", last + ".*")))
        rows = self._rows(clauses)
        rows.sort(key=lambda row: not self._titles[row].startswith(text))
        if len(rows) < OFFERED:
            rows += self.search(typed)
        return list(dict.fromkeys(rows))[:OFFERED]


Make = Callable[[Sequence[str]], Finder]
# Name, how it is made, and how many queries of every class it is asked among 10,000 and 100,000.
PEERS: Final[tuple[tuple[str, Make, dict[int, int]], ...]] = (
    ("rapidfuzz scan, WRatio", lambda titles: Scan(titles, fuzz.WRatio), {10_000: 10, 100_000: 1}),
    ("rapidfuzz scan, token_ratio", lambda t: Scan(t, fuzz.token_ratio), {10_000: 10, 100_000: 1}),
    (
        "SQLite FTS5 words, bm25",
        lambda titles: FullText(titles, "unicode61", comparing=False),
        {100_000: 15},
    ),
    (
        "SQLite FTS5 words, rapidfuzz",
        lambda titles: FullText(titles, "unicode61", comparing=True),
        {100_000: 15},
    ),
    (
        "SQLite FTS5 trigrams, rapidfuzz",
        lambda titles: FullText(titles, "trigram", comparing=True),
        {100_000: 15},
    ),
    ("tantivy, rapidfuzz", Tantivy, {100_000: 15}),
)


def firsts(queries: Sequence[Query], each: int) -> list[Query]:
    """Return the first few queries of every class that is there to be found."""
    chosen: list[Query] = []
    counts: dict[str, int] = {}
    for query in queries:
        counts[query.cls] = counts.get(query.cls, 0) + 1
        if counts[query.cls] <= each and query.cls not in (*ABSENT, *NEAR):
            chosen.append(query)
    return chosen


def main(folder: Path, size: int) -> None:
    """Measure each peer that has something to say at this size, and write the figures."""
    titles = [plain(title) for title in lines_of(corpus_file(folder, size))]
    queries = written_queries(queries_file(folder, size))
    figures: list[Peer] = []
    for name, make, often in PEERS:
        if size not in often:
            continue
        tell(f"{size:,} titles: {name}")
        began = time.process_time()
        try:
            finder = make(titles)
        except (ImportError, sqlite3.OperationalError) as missing:
            figures.append(Peer(name, size, f"not here: {missing}"))
            continue
        peer = Peer(name, size, build=time.process_time() - began)
        chosen = firsts(queries, often[size])
        whole = [query for query in chosen if query.cls not in BEGUN]
        begun = [query for query in chosen if query.cls in BEGUN]

        def search(text: str, finder: Finder = finder) -> list[str]:
            return list(map(str, finder.search(text)))

        def complete(text: str, finder: Finder = finder) -> list[str]:
            return list(map(str, finder.complete(text)))

        peer.searches = asked(whole, search, PASSES)
        peer.completions = asked(begun, complete, PASSES)
        figures.append(peer)
    write(peers_file(folder, size), figures)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
