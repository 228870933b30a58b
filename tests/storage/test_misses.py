"""What the lookup services do not know, remembered for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage_samples import DAY, NOW

from bot.storage.misses import MissRows

if TYPE_CHECKING:
    from bot.storage.database import Database

SECOND = timedelta(seconds=1)


async def test_a_miss_is_known_for_as_long_as_is_asked_for(database: Database) -> None:
    """From the second it was told; a later answer takes the earlier one's place."""
    rows = MissRows(database)
    assert await rows.known("a title", NOW - DAY, NOW) == ()
    await rows.keep("a title", ("arxiv", "crossref"), NOW)
    for later, asked in ((timedelta(), 2), (DAY - SECOND, 2), (DAY, 0), (9 * DAY, 0)):
        assert len(await rows.known("a title", NOW + later - DAY, NOW + later)) == asked
    assert await rows.known("another", NOW - DAY, NOW) == ()
    await rows.keep("a title", ("openalex",), NOW + DAY)
    assert await rows.known("a title", NOW, NOW + DAY) == ("openalex",)


async def test_a_miss_of_a_clock_that_was_ahead_is_none(database: Database) -> None:
    """Else it would stay until that clock's day is over."""
    rows = MissRows(database)
    await rows.keep("a title", ("arxiv",), NOW + 9 * DAY)
    assert await rows.known("a title", NOW - DAY, NOW) == ()
    await rows.keep("a title", ("arxiv",), NOW)
    assert await rows.known("a title", NOW - DAY, NOW) == ("arxiv",)


async def test_misses_are_bounded_and_forgotten(database: Database) -> None:
    """Of too many the oldest go; whatever is older than a day goes as well."""
    rows = MissRows(database, most=3)
    for number in range(5):
        await rows.keep(f"title {number}", ("arxiv",), NOW + number * SECOND)
    later = NOW + 9 * SECOND
    known = [bool(await rows.known(f"title {n}", NOW - DAY, later)) for n in range(5)]
    assert known == [False, False, True, True, True]
    assert await rows.forget(NOW + 3 * SECOND) == 2
    assert await rows.known("title 4", NOW - DAY, later) == ("arxiv",)


async def test_any_text_can_be_a_question(database: Database) -> None:
    """Half a letter of a pair, too."""
    rows = MissRows(database)
    await rows.keep("\ud800 title", ("arxiv",), NOW)
    assert await rows.known("\ud800 title", NOW - DAY, NOW) == ("arxiv",)
