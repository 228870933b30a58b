"""Summaries by a model of one's own: once for all who see them, in time or not at all, within the
day's papers and the month's characters whatever happens, and only what counts.

The model is one on loopback, behind the client that the bot uses.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from service_world import CHANNEL, DAY, EARLY, MINUTE, NINE, SECOND, WISH, SetClock, draft

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))

from model_site import (  # pyright: ignore[reportMissingImports] - of tests/sources
    MODEL,
    ModelSite,
    model_site,
)

from bot.core.editions import Chosen, Edition
from bot.core.papers import MachineSummary, Paper
from bot.core.subscriptions import Subscription
from bot.services.foreseeing import AHEAD, Foreseeing
from bot.services.ports import PartPlan, Plan
from bot.services.recent import RecentPapers
from bot.services.summaries import Summaries, SummaryTerms
from bot.sources.http import Limits, PoliteClient
from bot.sources.summaries import SummaryModel
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.summaries import SummaryRows

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from service_world import World

MONTH, TODAY = "2026-08", "2026-08-21"
LIMITS = Limits(connect=2, deadline=2, attempts=1, spacing=0)


def abstract_of(number: int) -> str:
    """An abstract that is too long to be shown whole, with a first sentence of its own."""
    more = "Further sentences say how it is done, and what came of it in many experiments. " * 4
    return f"Model number {number} predicts tides from sparse gauges. {more}"


class SlowRows(SummaryRows):
    """Rows of which the next reading is a while on its way, where it is told so."""

    holds: asyncio.Event | None = None

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.read = asyncio.Event()

    async def known(self, papers: Iterable[Paper], model: str) -> dict[int, str | None]:
        """Return what there was when it was read."""
        found = await super().known(papers, model)
        if (holds := self.holds) is not None:
            self.holds = None
            self.read.set()
            await holds.wait()
        return found


@dataclass
class Desk:
    """The use case, its model, its clock and what it keeps."""

    summaries: Summaries
    site: ModelSite
    model: SummaryModel
    rows: SlowRows
    store: PaperRows
    clock: SetClock
    papers: list[Paper]

    async def shown(self) -> list[MachineSummary | None]:
        """Return the summaries that are shown of the papers now."""
        known = await self.store.get(paper.key for paper in self.papers)
        return [known[paper.key].summary for paper in self.papers]


@asynccontextmanager
async def opened(
    path: Path, site: ModelSite, monthly: int = 1_000_000, a_day: int = 30, papers: int = 3
) -> AsyncGenerator[Desk]:
    """Open it on a database of its own."""
    async with (
        Database.open(path) as database,
        PoliteClient(
            user_agent="test", limits=LIMITS, transport=httpx.AsyncHTTPTransport()
        ) as client,
    ):
        store, clock = PaperRows(database, MODEL), SetClock(NINE)
        drafts = [draft(n, abstract=abstract_of(n)) for n in range(papers)]
        await store.upsert(drafts, NINE)
        found = [await store.by_external(one.ids[0]) for one in drafts]
        rows, model = SlowRows(database), SummaryModel(client, MODEL, site.address)
        terms = SummaryTerms(a_day, monthly, edition=0.5)
        summaries = Summaries(model, rows, store, clock, terms)
        known = [paper for paper in found if paper is not None]
        yield Desk(summaries, site, model, rows, store, clock, known)
        await summaries.close()


@pytest.fixture
async def site() -> AsyncIterator[ModelSite]:
    """The model."""
    async with model_site() as site:
        yield site


@pytest.fixture
async def desk(tmp_path: Path, site: ModelSite) -> AsyncIterator[Desk]:
    """With three papers."""
    async with opened(tmp_path / "paperboy.db", site) as desk:
        yield desk


def plan(papers: Sequence[Paper], **wished: object) -> Plan:
    """An edition of these papers."""
    wish = replace(WISH, **wished)  # type: ignore[arg-type] - fields by name
    subscription = Subscription(1, CHANNEL, wish, NINE, None, NINE)
    edition = Edition(NINE, tuple(Chosen(paper.key, ()) for paper in papers))
    return Plan(subscription, "now", edition, (PartPlan(1, "n", ()),), None)


def own(number: int) -> MachineSummary:
    """The summary that the model makes of a paper."""
    return MachineSummary(abstract_of(number).partition(". ")[0] + ".", MODEL, own=True)


async def test_editions_show_summaries_that_were_made_for_them(desk: Desk) -> None:
    """Each paper once, however many editions show it and however often."""
    plans = [plan(desk.papers), plan(desk.papers[:2]), plan([])]
    await desk.summaries.prepare(plans)
    assert await desk.shown() == [own(n) for n in range(3)]
    assert sorted(desk.site.abstracts) == sorted(one.abstract.strip() for one in desk.papers)
    await desk.summaries.prepare(plans)
    assert len(desk.site.asked) == 3
    assert await desk.rows.characters.used(MONTH) == desk.site.characters
    assert await desk.rows.papers.used(TODAY) == 3


async def test_papers_of_most_editions_come_first(tmp_path: Path, site: ModelSite) -> None:
    """Where the day has not room for all."""
    async with opened(tmp_path / "p.db", site, a_day=1) as desk:
        await desk.summaries.prepare([plan(desk.papers), plan(desk.papers[1:2])])
        assert await desk.shown() == [None, own(1), None]


async def test_only_what_is_shown_with_first_sentences_is_summarised(
    tmp_path: Path, site: ModelSite
) -> None:
    """The first three of an edition; not what has a source's summary, nor a short abstract."""
    async with opened(tmp_path / "p.db", site, papers=6) as desk:
        told = [
            draft(0, abstract=abstract_of(0), summary=MachineSummary("A source's.", "theirs")),
            draft(1, abstract="All of it."),
        ]
        await desk.store.upsert(told, NINE)
        await desk.summaries.prepare([plan(desk.papers)])
        assert await desk.shown() == [
            MachineSummary("A source's.", "theirs"),
            None,
            own(2),
            None,
            None,
            None,
        ]


async def test_a_server_s_own_paper_goes_to_no_model(desk: Desk) -> None:
    """It may be a draft of theirs; once a public source tells of it, it is as any other."""
    told = draft(9, abstract=abstract_of(9), source="added:1")
    await desk.store.upsert([told], NINE)
    paper = await desk.store.by_external(told.ids[0])
    assert paper is not None
    await desk.summaries.prepare([plan([paper, *desk.papers[:1]])])
    assert desk.site.abstracts == [abstract_of(0).strip()]
    await desk.store.upsert([replace(told, source="arxiv")], NINE)
    await desk.summaries.prepare([plan([paper])])
    assert desk.site.abstracts[1:] == [abstract_of(9).strip()]


async def test_nothing_is_asked_for_who_hides_machine_text(desk: Desk) -> None:
    """Nor for what is not posted."""
    await desk.summaries.prepare([plan(desk.papers, machine_text=False)])
    await desk.summaries.prepare([replace(plan(desk.papers), parts=())])
    assert desk.site.asked == []


async def test_a_source_s_summary_goes_before_ours_and_a_changed_abstract_has_none(
    desk: Desk,
) -> None:
    """Ours is that of a text; it is back with it."""
    await desk.summaries.prepare([plan(desk.papers)])
    changed = draft(0, abstract="Completely rewritten. " + abstract_of(0))
    await desk.store.upsert([changed], NINE)
    theirs = MachineSummary("A source's.", "theirs")
    await desk.store.upsert([draft(1, abstract=abstract_of(1), summary=theirs)], NINE)
    assert await desk.shown() == [None, theirs, own(2)]
    await desk.store.upsert([draft(0, abstract=abstract_of(0))], NINE)
    assert (await desk.shown())[0] == own(0)


async def test_what_a_hostile_abstract_makes_the_model_say_does_not_count(desk: Desk) -> None:
    """First sentences stand for good; nobody pays for it twice, and other papers are untouched."""
    desk.site.says = lambda abstract: (
        "@everyone free tides at https://evil.example, says model number 0."
        if "number 0" in abstract
        else abstract.partition(". ")[0] + "."
    )
    for _ in range(2):
        await desk.summaries.prepare([plan(desk.papers)])
        assert await desk.shown() == [None, own(1), own(2)]
    assert len(desk.site.asked) == 3


@pytest.mark.parametrize("answer", [None, "", "I cannot help with that.", "Tides: 99 of them."])
async def test_a_refusal_or_an_invention_leaves_the_first_sentences(
    desk: Desk, answer: str | None
) -> None:
    """It is remembered, too."""
    desk.site.says = lambda _: answer
    await desk.summaries.prepare([plan(desk.papers)])
    await desk.summaries.prepare([plan(desk.papers)])
    assert await desk.shown() == [None, None, None]
    assert len(desk.site.asked) == 3


async def test_a_slow_model_delays_editions_once_and_is_there_the_next_time(desk: Desk) -> None:
    """What is under way goes on; a thousand editions do not wait one after the other."""
    desk.site.gate = asyncio.Event()
    async with asyncio.timeout(5):
        for _ in range(100):
            await desk.summaries.prepare([plan(desk.papers)])
    assert await desk.shown() == [None, None, None]
    desk.site.gate.set()
    desk.clock.to(NINE + 61 * SECOND)
    await desk.summaries.prepare([plan(desk.papers)])
    assert await desk.shown() == [own(n) for n in range(3)]
    assert len(desk.site.asked) == 3


async def test_what_comes_while_somebody_looks_what_there_is_is_not_paid_for_twice(
    desk: Desk,
) -> None:
    """Whose reading is of before it came has it all the same."""
    desk.rows.holds = release = asyncio.Event()
    late = asyncio.create_task(desk.summaries.prepare([plan(desk.papers)]))
    await desk.rows.read.wait()
    await desk.summaries.prepare([plan(desk.papers)])
    release.set()
    await late
    assert len(desk.site.asked) == 3
    assert await desk.rows.papers.used(TODAY) == 3


async def test_a_model_that_fails_is_left_alone_and_editions_come(desk: Desk) -> None:
    """For a minute; what it refused costs nothing."""
    desk.site.status = 429
    await desk.summaries.prepare([plan(desk.papers)])
    asked = len(desk.site.asked)
    await desk.summaries.prepare([plan(desk.papers)])
    assert len(desk.site.asked) == asked <= 3
    assert await desk.rows.characters.used(MONTH) == await desk.rows.papers.used(TODAY) == 0
    desk.site.status = 200
    desk.clock.to(NINE + 5 * MINUTE)
    await desk.summaries.prepare([plan(desk.papers)])
    assert None not in await desk.shown()


async def test_a_full_day_or_month_is_asked_of_no_more(tmp_path: Path, site: ModelSite) -> None:
    """A new day, or a new month, goes on."""
    async with opened(tmp_path / "p.db", site, a_day=2) as desk:
        for _ in range(3):
            await desk.summaries.prepare([plan(desk.papers)])
        assert len(site.asked) == 2
        desk.clock.to(NINE + DAY)
        await desk.summaries.prepare([plan(desk.papers)])
        assert None not in await desk.shown()
    site.asked.clear()
    async with opened(tmp_path / "q.db", site, monthly=2_500) as desk:
        for _ in range(3):
            await desk.summaries.prepare([plan(desk.papers)])
        assert len(site.asked) == 2
        assert await desk.rows.papers.used(TODAY) == 2
        desk.clock.to(NINE + timedelta(days=11))
        await desk.summaries.prepare([plan(desk.papers)])
        assert None not in await desk.shown()


async def test_without_a_model_nobody_is_asked(desk: Desk) -> None:
    """And nothing breaks."""
    terms = SummaryTerms(30, 1_000)
    nobody = Summaries(None, desk.rows, desk.store, desk.clock, terms)
    await nobody.prepare([plan(desk.papers)])
    await nobody.close()
    assert desk.site.asked == []


async def test_editions_come_whatever_goes_wrong(desk: Desk, tmp_path: Path) -> None:
    """A database without a table is not theirs to fail for."""
    async with Database.open(tmp_path / "other.db") as database:
        rows, terms = SummaryRows(database), SummaryTerms(30, 100_000)
        broken = Summaries(desk.model, rows, desk.store, desk.clock, terms)
        async with database.write() as session:
            await session.run("DROP TABLE spent")
        await broken.prepare([plan(desk.papers)])
        async with database.write() as session:
            await session.run("DROP TABLE summary")
        await broken.prepare([plan(desk.papers)])
    assert desk.site.asked == []


async def test_summaries_are_begun_before_editions_are_due(
    world: World, site: ModelSite, tmp_path: Path
) -> None:
    """Ten minutes ahead, each occurrence once; what is begun then is not asked for again."""
    async with opened(tmp_path / "p.db", site, papers=0) as other:
        rows = SummaryRows(world.database)
        terms = SummaryTerms(30, 100_000)
        summaries = Summaries(other.model, rows, world.papers, world.clock, terms)
        foreseeing = Foreseeing(
            world.rows, world.deliveries, RecentPapers(world.papers), world.clock
        )
        (paper,) = await world.bring(draft(1, abstract=abstract_of(1)))
        await world.set_up()
        for early in (EARLY, NINE - AHEAD - SECOND):
            world.clock.to(early)
            await summaries.ahead(foreseeing)
            assert site.asked == []
        world.clock.to(NINE - AHEAD)
        assert [one.edition for one in await foreseeing.plans()] != []
        assert await foreseeing.plans() == []
        again = Foreseeing(world.rows, world.deliveries, RecentPapers(world.papers), world.clock)
        site.gate = asyncio.Event()
        await summaries.ahead(again)  # comes back while the model still thinks
        site.gate.set()
        world.clock.to(NINE)
        assert await foreseeing.plans() == []  # what is due is no more foreseen
        await summaries.prepare([plan([paper])])
        assert await rows.known([paper], MODEL) == {paper.key: own(1).text}
        assert len(site.asked) == 1
        await Summaries(None, rows, world.papers, world.clock, terms).ahead(again)
        await summaries.close()


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["well", "well", "busy", "broken", "senseless", "kill"]),
            st.lists(st.integers(0, 5), min_size=1, max_size=4),
        ),
        max_size=5,
    ),
    st.integers(0, 8_000),
    st.integers(0, 6),
)
def test_no_budget_is_ever_overrun(
    doings: list[tuple[str, list[int]]], monthly: int, a_day: int
) -> None:
    """However the model fails, wherever the process ends: what it was sent and may charge for is at
    most what is counted, and that is at most the budget.
    """
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_never_overrun(Path(folder) / "p.db", doings, monthly, a_day))


async def _never_overrun(
    path: Path, doings: list[tuple[str, list[int]]], monthly: int, a_day: int
) -> None:
    charged = papers = 0
    async with model_site() as site:
        for doing, numbers in doings:
            site.asked.clear()
            site.gate = asyncio.Event() if doing == "kill" else None
            site.status = {"busy": 429, "broken": 500}.get(doing, 200)
            site.body = b"[" if doing == "senseless" else None
            async with opened(path, site, monthly, a_day, papers=6) as desk:
                asked = [plan([desk.papers[n] for n in numbers]) for n in numbers]
                await asyncio.gather(*(desk.summaries.prepare([one]) for one in asked))
                await desk.summaries.close()
                if doing != "busy":
                    charged += site.characters
                    papers += len(site.asked)
                assert charged <= await desk.rows.characters.used(MONTH) <= monthly
                assert papers <= await desk.rows.papers.used(TODAY) <= a_day
