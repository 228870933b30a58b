"""Translating: once for all who want it, within the month's characters whatever happens, and in
time or not at all.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from service_world import CHANNEL, NINE, SECOND, WISH, SetClock, draft
from structlog.testing import capture_logs

from bot.core.editions import Chosen, Edition
from bot.core.papers import Paper
from bot.core.passages import texts_on_card
from bot.core.protecting import Piece, Pieces
from bot.core.subscriptions import Subscription
from bot.services.paid_requests import MOST_AT_ONCE
from bot.services.ports import PartPlan, Plan
from bot.services.ports.paid import Batch, PaidFault, PaidTrouble
from bot.services.ports.translation import Text
from bot.services.translate import Terms, Translations
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.translations import TranslationRows

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

MONTH = "2026-08"
Doing = Literal["well", "free", "charged", "crash", "spoil", "few"]


@dataclass
class ToldProvider:
    """A provider that shouts, or fails as it is told; it knows what it has charged for."""

    name: str = "deepl"
    batch: Batch = field(default_factory=lambda: Batch(5, 200))
    asked: list[tuple[str, list[str]]] = field(default_factory=list[tuple[str, list[str]]])
    charged: int = 0
    does: list[Doing] = field(default_factory=list[Doing])
    trouble: PaidTrouble = "busy"
    retry_after: float | None = None
    gate: asyncio.Event | None = None
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    async def translate(self, texts: Sequence[Pieces], language: str) -> Sequence[Pieces]:
        """Put every word in capitals."""
        whole = ["".join(piece.text for piece in text) for text in texts]
        self.asked.append((language, whole))
        self.reached.set()
        if self.gate is not None:
            await self.gate.wait()
        doing = self.does.pop(0) if self.does else "well"
        if doing == "free":
            raise PaidFault("no", self.trouble, charged=False, retry_after=self.retry_after)
        self.charged += sum(map(len, whole))
        match doing:
            case "charged":
                raise PaidFault("no answer", "unreachable")
            case "crash":
                raise RuntimeError("nobody thought of this")
            case "few":
                texts = texts[1:]
            case "spoil":
                return [(Piece("lost"),) for _ in texts]
            case _:
                pass
        return [
            tuple(p if p.number is not None else Piece(p.text.upper()) for p in text)
            for text in texts
        ]


class SlowRows(TranslationRows):
    """Rows of which the next reading is a while on its way, where it is told so."""

    holds: asyncio.Event | None = None

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.read = asyncio.Event()

    async def known(
        self, texts: Collection[Text], language: str, provider: str
    ) -> dict[Text, str | None]:
        """Return what there was when it was read."""
        found = await super().known(texts, language, provider)
        if (holds := self.holds) is not None:
            self.holds = None
            self.read.set()
            await holds.wait()
        return found


@dataclass
class Desk:
    """The use case, its provider, its clock and what it keeps."""

    translations: Translations
    provider: ToldProvider
    rows: SlowRows
    clock: SetClock
    papers: list[Paper]


@asynccontextmanager
async def opened(path: Path, budget: int = 100_000, papers: int = 3) -> AsyncGenerator[Desk]:
    """Open it on a database of its own."""
    async with Database.open(path) as database:
        store, clock = PaperRows(database), SetClock(NINE)
        drafts = [
            draft(n, title=f"Learning number {n} with GPT-4", abstract=f"About thing {n}.")
            for n in range(papers)
        ]
        keys = (await store.upsert(drafts, NINE)).new
        known = await store.get(keys)
        provider, rows = ToldProvider(), SlowRows(database)
        terms = Terms(frozenset({"it", "de"}), budget, edition=0.2, reader=5.0, at_once=0.1)
        translations = Translations(provider, rows, store, clock, terms)
        yield Desk(translations, provider, rows, clock, [known[key] for key in keys])
        await translations.close()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """With three papers."""
    async with opened(tmp_path / "paperboy.db") as desk:
        yield desk


def plan(papers: Sequence[Paper], language: str = "it", **wished: object) -> Plan:
    """An edition of these papers for a subscription in a language."""
    wish = replace(WISH, language=language, **wished)  # type: ignore[arg-type] - fields by name
    subscription = Subscription(1, CHANNEL, wish, NINE, None, NINE)
    edition = Edition(NINE, tuple(Chosen(paper.key, ()) for paper in papers))
    return Plan(subscription, "now", edition, (PartPlan(1, "n", ()),), None)


async def test_what_was_translated_once_is_never_asked_for_again(desk: Desk) -> None:
    """The protected parts as they were, the rest in the other language."""
    paper = desk.papers[0]
    told = await desk.translations.card(paper, "it")
    assert told.of(paper.key, paper.title) == "LEARNING NUMBER 0 WITH GPT-4"
    assert told.of(paper.key, paper.abstract) == "ABOUT THING 0."
    assert (told.trouble, told.provider) == (None, "deepl")
    assert await desk.translations.card(paper, "it") == told
    assert len(desk.provider.asked) == 1
    await desk.translations.card(paper, "de")
    assert [language for language, _ in desk.provider.asked] == ["it", "de"]
    assert await desk.rows.used(MONTH) == desk.provider.charged


async def test_who_wants_the_same_at_the_same_time_waits_for_the_same(desk: Desk) -> None:
    """One request, however many press."""
    paper = desk.papers[0]
    desk.provider.gate = asyncio.Event()
    pressed = [asyncio.create_task(desk.translations.card(paper, "it")) for _ in range(5)]
    await asyncio.sleep(0.05)
    desk.provider.gate.set()
    told = await asyncio.gather(*pressed)
    assert all(one == told[0] for one in told)
    assert len(desk.provider.asked) == 1


@pytest.mark.parametrize("before", [True, False])
async def test_what_comes_while_somebody_looks_what_there_is_is_not_paid_for_twice(
    desk: Desk, *, before: bool
) -> None:
    """Neither where the request was under way `before`, nor where it was begun meanwhile."""
    paper = desk.papers[0]
    desk.provider.gate = asyncio.Event()
    begun = [asyncio.create_task(desk.translations.card(paper, "it"))] if before else []
    if before:
        await desk.provider.reached.wait()
    desk.rows.holds = release = asyncio.Event()
    late = asyncio.create_task(desk.translations.card(paper, "it"))
    await desk.rows.read.wait()
    desk.provider.gate.set()
    told = await (begun[0] if before else desk.translations.card(paper, "it"))
    release.set()
    assert await late == told
    assert not told.lacks(texts_on_card(paper))
    assert len(desk.provider.asked) == 1
    assert await desk.rows.used(MONTH) == desk.provider.charged


async def test_a_spent_month_is_logged_once(tmp_path: Path) -> None:
    """However many batches and readers it has no room for."""
    async with opened(tmp_path / "p.db", budget=1) as desk:
        with capture_logs() as logged:
            for _ in range(3):
                for paper in desk.papers:
                    assert (await desk.translations.card(paper, "it")).trouble == "budget"
            desk.clock.to(datetime(2026, 9, 1, tzinfo=UTC))
            await desk.translations.card(desk.papers[0], "it")
    spent = [one["period"] for one in logged if one["event"] == "budget_spent"]
    assert spent == [MONTH, "2026-09"]


async def test_a_tick_asks_once_a_language_for_all_its_editions(desk: Desk) -> None:
    """In batches that the provider takes; titles first."""
    plans = [plan(desk.papers), plan(desk.papers[:2]), plan(desk.papers[1:], "de"), plan([])]
    await desk.translations.prepare(plans)
    for language, papers in (("it", desk.papers), ("de", desk.papers[1:])):
        asked = [texts for told, texts in desk.provider.asked if told == language]
        texts = [text for batch in asked for text in batch]
        assert sorted(texts) == sorted(t for paper in papers for _, t in texts_on_card(paper))
        assert all(len(batch) <= 5 and sum(map(len, batch)) <= 200 for batch in asked)
        for paper in papers:
            known = await desk.translations.known(texts_on_card(paper), language)
            assert known is not None
            assert not known.lacks(texts_on_card(paper))


@pytest.mark.parametrize(
    "wished",
    [{"language": "en"}, {"language": "en-GB"}, {"language": "fr"}, {"machine_text": False}],
)
async def test_nothing_is_asked_for_who_wants_the_originals(
    desk: Desk, wished: dict[str, object]
) -> None:
    """The papers' own language, one that is not translated into, machine text hidden."""
    await desk.translations.prepare([plan(desk.papers, **wished)])  # type: ignore[arg-type] - fields by name
    await desk.translations.prepare([replace(plan(desk.papers), parts=())])
    assert desk.provider.asked == []


async def test_a_slow_provider_delays_editions_once_and_is_there_the_next_time(
    desk: Desk,
) -> None:
    """What is under way goes on; who comes meanwhile does not wait at all."""
    desk.provider.gate = asyncio.Event()
    await desk.translations.prepare([plan(desk.papers)])
    texts = texts_on_card(desk.papers[0])
    known = await desk.translations.known(texts, "it")
    assert known is not None
    assert known.lacks(texts)
    async with asyncio.timeout(5):
        for _ in range(200):
            await desk.translations.prepare([plan(desk.papers)])
    asked = len(desk.provider.asked)
    assert asked <= 2
    desk.provider.gate.set()
    told = await desk.translations.card(desk.papers[0], "it")
    assert told.trouble is None
    assert not told.lacks(texts)
    assert len(desk.provider.asked) <= 2


async def test_somebody_at_a_command_waits_a_moment_only(desk: Desk) -> None:
    """What is there is shown, and that the rest is late."""
    desk.provider.gate = asyncio.Event()
    texts = texts_on_card(desk.papers[0])
    told = await desk.translations.at_once(texts, desk.papers, "it")
    assert told is not None
    assert (told.trouble, dict(told.texts)) == ("late", {})
    assert await desk.translations.at_once(texts, desk.papers, "en-US") is None
    desk.provider.gate.set()


@pytest.mark.parametrize(
    ("trouble", "retry_after", "seconds"),
    [("busy", None, 60), ("busy", 300.0, 300), ("key", None, 600), ("quota", None, 3_600)],
)
async def test_who_refuses_is_left_alone_for_a_while(
    desk: Desk, trouble: PaidTrouble, retry_after: float | None, seconds: int
) -> None:
    """Nobody is asked meanwhile, and everybody is told why; it cost nothing."""
    desk.provider.does, desk.provider.trouble = ["free"], trouble
    desk.provider.retry_after = retry_after
    paper = desk.papers[0]
    for later in (0, seconds - 1):
        desk.clock.to(NINE + later * SECOND)
        told = await desk.translations.card(paper, "it")
        assert (told.trouble, dict(told.texts)) == (trouble, {})
        assert len(desk.provider.asked) == 1
    assert await desk.rows.used(MONTH) == 0
    desk.clock.to(NINE + seconds * SECOND)
    assert (await desk.translations.card(paper, "it")).trouble is None


async def test_what_waits_for_its_turn_is_not_sent_to_who_refused_meanwhile(desk: Desk) -> None:
    """Four requests are under way at most; the others learn why."""
    desk.provider.batch, desk.provider.does = Batch(1, 10), ["free"] * 9
    await desk.translations.prepare([plan(desk.papers)])
    assert len(desk.provider.asked) == MOST_AT_ONCE
    assert await desk.rows.used(MONTH) == 0


async def test_a_language_that_the_provider_lacks_silences_no_other(desk: Desk) -> None:
    """It is told to who asked."""
    desk.provider.does, desk.provider.trouble = ["free"], "language"
    assert (await desk.translations.card(desk.papers[0], "de")).trouble == "language"
    assert (await desk.translations.card(desk.papers[0], "it")).trouble is None


async def test_a_translation_that_lost_a_name_is_none_and_is_not_paid_for_twice(
    desk: Desk,
) -> None:
    """The original of that text stands, for good."""
    desk.provider.does = ["spoil"]
    paper = desk.papers[0]
    told = await desk.translations.card(paper, "it")
    assert told.of(paper.key, paper.title) is None
    assert told.texts[paper.key, paper.title] is None
    assert not told.lacks(texts_on_card(paper))
    await desk.translations.card(paper, "it")
    assert len(desk.provider.asked) == 1


async def test_what_nobody_thought_of_is_an_answer_without_sense(desk: Desk) -> None:
    """It is logged, told, and counted as spent."""
    desk.provider.does = ["crash"]
    assert (await desk.translations.card(desk.papers[0], "it")).trouble == "unreadable"
    assert await desk.rows.used(MONTH) == desk.provider.charged > 0


async def test_a_text_of_names_alone_costs_nothing(desk: Desk) -> None:
    """It is the same in every language."""
    paper = replace(desk.papers[0], title="GPT-4", abstract="")
    told = await desk.translations.card(paper, "it")
    assert told.of(paper.key, "GPT-4") == "GPT-4"
    assert desk.provider.asked == []
    assert await desk.rows.used(MONTH) == 0


async def test_a_new_month_has_new_characters(tmp_path: Path) -> None:
    """What does not fit stays in the original, and that is said; the title goes first."""
    async with opened(tmp_path / "p.db", budget=32, papers=1) as desk:
        (paper,) = desk.papers
        told = await desk.translations.card(paper, "it")
        assert told.trouble == "budget"
        assert told.of(paper.key, paper.title) == "LEARNING NUMBER 0 WITH GPT-4"
        assert told.lacks(texts_on_card(paper))
        assert (await desk.translations.card(paper, "it")).trouble == "budget"
        assert len(desk.provider.asked) == 1
        desk.clock.to(datetime(2026, 9, 1, tzinfo=UTC))
        assert (await desk.translations.card(paper, "it")).trouble is None


async def test_without_a_provider_there_is_nothing(desk: Desk, tmp_path: Path) -> None:
    """No button, no text, no fault."""
    async with Database.open(tmp_path / "other.db") as database:
        rows, papers = TranslationRows(database), PaperRows(database)
        nobody = Translations(None, rows, papers, desk.clock)
        assert not nobody.offered
        assert nobody.into("it") is None
        assert await nobody.known([], "it") is None
        assert await nobody.at_once([], [], "it") is None
        await nobody.prepare([plan(desk.papers)])
        assert (await nobody.card(desk.papers[0], "it")).trouble == "language"
        await nobody.close()
        idle = Translations(desk.provider, rows, papers, desk.clock, Terms(frozenset({"en"})))
        assert not idle.offered


async def test_editions_come_whatever_goes_wrong(desk: Desk, tmp_path: Path) -> None:
    """A database that is closed is not theirs to fail for."""
    async with Database.open(tmp_path / "other.db") as database:
        rows, papers = TranslationRows(database), PaperRows(database)
        terms = Terms(frozenset({"it"}), 100)
        broken = Translations(desk.provider, rows, papers, desk.clock, terms)
        async with database.write() as session:
            await session.run("DROP TABLE translation")
        await broken.prepare([plan(desk.papers)])
    assert desk.provider.asked == []


steps = st.lists(
    st.tuples(
        st.sampled_from(["well", "well", "free", "charged", "crash", "spoil", "few", "kill"]),
        st.lists(st.integers(0, 5), min_size=1, max_size=4),
        st.sampled_from(["it", "de"]),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(steps, st.integers(0, 400))
def test_the_month_s_budget_is_never_overrun(
    doings: list[tuple[str, list[int], str]], budget: int
) -> None:
    """Whoever presses at the same time, however the provider fails, wherever the process ends: what
    the provider has charged for is at most what is counted, and that is at most the budget.
    """
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_never_overrun(Path(folder) / "paperboy.db", doings, budget))


async def _never_overrun(path: Path, doings: list[tuple[str, list[int], str]], budget: int) -> None:
    charged = 0
    for doing, numbers, language in doings:
        async with opened(path, budget, papers=6) as desk:
            store = PaperRows(desk.rows._database)  # noqa: SLF001 - the same file, next process
            every = [await store.by_external(f"arxiv:2608.{n:05}") for n in range(6)]
            papers = [paper for paper in every if paper is not None]
            if doing == "kill":
                desk.provider.gate = asyncio.Event()
            else:
                desk.provider.does = [doing] * 3  # type: ignore[list-item] - one of `Doing`
            pressed = [
                asyncio.create_task(desk.translations.card(papers[n], language)) for n in numbers
            ]
            if doing == "kill":  # sent, and nobody will ever know what became of it
                for _ in range(200):
                    await asyncio.sleep(0)
                await desk.translations.close()
                for task in pressed:
                    task.cancel()
                charged += sum(len(t) for _, texts in desk.provider.asked for t in texts)
            await asyncio.gather(*pressed, return_exceptions=True)
            charged += desk.provider.charged
            assert charged <= await desk.rows.used(MONTH) <= budget
