"""Curation: what is chosen, in which order, and why; stated fact by fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.core.candidates import standings
from bot.core.curation import Local, Task, curate
from bot.core.editions import (
    Chosen,
    Edition,
    EmptyCause,
    EmptyEdition,
    ReasonCode,
    Rule,
)
from bot.core.papers import Links, Paper, Signals
from bot.core.query import parse

FRIDAY = date(2026, 8, 21)
NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
CODE = Links(code="https://example.org/code")


def paper(key: int, upvotes: int = 0, *, title: str = "", **changed: object) -> Paper:
    """Make one of many papers, with a title of its own."""
    made = Paper(
        key,
        (f"arxiv:2608.{key:05}",),
        title or f"alpha{key} beta{key} gamma{key}",
        "huggingface",
        FRIDAY,
        signals=Signals(upvotes),
    )
    return replace(made, **changed)  # type: ignore[arg-type] - fields by name


def task(*papers: Paper, query: str = "*", limit: int = 9, **changed: object) -> Task:
    """Make a task over these papers."""
    return replace(Task(parse(query), limit, papers, NOW), **changed)  # type: ignore[arg-type] - fields by name


def edition(made: Task) -> Edition:
    """Curate where papers are expected."""
    chosen = curate(made)
    assert isinstance(chosen, Edition)
    return chosen


def empty(made: Task) -> EmptyEdition:
    """Curate where none are expected."""
    chosen = curate(made)
    assert isinstance(chosen, EmptyEdition)
    return chosen


def keys(made: Edition) -> list[int]:
    """List what was chosen, best first."""
    return [one.key for one in made.chosen]


def codes(one: Chosen) -> list[ReasonCode]:
    """List the reasons' codes."""
    return [reason.code for reason in one.reasons]


def test_most_voted_papers_of_a_day_come_first_and_the_limit_cuts_the_rest_off() -> None:
    """Votes order a day; what is below the limit is kept, best first, with its votes."""
    made = edition(task(paper(1, 5), paper(2, 50), paper(3, 20), paper(4, 1), limit=2))
    assert keys(made) == [2, 3]
    assert [(out.key, out.rule, out.upvotes) for out in made.more] == [
        (1, Rule.BELOW_LIMIT, 5),
        (4, Rule.BELOW_LIMIT, 1),
    ]
    assert made.offered == 4


def test_an_old_paper_does_not_win_by_its_age() -> None:
    """Votes count relative to the paper's own day: a day's best beats an older day's second."""
    old = FRIDAY - timedelta(days=5)
    made = edition(
        task(paper(1, 500, released=old), paper(2, 490, released=old), paper(3, 6), limit=3)
    )
    assert keys(made) == [3, 1, 2]


def test_a_better_match_outweighs_votes() -> None:
    """A hit in the title with no votes beats a hit in the abstract with half of the day's most."""
    made = edition(
        task(
            paper(1, 10, title="world models"),
            paper(2, 4, title="unlike anything", abstract="We build world models."),
            paper(3, 0, title="planning in world models of atari"),
            query='"world models"',
        )
    )
    assert keys(made)[0] == 1
    assert {reason.params for reason in made.chosen[0].reasons} >= {("world models",)}


def test_code_decides_between_equals() -> None:
    """Of two alike in match and votes the one with code comes first."""
    made = edition(task(paper(1, 3), paper(2, 3, links=CODE)))
    assert keys(made) == [2, 1]
    assert ReasonCode.CODE in codes(made.chosen[0])


def test_a_paper_like_a_chosen_one_steps_back_but_comes_before_an_empty_place() -> None:
    """Diversity orders and never starves."""
    alike = [
        paper(key, 100 - key, title=f"video diffusion editing variant{key}") for key in (1, 2, 3)
    ]
    other = paper(9, 1, title="proteins folding quickly")
    assert keys(edition(task(*alike, other, limit=2))) == [1, 9]
    assert keys(edition(task(*alike, other, limit=4))) == [1, 9, 2, 3]
    cut = edition(task(*alike, other, limit=3))
    assert [(out.key, out.rule) for out in cut.more] == [(3, Rule.TOO_SIMILAR)]


def test_papers_without_a_word_are_like_none() -> None:
    """A title of short words has no topic to be alike in."""
    made = edition(task(paper(1, 2, title="a b c"), paper(2, 1, title="a b c"), limit=2))
    assert keys(made) == [1, 2]


def test_pins_come_first_whatever_they_are_like_and_whether_they_match() -> None:
    """A pinned paper needs no match, no votes and no topic of its own."""
    same = "video diffusion editing"
    made = edition(
        task(
            paper(1, 900, title=same),
            paper(2, 0, title=same),
            paper(3, 0, title="something else entirely"),
            query="video",
            local=Local(pins={2, 3}, signals={1: 500.0}),
        )
    )
    assert set(keys(made)[:2]) == {2, 3}
    assert keys(made)[2] == 1
    assert codes(made.chosen[keys(made).index(3)]) == [ReasonCode.PINNED]


def test_what_a_server_says_moves_a_paper() -> None:
    """A local signal adds to the score."""
    assert keys(edition(task(paper(1, 9), paper(2, 1), local=Local(signals={2: 3.0})))) == [2, 1]


def test_every_rule_leaves_out_with_its_name() -> None:
    """Withdrawn before dropped before shown; what only does not match is counted."""
    made = edition(
        task(
            paper(4, 1, title="world models"),
            paper(3, 1, title="world models", withdrawn=True),
            paper(2, 1, title="world models"),
            paper(1, 1, title="world models"),
            paper(5, 1),
            query='"world models"',
            shown=frozenset({1, 3}),
            local=Local(drops={2, 3}),
        )
    )
    assert keys(made) == [4]
    assert [(out.key, out.rule) for out in made.left_out] == [
        (1, Rule.SHOWN_BEFORE),
        (2, Rule.DROPPED),
        (3, Rule.WITHDRAWN),
    ]
    assert made.not_matching == 1


def test_reasons_tell_what_spoke_for_a_paper() -> None:
    """Top of its day, discussed, with code and its stars, risen since an earlier edition."""
    star = paper(1, links=CODE, signals=Signals(60, 5, 12))
    made = edition(
        task(star, *(paper(key, 1) for key in range(2, 9)), votes_before={1: 20, 2: 1}, late=True)
    )
    reasons = {reason.code: reason.params for reason in made.chosen[0].reasons}
    assert reasons == {
        ReasonCode.EVERYTHING: (),
        ReasonCode.ROSE: ("20", "60"),
        ReasonCode.TOP_VOTED: ("1", "8"),
        ReasonCode.DISCUSSED: ("5",),
        ReasonCode.CODE: ("12",),
    }
    assert codes(made.chosen[1]) == [ReasonCode.EVERYTHING, ReasonCode.TOP_VOTED]
    assert codes(made.chosen[-1]) == [ReasonCode.EVERYTHING]
    assert made.late


def test_code_without_known_stars_says_so_with_nothing() -> None:
    """The parameter of the reason is empty where the stars are not known."""
    made = edition(task(paper(1, links=CODE)))
    assert [r.params for r in made.chosen[0].reasons if r.code is ReasonCode.CODE] == [("",)]


def test_a_query_of_negations_only_still_gives_a_reason() -> None:
    """A paper that is there because nothing spoke against it is said to be out this week."""
    made = edition(task(paper(1), query="-vision"))
    assert codes(made.chosen[0]) == [ReasonCode.EVERYTHING]


def test_an_empty_edition_says_why() -> None:
    """Weekend, a silent source, no match, all shown: four causes, each its own."""
    one = paper(1)
    assert empty(task(one, weekend=True)).cause is EmptyCause.WEEKEND
    assert empty(task(one, weekend=True)).expected
    assert empty(task()).cause is EmptyCause.SOURCE_SILENT
    assert empty(task(one, query="zeppelin")).cause is EmptyCause.NOTHING_MATCHED
    shown = empty(task(one, shown=frozenset({1}), late=True))
    assert (shown.cause, shown.considered, shown.late) == (EmptyCause.ALL_SHOWN, 1, True)
    assert not shown.expected


def test_a_silent_source_is_the_cause_whatever_was_shown_or_matched() -> None:
    """It says since which day; an edition that has papers does not mention it."""
    one = paper(1)
    shown = task(one, shown=frozenset({1}), source_silent=True, newest=FRIDAY)
    unmatched = task(one, query="zeppelin", source_silent=True, newest=FRIDAY)
    for made in (shown, unmatched, task(newest=FRIDAY)):
        nothing = empty(made)
        assert (nothing.cause, nothing.since) == (EmptyCause.SOURCE_SILENT, FRIDAY)
    assert empty(replace(unmatched, source_silent=False)).since is None
    assert keys(edition(replace(unmatched, query=parse("*")))) == [1]


def test_standings_count_votes_and_comments_within_a_day() -> None:
    """A comment is worth two votes; a day without any has shares of nothing."""
    quiet = FRIDAY - timedelta(days=1)
    found = standings(
        [
            paper(1, 10),
            paper(2, signals=Signals(4, 3)),
            paper(3, released=quiet),
            paper(4, released=quiet),
        ]
    )
    assert (found[1].rank, found[1].of, found[1].share) == (1, 2, 1.0)
    assert (found[2].rank, found[2].share) == (2, 1.0)
    assert (found[3].rank, found[4].rank, found[4].share) == (1, 2, 0.0)


def test_nothing_new_behind_a_holiday_was_expected() -> None:
    """Unless a source is silent: that is somebody's business on any day. What came is brought."""
    quiet = empty(task(paper(1), query="zeppelin", holiday=True))
    assert quiet == EmptyEdition(NOW, EmptyCause.HOLIDAY, 1)
    assert quiet.expected
    silent = empty(task(paper(1), query="zeppelin", holiday=True, source_silent=True))
    assert silent.cause is EmptyCause.SOURCE_SILENT
    assert not silent.expected
    assert keys(edition(task(paper(1), holiday=True))) == [1]


def test_an_edition_says_since_when_a_source_is_silent() -> None:
    """It comes with what there is; where all is well it says nothing."""
    assert edition(task(paper(1), source_silent=True, newest=FRIDAY)).since == FRIDAY
    assert edition(task(paper(1), newest=FRIDAY)).since is None
