"""The promises of the title lookup, each held against what was measured, as rows of one table."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from _titles_figures import Asked, Measured, Peer, Storm, percentile
from _titles_queries import ABSENT, BEGUN, GROUPS, HARD, HUMAN, NEAR, TYPED
from _wire import Promises

MB: Final = 1e6
FIRST: Final = {"human": 0.96, "names": 0.85, "hard": 0.55, "slipped": 0.995}
AMONG: Final = {"prefix10": 0.65, "prefix15": 0.95, "prefix20": 0.995}
OTHERWISE: Final = {"prefix20_typo": "20 with a slip", "infix3w": "three words of its middle"}
WORDS: Final = {
    "human": "human queries",
    "names": "names papers go by",
    "hard": "hard ones",
    "slipped": "typos, swapped and dropped words",
    "remembered": "half remembered, with chatter",
    "begun": "begun",
}
COMPARED: Final[Mapping[str, Sequence[str]]] = {**GROUPS, "begun": BEGUN}
NEARLY: Final = 0.05
ALLOWED: Final = 50.0  # milliseconds for a hostile text
WIDTH: Final = (62, 62)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with even columns."""

    promises: Promises

    def row(self, what: str, figure: str, promise: str = "", *, kept: bool = True) -> None:
        """Print a row; one whose promise is not kept says so."""
        self.promises.row(what.ljust(WIDTH[0]), figure.ljust(WIDTH[1]), promise, kept=kept)

    def most(self, what: str, value: float, most: float, unit: str, more: str = "") -> None:
        """Print a figure that may be no larger than promised."""
        self.row(what, f"{value:.3g}{unit}{more}", f"≤ {most:g}{unit}", kept=value <= most)

    def least(self, what: str, value: float | None, least: float, more: str = "") -> None:
        """Print a share that may be no smaller than promised; none could be measured."""
        if value is None:
            self.row(what, "not measured: no recorded queries here", f"≥ {least:g}")
            return
        self.row(what, f"{value:.4f}{more}", f"≥ {least:g}", kept=value >= least)


def first(answer: Asked) -> bool:
    """Tell whether the right answer came first."""
    return answer.rank == 1


def offered(answer: Asked) -> bool:
    """Tell whether the right answer came at all."""
    return answer.rank > 0


def share(
    answers: Sequence[Asked], classes: Sequence[str], good: Callable[[Asked], bool] = first
) -> float | None:
    """Return the share of good answers, the mean over those of the classes that were asked."""
    by = [[good(one) for one in answers if one.cls == cls] for cls in classes]
    shares = [statistics.mean(one) for one in by if one]
    return statistics.mean(shares) if shares else None


def pooled(answers: Sequence[Asked], classes: Sequence[str], found: str) -> float:
    """Return the share of all answers of these classes for which `resolve` said this."""
    said = [one.found == found for one in answers if one.cls in classes]
    return sum(said) / max(1, len(said))


def times(answers: Sequence[Asked], share_: float) -> float:
    """Return a percentile of the answers' milliseconds."""
    return percentile([one.ms for one in answers], share_)


def quality_rows(table: Table, one: Measured) -> None:
    """Print whether the right answers come, and what `resolve` is sure of."""
    where = f" of {one.size:,}"
    for group, classes in GROUPS.items():
        more = f", mean over {len(classes)} classes" if len(classes) > 1 else ""
        value = share(one.searches, classes)
        what = f"right answer first{where}, {WORDS[group]}"
        if group in FIRST:
            table.least(what, value, FIRST[group], more)
        elif value is not None:
            table.row(what, f"{value:.4f}{more}")
    absent, near = (pooled(one.searches, cls, "wrong") for cls in (ABSENT, NEAR))
    wrong, right = (pooled(one.searches, [*HUMAN, *TYPED], word) for word in ("wrong", "right"))
    hard = f"; {pooled(one.searches, HARD, 'wrong'):.3f} of the hard ones"
    more = f"; {near:.3f} where a near relative is there"
    table.most(f"resolve{where}: Found, but the paper is not there", absent, 0.02, "", more)
    more = hard if any(answer.cls in HARD for answer in one.searches) else ""
    table.most(f"resolve{where}: Found, but another paper", wrong, 0.01, "", more)
    table.least(f"resolve{where}: the right one Found at once", right, 0.93)


def begun_rows(table: Table, one: Measured, told: Mapping[str, Mapping[str, float]]) -> None:
    """Print how often the right title is offered while it is typed, and the most that can be
    reached among titles of which nothing else is known; and how often with votes.
    """
    for cls, least in AMONG.items():
        what = f"complete of {one.size:,}: the right one among 25 after {cls[6:]} characters"
        value, bound = share(one.completions, [cls], offered), told["most"][cls]
        more = f"; no order of the titles brings more than {bound:.3f}"
        table.least(what, value, least, more)
        if told["voted"]:
            more = ", of papers drawn by their votes, which are known"
            table.least("", told["voted"][cls], least, more)
    for cls, typed in OTHERWISE.items():
        value = share(one.completions, [cls], offered)
        shown = "not measured" if value is None else f"{value:.2f}"
        table.row(f"complete of {one.size:,}: the right one among 25 after {typed}", shown)


def speed_rows(table: Table, one: Measured) -> None:
    """Print how fast one corpus answers, is built, loaded and added to."""
    where = f"{one.size:,} titles"
    for name, answers, most in (
        ("search", one.searches, (2, 5)),
        ("complete", one.completions, (1, 3)),
    ):
        for percent, limit in zip((50, 99), most, strict=True):
            table.most(f"{name}, {where}, p{percent}", times(answers, percent), limit, " ms")
    more = f" of CPU ({one.build_wall:.1f} s in all)"
    table.most(f"build, {where}", one.build, 15, " s", more)
    table.most(f"load, {where}", one.load, 0.5, " s", f"; {one.disk / MB:.0f} MB on disk")
    more = f" the slowest of {len(one.adds):,}; median {statistics.median(one.adds):.2g} ms"
    table.most(f"add, {where}", max(one.adds), 1, " ms", more)
    table.row("  of those, not found by the next search", str(one.lost), "0", kept=one.lost == 0)


def huge_rows(table: Table, one: Measured) -> None:
    """Print how fast it answers among very many."""
    where = f"{one.size:,} titles"
    table.most(f"search, {where}, p99", times(one.searches, 99), 8, " ms")
    table.most(f"complete, {where}, p99", times(one.completions, 99), 5, " ms")
    value = share(one.searches, GROUPS["human"])
    told = "none recorded here" if value is None else f"{value:.4f}"
    table.row(f"right answer first of {one.size:,}, human queries", told)


def memory_row(table: Table, one: Measured, most: float) -> None:
    """Print the memory after build, save and load, and after all questions; both are held to it."""
    value = max(one.loaded, one.asked) / MB
    more = f" asked; {one.loaded / MB:.0f} MB loaded, {one.peak / MB:.0f} MB while building"
    table.most(f"memory beyond the titles, {one.size:,}", value, most, " MB", more)
    table.row("  numpy and rapidfuzz themselves", f"{one.libraries / MB:.0f} MB more")


def small_rows(table: Table, one: Measured) -> None:
    """Print what few titles cost."""
    memory_row(table, one, 30)
    table.most(f"build, {one.size:,} titles", one.build, 1, " s", " of CPU")


def peer_rows(table: Table, peers: Sequence[Peer], ours: Mapping[int, Measured]) -> None:
    """Print every peer beside us on the same queries, and whether one is better or as fast."""
    better: list[str] = []
    near: dict[str, list[str]] = {}
    for peer in peers:
        if peer.word:
            table.row(f"{peer.name}, {peer.size:,}", peer.word)
            continue
        pairs = side_by_side(peer, ours[peer.size])
        told: list[str] = []
        for group, (theirs, mine) in pairs.items():
            told.append(f"{group} {theirs:.2f} ({mine:.2f})")
            better += [f"{peer.name}: {group}"] if theirs > mine else []
            if theirs >= mine - NEARLY:
                near.setdefault(peer.name, []).append(group)
        queries = len(peer.searches) + len(peer.completions)
        table.row(f"{peer.name}, {peer.size:,}; {queries} queries (ours)", " ".join(told[:3]))
        table.row("", " ".join(told[3:]))
        table.row(
            "  search, complete: p50, p99", pace(peer.searches) + "; " + pace(peer.completions)
        )
    for size in sorted({peer.size for peer in peers}):
        mine = ours[size]
        what = f"ours, {size:,}: search, complete: p50, p99"
        table.row(what, pace(mine.searches) + "; " + pace(mine.completions))
    table.row(
        "groups of queries in which a peer is better", listed(better), "none", kept=not better
    )
    fast = [
        f"{peer.name}: {group}"
        for peer in peers
        for group in near.get(peer.name, ())
        if peer.size >= 100_000 and not peer.word and not slower(peer, ours[peer.size], group)
    ]
    what = "peers within 0.05 in a group and not slower at 100,000"
    table.row(what, listed(fast), "none", kept=not fast)


def side_by_side(peer: Peer, ours: Measured) -> dict[str, tuple[float, float]]:
    """Return a peer's share of right answers and ours, of the very same queries, by group."""
    asked = {(one.cls, one.text) for one in (*peer.searches, *peer.completions)}
    mine = [one for one in (*ours.searches, *ours.completions) if (one.cls, one.text) in asked]
    pairs: dict[str, tuple[float, float]] = {}
    for group, classes in COMPARED.items():
        good = offered if group == "begun" else first
        theirs = share([*peer.searches, *peer.completions], classes, good)
        own = share(mine, classes, good)
        if theirs is not None and own is not None:
            pairs[group] = theirs, own
    return pairs


def slower(peer: Peer, ours: Measured, group: str) -> bool:
    """Tell whether a peer's median is longer than ours for the method that serves this group."""
    if group == "begun":
        return times(peer.completions, 50) > times(ours.completions, 50)
    return times(peer.searches, 50) > times(ours.searches, 50)


def pace(answers: Sequence[Asked]) -> str:
    """Return median and 99th percentile in words."""
    return f"{times(answers, 50):.3g}, {times(answers, 99):.3g} ms"


def listed(names: Sequence[str]) -> str:
    """Return names in words."""
    return "; ".join(names) or "none"


def storm_rows(table: Table, storms: Sequence[Storm]) -> None:
    """Print how long hostile texts take, and how many raised."""
    for name in storms[0].times:
        spent = [one for storm in storms for one in storm.times[name]]
        more = f" at most; p99.9 {percentile(spent, 99.9):.3g} ms"
        table.most(f"{name} of {len(spent):,} hostile texts", max(spent), ALLOWED, " ms", more)
    raised = sum(len(storm.raised) for storm in storms)
    table.row("  of those, raised an error", str(raised), "0", kept=not raised)
