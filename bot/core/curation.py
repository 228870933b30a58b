"""Curation: which of the day's papers one subscription gets, in which order, and why.

A candidate is any paper that its source brought out in the last `WINDOW` and that was not yet
shown at this target: not a calendar date and not "since the last edition", because a source's day
fills up while it lasts and votes come later than papers.

The order is a sum of three parts, each 0 to 1: how well the paper matches the query, how the
community's signals stand *relative to the papers of the same day* (so that an old paper does not
win by its age), and whether there is code. Then diversity: a paper nearly like one already chosen
steps back behind the others. Nothing here reads a clock or chances: the same input gives the same
edition, and of equals the newest comes first, then the smallest key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.candidates import Hits, Standing, hits_of, prepare, topic_of
from bot.core.editions import (
    AnyEdition,
    Chosen,
    Edition,
    EmptyCause,
    EmptyEdition,
    LeftOut,
    Reason,
    ReasonCode,
    Rule,
)
from bot.core.query import Hit, Query, is_everything

if TYPE_CHECKING:
    from bot.core.candidates import Prepared
    from bot.core.papers import Paper

WINDOW = timedelta(days=7)
"""How far back a paper counts as a candidate."""

_MATCH_WEIGHT, _SIGNAL_WEIGHT, _CODE_WEIGHT = 1.0, 1.0, 0.1
_SIMILAR = 0.5  # share of common title words and keywords above which two papers are alike
_DISCUSSED_FROM = 3
_TOP_SHARE = 3  # "top voted" is said of the first third of a day, at most ten papers
_TOP_MOST = 10
_ROSE_FACTOR, _ROSE_AT_LEAST = 2, 10


@dataclass(frozen=True, slots=True)
class Local:
    """What a server's own people say. Nothing sets it yet; the ranker takes it from the start."""

    pins: AbstractSet[int] = frozenset()
    drops: AbstractSet[int] = frozenset()
    signals: Mapping[int, float] = field(default_factory=dict[int, float])


_NOTHING_LOCAL = Local()


@dataclass(frozen=True, slots=True)
class Task:
    """One choice to make.

    `candidates` are the papers of the window, each once. `shown` are the keys that this target has
    seen, `votes_before` the votes of those that an earlier edition here left below its limit.
    `weekend` says that nothing is expected on this day, `holiday` that little is and nothing may be
    new, `source_silent` that what was expected did not come, `newest` is the newest day that has
    papers.
    """

    query: Query
    limit: int
    candidates: Sequence[Paper]
    now: datetime
    shown: AbstractSet[int] = frozenset()
    votes_before: Mapping[int, int] = field(default_factory=dict[int, int])
    weekend: bool = False
    holiday: bool = False
    source_silent: bool = False
    newest: date | None = None
    late: bool = False
    local: Local = _NOTHING_LOCAL


def curate(task: Task, prepared: Prepared | None = None, hits: Hits | None = None) -> AnyEdition:
    """Choose the papers of one edition. `prepared` is what `prepare(task.candidates)` returned,
    `hits` what `hits_of(task.query, prepared)` did.
    """
    if task.weekend:
        return EmptyEdition(task.now, EmptyCause.WEEKEND, len(task.candidates), task.late)
    ready = prepared or prepare(task.candidates)
    sieve = _Sieve(task, hits_of(task.query, ready) if hits is None else hits)
    if not sieve.hits:
        return _nothing(task, sieve)
    places = ready.standings
    ranked = sorted(sieve.hits, key=lambda item: _order(task, *item, places[item[0].key]))
    chosen, more = _spread(task, [paper for paper, _ in ranked], ready.topics)
    hits = {paper.key: hit for paper, hit in ranked}
    return Edition(
        made=task.now,
        chosen=tuple(
            Chosen(
                paper.key,
                _reasons(task, paper, hits[paper.key], places[paper.key]),
                paper.signals.upvotes,
            )
            for paper in chosen
        ),
        more=tuple(more),
        left_out=tuple(sorted(sieve.left_out, key=lambda out: out.key)),
        not_matching=sieve.not_matching,
        late=task.late,
        since=task.newest if task.source_silent else None,
    )


class _Sieve:
    """The rules that leave a paper out, in the order of `Rule`."""

    def __init__(self, task: Task, hits: Hits) -> None:
        self.hits: list[tuple[Paper, Hit]] = []
        self.left_out: list[LeftOut] = []
        looked_at = [(task.candidates[place], hit) for place, hit in hits.items()]
        if task.local.pins:
            looked_at += [
                (paper, Hit(0.0, ()))
                for place, paper in enumerate(task.candidates)
                if paper.key in task.local.pins and place not in hits
            ]
        self.not_matching = len(task.candidates) - len(looked_at)
        for paper, hit in looked_at:
            if (rule := self._rule(task, paper)) is not None:
                self.left_out.append(LeftOut(paper.key, rule, paper.signals.upvotes))
            else:
                self.hits.append((paper, hit))

    @staticmethod
    def _rule(task: Task, paper: Paper) -> Rule | None:
        if paper.withdrawn:
            return Rule.WITHDRAWN
        if paper.key in task.local.drops:
            return Rule.DROPPED
        if paper.key in task.shown:
            return Rule.SHOWN_BEFORE
        return None


def _nothing(task: Task, sieve: _Sieve) -> EmptyEdition:
    """Say why nothing was chosen: first of all, that nothing has come that could have been."""
    considered = len(task.candidates)
    if task.source_silent or not considered:
        silent = EmptyCause.SOURCE_SILENT
        return EmptyEdition(task.now, silent, considered, task.late, task.newest)
    if task.holiday:
        return EmptyEdition(task.now, EmptyCause.HOLIDAY, considered, task.late)
    shown_all = any(out.rule is Rule.SHOWN_BEFORE for out in sieve.left_out)
    cause = EmptyCause.ALL_SHOWN if shown_all else EmptyCause.NOTHING_MATCHED
    return EmptyEdition(task.now, cause, considered, task.late)


def _order(task: Task, paper: Paper, hit: Hit, standing: Standing) -> tuple[bool, float, int, int]:
    """Give a paper's place: pinned ones first, then by score, among equals the newest, by key."""
    score = _score(task, paper, hit, standing)
    return paper.key not in task.local.pins, -score, -paper.released.toordinal(), paper.key


def _score(task: Task, paper: Paper, hit: Hit, standing: Standing) -> float:
    return (
        _MATCH_WEIGHT * hit.score
        + _SIGNAL_WEIGHT * standing.share
        + _CODE_WEIGHT * paper.has_code
        + task.local.signals.get(paper.key, 0.0)
    )


def _spread(
    task: Task, ranked: Sequence[Paper], known: Mapping[int, frozenset[str]]
) -> tuple[list[Paper], list[LeftOut]]:
    """Take the best, letting a paper that is nearly like a chosen one step back.

    One that stepped back still comes before an empty place: diversity orders, it never starves.
    """
    chosen: list[Paper] = []
    alike: list[Paper] = []
    topics: list[frozenset[str]] = []
    rest: list[Paper] = []
    for paper in ranked:
        if len(chosen) == task.limit:
            rest.append(paper)
            continue
        words = known.get(paper.key) or topic_of(paper)
        if paper.key not in task.local.pins and any(_similar(words, t) for t in topics):
            alike.append(paper)
        else:
            chosen.append(paper)
            topics.append(words)
    places = task.limit - len(chosen)
    chosen += alike[:places]
    more = [LeftOut(p.key, Rule.TOO_SIMILAR, p.signals.upvotes) for p in alike[places:]]
    more += [LeftOut(p.key, Rule.BELOW_LIMIT, p.signals.upvotes) for p in rest]
    return chosen, more


def _similar(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) / smaller > _SIMILAR


def _reasons(task: Task, paper: Paper, hit: Hit, standing: Standing) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    if paper.key in task.local.pins:
        reasons.append(Reason(ReasonCode.PINNED))
    if hit.terms:
        reasons.append(Reason(ReasonCode.MATCHES, params=hit.terms))
    elif is_everything(task.query) or not reasons:
        reasons.append(Reason(ReasonCode.EVERYTHING))
    before = task.votes_before.get(paper.key)
    votes = paper.signals.upvotes
    if before is not None and votes >= _ROSE_FACTOR * before and votes - before >= _ROSE_AT_LEAST:
        reasons.append(Reason(ReasonCode.ROSE, paper.source, (str(before), str(votes))))
    if votes and standing.rank <= min(_TOP_MOST, max(1, standing.of // _TOP_SHARE)):
        rank = (str(standing.rank), str(standing.of))
        reasons.append(Reason(ReasonCode.TOP_VOTED, paper.source, rank))
    if paper.signals.comments >= _DISCUSSED_FROM:
        count = (str(paper.signals.comments),)
        reasons.append(Reason(ReasonCode.DISCUSSED, paper.source, count))
    if paper.has_code:
        stars = "" if paper.signals.stars is None else str(paper.signals.stars)
        reasons.append(Reason(ReasonCode.CODE, paper.source, (stars,)))
    return tuple(reasons)
