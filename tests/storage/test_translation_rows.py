"""Translations are kept for ever and follow their paper; a month's characters are counted once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from storage_samples import NOW, numbered, stored_papers

from bot.storage.papers import PaperRows
from bot.storage.translations import TranslationRows

if TYPE_CHECKING:
    from bot.storage.database import Database


async def test_a_translation_is_that_of_a_text_a_language_and_a_provider(
    database: Database,
) -> None:
    """None says that it cannot be relied on; a paper that is not there has none."""
    key, other = await stored_papers(database, 2)
    rows = TranslationRows(database)
    await rows.keep({(key, "A"): "B", (key, "C"): None, (99, "A"): "Z"}, "it", "deepl", NOW)
    asked = [(key, "A"), (key, "C"), (key, "D"), (other, "A"), (99, "A"), (key, "A")]
    assert await rows.known(asked, "it", "deepl") == {(key, "A"): "B", (key, "C"): None}
    assert await rows.known(asked, "de", "deepl") == {}
    assert await rows.known(asked, "it", "openai:m") == {}
    await rows.keep({(key, "C"): "E"}, "it", "deepl", NOW)
    assert await rows.known([(key, "C")], "it", "deepl") == {(key, "C"): "E"}
    assert await rows.known([], "it", "deepl") == {}


async def test_translations_follow_a_paper_that_is_merged(database: Database) -> None:
    """Under either key, whichever they were made under, also before they were one."""
    papers, rows = PaperRows(database), TranslationRows(database)
    one, other = await stored_papers(database, 2)
    await rows.keep({(one, "A"): "B"}, "it", "deepl", NOW)
    await rows.keep({(other, "C"): "D"}, "it", "deepl", NOW)
    both = numbered(0, ids=(numbered(0).ids[0], numbered(1).ids[0]))
    assert (await papers.upsert([both], NOW)).merged
    for key in (one, other):
        asked = [(key, "A"), (key, "C")]
        assert await rows.known(asked, "it", "deepl") == {(key, "A"): "B", (key, "C"): "D"}
        await rows.keep({(key, f"E{key}"): "F"}, "it", "deepl", NOW)
    assert await rows.known([(one, f"E{other}")], "it", "deepl") == {(one, f"E{other}"): "F"}


async def test_a_changed_text_is_another_one(database: Database) -> None:
    """The old translation stays for the old text."""
    (key,) = await stored_papers(database, 1)
    rows = TranslationRows(database)
    await rows.keep({(key, "A title"): "Un titolo"}, "it", "deepl", NOW)
    await PaperRows(database).upsert([replace(numbered(0), title="A new title")], NOW)
    assert await rows.known([(key, "A new title")], "it", "deepl") == {}


async def test_a_month_takes_as_many_of_the_first_as_fit(database: Database) -> None:
    """In their order; each month for itself; nothing goes below nothing."""
    rows = TranslationRows(database)
    assert await rows.reserve("2026-08", [4, 5, 6], 10) == 2
    assert await rows.used("2026-08") == 9
    assert await rows.reserve("2026-08", [2, 1], 10) == 0
    assert await rows.reserve("2026-09", [10], 10) == 1
    await rows.give_back("2026-08", 5)
    assert await rows.used("2026-08") == 4
    await rows.give_back("2026-08", 50)
    await rows.give_back("2026-07", 50)
    assert (await rows.used("2026-08"), await rows.used("2026-07")) == (0, 0)


async def test_many_at_once_never_take_more_than_there_is(database: Database) -> None:
    """Each reservation is one transaction."""
    rows = TranslationRows(database)
    taken = await asyncio.gather(*(rows.reserve("2026-08", [3, 4], 50) for _ in range(40)))
    used = sum(sum([3, 4][:count]) for count in taken)
    assert used == await rows.used("2026-08") <= 50
    assert used > 50 - 3
