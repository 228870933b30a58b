"""Topics: what rose and fell against the four weeks before, and what is chance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.topics import MOST, Tagged, Topic, Topics, moved, topic_of

TODAY = date(2026, 8, 21)
NOBODY: Mapping[str, int] = {}
NAMES = ("Agents", "agent", "video models", "long video models", "GRPO", "β", "speech", "x" * 70)


def papers(
    now: Mapping[str, int], before: Mapping[str, int], *, week: int = 40, month: int = 160
) -> list[Tagged]:
    """Make papers of the last seven days and of the four weeks before, so many about each."""
    made: list[Tagged] = []
    for counts, total, back in ((now, week, 0), (before, month, 7)):
        for number in range(total):
            about = tuple(name for name, count in counts.items() if number < count)
            day = TODAY - timedelta(days=back + number % (28 if back else 7))
            made.append(Tagged(day, (f"alone {len(made)}", *about)))
    return made


def names(topics: tuple[Topic, ...]) -> list[str]:
    """Return what they are called."""
    return [topic.name for topic in topics]


def test_what_rose_and_fell_is_told_the_furthest_first() -> None:
    """With how many papers there are, and how many of as many there were."""
    found = moved(
        papers({"GRPO": 8, "world models": 12, "agents": 5}, {"GRPO": 5, "agents": 20, "RLHF": 16}),
        TODAY,
    )
    assert found == Topics(
        (Topic("world models", 12, 0.0), Topic("GRPO", 8, 1.2)), (Topic("RLHF", 0, 4.0),)
    )


@pytest.mark.parametrize(("before", "now", "rises"), [(4, 2, False), (4, 6, True), (0, 2, False)])
def test_one_paper_more_is_no_rise(before: int, now: int, rises: bool) -> None:
    """1 → 2 a week is chance, 1 → 6 is not, where others moved further."""
    found = moved(papers({"x": 40, "y": 40, "probe": now}, {"probe": before}), TODAY)
    assert found is not None
    assert ("probe" in names(found.rose)) is rises


def test_spellings_are_one_topic() -> None:
    """Case, accents, signs, a plural and an abbreviation do not count; most papers name it."""
    assert topic_of("Large Language Models (LLMs)") == topic_of("large-language model")
    assert topic_of("Schrödinger bridges") == "schrodinger bridge"
    kept = ["loss", "corpus", "analysis", "rls"]
    assert [topic_of(word) for word in kept] == kept
    now = [Tagged(TODAY, (name,)) for name in ("World Models", "World Models", "world model")]
    others = papers({"x": 40}, NOBODY)
    found = moved([*now, *others], TODAY)
    assert found is not None
    assert Topic("World Models", 3, 0.0) in found.rose


def test_a_keyword_is_about_what_its_last_words_name() -> None:
    """Different diffusion models rise together; of topics within one another one is told."""
    kinds = ("video", "image", "audio", "3D")
    about = [Tagged(TODAY, (f"{kinds[n % 4]} diffusion models",)) for n in range(14)]
    found = moved([*papers({"x": 40}, NOBODY), *about], TODAY)
    assert found is not None
    assert names(found.rose) == ["x", "diffusion models"]
    longer = {"chains of thought": 9, "video world models": 6}
    told = moved(papers({"x": 40, **longer}, NOBODY), TODAY)
    assert told is not None
    assert names(told.rose) == ["x", "chains of thought", "video world models"]


def test_an_abbreviation_is_what_it_stands_for() -> None:
    """Also within a keyword; it is shown as most papers write it."""
    written = ("LLM agents", "large language model agents", "Large Language Model (LLM) agents")
    about = [Tagged(TODAY, (name,)) for name in written * 4]
    before = [Tagged(TODAY - timedelta(days=9), ("large language models",))] * 30
    found = moved([*papers({"x": 40}, NOBODY), *about, *before], TODAY)
    assert found is not None
    assert Topic("large language model agents", 12, 0.0) in found.rose or (
        Topic("LLM agents", 12, 0.0) in found.rose
    )


def test_what_stands_before_a_joint_is_a_topic() -> None:
    """And what comes behind it; what the joint holds together is not torn."""
    kinds = ("verifiable rewards", "human feedback", "self-play")
    about = [Tagged(TODAY, (f"reinforcement learning from {kinds[n % 3]}",)) for n in range(12)]
    found = moved([*papers({"x": 40}, NOBODY), *about], TODAY)
    assert found is not None
    assert names(found.rose) == ["x", "reinforcement learning"]


def test_a_piece_of_a_topic_is_not_told() -> None:
    """Where nearly all its papers are about the longer one."""
    whole = {"group relative policy optimization": 9}
    found = moved(papers({"x": 40, **whole, "relative policy optimization": 1}, NOBODY), TODAY)
    assert found is not None
    assert names(found.rose) == ["x", "group relative policy optimization"]


def test_measures_are_no_topics() -> None:
    """Nor is what every paper has."""
    strange = ("Benchmarks", "code", "success rates", "training pipeline", "FID", "Pass@1")
    assert {topic_of(name) for name in strange} == {""}
    assert topic_of("code generation") == "code generation"


def test_what_is_only_likely_fills_up_to_three() -> None:
    """What moved for sure is told up to five; two papers in five weeks are no topic."""
    likely = {"a": 6, "b": 6, "c": 6, "d": 6}
    usual = {"a": 12, "b": 12, "c": 12, "d": 12, "rare": 2, "z": 40}
    found = moved(papers({**likely, "z": 5}, usual), TODAY)
    assert found is not None
    assert (names(found.rose), names(found.fell)) == (["a", "b", "c"], ["z"])
    sure = dict.fromkeys("abcdef", 12)
    found = moved(papers(sure, NOBODY), TODAY)
    assert found is not None
    assert names(found.rose) == list("abcde")


def test_sentences_and_other_alphabets_are_no_topics() -> None:
    """However many papers have them, and however long they are."""
    strange = ("x y " * 2_500, "β", "扩散模型", "…", "")
    assert {topic_of(name) for name in strange} == {""}
    told = papers({"a": 40, "b": 40}, NOBODY)
    assert moved([*told, *[Tagged(TODAY, strange)] * 30], TODAY) == moved(told, TODAY)


def test_weeks_are_compared_by_as_many_papers() -> None:
    """A month of which only days are known, or a holiday week, lets nothing rise or fall."""
    assert moved(papers({"a": 10, "b": 20}, {"a": 15, "b": 30}, week=40, month=60), TODAY) is None
    assert moved(papers({"a": 5, "b": 10}, {"a": 40, "b": 80}, week=20, month=160), TODAY) is None


def test_a_source_that_begins_makes_no_topic_rise() -> None:
    """Papers without keywords are about their categories, and are counted by themselves."""
    keyed = papers({"a": 10}, {"a": 40})
    told = [Tagged(TODAY, (), ("cs.cl",))] * 50
    assert moved([*keyed, *told], TODAY) is None
    weeks = [Tagged(TODAY - timedelta(days=7 + n % 28), (), ("cs.cv",)) for n in range(100)]
    found = moved([*keyed, *told, *weeks], TODAY)
    assert found is not None
    assert (names(found.rose), names(found.fell)) == (["cs.cl"], ["cs.cv"])


@pytest.mark.parametrize(("week", "month"), [(14, 160), (40, 29), (0, 0)])
def test_few_papers_tell_nothing(week: int, month: int) -> None:
    """Whatever they are about."""
    assert moved(papers({"a": 40, "b": 40}, {"c": 160}, week=week, month=month), TODAY) is None


def test_one_topic_alone_is_nothing_to_say() -> None:
    """A picture needs two."""
    assert moved(papers({"a": 40}, NOBODY), TODAY) is None


PAPERS = st.builds(
    papers,
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 40)),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 160)),
)


@given(PAPERS, st.randoms(use_true_random=False))
def test_the_order_of_papers_and_other_days_change_nothing(
    found: list[Tagged], chance: object
) -> None:
    """Nor does a keyword that a paper names twice."""
    known = moved(found, TODAY)
    shuffled = [Tagged(one.released, one.keywords * 2, one.categories) for one in found]
    chance.shuffle(shuffled)  # type: ignore[attr-defined] - hypothesis gives a Random
    old = Tagged(TODAY - timedelta(days=35), ("agents",))
    coming = Tagged(TODAY + timedelta(days=1), ("agents",))
    assert moved([*shuffled, *[old] * 50, *[coming] * 50], TODAY) == known


@given(PAPERS)
def test_what_is_told_is_so(found: list[Tagged]) -> None:
    """Few are told, each moved the way it is told, none is told twice, every name can be drawn."""
    known = moved(found, TODAY)
    if known is None:
        return
    assert max(len(known.rose), len(known.fell)) <= MOST
    assert len(known.rose) + len(known.fell) >= 2
    told = names(known.rose + known.fell)
    assert len({topic_of(name) for name in told}) == len(told)
    assert all(topic_of(name).isascii() for name in told)
    assert all(one.now > one.usual for one in known.rose)
    assert all(one.now < one.usual for one in known.fell)
    assert all(one.now <= 40 for one in known.rose)
