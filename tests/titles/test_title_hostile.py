"""No text is an error."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hostile_texts import EXTREMES, KINDS, LONGEST, hostile_texts

from bot.core.lookup import Ambiguous, Found, NotFound
from bot.titles import TitleIndex

REAL_TITLES = tuple(Path(__file__).with_name("real_titles.txt").read_text("utf-8").splitlines())
PARTS = 4  # of the texts, so that several can be asked at once


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_texts_raise_nothing(part: int) -> None:
    """Two thousand odd texts are asked, completed, resolved, some added and discarded."""
    index = TitleIndex.build((title, title) for title in REAL_TITLES)
    texts = islice(hostile_texts(2_000, 7, REAL_TITLES), part, None, PARTS)
    for number, (_, text) in enumerate(texts):
        assert len(index.search(text)) <= 10
        assert len(index.complete(text)) <= 25
        assert isinstance(index.resolve(text), Found | Ambiguous | NotFound)
        if number % 20 == 0:
            index.add(f"odd {number}", text, 1.0)
        if number % 60 == 0:
            index.discard(f"odd {number}")
    assert index.search("attention is all you need")[0].paper_id == "Attention Is All You Need"


@pytest.mark.parametrize("text", EXTREMES)
def test_hostile_titles_can_be_indexed(text: str) -> None:
    """A title of any kind is built, added, merged and found as what it is, if anything is left."""
    index = TitleIndex.build([("odd", text), ("plain", "Segment Anything")])
    index.add(text, text)
    index.merge()
    assert len(index) == 3
    for match in index.search(text):
        assert match.paper_id in {"odd", "plain", text}


def test_every_kind_of_hostile_text_comes_at_every_length() -> None:
    """The same seed makes the same texts, of all kinds, from nothing to ten thousand characters."""
    texts = list(hostile_texts(2_000, 7, REAL_TITLES))
    assert texts == list(hostile_texts(2_000, 7, REAL_TITLES))
    assert {kind for kind, _ in texts} == {"an extreme", *KINDS}
    lengths = {len(str(len(text))) for _, text in texts}
    assert lengths == set(range(1, len(str(LONGEST)) + 1))
