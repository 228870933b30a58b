"""What is asked of the title index, by class: the recorded queries of people, or made-up ones.

Rules: a class is one way to go wrong, and of each at most a fixed number of queries is drawn, the
same in every run. A group's figure is the mean over its classes, so that a large class does not
drown a small one. The classes:

- *human*: titles as other databases, citations, links and earlier versions of papers write them,
  and the names papers go by. *hard* ones: whole citations, titles since changed altogether,
  initials, names that share no word with the title.
- *slipped*: mistyped, words lost or in another order.
- *remembered*: by half, by the name before the colon, with chatter around.
- *absent*: of papers that are not there. *near*: not there, but a close relative is.
- *begun*: titles so far as they are typed.

Where no recorded queries are at hand, those of people cannot be made up and are left out.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from _titles_data import SEED, SHARED, Titles, made_titles

HUMAN: Final = (
    "er_dblp_scholar er_dblp_acm er_cora_title md_title bib_title retitled nickname exact_variant"
).split()
HARD: Final = "er_cora_citation retitled_hard initials alias_oov".split()
SLIPPED: Final = "typo1 typo2 typo3 word_drop word_swap".split()
REMEMBERED: Final = "memory acronym acronym_chat title_chat".split()
TYPED: Final = [*SLIPPED, *REMEMBERED]
ABSENT: Final[Sequence[str]] = "nomatch_title nomatch_typo".split()
NEAR: Final = "nomatch_near".split()
BEGUN: Final = "prefix5 prefix10 prefix15 prefix20 prefix30 prefix20_typo infix3w".split()
GROUPS: Final = {
    "human": HUMAN,
    "names": ["nickname"],
    "hard": HARD,
    "slipped": SLIPPED,
    "remembered": REMEMBERED,
}
MOST: Final[Mapping[str, int]] = defaultdict(lambda: 150, dict.fromkeys([*ABSENT, *SLIPPED], 300))
CHATTER: Final = ("the {} paper", "{} pdf", "{} arxiv", "anyone read {}?", "{} github")
FEWEST_WORDS: Final = 5
SLIPS: Final = "etaoinsr"


@dataclass(frozen=True, slots=True)
class Query:
    """A text of some class, and the ids that answer it: none if it is absent."""

    cls: str
    text: str
    right: list[str]


def read_queries(rows: Titles) -> list[Query]:
    """Return the queries for these titles, a few of every class together."""
    recorded = SHARED / "gold_dev.jsonl"
    real = rows.kind == "real" and recorded.is_file()
    return drawn(recorded_queries(recorded, set(rows.ids)) if real else made_queries(rows))


def drawn(queries: Sequence[Query]) -> list[Query]:
    """Draw each class's sample; one query of every class, then the next of every class."""
    classes: defaultdict[str, list[Query]] = defaultdict(list)
    for query in queries:
        classes[query.cls].append(query)
    chosen: list[tuple[int, Query]] = []
    for cls in (*HUMAN, *HARD, *TYPED, *ABSENT, *NEAR, *BEGUN):
        its = classes[cls]
        random.Random(f"{SEED} {cls}").shuffle(its)
        chosen += enumerate(its[: MOST[cls]])
    return [query for _, query in sorted(chosen, key=lambda one: one[0])]


def recorded_queries(file: Path, known: set[str]) -> list[Query]:
    """Read the recorded queries whose right answers are known."""
    queries: list[Query] = []
    for line in file.read_text("utf-8").splitlines():
        one = json.loads(line)
        right = [its for its in (*one["gold"], *one.get("near", ())) if its in known]
        if right or one["cls"] in (*ABSENT, *NEAR):
            queries.append(Query(one["cls"], one["query"], right))
    return queries


def made_queries(rows: Titles) -> list[Query]:
    """Make the queries that can be made up: those typed, absent, near and begun."""
    chance = random.Random(SEED)
    named = Counter(title.partition(":")[0] for title in rows.titles if ":" in title)
    places = chance.sample(range(len(rows.titles)), 50_000)
    titles = [place for place in places if len(rows.titles[place].split()) >= FEWEST_WORDS]
    names = [place for place in titles if named[rows.titles[place].partition(":")[0]] == 1]
    queries: list[Query] = []
    for cls, make in TYPING.items():
        fit = names if cls.startswith("acronym") else titles
        queries += [
            Query(cls, make(rows.titles[place], chance), [rows.ids[place]])
            for place in fit[: MOST[cls]]
        ]
        chance.shuffle(titles)
    for title in made_titles(MOST[ABSENT[0]], SEED + 1):
        queries.append(Query("nomatch_title", title, []))
        queries.append(Query("nomatch_typo", mistyped(title, chance, 2), []))
    for place in titles[: MOST[NEAR[0]]]:
        words = rows.titles[place].split()
        words[-2:] = made_titles(1, place)[0].split()[-2:]
        queries.append(Query(NEAR[0], " ".join(words), []))
    return queries


def mistyped(title: str, chance: random.Random, slips: int) -> str:
    """Let fingers slip: two letters swapped, one lost or one too many."""
    text = title
    for _ in range(slips):
        at = chance.randrange(len(text) - 1)
        text = chance.choice(
            [
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
                text[:at] + text[at + 1 :],
                text[:at] + chance.choice(SLIPS) + text[at:],
            ]
        )
    return text


def some_words(title: str, chance: random.Random, share: float) -> list[str]:
    """Return a share of a title's words, at least three, in their order."""
    words = title.split()
    kept = chance.sample(range(len(words)), max(3, int(len(words) * share)))
    return [words[at] for at in sorted(kept)]


def swapped(title: str, chance: random.Random) -> str:
    """Let two words change their places."""
    words = title.split()
    one, other = chance.sample(range(len(words)), 2)
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def chatted(text: str, chance: random.Random) -> str:
    """Say it as people do in a channel."""
    return chance.choice(CHATTER).format(text.lower())


TYPING: Final[Mapping[str, Callable[[str, random.Random], str]]] = {
    "typo1": lambda title, chance: mistyped(title, chance, 1),
    "typo2": lambda title, chance: mistyped(title, chance, 2),
    "typo3": lambda title, chance: mistyped(title, chance, 3),
    "word_drop": lambda title, chance: " ".join(some_words(title, chance, 0.8)),
    "word_swap": swapped,
    "memory": lambda title, chance: mistyped(
        " ".join(some_words(title.lower(), chance, 0.7)), chance, 1
    ),
    "acronym": lambda title, _: title.partition(":")[0].lower(),
    "acronym_chat": lambda title, chance: chatted(title.partition(":")[0], chance),
    "title_chat": chatted,
    "prefix5": lambda title, _: title.lower()[:5],
    "prefix10": lambda title, _: title.lower()[:10],
    "prefix15": lambda title, _: title.lower()[:15],
    "prefix20": lambda title, _: title.lower()[:20],
    "prefix30": lambda title, _: title.lower()[:30],
    "prefix20_typo": lambda title, chance: mistyped(title.lower()[:20], chance, 1),
    "infix3w": lambda title, _: " ".join(title.lower().split()[2:5]),
}


def write_queries(file: Path, queries: Sequence[Query], places: Mapping[str, int]) -> None:
    """Write queries for a corpus, whose ids are rows."""
    told = [
        asdict(Query(query.cls, query.text, [str(places[its]) for its in query.right]))
        for query in queries
    ]
    file.write_text(json.dumps(told), "utf-8")


def written_queries(file: Path) -> list[Query]:
    """Read back what was written."""
    return [Query(**one) for one in json.loads(file.read_text("utf-8"))]
