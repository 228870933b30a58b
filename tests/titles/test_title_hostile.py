"""No text is an error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.core.lookup import Ambiguous, Found, NotFound
from bot.titles import TitleIndex

REAL_TITLES = tuple(Path(__file__).with_name("real_titles.txt").read_text("utf-8").splitlines())
PIECES = (
    *"abc xyz.,:;!?-_$\\{}^~`'\"()[]<>@#*/|&%",
    "\x00", "\x1b[31m", "\n", "\t", "\u200b", "\u202e", "\ufeff", "\ud800", "\udfff", "🤗", "👩‍🔬",
    "שלום", "مرحبا", "深度学习", "ガン", "각", "Ω", "ﬁ", "İ", "ß", "а", "é", "é" * 30,
    "the of and", "attention", "networks", "\\alpha", "\\textbf{", "$x^2$", "1234567890",
    "a" * 200, " " * 200, "𝔘𝔫𝔦", "\U0010ffff",
)  # fmt: skip

FIXED = (
    "", " ", "\x00", "\ud800", "a", "a" * 10_000, "ab " * 5_000, " " * 10_000, "((((" * 2_500,
    "the", "the of and a in", "?" * 10_000, "\\" * 10_000, "{" * 10_000, "$" * 10_000,
    "深" * 10_000, "🤗" * 10_000, "et al 2023 " * 1_000, "\u202eaa", ":" * 10_000, "- " * 5_000,
    "e\u0301" * 5_000, "\u0301" * 10_000,
)  # fmt: skip


def test_hostile_texts_raise_nothing() -> None:
    """Two thousand odd texts are asked, completed, resolved, some added and discarded."""
    random_ = random.Random(7)
    index = TitleIndex.build((title, title) for title in REAL_TITLES)
    texts = [
        "".join(random_.choice(PIECES) for _ in range(random_.randrange(1, 12)))
        for _ in range(2_000 - len(FIXED))
    ]
    for number, text in enumerate([*FIXED, *texts]):
        assert len(index.search(text)) <= 10
        assert len(index.complete(text)) <= 25
        assert isinstance(index.resolve(text), Found | Ambiguous | NotFound)
        if number % 40 == 0:
            index.add(f"odd {number}", text, 1.0)
        if number % 120 == 0:
            index.discard(f"odd {number}")
    assert index.search("attention is all you need")[0].paper_id == "Attention Is All You Need"


@pytest.mark.parametrize("text", FIXED)
def test_hostile_titles_can_be_indexed(text: str) -> None:
    """A title of any kind is built, added, merged and found as what it is, if anything is left."""
    index = TitleIndex.build([("odd", text), ("plain", "Segment Anything")])
    index.add(text, text)
    index.merge()
    assert len(index) == 3
    for match in index.search(text):
        assert match.paper_id in {"odd", "plain", text}
