"""Publications for everybody: history at first, news later, never lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from service_world import (
    CHANNEL,
    DAY,
    EARLY,
    FRIDAY,
    GUILD,
    HOUR,
    NINE,
    READER,
    WISH,
    World,
    draft,
    open_world,
)
from structlog.testing import capture_logs

from bot.core.papers import NEVER, PaperDraft, Signals
from bot.core.query import parse
from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.core.visibility import EVERYBODY, own_id
from bot.services.added_sources import AddedSources
from bot.services.listed import Listed
from bot.services.ports import PublicationList, SourceFault, Told, UnfitSourceError
from bot.services.ports.observer import Nobody
from bot.services.publish import Publisher
from bot.services.recent import News, RecentPapers
from bot.services.subscribe import Subscriptions
from bot.storage.added_sources import AddedSourceRows

LAB = "Our Lab"


@dataclass
class ToldList:
    """A list of which it is told what stands there; a fault is raised."""

    name: str = LAB
    place: str = "here"
    told: Told | Exception | None = None
    asked: list[str | None] = field(default_factory=list["str | None"])

    async def read(self, before: str | None = None) -> Told | None:
        """Read it."""
        self.asked.append(before)
        if isinstance(self.told, Exception):
            raise self.told
        return None if self.told is None or self.told.state == before else self.told

    def tells(self, *drafts: PaperDraft, keys: tuple[str, ...] = (), broken: str = "") -> None:
        """From now on these stand there."""
        state = repr((drafts, keys, broken))
        self.told = Told("bibliography", drafts, state=state, broken=broken, keys=keys)


class Counting(Nobody):
    """Counts which sources failed."""

    def __init__(self) -> None:
        self.failed: list[tuple[str, str]] = []

    def source_failed(self, source: str, trouble: str) -> None:
        """Keep it."""
        self.failed.append((source, trouble))


@dataclass
class Wired:
    """The world with lists for everybody."""

    world: World
    rows: AddedSourceRows
    added: AddedSources
    list: ToldList
    observer: Counting

    async def poll(self, *lists: PublicationList) -> int:
        """Read the list, or others instead, as one process does."""
        return await self.listed(*lists).poll()

    def listed(self, *lists: PublicationList) -> Listed:
        """What polls the list, or others instead."""
        return Listed(
            lists or (self.list,),
            self.rows,
            self.added.taking,
            self.world.papers,
            self.world.clock,
            self.observer,
        )

    async def titles(self) -> list[str]:
        """The first words of what can be browsed anywhere."""
        (source,) = await self.added.browsable(EVERYBODY)
        found = await self.added.publications(source, None, 0, 50)
        return [one.paper.title.split()[0] for one in found.page]

    async def brought(self) -> dict[object, list[str]]:
        """What every target was brought so far, by first words."""
        found: dict[object, list[str]] = {}
        for post in self.world.courier.posts:
            papers = (await self.world.papers.get(post.keys)).values()
            names = found.setdefault(post.parcel.subscription.target, [])
            names += sorted(paper.title.split()[0] for paper in papers)
        return found


@pytest.fixture
async def lab(tmp_path: Path) -> AsyncIterator[Wired]:
    """Everything wired."""
    async with open_world(tmp_path / "paperboy.db") as world:
        rows = AddedSourceRows(world.database)
        recent = RecentPapers(world.papers, rows)
        world.publisher = Publisher(
            world.rows, world.deliveries, recent, world.courier, world.clock
        )
        world.subscriptions = Subscriptions(
            world.rows, world.deliveries, recent, world.people, world.courier, world.clock
        )
        added = AddedSources(rows, world.ingest.store, Unasked(), world.clock)
        yield Wired(world, rows, added, ToldList(), Counting())


class Unasked:
    """Reads nothing: nobody adds anything here."""

    async def read(self, name: str, address: str, before: str | None = None) -> Told | None:
        """Fail."""
        raise AssertionError(name, address, before)

    async def read_file(self, name: str, content: bytes) -> Told:
        """Read a file as one entry."""
        del name, content
        return Told("bibliography", (entry(1),), state="file")


def entry(number: int, **changed: object) -> PaperDraft:
    """Make an entry as a reader makes it."""
    return replace(draft(number), source="", released=NEVER, **changed)  # type: ignore[arg-type] - fields by name


async def test_what_is_there_at_first_is_history(lab: Wired) -> None:
    """It is in the library: found by `/paper` and `/search`, browsed, and posted by no digest."""
    lab.list.tells(entry(1), entry(2))
    await lab.world.bring(draft(50))
    await lab.world.set_up()
    assert await lab.poll() == 0
    await lab.world.beat(NINE)
    assert await lab.brought() == {CHANNEL: ["Alpha50"]}
    assert await lab.titles() == ["Alpha1", "Alpha2"]
    paper = await lab.world.papers.by_external(entry(1).ids[0])
    assert paper is not None
    assert (paper.source, paper.released) == (LAB, NEVER)
    for typed in ("Alpha1 Beta1 Gamma1", paper.ids[0]):
        assert type(await lab.world.lookup.resolve(typed)).__name__ != "NoPaper"
    page = await lab.world.papers.search(parse('source:"our lab" beta1'), "best", 0, 5)
    assert page.papers == (paper,)


async def test_what_is_there_later_is_news_for_everybody(lab: Wired) -> None:
    """In every server's digests and in direct messages, by the list's name too; and once."""
    lab.list.tells(entry(1))
    await lab.poll()
    other = ChannelTarget(GUILD + 1, 990)
    await lab.world.set_up()
    await lab.world.set_up(replace(WISH, query='source:"our lab"'), other)
    await lab.world.subscriptions.subscribe(READER, WISH)
    lab.list.tells(entry(2), entry(1))
    assert await lab.poll() == 1
    await lab.world.beat(NINE)
    brought = await lab.brought()
    assert (brought[CHANNEL], brought[other]) == (["Alpha2"], ["Alpha2"])
    assert [names for target, names in brought.items() if isinstance(target, UserTarget)] == [
        ["Alpha2"]
    ]
    lab.world.clock.to(NINE + HOUR)
    lab.list.tells(entry(1), entry(2), entry(3, title="Alpha1 Beta1 Gamma1", ids=entry(1).ids))
    assert await lab.poll() == 0
    await lab.world.beat(NINE + DAY)
    assert (await lab.brought())[CHANNEL] == ["Alpha2"]


async def test_an_undated_entry_is_news_once(lab: Wired) -> None:
    """Its day is the one on which it was first seen there, however often it is told again."""
    untold = entry(2, ids=(own_id(0, "Alpha2 Beta2 Gamma2", ()),))
    lab.list.tells(entry(1))
    await lab.poll()
    lab.list.tells(entry(1), untold)
    assert await lab.poll() == 1
    lab.world.clock.to(EARLY + 3 * DAY)
    lab.list.tells(entry(1), untold, entry(3))
    assert await lab.poll() == 1
    paper = await lab.world.papers.by_external(untold.ids[0])
    assert paper is not None
    assert paper.released == FRIDAY


async def test_two_entries_of_one_work_are_news_once(lab: Wired) -> None:
    """A preprint and its article, joined by title and authors: the second one is no news later."""
    twice = {"title": "One Rather Long Title of Work", "authors": ("Jane Doe", "John Roe")}
    one, other = entry(1, **twice), entry(2, **twice, ids=("doi:10.1000/2",))
    lab.list.tells(one, other)
    await lab.poll()
    lab.list.tells(one, other, entry(3))
    assert await lab.poll() == 1
    paper = await lab.world.papers.by_external("doi:10.1000/2")
    assert paper is not None
    assert paper.ids == (*one.ids, *other.ids)
    assert paper.released == NEVER


async def test_the_list_may_mend_its_own_words(lab: Wired) -> None:
    """What it corrects in its own news arrives; another source's words stay."""
    (known,) = await lab.world.bring(draft(1, abstract="Ours."))
    lab.list.tells(entry(1, abstract="Theirs."))
    await lab.poll()
    told = replace(known, also=(LAB,))
    assert await lab.world.papers.by_external(known.ids[0]) == told
    lab.list.tells(entry(1), entry(2, title="Alpha2 Betta2 Gamma2"))
    await lab.poll()
    lab.world.clock.to(NINE + DAY)
    lab.list.tells(entry(1), entry(2, abstract="Now with it."))
    assert await lab.poll() == 0
    paper = await lab.world.papers.by_external(entry(2).ids[0])
    assert paper is not None
    assert (paper.title, paper.abstract) == ("Alpha2 Beta2 Gamma2", "Now with it.")
    assert paper.released == FRIDAY
    assert await lab.titles() == ["Alpha1", "Alpha2"]


async def test_one_id_of_two_entries_is_neither_ones_proof(lab: Wired) -> None:
    """The second one is a paper of its own, and takes no words of the first one's away."""
    lab.list.tells(entry(9))
    await lab.poll()
    for day in range(3):
        lab.world.clock.to(EARLY + day * DAY)
        lab.list.tells(entry(9), entry(1), entry(2, ids=entry(1).ids), entry(10 + day))
        await lab.poll()
        paper = await lab.world.papers.by_external(entry(1).ids[0])
        assert paper is not None
        assert paper.title == "Alpha1 Beta1 Gamma1"
        assert paper.released == FRIDAY


async def test_a_slip_in_the_list_changes_no_other_paper(lab: Wired) -> None:
    """An id of a work of another title stays that work's; the entry is a paper of its own."""
    (known,) = await lab.world.bring(draft(1))
    lab.list.tells(entry(9))
    await lab.poll()
    lab.list.tells(entry(9), entry(2, ids=known.ids))
    assert await lab.poll() == 1
    assert await lab.world.papers.by_external(known.ids[0]) == known
    assert await lab.titles() == ["Alpha9", "Alpha2"]
    assert await lab.poll() == 0


async def test_what_only_a_server_told_becomes_everybodys(lab: Wired) -> None:
    """With the id that the server's list gave it: no server can keep one from the public."""
    from bot.services.added_sources import File  # noqa: PLC0415 - beside its only use

    await lab.added.add(GUILD, READER, name="Theirs", file=File("x.bib", b"x"))
    assert type(await lab.world.lookup.resolve(entry(1).ids[0])).__name__ == "NoPaper"
    lab.list.tells(entry(1, title="Quite Another Work"))
    await lab.poll()
    paper = await lab.world.papers.by_external(entry(1).ids[0])
    assert paper is not None
    assert (paper.title, paper.source) == ("Quite Another Work", LAB)


async def test_a_first_reading_that_was_broken_off_is_still_the_first(lab: Wired) -> None:
    """A kill between two chunks makes no news of the other half."""
    lab.list.tells(entry(1), entry(2))
    source = await lab.rows.add(
        EVERYBODY, LAB, "bibliography", address=None, file="here", by=None, now=EARLY
    )
    assert source is not None
    assert await lab.poll() == 0
    lab.list.tells(entry(1), entry(2), entry(3))
    assert await lab.poll() == 1


async def test_a_list_that_fails_costs_nothing_but_a_line(lab: Wired) -> None:
    """It is logged and noted with its remedy; what it told stays, and so do the other lists."""
    lab.list.tells(entry(1))
    other = ToldList("Theses")
    other.tells(entry(2))
    assert await lab.poll(lab.list, other) == 0
    lab.world.clock.to(NINE)
    lab.list.told = UnfitSourceError(LAB, "empty", "write the list there")
    other.tells(entry(2), entry(3))
    with capture_logs() as logs:
        assert await lab.poll(lab.list, other) == 1
    (line,) = [one for one in logs if one["event"] == "source_failed"]
    assert (line["source"], line["error"]) == (LAB, "Our Lab: empty: write the list there")
    health = {one.source: one for one in await lab.world.papers.health()}
    assert health[LAB].error == "Our Lab: empty: write the list there"
    assert health[LAB].last_ok == EARLY
    assert health["Theses"].last_ok == NINE
    assert lab.observer.failed == [(LAB, "unreadable")]
    lab.list.told = RuntimeError("a slip")
    assert await lab.poll(lab.list, other) == 0
    lab.list.told = SourceFault("no answer")
    await lab.poll(lab.list, other)
    assert [name for name, _ in lab.observer.failed] == [LAB] * 3
    lab.list.tells(entry(1), entry(4))
    assert await lab.poll(lab.list, other) == 1
    health = {one.source: one for one in await lab.world.papers.health()}
    assert health[LAB].error is None


async def test_what_is_as_it_was_is_not_read_again(lab: Wired) -> None:
    """The state of the last reading is told; the list is well all the same."""
    lab.list.tells(entry(1))
    await lab.poll()
    before = lab.rows.changes
    lab.world.clock.to(NINE)
    assert await lab.poll() == 0
    assert lab.list.asked[0] is None
    assert lab.list.asked[1] is not None
    (health,) = await lab.world.papers.health()
    assert (health.last_ok, lab.rows.changes) == (NINE, before)


async def test_a_list_that_is_named_no_more_is_browsed_no_more(lab: Wired) -> None:
    """Its papers stay; named again it begins with history."""
    lab.list.tells(entry(1))
    await lab.poll()
    other = ToldList("Theses")
    other.tells(entry(2))
    await lab.poll(other)
    assert [one.name for one in await lab.added.browsable(GUILD)] == ["Theses"]
    assert await lab.world.papers.by_external(entry(1).ids[0]) is not None
    lab.list.tells(entry(1), entry(3))
    assert await lab.poll() == 0


async def test_everybodys_lists_are_browsed_in_every_server(lab: Wired) -> None:
    """Behind the server's own, in which they are not listed and not removed; no server's leaving
    deletes them.
    """
    from bot.services.added_sources import File  # noqa: PLC0415 - beside its only use

    lab.list.tells(entry(1))
    await lab.poll()
    await lab.added.add(GUILD, READER, name="Zoo", file=File("x.bib", b"x"))
    names = [[one.name for one in await lab.added.browsable(server)] for server in (GUILD, 9, 0)]
    assert names == [["Zoo", LAB], [LAB], [LAB]]
    assert await lab.added.find(GUILD, LAB) is None
    found = await lab.added.find_browsable(GUILD, "our lab")
    assert found is not None
    assert found.server == EVERYBODY

    async def gone(server: int) -> bool:
        assert server == GUILD
        return True

    await lab.added.tidy(gone)
    lab.world.clock.to(NINE + 40 * DAY)
    await lab.added.tidy(gone)
    assert [one.name for one in await lab.added.browsable(GUILD)] == [LAB]


def untitled(title: str, *authors: str, year: int = 2011) -> PaperDraft:
    """An entry without an id, as a reader makes it."""
    ids = (own_id(0, title, authors),)
    return PaperDraft(ids, title, "", NEVER, authors, published=date(year, 1, 1), dated="year")


OLD = untitled("An Ancient Work On Ferrets And Hats", "Bo Ek", year=1999)
SWIM = "Learning To Swim With Penguins In Cold Water"


async def the_one(lab: Wired, title: str) -> tuple[str, int, tuple[str, ...]]:
    """The title, the key and the authors of the only paper of which a query for words finds it."""
    page = await lab.world.papers.search(parse(title), "best", 0, 9)
    (paper,) = page.papers
    return paper.title, paper.key, paper.authors


@pytest.mark.parametrize("published", [None, FRIDAY])
async def test_a_paper_that_another_source_brought_out_stays_that_ones(
    lab: Wired, published: date | None
) -> None:
    """Its source, its day and its votes, which go on; it is no news a second time, whether the list
    tells its id or its title and people.
    """
    lab.list.tells(entry(9))
    await lab.poll()
    people = ("Ann Lee", "Bo Ek")
    three = FRIDAY - 3 * DAY
    known = [
        draft(n, 60, title=f"{SWIM} {n}", authors=people, released=three, published=published)
        for n in (1, 2)
    ]
    await lab.world.bring(*known)
    by_id = entry(1, title=f"{SWIM} 1", authors=people)
    by_title = replace(untitled(f"{SWIM} 2", *people), published=published)
    lab.list.tells(entry(9), by_id, by_title)
    assert await lab.poll() == 0
    for votes in (60, 75, 300):
        await lab.world.bring(*(replace(one, signals=Signals(votes, 2)) for one in known))
        for one in known:
            paper = await lab.world.papers.by_external(one.ids[0])
            assert paper is not None
            seen = (paper.source, paper.released, paper.signals.upvotes)
            assert seen == ("huggingface", three, votes)
    assert sorted(await lab.titles()) == ["Alpha9", "Learning", "Learning"]


@pytest.mark.parametrize("keys", [("", ""), ("a1", "b2"), ("1", "2")])
async def test_a_mended_misprint_is_the_same_entry(lab: Wired, keys: tuple[str, str]) -> None:
    """It is no news and no second paper, and what only the list told is corrected; with a name of
    the list's own for it and without one.
    """
    lab.list.tells(untitled(SWIM.replace("Penguins", "Penguns"), "Ann Lee"), OLD, keys=keys)
    await lab.poll()
    (_, key, _) = await the_one(lab, "swim")
    for people in (("Ann Lee",), ("Ann Lee", "Bo Ek"), ("Bo Ek", "Ann Lee"), ("Bo Ek-Lee",)):
        lab.list.tells(untitled(SWIM, *people), OLD, keys=keys)
        assert await lab.poll() == 0
        assert await the_one(lab, "swim") == (SWIM, key, people)
    assert await lab.titles() == ["Learning", "An"]


async def test_a_title_that_changed_is_known_by_the_lists_own_name(lab: Wired) -> None:
    """Where somebody is an author still; another entry under a name is another one."""
    lab.list.tells(untitled("On Swimming", "Ann Lee"), OLD, keys=("a1", "b2"))
    await lab.poll()
    lab.list.tells(untitled("How Birds Move In Water", "Ann Lee"), OLD, keys=("a1", "b2"))
    assert await lab.poll() == 0
    assert await lab.titles() == ["How", "An"]
    assert len((await lab.world.papers.search(parse("swimming"), "best", 0, 9)).papers) == 0
    lab.list.tells(untitled("Something Else Of Now", "Cy Dee", year=2026), OLD, keys=("a1", "b2"))
    assert await lab.poll() == 1


async def test_names_that_move_on_say_nothing(lab: Wired) -> None:
    """Where a list numbers its entries the newest gets the number of the one before it."""
    one, two, three = (untitled(f"Study {n} Of Lab Work", "Ann Lee", year=2026) for n in (1, 2, 3))
    lab.list.tells(one, keys=("1",))
    await lab.poll()
    lab.list.tells(two, one, keys=("1", "2"))
    assert await lab.poll() == 1
    lab.list.tells(three, two, keys=("1", "2"))
    assert await lab.poll() == 1
    assert len((await lab.world.papers.search(parse("study"), "best", 0, 9)).papers) == 3


async def test_a_work_with_another_id_is_another_one(lab: Wired) -> None:
    """Though it has the title of one that is gone, and the list's name for it."""
    twice = {"title": SWIM, "authors": ("Ann Lee",)}
    lab.list.tells(entry(1, **twice), OLD, keys=("a", "b"))
    await lab.poll()
    lab.list.tells(entry(2, **twice), OLD, keys=("a", "b"))
    assert await lab.poll() == 1


async def test_what_came_out_long_ago_is_no_news(lab: Wired) -> None:
    """It was only missing from the list; a year or a month that may be less than a year ago is."""
    lab.list.tells(OLD)
    await lab.poll()
    days = [
        (None, "day", 1),
        (FRIDAY - 366 * DAY, "day", 1),
        (FRIDAY - 367 * DAY, "day", 0),
        (date(2025, 8, 1), "month", 1),
        (date(2025, 7, 1), "month", 0),
        (date(2025, 1, 1), "year", 1),
        (date(2024, 1, 1), "year", 0),
    ]
    told = [OLD]
    for at, (published, dated, news) in enumerate(days, start=1):
        told.append(entry(at, published=published, dated=dated))
        lab.list.tells(*told)
        assert await lab.poll() == news, (published, dated)


async def test_a_list_that_became_another_one_begins_with_history(lab: Wired) -> None:
    """More new entries than old ones, and more than fifty, are no news, also where they come in
    two halves; one line says so. Fifty are.
    """
    lab.list.tells(entry(0))
    await lab.poll()
    many = [entry(n) for n in range(200)]
    lab.list.tells(*many[:120], broken="truncated")
    with capture_logs() as logs:
        assert await lab.poll() == 0
    (line,) = [one for one in logs if one["event"] == "list_taken_as_history"]
    assert (line["source"], line["entries"], line["new"]) == (LAB, 120, 119)
    lab.list.tells(*many)
    assert await lab.poll() == 0
    paper = await lab.world.papers.by_external(entry(3).ids[0])
    assert paper is not None
    assert paper.released == NEVER
    lab.list.tells(*many, *(entry(n) for n in range(200, 250)))
    assert await lab.poll() == 50


async def test_another_place_under_a_name_begins_with_history(lab: Wired) -> None:
    """Whatever it has more; a fault there does not let it be forgotten."""
    lab.list.tells(entry(1))
    await lab.poll()
    lab.list.place = "there"
    lab.list.told = SourceFault("no answer")
    await lab.poll()
    lab.list.tells(entry(1), entry(2))
    assert await lab.poll() == 0
    assert await lab.titles() == ["Alpha1", "Alpha2"]
    lab.list.tells(entry(1), entry(2), entry(3))
    assert await lab.poll() == 1


async def test_a_list_that_breaks_off_has_a_fault(lab: Wired) -> None:
    """It is told in its health, in its own name, until it is read well; as it was is well."""
    lab.list.tells(entry(1))
    await lab.poll()
    whole = lab.list.told
    lab.list.tells(entry(1), entry(2), broken="truncated")
    told = "Our Lab: read as far as it goes: truncated"
    for _ in range(2):
        await lab.poll()
        (health,) = await lab.world.papers.health()
        assert (health.error, health.trouble) == (told, "unreadable")
    (source,) = await lab.rows.of_server(EVERYBODY)
    assert source.error == told
    assert await lab.rows.failing() == []
    lab.list.told = whole
    await lab.poll()
    (source,) = await lab.rows.of_server(EVERYBODY)
    (health,) = await lab.world.papers.health()
    assert (source.error, health.error, health.trouble) == (None, None, None)


async def test_nothing_is_told_of_a_list_that_is_named_no_more(lab: Wired) -> None:
    """Nor of one that was never read."""
    lab.list.tells(entry(1))
    unread = ToldList("Unread", told=SourceFault("no answer"))
    await lab.poll(lab.list, unread)
    assert len(await lab.world.papers.health()) == 2
    assert [one.name for one in await lab.added.browsable(GUILD)] == [LAB]
    other = ToldList("Theses")
    other.tells(entry(2))
    await lab.poll(other)
    assert [one.source for one in await lab.world.papers.health()] == ["Theses"]


async def test_two_polls_at_once_are_one_after_the_other(lab: Wired) -> None:
    """The second one finds what the first one stored."""
    lab.list.tells(entry(1))
    listed = lab.listed()
    assert await asyncio.gather(listed.poll(), listed.poll()) == [0, 0]
    (health,) = await lab.world.papers.health()
    assert (health.error, lab.observer.failed) == (None, [])


async def test_a_list_that_is_there_hides_no_silence(lab: Wired) -> None:
    """A file can always be read, and nothing is expected of it on any day."""
    recent = RecentPapers(lab.world.papers, lab.rows)
    await lab.world.bring(draft(50))
    await lab.world.papers.note_health("huggingface", EARLY, error=None)
    lab.list.tells(entry(1))
    await lab.poll()
    assert await recent.news(EARLY) == News(FRIDAY, silent=False)
    lab.world.clock.to(EARLY + 31 * HOUR)
    lab.list.tells(entry(1), entry(2))
    assert await lab.poll() == 1
    assert await recent.news(EARLY + 31 * HOUR) == News(FRIDAY, silent=True)
    await lab.world.papers.note_health("huggingface", EARLY + 9 * DAY, error=None)
    lab.world.clock.to(EARLY + 9 * DAY)
    lab.list.tells(entry(1), entry(2), entry(3))
    assert await lab.poll() == 1
    assert await recent.news(EARLY + 9 * DAY) == News(FRIDAY, silent=True)
