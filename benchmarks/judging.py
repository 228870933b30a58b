"""How well answers of lookup services are judged: what was asked for is believed, else it is not.

Rules: the first five answers of an index of all the titles stand for a service's, which has
something to tell to every text. Each query is judged twice: with the right paper among the answers,
where it is, and with it taken out. Titles and queries are the recorded ones where they are at hand,
else made up; texts that are no more than begun are left out, for nobody sends those.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from _titles_data import read_titles
from _titles_queries import BEGUN, HARD, Query, read_queries
from _wire import Promises

from bot.core.papers import NEVER, PaperDraft
from bot.process.title_building import build
from bot.services.judging import BELIEVED_FROM, SURE_FROM, Believed, judged_by_title
from bot.titles import TitleIndex

ANSWERS: Final = 5
RIGHT, WRONG = 0.85, 0.06
SURE_AND_WRONG: Final = 0.02


def told(paper_id: str, title: str) -> PaperDraft:
    """Return what a service tells of a paper."""
    return PaperDraft((paper_id,), title, "service", NEVER, published=date(2020, 1, 1))


def judge(query: Query, answers: Sequence[PaperDraft]) -> Believed:
    """Return what is believed of a service's first answers."""
    return judged_by_title(query.text, answers[:ANSWERS], build)


def main() -> None:
    """Measure and tell."""
    rows = read_titles()
    index = TitleIndex.build(zip(rows.ids, rows.titles, strict=True))
    titles = dict(zip(rows.ids, rows.titles, strict=True))
    asked = found = surely = wrong = surely_wrong = absent = 0
    for query in read_queries(rows):
        if query.cls in {*BEGUN, *HARD}:
            continue
        matches = index.search(query.text, ANSWERS + len(query.right))
        answers = [told(one.paper_id, titles[one.paper_id]) for one in matches]
        others = [one for one in answers if one.ids[0] not in query.right]
        if any(one.ids[0] in query.right for one in answers[:ANSWERS]):
            believed = judge(query, answers)
            asked += 1
            right = any(one.ids[0] in query.right for one in believed.papers)
            found += right
            surely += right and believed.score >= SURE_FROM
        believed = judge(query, others)
        absent += 1
        wrong += bool(believed.papers)
        surely_wrong += believed.score >= SURE_FROM
    promises = Promises()
    of = f"of {asked} {rows.kind} titles that were told"
    promises.row(
        f"believed from {BELIEVED_FROM:g} on, {of}",
        f"{found / asked:.1%}",
        f"≥ {RIGHT:.0%}",
        kept=found >= RIGHT * asked,
    )
    promises.row(f"sure from {SURE_FROM:g} on, {of}", f"{surely / asked:.1%}")
    promises.row(
        f"believed though it is another, of {absent}",
        f"{wrong / absent:.1%}",
        f"≤ {WRONG:.0%}",
        kept=wrong <= WRONG * absent,
    )
    promises.row(
        f"sure though it is another, of {absent}",
        f"{surely_wrong / absent:.1%}",
        f"≤ {SURE_AND_WRONG:.0%}",
        kept=surely_wrong <= SURE_AND_WRONG * absent,
    )
    promises.leave()


if __name__ == "__main__":
    main()
