"""The titles: kept up with the papers, built here or beside, and honest while they are not whole.

What goes on in processes and files is in tests/process; here a workshop in memory stands for it.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from service_world import World, draft
from told_lookup import ToldLookup

from bot.core.lookup import Found
from bot.process.title_building import build
from bot.process.title_workshop import TitleWorkshop
from bot.services import titles as module
from bot.services.elsewhere import Elsewhere
from bot.services.lookup import Lookup, NoPaper, OnePaper, SeveralPapers
from bot.services.ports import Progress, TitlesFault
from bot.services.titles import Titles
from bot.storage.misses import MissRows
from bot.storage.title_changes import TitleChanges
from bot.titles import TitleIndex

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable
    from pathlib import Path

    from bot.services.ports import TitleRow, TitleShelf


Opening = Callable[[], TitleIndex | None]


@dataclass
class InMemory:
    """A workshop without processes. `gate` holds every build up at 40 percent; `waits` is set when
    one has come there. `opens` are done, the last one first, in the place of opening what is kept.
    """

    world: World
    folder: Path
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    waits: asyncio.Event = field(default_factory=asyncio.Event)
    faults: list[Exception] = field(default_factory=list[Exception])
    opens: list[Opening] = field(default_factory=list[Opening])
    keeps: bool = True
    built: int = 0
    made: list[TitleIndex] = field(default_factory=list[TitleIndex])

    def build(self, rows: Iterable[TitleRow]) -> TitleShelf:
        """Build as the real one does."""
        self.made.append(TitleWorkshop().build(rows))
        return self.made[-1]

    def load(self) -> TitleIndex | None:
        """Open what is kept."""
        if self.opens:
            return self.opens.pop()()
        return TitleIndex.load(self.folder) if self.folder.exists() else None

    def save(self, shelf: TitleShelf, stamp: str) -> None:
        """Keep it."""
        assert isinstance(shelf, TitleIndex)
        shelf.save(self.folder, stamp=stamp)

    async def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Fail as told, else build when the gate is open."""
        self.built += 1
        version = await TitleChanges(self.world.database).version()
        rows = await self.world.papers.titles()
        yield Progress(version, 0)
        if self.faults:
            raise self.faults.pop()
        yield Progress(version, 40)
        self.waits.set()
        await self.gate.wait()
        self.save(TitleWorkshop().build(rows), stamp)


@pytest.fixture
def workshop(world: World, tmp_path: Path) -> InMemory:
    """A workshop that keeps an index."""
    return InMemory(world, tmp_path / "index")


def titles_of(
    world: World, workshop: InMemory, few: int = 0, again: tuple[float, ...] = (0.0,)
) -> Titles:
    """Return titles that are not open yet."""
    changes = TitleChanges(world.database)
    return Titles(world.papers, changes, workshop, world.clock, few=few, again=again)


async def test_until_it_is_opened_it_follows_nothing(world: World, workshop: InMemory) -> None:
    """An import of a million papers needs no index."""
    titles = titles_of(world, workshop)
    await world.bring(draft(1))
    await titles.follow()
    assert len(titles) == 0


async def test_few_papers_are_indexed_at_once(world: World, workshop: InMemory) -> None:
    """Without a child, and so few are not worth keeping."""
    await world.bring(draft(1), draft(2))
    titles = titles_of(world, workshop, few=10)
    await titles.open()
    assert (len(titles), titles.progress, workshop.built) == (2, None, 0)
    assert isinstance(titles.resolve("Alpha2 Beta2 Gamma2"), Found)
    await titles.close()
    assert not workshop.folder.exists()


async def test_a_small_index_is_kept_at_the_end_where_that_spares_a_start_much(
    world: World, workshop: InMemory
) -> None:
    """And kept again only when much has changed since."""
    await world.ingest.store([draft(number) for number in range(600)])
    for changed, saved in ((0, True), (10, False), (500, True)):
        await world.ingest.store([draft(number, upvotes=changed) for number in range(changed)])
        before = workshop.load()
        titles = titles_of(world, workshop, few=1_000)
        await titles.open()
        assert len(titles) == 600
        await titles.close()
        after = workshop.load()
        assert after is not None
        assert (before is None or before.stamp != after.stamp) is saved
    assert len(workshop.made) - 1 == 3, "one for each `Titles`, one built: the rest was opened"


async def test_many_papers_are_indexed_beside_the_bot(world: World, workshop: InMemory) -> None:
    """Meanwhile it says how far it is and finds what changed; then everything is found."""
    await world.bring(draft(1), draft(2))
    titles = titles_of(world, workshop)
    opening = asyncio.create_task(titles.open())
    await workshop.waits.wait()
    await opening
    assert (titles.progress, len(titles)) == (40, 0)
    await world.bring(draft(2, upvotes=9), draft(3))
    await titles.follow()
    assert len(titles) == 2
    workshop.gate.set()
    await titles.settled()
    assert len(titles) == 3
    assert isinstance(titles.resolve("Alpha1 Beta1 Gamma1"), Found)
    assert [one.paper_id for one in titles.complete("", 1)] == ["2"]
    await titles.close()


async def test_until_every_title_is_indexed_only_the_letter_counts(
    world: World, workshop: InMemory
) -> None:
    """What is like a title may be like one that is yet to come better; ids work at once."""
    await world.bring(draft(1, title="Attention Is All You Need"))
    titles = titles_of(world, workshop)
    await titles.open()
    await workshop.waits.wait()
    lookup = Lookup(world.papers, titles)
    new, *_ = await world.bring(draft(2, title="Attention Is Not All You Need"))
    await titles.follow()
    missing = await lookup.resolve("attention is all you need")
    assert isinstance(missing, NoPaper)
    assert (missing.nearest, missing.indexed) == ((new,), titles.progress)
    assert await lookup.resolve("attention is not all you need") == OnePaper(new)
    assert isinstance(await lookup.resolve("2608.00001"), OnePaper)
    await world.bring(draft(3, title="Attention Is Not All You Need"))
    await titles.follow()
    assert isinstance(await lookup.resolve("attention is not all you need"), SeveralPapers)
    assert isinstance(await lookup.resolve("attention all"), NoPaper)
    nothing = await lookup.resolve("zzzz qqqq")
    assert isinstance(nothing, NoPaper)
    assert nothing.nearest == ()
    workshop.gate.set()
    await titles.settled()
    assert isinstance(await lookup.resolve("attention is all you need"), OnePaper)
    assert (await lookup.resolve("zzzz qqqq")).indexed is None  # type: ignore[union-attr]
    await titles.close()


async def test_a_build_that_fails_is_tried_again(world: World, workshop: InMemory) -> None:
    """Known faults and unknown ones; the bot goes on."""
    await world.bring(draft(1))
    workshop.faults = [RuntimeError("what nobody thought of"), TitlesFault("no room")]
    workshop.gate.set()
    titles = titles_of(world, workshop)
    await titles.open()
    await titles.settled()
    assert (workshop.built, len(titles)) == (3, 1)
    await titles.close()


async def test_titles_that_nobody_indexes_are_told_from_those_being_indexed(
    world: World, workshop: InMemory
) -> None:
    """Between a build that failed and the next one elsewhere may be asked, while one runs not."""
    await world.bring(draft(1, title="Attention Is All You Need"))
    workshop.faults = [TitlesFault("no room")]
    titles = titles_of(world, workshop, again=(3600.0,))
    lookup = Lookup(world.papers, titles)
    elsewhere = Elsewhere(
        (ToldLookup(),),
        world.papers,
        world.ingest,
        build,
        MissRows(world.database),
        world.clock,
    )
    await titles.open()
    while workshop.faults or titles.building is not None:  # noqa: ASYNC110 - nobody tells of a failure
        await asyncio.sleep(0)
    assert titles.progress == 0
    missing = await lookup.resolve("attention is all you need")
    assert isinstance(missing, NoPaper)
    assert (missing.indexed, missing.unindexed) == (None, True)
    assert elsewhere.can_ask(missing)
    await titles.close()
    titles = titles_of(world, workshop)
    await titles.open()
    await workshop.waits.wait()
    missing = await Lookup(world.papers, titles).resolve("attention is all you need")
    assert isinstance(missing, NoPaper)
    assert (missing.indexed, missing.unindexed) == (40, False)
    assert not elsewhere.can_ask(missing)
    await titles.close()


async def test_an_index_that_is_being_opened_is_on_its_way(
    world: World, workshop: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that takes, what is not found may soon be."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    await world.bring(draft(1))
    go = threading.Event()

    def slowly() -> None:
        go.wait(10)

    workshop.opens.append(slowly)
    titles = titles_of(world, workshop)
    await titles.open()
    assert (titles.progress, titles.building) == (0, 0)
    go.set()
    await titles.close()


async def test_another_index_in_the_place_of_the_new_one_is_not_used(
    world: World, workshop: InMemory
) -> None:
    """Somebody else wrote there; it is built once more."""
    await world.bring(draft(1))
    workshop.gate.set()
    workshop.opens += [lambda: None, lambda: TitleIndex.build([("9", "Of somebody else")])]
    titles = titles_of(world, workshop)
    await titles.open()
    await titles.settled()
    assert (workshop.built, len(titles)) == (2, 1)
    await titles.close()


async def test_an_end_does_not_wait_for_a_build(world: World, workshop: InMemory) -> None:
    """What is under way is given up."""
    await world.bring(draft(1))
    titles = titles_of(world, workshop)
    await titles.open()
    await workshop.waits.wait()
    await titles.close()
    assert titles.progress is not None
    assert not workshop.folder.exists()


async def test_an_index_that_is_far_behind_serves_until_the_new_one_is_there(
    world: World, workshop: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is better than none, and nobody is told that it has everything."""
    monkeypatch.setattr(module, "_TOO_FAR", 3)
    await world.bring(draft(1))
    workshop.gate.set()
    titles = titles_of(world, workshop)
    await titles.open()
    await titles.settled()
    await titles.close()
    workshop.gate.clear()
    workshop.waits.clear()
    await world.bring(*(draft(number) for number in range(2, 7)))
    titles = titles_of(world, workshop)
    await titles.open()
    await workshop.waits.wait()
    assert (len(titles), titles.progress) == (1, 40)
    workshop.gate.set()
    await titles.settled()
    assert len(titles) == 6
    await titles.close()


@pytest.mark.parametrize(("few", "built"), [(10_000, 0), (100, 1)])
async def test_many_new_titles_are_moved_to_where_searches_are_fast(
    world: World, workshop: InMemory, few: int, built: int
) -> None:
    """In a small index here, in a large one beside the bot, which uses the old one meanwhile."""
    titles = titles_of(world, workshop, few)
    await titles.open()
    index = workshop.made[-1]
    drafts = [draft(number) for number in range(2_100)]
    for start in range(0, 2_100, 700):
        await world.papers.upsert(drafts[start : start + 700], world.clock.now())
        await titles.follow()
    assert index.crowded() is bool(built)
    assert titles.progress is None
    workshop.gate.set()
    await titles.settled()
    assert workshop.built == built
    for text in ("Alpha1999 Beta1999 Gamma1999", "Alpha2099 Beta2099 Gamma2099"):
        assert isinstance(titles.resolve(text), Found)
    await titles.close()


class WithoutADisk(InMemory):
    """A workshop that can neither read nor write."""

    def load(self) -> TitleIndex | None:
        """Fail."""
        raise TitlesFault("no disk")

    def save(self, shelf: TitleShelf, stamp: str) -> None:
        """Fail as told."""
        del shelf, stamp
        raise self.faults.pop()


@pytest.mark.parametrize("fault", [TitlesFault("no disk"), RuntimeError("what nobody thought of")])
async def test_what_cannot_be_kept_stops_neither_start_nor_end(
    world: World, tmp_path: Path, fault: Exception
) -> None:
    """The next start builds one."""
    await world.ingest.store([draft(number) for number in range(600)])
    workshop = WithoutADisk(world, tmp_path, faults=[fault])
    titles = titles_of(world, workshop, few=1_000)
    await titles.open()
    assert len(titles) == 600
    await titles.close()
    assert workshop.faults == []


async def test_a_kept_index_that_cannot_even_be_looked_at_is_built_anew(
    world: World, workshop: InMemory
) -> None:
    """Whatever the matter is."""
    await world.bring(draft(1))

    def failing() -> TitleIndex | None:
        raise RuntimeError("what nobody thought of")

    workshop.opens.append(failing)
    workshop.gate.set()
    titles = titles_of(world, workshop)
    await titles.open()
    await titles.settled()
    assert len(titles) == 1
    await titles.close()
