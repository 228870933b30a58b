"""Curation: what holds for any papers, any query and any history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.candidates import hits_of, indexed, prepare
from bot.core.curation import Local, Task, curate
from bot.core.editions import Edition, EmptyEdition, Rule
from bot.core.papers import Links, Paper, Signals
from bot.core.query import matches, parse

FRIDAY = date(2026, 8, 21)
NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
WORDS = ("video", "models", "agents", "proteins", "speech", "robots")
QUERIES = ("*", "video", "video | speech", "-video", "upvotes:>=3", "code:yes", "video -agents")


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    """Make a task over up to twenty papers."""
    count = draw(st.integers(0, 20))
    papers = [
        Paper(
            key,
            (f"arxiv:2608.{key:05}",),
            " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))),
            "huggingface",
            FRIDAY - timedelta(days=draw(st.integers(0, 6))),
            links=Links(code="https://example.org/c" if draw(st.booleans()) else None),
            signals=Signals(draw(st.integers(0, 40)), draw(st.integers(0, 5))),
            withdrawn=draw(st.integers(0, 9)) == 0,
        )
        for key in range(1, count + 1)
    ]
    some = st.frozensets(st.integers(1, 20), max_size=6)
    return Task(
        query=parse(draw(st.sampled_from(QUERIES))),
        limit=draw(st.integers(1, 15)),
        candidates=draw(st.permutations(papers)),
        now=NOW,
        shown=draw(some),
        votes_before=draw(st.dictionaries(st.integers(1, 20), st.integers(0, 30), max_size=5)),
        local=Local(draw(some), draw(some), {}),
    )


@given(tasks())
def test_every_candidate_is_accounted_for_once(task: Task) -> None:
    """Chosen, below the limit, left out by a rule, not matching: together the candidates."""
    made = curate(task)
    if isinstance(made, EmptyEdition):
        assert made.considered == len(task.candidates)
        return
    told = [one.key for one in (*made.chosen, *made.more, *made.left_out)]
    assert len(told) == len(set(told))
    assert len(told) + made.not_matching == len(task.candidates)


@given(tasks())
def test_nothing_is_chosen_that_a_rule_forbids(task: Task) -> None:
    """No withdrawn, dropped or shown paper, none that does not match unless it is pinned."""
    made = curate(task)
    papers = {paper.key: paper for paper in task.candidates}
    for one in (*made.chosen, *made.more) if isinstance(made, Edition) else ():
        assert not papers[one.key].withdrawn
        assert one.key not in task.local.drops
        assert one.key not in task.shown
        assert one.key in task.local.pins or matches(task.query, papers[one.key]) is not None


@given(tasks())
def test_the_limit_holds_and_is_used(task: Task) -> None:
    """As many as the limit where there are as many: diversity orders, it never starves."""
    made = curate(task)
    if isinstance(made, Edition):
        assert len(made.chosen) == min(task.limit, made.offered)
        assert made.chosen
        similar = [out.rule for out in made.more]
        assert similar == sorted(similar, key=[Rule.TOO_SIMILAR, Rule.BELOW_LIMIT].index)


@given(tasks())
def test_every_chosen_paper_has_a_reason(task: Task) -> None:
    """At least one, each code once, and its votes are those of the moment."""
    made = curate(task)
    papers = {paper.key: paper for paper in task.candidates}
    for one in made.chosen if isinstance(made, Edition) else ():
        codes = [reason.code for reason in one.reasons]
        assert codes
        assert len(codes) == len(set(codes))
        assert one.upvotes == papers[one.key].signals.upvotes


@given(tasks(), st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_count(task: Task, chance: object) -> None:
    """The same papers in any order make the same edition."""
    shuffled = list(task.candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] - hypothesis' Random
    assert curate(replace(task, candidates=shuffled)) == curate(task)


@given(tasks())
def test_an_index_changes_no_choice(task: Task) -> None:
    """It only saves looking at every paper; nor does it change one to have the hits beforehand."""
    prepared = indexed(prepare(task.candidates), task.candidates)
    assert curate(task, prepared) == curate(task)
    assert curate(task, prepared, hits_of(task.query, prepared)) == curate(task)


@given(tasks())
def test_pinned_papers_come_first(task: Task) -> None:
    """No paper stands before a pinned one."""
    made = curate(task)
    pinned = (
        [one.key in task.local.pins for one in made.chosen] if isinstance(made, Edition) else []
    )
    assert pinned == sorted(pinned, reverse=True)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 6))
def test_a_days_best_is_never_beaten_by_age_alone(fresh: int, stale: int, days: int) -> None:
    """However many votes an older day gathered, its best does not pass the new day's best."""
    new = Paper(2, ("arxiv:2608.00002",), "new thing", "s", FRIDAY, signals=Signals(fresh))
    old = Paper(
        1,
        ("arxiv:2608.00001",),
        "old matter",
        "s",
        FRIDAY - timedelta(days=days),
        signals=Signals(stale),
    )
    made = curate(Task(parse("*"), 1, (old, new), NOW))
    assert isinstance(made, Edition)
    assert made.chosen[0].key == new.key
