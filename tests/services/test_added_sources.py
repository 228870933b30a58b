"""What servers add: read once and browsed, read again for what is new, and news in that server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from service_world import (
    ADMIN,
    CHANNEL,
    DAY,
    EARLY,
    GUILD,
    HOUR,
    NINE,
    READER,
    WISH,
    World,
    draft,
    open_world,
)

from bot.core.papers import NEVER, PaperDraft
from bot.core.subscriptions import ChannelTarget, Target, UserTarget
from bot.core.visibility import own_id
from bot.services.added_sources import (
    MOST_SOURCES,
    RETIRED_KEPT,
    AddedSources,
    File,
    SourceNotAddedError,
)
from bot.services.ports import (
    TOO_MANY_NEW,
    AddedSource,
    ItemFault,
    SourceFault,
    Told,
    UnfitSourceError,
)
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.services.subscribe import Subscriptions
from bot.services.taking import MOST_NEW
from bot.storage.added_sources import AddedSourceRows

URL = "https://lab.example.org/publications"
ELSEWHERE = ChannelTarget(GUILD + 1, 990)


@dataclass
class ToldReader:
    """Reads what it is told stands there; a fault is raised."""

    told: Told | Exception = field(default_factory=lambda: Told("bibliography", ()))
    asked: list[str] = field(default_factory=list[str])

    async def read(self, name: str, address: str, before: str | None = None) -> Told | None:
        """Read an address."""
        self.asked.append(address)
        told = await self.read_file(name, b"")
        return None if told.state and told.state == before else told

    async def read_file(self, name: str, content: bytes) -> Told:
        """Read a file."""
        del name, content
        if isinstance(self.told, Exception):
            raise self.told
        return self.told

    def tells(self, *drafts: PaperDraft, title: str = "Our Lab") -> None:
        """From now on these stand there."""
        self.told = Told("bibliography", drafts, title)


@dataclass
class Lab:
    """The world with a server that adds sources."""

    world: World
    reader: ToldReader
    rows: AddedSourceRows
    added: AddedSources


@pytest.fixture
async def lab(tmp_path: Path) -> AsyncIterator[Lab]:
    """Everything wired, with added sources."""
    async with open_world(tmp_path / "paperboy.db") as world:
        reader, rows = ToldReader(), AddedSourceRows(world.database)
        recent = RecentPapers(world.papers, rows)
        world.publisher = Publisher(
            world.rows, world.deliveries, recent, world.courier, world.clock
        )
        world.subscriptions = Subscriptions(
            world.rows, world.deliveries, recent, world.people, world.courier, world.clock
        )
        added = AddedSources(rows, world.ingest.store, reader, world.clock)
        yield Lab(world, reader, rows, added)


def entry(number: int, **changed: object) -> PaperDraft:
    """Make an entry as a reader makes it."""
    return replace(draft(number), source="", released=NEVER, venue="ICML", **changed)  # type: ignore[arg-type] - fields by name


def titles(papers: object) -> list[str]:
    """Name papers or publications by their first word."""
    return [getattr(one, "paper", one).title.split()[0] for one in papers]  # type: ignore[attr-defined]


async def test_a_source_is_read_once_and_what_is_there_is_history(lab: Lab) -> None:
    """It can be browsed, and is no news."""
    lab.reader.tells(entry(1), entry(2))
    added = await lab.added.add(GUILD, ADMIN, address=URL)
    assert (added.source.name, added.entries, added.again) == ("Our Lab", 2, False)
    assert titles(await lab.rows.news_since(EARLY.date())) == []
    shown = await lab.added.publications(added.source, None, 0, 8)
    assert titles(shown.page) == ["Alpha1", "Alpha2"]
    assert (await lab.world.publisher.preview(WISH, CHANNEL)).made  # nothing to choose, no fault


async def test_what_is_new_there_is_news_in_that_server_alone(lab: Lab) -> None:
    """Not in another one's, not in direct messages; once, and by the source's name too."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, address=URL)
    await lab.world.bring(draft(50))
    for target in (CHANNEL, ELSEWHERE):
        await lab.world.set_up(target=target)
    await lab.world.set_up(replace(WISH, query='source:"our lab"'), ChannelTarget(GUILD, 702))
    await lab.world.subscriptions.subscribe(READER, WISH)
    lab.world.clock.to(EARLY + HOUR / 2)
    assert await lab.added.poll() == 0  # not its turn yet
    lab.reader.tells(entry(2), entry(1))
    lab.world.clock.to(NINE)
    assert await lab.added.poll() == 1
    await lab.world.beat(NINE)
    posts = {post.parcel.subscription.target: post for post in lab.world.courier.posts}
    brought = {
        target: sorted(titles((await lab.world.papers.get(post.keys)).values()))
        for target, post in posts.items()
    }
    assert brought[CHANNEL] == ["Alpha2", "Alpha50"]
    assert brought[ELSEWHERE] == ["Alpha50"]
    assert brought[ChannelTarget(GUILD, 702)] == ["Alpha2"]
    assert [b for t, b in brought.items() if isinstance(t, UserTarget)] == [["Alpha50"]]
    assert await lab.added.poll() == 0


async def test_a_public_paper_is_of_the_servers_own_source_in_that_server_alone(
    lab: Lab,
) -> None:
    """Whether the list told of it first or later, as history or as news; in editions, in dry runs,
    in what a pause missed. Nobody else finds it by that name.
    """
    lab.reader.tells(entry(1), entry(3))
    await lab.added.add(GUILD, ADMIN, address=URL)
    await lab.world.bring(*(draft(n, n) for n in (1, 2, 4)))
    await lab.world.bring(draft(4, 4, source="nature"))
    lab.reader.tells(entry(1), entry(3), entry(4))
    lab.world.clock.to(EARLY + 2 * HOUR)
    await lab.added.poll()
    wanted = {
        'source:"our lab"': ["Alpha1", "Alpha4"],
        '-source:"our lab"': ["Alpha2"],
        'source:"our lab" -source:nature': ["Alpha1"],
        "source:nature": ["Alpha4"],
        "*": ["Alpha1", "Alpha2", "Alpha4"],
    }
    elsewhere = wanted | {
        'source:"our lab"': [],
        '-source:"our lab"': wanted["*"],
        'source:"our lab" -source:nature': [],
    }
    for target, expected in (
        (CHANNEL, wanted),
        (ELSEWHERE, elsewhere),
        (UserTarget(READER), elsewhere),
    ):
        for query, papers in expected.items():
            preview = await lab.world.publisher.preview(replace(WISH, query=query), target)
            keys = [one.key for one in getattr(preview, "chosen", ())]
            found = await lab.world.papers.get(keys)
            assert sorted(titles(found.values())) == papers, (target, query)
            dry = await lab.world.subscriptions.dry_run(query, target)
            assert dry.papers == len(papers), (target, query)


async def test_what_a_pause_missed_includes_the_servers_own(lab: Lab) -> None:
    """As whatever else came out meanwhile."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, address=URL)
    digest = await lab.world.subscriptions.pause(await lab.world.set_up())
    lab.reader.tells(entry(1), entry(2))
    lab.world.clock.to(NINE + HOUR)
    await lab.added.poll()
    lab.world.clock.to(NINE + DAY)
    digest = await lab.world.subscriptions.resume(digest)
    assert titles(await lab.world.subscriptions.missed([digest])) == ["Alpha2"]


async def test_a_corrected_entry_is_no_news(lab: Lab) -> None:
    """Any id that it ever had is enough to know it by."""
    untold = entry(1, ids=(own_id(0, "Alpha1 Beta1 Gamma1", ()),))
    lab.reader.tells(untold)
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    lab.reader.tells(replace(untold, ids=("doi:10.1000/x", *untold.ids)))
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 0
    lab.reader.tells(replace(untold, ids=("doi:10.1000/x",), title="Alpha1 Beta1"))
    lab.world.clock.to(NINE + 3 * HOUR)
    assert await lab.added.poll() == 0
    assert (await lab.added.publications(source, None, 0, 8)).total == 1


async def test_a_public_paper_is_joined_and_not_changed(lab: Lab) -> None:
    """What an administrator writes stands in no other server."""
    (paper,) = await lab.world.bring(draft(1, abstract=""))
    lab.reader.tells(entry(1, abstract="Spam", authors=("Nobody",)))
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    (shown,) = (await lab.added.publications(source, None, 0, 8)).page
    assert shown.paper == paper
    assert shown.venue == "ICML"


async def test_a_wrong_id_makes_a_paper_of_its_own(lab: Lab) -> None:
    """The paper whose id it is stays what it is; the next reading leads to the same one."""
    (paper,) = await lab.world.bring(draft(1))
    lab.reader.tells(entry(2, ids=paper.ids), entry(3))
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 0
    shown = await lab.added.publications(source, None, 0, 8)
    assert titles(shown.page) == ["Alpha2", "Alpha3"]
    assert await lab.world.papers.by_external(paper.ids[0]) == paper


async def test_what_only_a_server_knows_is_found_by_no_lookup(lab: Lab) -> None:
    """Not by its id, its title or its key; a card of it can be opened all the same."""
    lab.reader.tells(entry(1))
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    (shown,) = (await lab.added.publications(source, None, 0, 8)).page
    for typed in (shown.paper.ids[0], f"paper:{shown.paper.key}", shown.paper.title):
        assert type(await lab.world.lookup.resolve(typed)).__name__ == "NoPaper"
        assert await lab.world.lookup.complete(typed) == ()
    assert await lab.world.lookup.get(shown.paper.key) == shown.paper


async def test_what_is_as_it_was_is_not_read_again(lab: Lab) -> None:
    """It is well all the same."""
    lab.reader.told = Told("bibliography", (entry(1),), "Our Lab", state="one")
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    assert source.told == "one"
    before = lab.rows.changes
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 0
    (present,) = await lab.added.of_server(GUILD)
    assert (present.last_ok, lab.rows.changes) == (NINE + HOUR, before)
    lab.reader.told = Told("bibliography", (entry(1), entry(2)), "Our Lab", state="two")
    lab.world.clock.to(NINE + 3 * HOUR)
    assert await lab.added.poll() == 1


async def test_two_servers_can_read_one_list(lab: Lab) -> None:
    """Each has its own news of it."""
    lab.reader.tells(entry(1))
    for server in (GUILD, GUILD + 1):
        await lab.added.add(server, ADMIN, address=URL)
    lab.reader.tells(entry(1), entry(2))
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 2
    news = await lab.rows.news_since(EARLY.date())
    assert {server: titles(told) for server, told in news.items()} == {
        GUILD: ["Alpha2"],
        GUILD + 1: ["Alpha2"],
    }


async def test_a_file_is_read_as_the_next_state_of_the_one_of_its_name(lab: Lab) -> None:
    """What it has more is news; a file is not polled."""
    lab.reader.tells(entry(1), title="")
    first = await lab.added.add(GUILD, ADMIN, file=File("lab.bib", b"x"))
    lab.reader.tells(entry(1), entry(2), title="")
    again = await lab.added.add(GUILD, ADMIN, file=File("lab.bib", b"x"))
    assert (first.again, again.again, again.new, again.entries) == (False, True, 1, 2)
    assert first.source.id == again.source.id
    lab.world.clock.to(NINE + DAY)
    assert await lab.added.poll() == 0
    assert lab.reader.asked == []


async def test_what_cannot_be_added_says_why(lab: Lab) -> None:
    """And nothing is added."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, address=URL)

    async def refusal(**given: object) -> str:
        with pytest.raises(SourceNotAddedError) as caught:
            await lab.added.add(GUILD, ADMIN, **given)  # type: ignore[arg-type] - by name
        return caught.value.why

    assert await refusal() == "nothing"
    assert await refusal(address="  ") == "nothing"
    assert await refusal(address=URL, file=File("x", b"")) == "both"
    assert await refusal(address="no address") == "no_address"
    assert await refusal(address="ftp://example.org/x") == "no_address"
    assert await refusal(address="https://[broken") == "no_address"
    assert await refusal(address=URL) == "name_taken"
    assert await refusal(address=URL, name=" our  LAB") == "name_taken"
    assert await refusal(file=File("x", b""), name="Our Lab") == "name_taken"
    assert await refusal(file=File("x", b"x" * 1_048_577)) == "too_large"
    for number in range(1, MOST_SOURCES):
        await lab.added.add(GUILD, ADMIN, address=URL, name=f"No. {number}")
    assert await refusal(address=URL, name="One more") == "too_many"
    assert len(await lab.added.of_server(GUILD)) == MOST_SOURCES


async def test_what_cannot_be_read_is_not_added(lab: Lab) -> None:
    """Its fault is whoever asked's to hear."""
    for fault in (SourceFault("no answer"), UnfitSourceError("x", "unknown")):
        lab.reader.told = fault
        with pytest.raises(SourceFault):
            await lab.added.add(GUILD, ADMIN, address=URL)
    assert await lab.added.of_server(GUILD) == []


async def test_a_source_that_fails_is_noted_and_costs_the_others_nothing(lab: Lab) -> None:
    """What it had stays, and its next good answer takes the fault back."""
    lab.reader.tells(entry(1))
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    lab.reader.told = UnfitSourceError("added:1", "no_entries")
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 0
    (failing,) = await lab.rows.failing()
    assert (failing.error, failing.entries) == ("added:1: no entries", 1)
    lab.reader.told = RuntimeError("a slip")
    lab.world.clock.to(NINE + 3 * HOUR)
    assert await lab.added.poll() == 0
    lab.reader.tells(entry(1))
    lab.world.clock.to(NINE + 5 * HOUR)
    await lab.added.poll()
    assert await lab.rows.failing() == []
    assert await lab.added.find(GUILD, str(source.id)) is not None


async def test_sources_are_found_and_removed(lab: Lab) -> None:
    """By number or by name, in their own server."""
    lab.reader.told = Told("feed", (entry(1),), "", (ItemFault("x", "no title"),))
    added = await lab.added.add(GUILD, ADMIN, address=URL)
    assert (added.source.name, added.faults[0].item) == ("lab.example.org", "x")
    for text in (str(added.source.id), "LAB.example.org"):
        assert await lab.added.find(GUILD, text) == added.source
        assert await lab.added.find(GUILD + 1, text) is None
    assert await lab.added.remove(added.source)
    assert not await lab.added.remove(added.source)


async def test_the_sources_of_a_server_that_is_gone_are_deleted_after_a_month(lab: Lab) -> None:
    """Not before; one that comes back goes on."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, address=URL)

    async def gone(server: int) -> bool:
        return server == GUILD

    async def here(server: int) -> bool:
        return server != GUILD

    assert await lab.added.tidy(gone) == 0
    lab.world.clock.to(EARLY + RETIRED_KEPT - timedelta(seconds=1))
    assert await lab.added.tidy(gone) == 0
    assert await lab.added.tidy(here) == 0
    lab.world.clock.to(EARLY + 2 * RETIRED_KEPT)
    assert await lab.added.tidy(gone) == 0
    lab.world.clock.to(EARLY + 3 * RETIRED_KEPT + DAY)
    assert await lab.added.tidy(gone) == 1
    assert await lab.added.of_server(GUILD) == []


@dataclass
class SlowReader(ToldReader):
    """Tells nothing before its gate is open, and who was asked at the same time at most."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    called: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    under_way: list[str] = field(default_factory=list[str])
    most: int = 0

    async def read(self, name: str, address: str, before: str | None = None) -> Told | None:
        """Read an address, slowly."""
        if address.startswith("https://slow"):
            self.under_way.append(address)
            self.most = max(self.most, len(self.under_way))
            self.called.release()
            await self.gate.wait()
            self.under_way.remove(address)
        told = await super().read(name, address, before)
        self.called.release()
        return told

    async def heard(self, times: int) -> None:
        """Wait until it was asked so many times."""
        for _ in range(times):
            await self.called.acquire()


async def test_slow_sources_of_one_server_leave_room_for_the_others(lab: Lab) -> None:
    """What a server added is read a few at a time; meanwhile all others are."""
    for number in range(MOST_SOURCES):
        address = f"https://slow{number}.example.org/"
        await lab.added.add(GUILD, ADMIN, name=f"Slow {number}", address=address)
    await lab.added.add(GUILD + 1, ADMIN, name="Quick", address=URL)
    reader = SlowReader()
    added = AddedSources(lab.rows, lab.world.ingest.store, reader, lab.world.clock)
    lab.world.clock.to(EARLY + 2 * HOUR)
    polling = asyncio.create_task(added.poll())
    await reader.heard(3)
    assert reader.asked == [URL]
    reader.gate.set()
    await polling
    assert len(reader.asked) == MOST_SOURCES + 1
    assert reader.most == 2


async def test_a_poll_ends_and_the_next_one_begins_with_what_is_left(lab: Lab) -> None:
    """After ten minutes none is begun any more; what was begun is read."""
    for number in range(5):
        address = f"https://slow{number}.example.org/"
        await lab.added.add(GUILD, ADMIN, name=f"Slow {number}", address=address)
    reader = SlowReader()
    added = AddedSources(lab.rows, lab.world.ingest.store, reader, lab.world.clock)
    lab.world.clock.to(EARLY + 2 * HOUR)
    polling = asyncio.create_task(added.poll())
    await reader.heard(2)
    lab.world.clock.to(EARLY + 2 * HOUR + HOUR / 6)
    reader.gate.set()
    await polling
    assert [address[12] for address in reader.asked] == ["0", "1"]
    await added.poll()
    assert sorted(address[12] for address in reader.asked) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("ids", [("doi:10.5555/embargoed",), ()])
async def test_what_one_server_told_no_other_reads(lab: Lab, ids: tuple[str, ...]) -> None:
    """A paper each, also under one id and one title, until a public source tells of the work."""
    people = ("Ada Lovelace", "Alan Turing")
    named = entry(1, ids=ids or (own_id(0, "Alpha1 Beta1 Gamma1", people),), authors=people)
    sources: list[AddedSource] = []
    for server in (GUILD, GUILD + 1):
        lab.reader.tells(replace(named, abstract=f"Of {server}"))
        sources.append((await lab.added.add(server, ADMIN, address=URL)).source)
    read = [await lab.added.publications(one, None, 0, 8) for one in sources]
    papers = [one.page[0].paper for one in read]
    assert [one.abstract for one in papers] == [f"Of {GUILD}", f"Of {GUILD + 1}"]
    (public,) = await lab.world.bring(draft(1, ids=ids or ("doi:10.5555/other",), authors=people))
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 0
    for source in sources:
        (shown,) = (await lab.added.publications(source, None, 0, 8)).page
        assert (shown.paper.key, shown.paper.abstract) == (public.key, public.abstract)


async def test_two_sources_of_one_server_tell_of_one_paper(lab: Lab) -> None:
    """What the other one told is this server's, too, also once the other one is removed."""
    lab.reader.tells(entry(1))
    first = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    second = (await lab.added.add(GUILD, ADMIN, address=URL, name="Second")).source
    await lab.added.remove(first)
    third = (await lab.added.add(GUILD, ADMIN, address=URL, name="Third")).source
    shown = [(await lab.added.publications(one, None, 0, 8)).page[0] for one in (second, third)]
    assert shown[0] == shown[1]


async def test_new_papers_of_a_day_are_capped(lab: Lab) -> None:
    """What is too much waits for the next days, and the list says so."""
    few = range(1_000, 1_000 + MOST_NEW + 3)
    lab.reader.tells(*(entry(n) for n in few))
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    many = [entry(n) for n in (*few, *range(1, MOST_NEW + 3))]
    lab.reader.told = Told("bibliography", tuple(many), "Our Lab", state="many")
    lab.world.clock.to(NINE + DAY)
    assert await lab.added.poll() == MOST_NEW
    (present,) = await lab.added.of_server(GUILD)
    assert (present.error, present.entries) == (TOO_MANY_NEW, len(few) + MOST_NEW)
    lab.world.clock.to(NINE + DAY + HOUR)
    assert await lab.added.poll() == 0
    lab.world.clock.to(NINE + 2 * DAY)
    assert await lab.added.poll() == 2
    (present,) = await lab.added.of_server(GUILD)
    assert (present.error, present.entries, present.told) == (None, len(many), "many")
    assert present.id == source.id


async def test_tidying_deletes_papers_that_nobody_reads(lab: Lab) -> None:
    """Of a source that was removed; those of others stay."""
    (public,) = await lab.world.bring(draft(9))
    lab.reader.tells(entry(1), entry(9))
    gone = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    lab.reader.tells(entry(2))
    await lab.added.add(GUILD, ADMIN, address=URL, name="Stays")
    await lab.added.remove(gone)

    async def here(_: int) -> bool:
        return False

    await lab.added.tidy(here)
    assert await lab.world.papers.by_external(entry(1).ids[0]) is None
    assert await lab.world.papers.by_external(entry(2).ids[0]) is not None
    assert await lab.world.papers.by_external(entry(9).ids[0]) == public


async def test_a_list_that_breaks_off_takes_nothing_away(lab: Lab) -> None:
    """What it still tells is taken, what it does not tell stays; its state is not the last one."""
    lab.reader.told = Told("bibliography", (entry(1), entry(2)), "Our Lab", state="whole")
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    cut = Told("bibliography", (entry(3), entry(1)), "Our Lab", state="cut", broken="truncated")
    for later in (1, 2):
        lab.reader.told = cut
        lab.world.clock.to(NINE + later * HOUR)
        assert await lab.added.poll() == (1 if later == 1 else 0)
        shown = await lab.added.publications(source, None, 0, 8)
        assert sorted(titles(shown.page)) == ["Alpha1", "Alpha2", "Alpha3"]
        (present,) = await lab.added.of_server(GUILD)
        assert (present.told, present.last_ok) == ("whole", source.last_ok)
        assert present.error is not None
        assert "truncated" in present.error
    lab.reader.tells(entry(3), entry(1))
    lab.world.clock.to(NINE + 3 * HOUR)
    await lab.added.poll()
    shown = await lab.added.publications(source, None, 0, 8)
    assert sorted(titles(shown.page)) == ["Alpha1", "Alpha3"]
    (present,) = await lab.added.of_server(GUILD)
    assert present.error is None


async def test_a_first_reading_that_breaks_off_is_still_the_first(lab: Lab) -> None:
    """What the whole list has besides is history as well, and no news."""
    lab.reader.told = Told("bibliography", (entry(1),), "Our Lab", broken="truncated")
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    lab.reader.tells(entry(1), entry(2))
    lab.world.clock.to(NINE + HOUR)
    assert await lab.added.poll() == 0
    lab.reader.tells(entry(1), entry(2), entry(3))
    lab.world.clock.to(NINE + 3 * HOUR)
    assert await lab.added.poll() == 1
    assert titles((await lab.added.publications(source, None, 0, 8)).page)[-1] == "Alpha3"


async def test_a_dry_run_counts_what_the_server_would_see(lab: Lab) -> None:
    """Its own sources' news with what is everybody's; another server and a reader see none."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, name="Our Lab", address=URL)
    await lab.world.bring(draft(50))
    lab.reader.tells(entry(1), entry(2), entry(3, withdrawn=True))
    lab.world.clock.to(NINE + HOUR)
    await lab.added.poll()

    async def counted(query: str, *targets: Target) -> list[int]:
        return [(await lab.world.subscriptions.dry_run(query, one)).papers for one in targets]

    everywhere = (CHANNEL, ChannelTarget(GUILD, 702), ELSEWHERE, UserTarget(READER))
    for _ in range(2):
        assert await counted("*", *everywhere) == [2, 2, 1, 1]
        assert await counted('source:"our lab"', *everywhere) == [1, 1, 0, 0]
    lab.reader.tells(*(entry(number) for number in range(1, 5)))
    lab.world.clock.to(NINE + 3 * HOUR)
    await lab.added.poll()
    assert await counted("*", *everywhere) == [3, 3, 1, 1]
    lab.world.clock.to(NINE + 31 * DAY)
    assert await counted("*", *everywhere) == [0, 0, 0, 0]


async def test_a_list_that_became_another_one_begins_with_history(lab: Lab) -> None:
    """Also where it takes days until all of it is stored; what is new then is news."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, address=URL)
    many = [entry(n) for n in range(1, 2 * MOST_NEW)]
    lab.reader.told = Told("bibliography", tuple(many), "Our Lab", state="many")
    for day in (1, 2):
        lab.world.clock.to(NINE + day * DAY)
        assert await lab.added.poll() == 0
    (present,) = await lab.added.of_server(GUILD)
    assert (present.error, present.entries) == (None, len(many))
    assert await lab.rows.news_since(EARLY.date()) == {}
    lab.reader.tells(*many, entry(5_000))
    lab.world.clock.to(NINE + 3 * DAY)
    assert await lab.added.poll() == 1


async def test_a_feed_tells_as_much_as_it_will(lab: Lab) -> None:
    """It has its newest entries only, and a busy day changes all of them."""
    lab.reader.told = Told("feed", (entry(1),), "Feed")
    await lab.added.add(GUILD, ADMIN, address=URL)
    lab.reader.told = Told("feed", tuple(entry(n) for n in range(2, 102)), "Feed")
    lab.world.clock.to(NINE + DAY)
    assert await lab.added.poll() == 100


async def test_what_came_out_long_ago_is_no_news(lab: Lab) -> None:
    """In a server as for everybody."""
    lab.reader.tells(entry(1))
    await lab.added.add(GUILD, ADMIN, address=URL)
    old = EARLY.date() - timedelta(days=400)
    lab.reader.tells(entry(1), entry(2, published=old), entry(3))
    lab.world.clock.to(NINE + DAY)
    assert await lab.added.poll() == 1
    news = await lab.rows.news_since(EARLY.date())
    assert titles(news[GUILD]) == ["Alpha3"]


async def test_a_mended_misprint_is_the_same_entry(lab: Lab) -> None:
    """Its paper is corrected in the server that knows it, and stays the same one from then on."""

    def untitled(title: str, *authors: str) -> PaperDraft:
        return PaperDraft((own_id(0, title, authors),), title, "", NEVER, authors)

    lab.reader.tells(untitled("Swimming with Penguns", "Ann Lee"), entry(1))
    source = (await lab.added.add(GUILD, ADMIN, address=URL)).source
    (first, _) = (await lab.added.publications(source, None, 0, 8)).page
    mended = untitled("Swimming with Penguins", "Bo Ek", "Ann Lee")
    for hours, more in ((1, ()), (3, (entry(2),)), (5, (entry(2), entry(3)))):
        lab.reader.tells(mended, entry(1), *more)
        lab.world.clock.to(NINE + hours * HOUR)
        assert await lab.added.poll() == (1 if more else 0)
        shown = (await lab.added.publications(source, None, 0, 8)).page[0].paper
        assert (shown.key, shown.title) == (first.paper.key, mended.title)
        assert shown.authors == mended.authors
