"""Which papers a query takes, how well, and why."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.papers import Links, Paper, Signals
from bot.core.query import (
    NEUTRAL,
    FtsQuery,
    Hit,
    Phrase,
    Word,
    fold_paper,
    fts_row,
    matches,
    parse,
    to_fts,
)
from bot.core.query_fold import fold

PAPER = Paper(
    key=1,
    ids=("arxiv:2601.00001",),
    title="Fine-Tuning Small Robots: a Naïve Study",
    source="huggingface",
    released=date(2026, 8, 21),
    authors=("Łukasz Example", "Wei Li", "Jun Zhang"),
    abstract="We teach robots to fold laundry. Policies transfer to kitchens.",
    categories=("cs.ro", "hep-th"),
    keywords=("world models", "manipulation"),
    organization="Example Robotics Lab",
    links=Links(code="https://example.org/code"),
    signals=Signals(upvotes=20),
)
BARE = Paper(
    key=2, ids=("arxiv:2601.00002",), title="Robots", source="arxiv", released=date(2026, 8, 21)
)


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "robots",
        "ROBOTS",
        "naive",
        "naïve",
        "kitchen*",
        "fine-tuning",
        "fine-tun*",
        "fine tuning",
        '"small robots"',
        "lukasz",
        "ＬＡＵＮＤＲＹ",
        "manipulation",
        '"world models"',
        "author:ŁUKASZ",
        'author:"wei li"',
        "category:cs.RO",
        "category:cs",
        "category:cs.*",
        "category:hep-th",
        "org:robotics",
        'org:"example robotics"',
        "source:HuggingFace",
        "upvotes:20",
        "upvotes:>19",
        "upvotes:<=20",
        "upvotes:<21",
        "upvotes:=20",
        "code:yes",
        "robots -survey",
        "survey | robots",
        "-(robots survey)",
        "robots (category:cs.LG | category:cs.RO) upvotes:>=20 code:yes",
    ],
)
def test_a_paper_is_taken(text: str) -> None:
    """Words are compared whole and folded; fields compare what they name."""
    assert matches(parse(text), PAPER)


@pytest.mark.parametrize(
    "text",
    [
        "-*",
        "robot",
        "kitchen",
        "finetuning",
        "itchen*",
        '"robots small"',
        '"study we"',
        '"models manipulation"',
        '"li jun"',
        'author:"li jun"',
        "author:laundry",
        "category:cs.R",
        "category:c",
        "org:google",
        "source:arxiv",
        "upvotes:>20",
        "upvotes:<20",
        "upvotes:=19",
        "upvotes:>=21",
        "upvotes:<=19",
        "code:no",
        "robots survey",
        "survey | dogs",
        "-robots",
    ],
)
def test_a_paper_is_left(text: str) -> None:
    """Neither parts of words nor words across a border between fields or authors count."""
    assert matches(parse(text), PAPER) is None


def test_a_paper_without_details_is_judged_too() -> None:
    """What a paper does not tell matches no field, and no words."""
    assert matches(parse("robots code:no upvotes:<1 -category:cs -org:x -author:x"), BARE)
    assert matches(Word("&"), BARE) is None
    assert matches(Phrase(()), BARE) is None
    assert to_fts(Word("&")) == FtsQuery(None, exact=True)


def test_a_folded_paper_is_judged_alike() -> None:
    """Folding once is only a matter of speed."""
    query = parse("robots | laundry*")
    assert matches(query, fold_paper(PAPER)) == matches(query, PAPER)
    assert fts_row(fold_paper(PAPER)) == fts_row(PAPER)


def score(text: str) -> float:
    """Judge the example paper."""
    hit = matches(parse(text), PAPER)
    assert hit
    return hit.score


def test_the_title_counts_most() -> None:
    """Title, then keywords and authors, then the abstract; a second field adds a little."""
    assert score("robots") > score("naive") > score("manipulation") > score("laundry")
    assert score("wei") == score("manipulation")
    assert score("robots") == 1


def test_what_only_filters_weighs_nothing() -> None:
    """Fields, negations and the star leave the words' score as it is."""
    assert score("laundry code:yes author:li -survey category:cs") == score("laundry")
    assert score("*") == score("code:yes -survey") == score("survey | code:yes") == NEUTRAL


def test_all_words_share_and_alternatives_add() -> None:
    """Of words together the mean counts; another alternative that hits makes it better."""
    assert score("naive laundry") == pytest.approx((score("naive") + score("laundry")) / 2)
    assert score("naive | survey") == score("naive")
    assert score("naive") < score("naive | laundry") <= 1
    assert score("laundry | *") > score("laundry")


def test_a_hit_names_what_hit() -> None:
    """The reason is in the reader's own words, each once, and never what was unwanted."""
    query = parse('Robots ("World Models" | survey | author:Li) robots Robots upvotes:>5 -dogs')
    hit = matches(query, PAPER)
    assert isinstance(hit, Hit)
    assert hit.terms == ("Robots", "World Models", "author:Li", "robots", "upvotes:>5")


def test_folding_reads_what_people_type() -> None:
    """A name is itself with or without accents, strokes and compatibility forms."""
    assert fold("Łukasz  Ørsted—ﬁne x² 🤗Transformers e\u0301") == (
        "lukasz orsted fine x2 transformers e"
    )
    assert fold("か\u3099") == fold("が") != fold("か")
    assert fold(" 🤗 ") == ""
