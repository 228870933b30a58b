"""Saved papers, drafts and settings: small tables that lose nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from storage_samples import ADMIN, DAY, FULL, NOW, READER, SPARSE, stored_papers

from bot.services.ports import Draft
from bot.storage.drafts import DraftRows
from bot.storage.library import LibraryRows
from bot.storage.papers import PaperRows
from bot.storage.settings import SettingRows

if TYPE_CHECKING:
    from bot.storage.database import Database


async def test_saving_happens_once(database: Database) -> None:
    """Saved twice it is there once, taken out twice it is gone once; unknown papers are none."""
    await stored_papers(database, 1)
    library = LibraryRows(database)
    assert [await library.save(READER, 1, NOW) for _ in range(2)] == [True, False]
    assert not await library.save(READER, 99, NOW)
    assert await library.list(ADMIN, None, 10) == []
    assert [await library.remove(READER, 1) for _ in range(2)] == [True, False]
    assert await library.list(READER, None, 10) == []


async def test_list_is_newest_first(database: Database) -> None:
    """What was saved last comes first, no more than asked for, withdrawn papers too."""
    keys = await stored_papers(database, 3)
    library = LibraryRows(database)
    for offset, key in zip((1, 3, 2), keys, strict=True):
        await library.save(READER, key, NOW + offset * DAY)
    found = await library.list(READER, None, 2)
    assert [(one.paper.key, one.saved) for one in found] == [(2, NOW + 3 * DAY), (3, NOW + 2 * DAY)]


async def test_find_looks_in_title_authors_and_note(database: Database) -> None:
    """Every word must be there somewhere; case and accents do not count."""
    await PaperRows(database).upsert([FULL, SPARSE, replace(SPARSE, ids=("a:1",), title="C")], NOW)
    library = LibraryRows(database)
    for key in (1, 2, 3):
        await library.save(READER, key, NOW)
    async with database.write() as session:
        await session.run("UPDATE saved SET note = 'for the reading group' WHERE paper = 2")
    for text, keys in {
        "WORDS": [1],
        "lukasz full": [1],
        "reading": [2],
        "things": [2, 1],
        "things ada": [1],
        "%": [],
        "nowhere": [],
    }.items():
        assert [one.paper.key for one in await library.list(READER, text, 10)] == keys, text
    assert len(await library.list(READER, "things", 1)) == 1


async def test_draft_comes_back_until_closed(database: Database) -> None:
    """A draft is found by its id, changed as a whole, and gone once closed."""
    drafts = DraftRows(database)
    body = {"query": "ünï", "page": 2, "wish": {"limit": None}}
    number = await drafts.open(READER, "search", body, NOW)
    assert await drafts.get(number) == Draft(number, READER, "search", body)
    await drafts.change(number, {"page": 3}, NOW)
    found = await drafts.get(number)
    assert found is not None
    assert found.body == {"page": 3}
    assert await drafts.close(number)
    assert await drafts.get(number) is None
    assert not await drafts.close(number)
    await drafts.change(number, {}, NOW)
    assert await drafts.get(number) is None


async def test_old_drafts_are_forgotten(database: Database) -> None:
    """Two days after its last touch a draft goes; one that was touched since stays."""
    drafts = DraftRows(database)
    old = await drafts.open(READER, "panel", {}, NOW)
    touched = await drafts.open(READER, "panel", {}, NOW)
    await drafts.change(touched, {}, NOW + DAY)
    new = await drafts.open(READER, "panel", {}, NOW + 2 * DAY + timedelta(seconds=1))
    assert [await drafts.get(number) is None for number in (old, touched, new)] == [
        True,
        False,
        False,
    ]


async def test_setting_is_remembered(database: Database) -> None:
    """A value is remembered by its name, the last one counts."""
    settings = SettingRows(database)
    assert await settings.get("commands") is None
    await settings.set("commands", "1")
    await settings.set("commands", "2")
    assert await settings.get("commands") == "2"
