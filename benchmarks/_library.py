"""A library of any size, made in minutes: real titles where there are some, the rest made up.

Rules: the same seed makes the same library. Titles, their ids and years are the ones that
`_titles_data` reads, real where they are at hand. Authors, abstracts of
some 120 words, days, categories, votes and code are always made up: sentences out of the
vocabularies below and words of the titles. Every paper goes through the storage room's own
functions (`paper_values`, `index_row`) into the real schema, made by the real migrations; only the
transactions are larger than in life, and the index is brought into one piece at the end.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sqlite3
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from multiprocessing.pool import Pool
from pathlib import Path

from _titles_data import SHARED, made_titles, real_lines

from bot.core.papers import Links, Paper, Signals
from bot.storage.migrate import load_steps, prepare
from bot.storage.paper_index import ADD, Row, index_row
from bot.storage.paper_rows import STORE, paper_values
from bot.storage.session import Value

SEED = 20
ALL_TITLES = 1_456_069

_CHUNK = 2_000
_WORKERS = 2
_INDEX_MEMORY = 256 * 2**20  # bytes of index that are gathered before a piece is written
_USUAL_MEMORY, _USUAL_PIECES = 2**20, 4  # FTS5's own defaults

GIVEN = (
    "Wei Ming Anna Jun Maria Yuki David Elena Hao Priya Michael Sofia Lei Jan Fatima Carlos Min "
    "Ivan Sarah Ahmed Li Giulia Thomas Xin Ana Olga Kenji Laura Peter Ying Noor Daniel Chiara Bo "
    "Łukasz José Ingrid Amara Tobias Mei Rajesh Camille Jae-Won Zoë Nikolai Aylin Diego Hannah "
    "Oluwaseun Björn Shreya Mateo Yifan Katarzyna Emre Thu Sean Aoife Vikram Lucía Pavel Ren"
).split()
FAMILY = (
    "Wang Li Zhang Chen Liu Yang Kim Singh Müller Zhao Wu Huang García Nguyen Smith Park Kumar "
    "Sato Rossi Zhou Lee Xu Ivanov Sun Johnson Ma Hu Silva Guo Schmidt Patel Lin Tanaka He Lopez "
    "Gao Brown Kowalski Dubois Jansen Fernández O'Connor Okafor Haddad Nilsson Demir Papadopoulos "
    "Novák Takahashi Bauer Moreau Shapiro Rahman Petrov Hernández van-Berg Almeida Choi Fischer "
    "Lindqvist Mbeki Ferrari Horvat Bianchi Sørensen Goldberg Iyer Castillo Weber Nakamura Dvořák"
).split()
OPENINGS = (
    "we study the problem of|in this paper we propose a method for|recent work has shown that|"
    "this article gives a new proof of|we present the first measurement of|a long standing "
    "question asks whether|here we report on the observation of|it is well known that the theory "
    "of|motivated by applications in physics and biology we consider|large models have changed"
).split("|")
SUBJECTS = (
    "the model|our approach|a deep neural network|the learning algorithm|the distribution of "
    "the data|a simple argument|the energy spectrum|the proposed framework|the attention layer|"
    "an agent|the language model|the quantum state|a random graph|the magnetic field|each galaxy "
    "cluster|the loss function|the phase transition|the retrieval system|a diffusion process"
).split("|")
VERBS = (
    "outperforms|is derived from|depends on|can be trained with|scales with|is compared with|"
    "converges to|reveals|is estimated from|improves|generalizes to|is consistent with|captures|"
    "reduces the cost of|breaks the symmetry of|is robust to|explains|requires"
).split("|")
OBJECTS = (
    "the state of the art|previous results|the number of samples|the temperature and the pressure|"
    "human annotations|the observed luminosity|strong baselines on several benchmarks|the lattice|"
    "a small set of parameters|long documents|the upper bound|unseen tasks|noisy measurements|the "
    "spectral gap|the reward signal|dark matter halos|the training data|protein structures|"
    "partial differential equations|image and video generation|the critical exponent"
).split("|")
TAILS = (
    "which was not possible before|without any additional supervision|in the limit of large n|by a "
    "factor of two|and we release the code and the data|at low temperature|in both theory and "
    "experiment|with an accuracy of 95 percent|for a wide range of parameters|under mild "
    "assumptions|and discuss the limitations of the method|as confirmed by numerical simulation"
).split("|")
CATEGORIES = (
    "cs.LG cs.CL cs.CV hep-ph astro-ph quant-ph cs.AI math.AG cond-mat.str-el hep-th gr-qc stat.ML "
    "math.CO cs.RO physics.optics math.PR cs.IT nucl-th cs.DS q-bio.NC math.NT eess.SP cs.SE "
    "cs.HC econ.EM q-fin.ST cs.GL"
).split()
KEYWORDS = (
    "reasoning agents diffusion retrieval alignment robotics multimodal benchmark pretraining "
    "distillation quantization speech proteins planning evaluation"
).split()
ORGANIZATIONS = (
    "Google DeepMind|Microsoft Research|Tsinghua University|Meta AI|Max Planck "
    "Institute|ETH Zürich|NVIDIA|University of Lagos|Example Labs"
).split("|")
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zar len tor min".split()


@dataclass(frozen=True, slots=True)
class Title:
    """A line of the list of titles."""

    external: str
    title: str
    year: int


@dataclass(frozen=True, slots=True)
class Built:
    """How a library came about."""

    papers: int
    kind: str
    seconds: float
    megabytes: float


def titles(most: int) -> tuple[str, list[Title]]:
    """Return which kind of titles there are, and up to `most` of them, oldest year first."""
    lines = real_lines()
    if lines is None:
        return "made-up", _made_up(most)
    if most < len(lines):
        lines = random.Random(SEED).sample(lines, most)
    found = [
        Title(external, title, int(year))
        for external, title, year, *_ in (line.split("\t") for line in lines)
        if year.isdecimal() and int(year) > 1900
    ]
    return "real", sorted(found, key=lambda one: one.year)


def full_size() -> bool:
    """Say whether the real titles are at hand."""
    packed = SHARED / "titles.tsv.zst"
    unpacks = packed.is_file() and shutil.which("zstd") is not None
    return bool(os.environ.get("PAPERBOY_TITLES")) or unpacks


def _made_up(count: int) -> list[Title]:
    """Make titles up, more of them in later years."""
    return [
        Title(f"made:{number}", title, 1990 + int(36 * (number / count) ** 0.6))
        for number, title in enumerate(made_titles(count, SEED))
    ]


def build(path: Path, most: int, last: date) -> Built:
    """Make a database of up to `most` papers at `path`, the newest brought out on `last`."""
    began = time.perf_counter()
    kind, listed = titles(most)
    prepare(path, load_steps())
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as file,
        multiprocessing.get_context("fork").Pool(_WORKERS) as pool,
    ):
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -262144"):
            file.execute(f"PRAGMA {pragma}")
        _index_setting(file, "hashsize", _INDEX_MEMORY)
        _index_setting(file, "automerge", 0)
        file.execute("BEGIN")
        for stored, external, rows in _ahead(pool, _chunks(listed, last)):
            file.executemany(STORE, stored)
            file.executemany("INSERT INTO paper_id (external, paper) VALUES (?, ?)", external)
            file.executemany(ADD, rows)
        file.execute("INSERT INTO paper_text (paper_text) VALUES ('optimize')")
        file.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, paper_text, row)")
        file.execute("INSERT INTO paper_word SELECT term FROM temp.words")
        _index_setting(file, "hashsize", _USUAL_MEMORY)
        _index_setting(file, "automerge", _USUAL_PIECES)
        file.execute("COMMIT")
        file.execute("PRAGMA journal_mode = WAL")
    seconds = time.perf_counter() - began
    return Built(len(listed), kind, seconds, path.stat().st_size / 2**20)


def _ahead(pool: Pool, chunks: Iterator[_Chunk]) -> Iterator[_Made]:
    """Make chunks ahead of their use, a few only: they are large."""
    waiting = deque(pool.apply_async(_made, [chunk]) for chunk in islice(chunks, 2 * _WORKERS))
    while waiting:
        yield waiting.popleft().get()
        waiting.extend(pool.apply_async(_made, [chunk]) for chunk in islice(chunks, 1))


def _index_setting(file: sqlite3.Connection, name: str, value: int) -> None:
    file.execute("INSERT INTO paper_text (paper_text, rank) VALUES (?, ?)", [name, value])


_Chunk = tuple[int, Sequence[Title], Sequence[date]]
_Made = tuple[list[dict[str, Value]], list[tuple[str, int]], list[Row]]


def _chunks(listed: Sequence[Title], last: date) -> Iterator[_Chunk]:
    """Cut the titles, each with its day: those of a year evenly over it."""
    days = list(_days(listed, last))
    for start in range(0, len(listed), _CHUNK):
        yield start, listed[start : start + _CHUNK], days[start : start + _CHUNK]


def _days(listed: Sequence[Title], last: date) -> Iterator[date]:
    many: dict[int, int] = {}
    for one in listed:
        many[one.year] = many.get(one.year, 0) + 1
    seen: dict[int, int] = {}
    for one in listed:
        at = seen[one.year] = seen.get(one.year, -1) + 1
        first = min(date(one.year, 1, 1), last)
        end = min(date(one.year, 12, 31), last)
        yield first + timedelta(days=((end - first).days * at) // many[one.year])


def _made(chunk: _Chunk) -> _Made:
    """Make papers of titles; the same chunk gives the same papers."""
    start, listed, days = chunk
    chance = random.Random(SEED + start)
    stored: list[dict[str, Value]] = []
    external: list[tuple[str, int]] = []
    rows: list[Row] = []
    told = [one.title.split() for one in listed]
    for at, (one, day) in enumerate(zip(listed, days, strict=True)):
        other = told[int(len(told) * chance.random())]
        paper = _paper(start + at + 1, one, day, told[at], other, chance)
        stored.append(paper_values(paper, 0))
        external.append((one.external, paper.key))
        if not paper.withdrawn:
            rows.append(index_row(paper))
    return stored, external, rows


def _falling(things: Sequence[str]) -> list[float]:
    """Return cumulative weights, each thing less frequent than the one before."""
    return list(accumulate(1 / (place + 3) for place in range(len(things))))


_GIVEN_OFTEN, _FAMILY_OFTEN, _CATEGORY_OFTEN = map(_falling, (GIVEN, FAMILY, CATEGORIES))
_SOURCES = {"arxiv": "arXiv", "acl": "ACL Anthology", "pl": "OpenReview"}


def _paper(  # noqa: PLR0913, PLR0917 - everything that a paper is made of
    key: int, one: Title, day: date, told: list[str], other: list[str], chance: random.Random
) -> Paper:
    categories = chance.choices(CATEGORIES, cum_weights=_CATEGORY_OFTEN, k=chance.randint(1, 3))
    page = f"https://example.org/{one.external}"
    return Paper(
        key=key,
        ids=(one.external,),
        title=one.title,
        source=_SOURCES.get(one.external.partition(":")[0], "Hugging Face"),
        released=day,
        authors=_authors(chance),
        abstract=_abstract(told, other, chance),
        published=day,
        categories=tuple(dict.fromkeys(name.casefold() for name in categories)),
        keywords=tuple(chance.sample(KEYWORDS, 3)) if chance.random() < 0.1 else (),
        organization=chance.choice(ORGANIZATIONS) if chance.random() < 0.1 else None,
        links=Links(page, code=f"{page}/code" if chance.random() < 0.08 else None),
        signals=Signals(int(chance.paretovariate(0.8)) if chance.random() < 0.05 else 0),
        withdrawn=chance.random() < 0.001,
    )


def _authors(chance: random.Random) -> tuple[str, ...]:
    many = min(12, 1 + int(chance.expovariate(0.35)))
    given = chance.choices(GIVEN, cum_weights=_GIVEN_OFTEN, k=many)
    family = chance.choices(FAMILY, cum_weights=_FAMILY_OFTEN, k=many)
    rare = _rare_name(chance) if chance.random() < 0.3 else ""
    names = [f"{g} {f}" for g, f in zip(given, family, strict=True)]
    return tuple(dict.fromkeys([*names, rare] if rare else names))


def _rare_name(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {''.join(chance.choices(SYLLABLES, k=3)).capitalize()}"


def _abstract(told: list[str], other: list[str], chance: random.Random) -> str:
    def one_of(things: Sequence[str]) -> str:
        return things[int(len(things) * chance.random())]

    sentences: list[str] = []
    for number in range(7):
        begun = one_of(OPENINGS) if number == 0 else "and"
        sentences.append(
            f"{begun} {one_of(SUBJECTS)} of {one_of(told)} {one_of(VERBS)} {one_of(OBJECTS)} "
            f"and {one_of(other)} {one_of(TAILS)}."
        )
    return " ".join(sentences)


def sample_titles(path: Path, most: int) -> list[str]:
    """Return titles of a library, evenly over it."""
    with closing(sqlite3.connect(path)) as file:
        (last,) = file.execute("SELECT max(key) FROM paper").fetchone()
        keys = (1 + last * at // most for at in range(most))
        found = (file.execute("SELECT title FROM paper WHERE key = ?", [key]) for key in keys)
        return [row[0] for rows in found for row in islice(rows, 1)]
