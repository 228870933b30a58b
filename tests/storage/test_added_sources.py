"""Added sources and their entries, as they are stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from storage_samples import ADMIN, DAY, NOW, numbered

from bot.core.papers import NEVER
from bot.core.query import parse
from bot.services.ports import AddedSource, Entry, EntryBefore
from bot.storage.added_entries import REMEMBERED
from bot.storage.added_sources import AddedSourceRows
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.people import PeopleRows
from bot.storage.title_changes import TitleChanges

SERVER, OTHER = 800_000_000_000_000_001, 800_000_000_000_000_002


@pytest.fixture
def rows(database: Database) -> AddedSourceRows:
    """What stores them."""
    return AddedSourceRows(database)


async def added(
    rows: AddedSourceRows, name: str = "Our Lab", server: int = SERVER, **changed: object
) -> AddedSource:
    """Add a source at an address."""
    told: dict[str, object] = {"address": f"https://example.org/{name}", "file": None} | changed
    kind = "feed" if told.pop("feed", False) else "bibliography"
    source = await rows.add(server, name, kind, by=ADMIN, now=NOW, **told)  # type: ignore[arg-type] - by name
    assert source is not None
    return source


async def entries(database: Database, source: AddedSource, *numbers: int) -> list[Entry]:
    """Store papers that only this source tells of; return its entries."""
    drafts = [numbered(n, source=f"added:{source.id}", released=NEVER) for n in numbers]
    await PaperRows(database).upsert(drafts, NOW)
    return [
        Entry(one.ids, one.ids[0], date(2026 - n, 1, 1), "year", "ICML")
        for n, one in zip(numbers, drafts, strict=True)
    ]


async def test_a_source_reads_back(rows: AddedSourceRows) -> None:
    """By its number, and among its server's by name; a file has no address."""
    lab = await added(rows)
    file = await added(rows, "A File", address=None, file="lab.bib")
    assert (lab.name, lab.kind, lab.address) == (
        "Our Lab",
        "bibliography",
        "https://example.org/Our Lab",
    )
    assert (file.address, file.file, file.entries, file.error) == (None, "lab.bib", 0, None)
    assert await rows.of_server(SERVER) == [file, lab]
    assert await rows.get(lab.id) == lab
    assert await rows.of_server(OTHER) == []
    assert await rows.servers() == [SERVER]


async def test_a_name_stands_once_on_a_server(rows: AddedSourceRows) -> None:
    """However it is written; another server has names of its own."""
    await added(rows)
    again = await rows.add(SERVER, "OUR  lab", "feed", address="x", file=None, by=ADMIN, now=NOW)
    assert again is None
    assert (await added(rows, server=OTHER)).name == "Our Lab"


async def test_entries_are_browsed_newest_first(database: Database, rows: AddedSourceRows) -> None:
    """By year, then by day, then in the source's order; those without a day last."""
    source = await added(rows)
    told = await entries(database, source, 1, 2, 3, 4)
    told[2] = replace(told[2], published=None)
    told[3] = replace(told[3], published=date(2025, 5, 1), dated="month", venue=None)
    await rows.put(source, told, frozenset(), NOW)
    found = await rows.publications(source.id, None, 0, 10)
    assert [one.paper.title for one in found.page] == ["Paper 4", "Paper 1", "Paper 2", "Paper 3"]
    assert [(one.dated, one.venue) for one in found.page[:2]] == [("month", None), ("year", "ICML")]
    assert (found.total, found.years) == (4, ((2025, 2), (2024, 1)))
    of_year = await rows.publications(source.id, 2025, 1, 10)
    assert ([one.paper.title for one in of_year.page], of_year.total) == (["Paper 1"], 2)
    present = await rows.get(source.id)
    assert present is not None
    assert present.entries == 4


async def test_news_are_one_servers(database: Database, rows: AddedSourceRows) -> None:
    """With the source as their source and the day on which they were new there."""
    source = await added(rows)
    told = await entries(database, source, 1, 2)
    await rows.put(source, told[:1], frozenset(), NOW)
    await rows.put(source, told, frozenset({told[1].paper}), NOW + DAY)
    await rows.put(source, told, frozenset(), NOW + 2 * DAY)
    day = (NOW + DAY).date()
    news = await rows.news_since(day)
    ((told_news,),) = news.values()
    assert list(news) == [SERVER]
    assert (told_news.paper.title, told_news.name) == ("Paper 2", "Our Lab")
    assert (told_news.paper.source, told_news.paper.released) == (f"added:{source.id}", day)
    assert await rows.news_since(day + DAY) == {}


async def test_who_tells_of_a_paper_is_known_in_its_server(
    database: Database, rows: AddedSourceRows
) -> None:
    """By every name that it has there, of history too, also where it was merged into another; of
    what is neither brought out since a day nor news since then nothing is said.
    """
    papers = PaperRows(database)
    lab, feed = await added(rows), await added(rows, "A Feed")
    there = await added(rows, "Theirs", OTHER)
    public = await added(rows, "Everybody's", 0)
    here = numbered(50, source="arxiv")
    await papers.upsert([here, numbered(51, source="arxiv")], NOW)
    told = [Entry(one, one[0], None, "day", None) for one in (here.ids, numbered(51).ids)]
    for source, some in ((lab, told), (feed, told[:1]), (there, told[1:]), (public, told)):
        await rows.put(source, some, frozenset(), NOW)
    old, new = await entries(database, lab, 1, 2)
    await rows.put(lab, [*told, old, new], frozenset({new.paper}), NOW)
    expected = {
        SERVER: {1: ["A Feed", "Our Lab"], 2: ["Our Lab"], 4: ["Our Lab"]},
        OTHER: {2: ["Theirs"]},
    }
    assert await rows.told_since(NOW.date()) == expected
    await papers.upsert([replace(here, ids=(*here.ids, *numbered(51).ids))], NOW)
    expected = {
        SERVER: {1: ["A Feed", "Our Lab"], 4: ["Our Lab"]},
        OTHER: {1: ["Theirs"]},
    }
    assert await rows.told_since(NOW.date()) == expected
    assert await rows.told_since((NOW + DAY).date()) == {}
    await rows.gone(OTHER, NOW)
    assert list(await rows.told_since(NOW.date())) == [SERVER]


async def test_news_name_the_public_sources_that_told_of_them(
    database: Database, rows: AddedSourceRows
) -> None:
    """So that a server's query finds a paper by these, too."""
    source = await added(rows)
    draft = numbered(50, source="arxiv")
    await PaperRows(database).upsert([draft, replace(draft, source="nature")], NOW)
    entry = Entry(draft.ids, draft.ids[0], None, "day", None)
    await rows.put(source, [entry], frozenset({entry.paper}), NOW)
    ((told,),) = (await rows.news_since(NOW.date())).values()
    assert (told.paper.source, told.paper.also) == (f"added:{source.id}", ("arxiv", "nature"))


async def test_what_a_bibliography_tells_no_more_is_remembered_for_a_while(
    database: Database, rows: AddedSourceRows
) -> None:
    """It is not browsed, and no news when it comes back; a feed's entries stay."""
    lab, feed = await added(rows), await added(rows, "Feed", feed=True)
    told = await entries(database, lab, 1, 2)
    for source in (lab, feed):
        await rows.put(source, told, frozenset(), NOW)
        await rows.put(source, told[:1], frozenset(), NOW + DAY)
    assert (await rows.publications(lab.id, None, 0, 9)).total == 1
    assert (await rows.publications(feed.id, None, 0, 9)).total == 2
    first, second = (EntryBefore(one.ids, there=at == 0) for at, one in enumerate(told))
    assert await rows.told_before(lab.id) == (first, second)
    await rows.put(lab, told[:1], frozenset(), NOW + REMEMBERED + DAY)
    assert await rows.told_before(lab.id) == (first,)


async def test_an_entry_follows_its_paper_into_a_merge(
    database: Database, rows: AddedSourceRows
) -> None:
    """Two that were found to be one are browsed as the one."""
    source = await added(rows)
    (entry,) = await entries(database, source, 1)
    await rows.put(source, [entry], frozenset(), NOW)
    papers = PaperRows(database)
    await papers.upsert([numbered(2)], NOW)
    told = numbered(2, ids=(*numbered(2).ids, entry.paper), title="Paper 1")
    await papers.upsert([told], NOW)
    (found,) = (await rows.publications(source.id, None, 0, 9)).page
    assert set(found.paper.ids) > set(told.ids)
    here = await rows.known(SERVER, [entry.paper, "doi:10.1000/none"])
    assert (here.papers, here.taken) == ({entry.paper: found.paper}, {entry.paper})


async def test_what_only_an_added_source_told_is_found_nowhere_else(
    database: Database, rows: AddedSourceRows
) -> None:
    """Neither by words nor by title, until a public source tells of it; then by both."""
    source, papers = await added(rows), PaperRows(database)
    changes = TitleChanges(database)
    (entry,) = await entries(database, source, 1)
    assert await papers.titles() == []
    assert (await papers.search(parse("paper"), "best", 0, 9)).total == 0
    seen = await changes.version()
    assert [one.title for one in await changes.since(0, 9)] == [None]
    await papers.upsert([numbered(1)], NOW)
    assert [row.title for row in await papers.titles()] == ["Paper 1"]
    assert (await papers.search(parse("paper"), "best", 0, 9)).total == 1
    assert [one.title for one in await changes.since(seen, 9)] == ["Paper 1"]
    assert entry.paper in (await rows.known(OTHER, [entry.paper])).papers


async def test_how_a_source_is_doing(rows: AddedSourceRows) -> None:
    """A good answer takes a fault back; which are to be read again, the longest waiting first."""
    lab, feed = await added(rows), await added(rows, "Feed", feed=True)
    await added(rows, "File", address=None, file="lab.bib")
    await rows.note(lab.id, NOW + DAY, "no answer")
    assert [one.error for one in await rows.failing()] == ["no answer"]
    assert [one.id for one in await rows.waiting(NOW + DAY, 9)] == [feed.id, lab.id]
    assert [one.id for one in await rows.waiting(NOW, 9)] == [feed.id]
    await rows.note(lab.id, NOW + 2 * DAY, None)
    present = await rows.get(lab.id)
    assert present is not None
    assert (present.error, present.last_ok) == (None, NOW + 2 * DAY)
    assert await rows.failing() == []


async def test_a_server_that_is_gone_keeps_its_sources_for_a_while(
    database: Database, rows: AddedSourceRows
) -> None:
    """They are neither read nor news meanwhile; once it is back everything goes on."""
    source = await added(rows)
    told = await entries(database, source, 1)
    await rows.put(source, told, frozenset({told[0].paper}), NOW)
    await rows.gone(SERVER, NOW)
    await rows.gone(SERVER, NOW + DAY)
    assert await rows.waiting(NOW + DAY, 9) == []
    assert await rows.news_since(NOW.date()) == {}
    assert await rows.forget(NOW) == 0
    await rows.gone(SERVER, None)
    assert list(await rows.news_since(NOW.date())) == [SERVER]
    await rows.gone(SERVER, NOW)
    assert await rows.forget(NOW + timedelta(seconds=1)) == 1
    assert await rows.of_server(SERVER) == []


async def test_removing_a_source_leaves_its_papers(
    database: Database, rows: AddedSourceRows
) -> None:
    """Somebody may have saved them."""
    source = await added(rows)
    told = await entries(database, source, 1)
    await rows.put(source, told, frozenset(), NOW)
    before = rows.changes
    assert await rows.remove(source.id)
    assert not await rows.remove(source.id)
    assert rows.changes > before
    assert await PaperRows(database).by_external(told[0].paper) is not None
    assert (await added(rows)).id > source.id


async def test_who_added_a_source_can_be_forgotten(
    database: Database, rows: AddedSourceRows
) -> None:
    """They are told of it; the source is its server's, and stays."""
    source, people = await added(rows), PeopleRows(database)
    (told,) = (await people.export(ADMIN))["sources_added"]  # type: ignore[misc] - JSON
    assert (told["name"], told["server"]) == ("Our Lab", str(SERVER))
    assert told["added"] == NOW.isoformat()
    await people.delete(ADMIN)
    assert await rows.get(source.id) == source
