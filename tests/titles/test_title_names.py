"""Papers are found by the names people use, however these are written."""

from __future__ import annotations

import json

import numpy as np
import pytest

from bot.core.lookup import Ambiguous, Found
from bot.titles import TitleIndex
from bot.titles.folding import as_written
from bot.titles.initials import initials, key, keys
from bot.titles.known import titles_named
from bot.titles.model import FILE
from bot.titles.records import record, spelling
from bot.titles.scoring import FEATURES
from bot.titles.shorthand import canonical, contractions, expansions

TITLES = (
    "LoRA: Low-Rank Adaptation of Large Language Models",
    "LoRA+: Efficient Low Rank Adaptation of Large Models",
    "LORA: A scintillator array for LOFAR to measure extensive air showers",
    "Deep Residual Learning for Image Recognition",
    "Residual Flows of Water in Image Archives",
    "Scaling Language Models: Methods, Analysis & Insights from Training Gopher",
    "Long-form factuality in large language models",
    "Long-form poetry in medieval Iceland",
    "A Language for Manipulating Arrays",
    "PRISMA: Painting Rivers in Slow Motion from Above",
    "PRISMA: Proofs of Integer Sums by Machine",
    "Trust Region Policy Optimization",
    "Focused Graph Attention over Molecules",
)
INDEX = TitleIndex.build((title, title) for title in TITLES)


def first(text: str, index: TitleIndex = INDEX) -> str:
    """Return the best answer."""
    return index.search(text)[0].paper_id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ResNet", TITLES[3]),
        ("the resnet paper", TITLES[3]),
        ("gopher", TITLES[5]),
        ("LoRA+", TITLES[1]),
        ("lora+ paper", TITLES[1]),
        ("LoRA", TITLES[0]),
        ("long-form factuality in LLMs", TITLES[6]),
        ("alanguageformanipulatingarrays", TITLES[8]),
        ("trpo", TITLES[11]),
        ("something like trust region polisy optimization", TITLES[11]),
    ],
)
def test_a_name_leads_to_its_paper(text: str, title: str) -> None:
    """Known names, spellings, shorthands, words run together, initials and chatter all do."""
    assert first(text) == title


@pytest.mark.parametrize("text", ["resnet", "gopher"])
def test_a_known_name_is_found_at_once(text: str) -> None:
    """Nothing else need be likely for a name that everybody uses."""
    assert isinstance(INDEX.resolve(text), Found)


@pytest.mark.parametrize(("typed", "title"), [("resnet", TITLES[3]), ("gopher ", TITLES[5])])
def test_a_known_name_is_offered_while_it_is_typed(typed: str, title: str) -> None:
    """Who types a name sees its paper first, and nothing that has nothing to do with it."""
    offers = [one.paper_id for one in INDEX.complete(typed)]
    assert offers[0] == title
    assert len(offers) < len(TITLES)


def test_votes_decide_between_papers_of_one_name() -> None:
    """Of two papers with one name neither is the one, unless one is asked for far more often."""
    assert isinstance(INDEX.resolve("prisma"), Ambiguous)
    voted = TitleIndex.build(((title, title) for title in TITLES), popularity={TITLES[9]: 150.0})
    outcome = voted.resolve("prisma")
    assert isinstance(outcome, Found)
    assert outcome.match.paper_id == TITLES[9]


def test_marks_part_names() -> None:
    """A plus is no letter, but it makes another name."""
    assert titles_named("lora") != titles_named("lora+")
    assert spelling("LoRA") != spelling("LORA")
    assert spelling("LoRA") & 0xFFFF == spelling("LORA") & 0xFFFF
    assert spelling("LoRA") & 0xFFFF != spelling("LoRA+") & 0xFFFF
    assert spelling("a" * 100) == 0


def test_all_initials_have_the_key_of_one_by_one() -> None:
    """The keys made for all titles at once are those of the names spelled out."""
    records = [record(title, title, 0.0, 1) for title in TITLES]
    vocabulary = sorted({word for one in records for word in one.words})
    words = np.array(
        [vocabulary.index(word) for one in records for word in one.words], dtype=np.uint32
    )
    offsets = np.cumsum([0, *(len(one.words) for one in records)]).astype(np.uint32)
    made = {
        (int(hashed), int(row))
        for hashed, row in zip(*keys(vocabulary, words, offsets), strict=True)
    }
    assert made == {
        (key(name), row) for row, one in enumerate(records) for name in initials(one.words)
    }


def test_long_and_short_forms_meet() -> None:
    """Plurals and abbreviations come to one canonical text, in both directions."""
    long = ["evaluating", "large", "language", "models"]
    assert canonical(long) == canonical(["evaluating", "llms"]) == ["evaluating", "llm"]
    assert ("llms", ("large", "language", "model")) in expansions(["llms"])
    assert (("large", "language", "models"), "llm") in contractions(long)
    assert canonical(["class", "bus", "gas", "studies"]) == ["class", "bus", "gas", "study"]


def test_a_name_stays_as_it_was_written() -> None:
    """Chatter goes, letter case stays."""
    assert as_written("anyone read the LoRA+ paper") == "LoRA+"


def test_the_model_knows_every_feature() -> None:
    """The fitted file names the features in the order in which they are made."""
    assert json.loads(FILE.read_text("utf-8"))["features"] == list(FEATURES)
