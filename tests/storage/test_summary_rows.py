"""Summaries are kept for ever and follow their paper; what costs is counted, each by itself."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from storage_samples import NOW, numbered

from bot.core.papers import MachineSummary
from bot.storage.database import Database
from bot.storage.migrate import load_steps
from bot.storage.papers import PaperRows
from bot.storage.spent import SpentRows
from bot.storage.summaries import SummaryRows
from bot.storage.translations import TranslationRows

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.papers import Paper, PaperDraft


def told(number: int, **changed: object) -> PaperDraft:
    """A draft with an abstract."""
    return numbered(number, **{"abstract": f"Abstract {number}.", **changed})


async def stored(database: Database, *numbers: int) -> list[Paper]:
    """Store papers with abstracts and return them."""
    rows = PaperRows(database)
    await rows.upsert([told(number) for number in numbers], NOW)
    found = [await rows.by_external(numbered(number).ids[0]) for number in numbers]
    return [one for one in found if one is not None]


async def test_a_summary_is_that_of_a_paper_a_model_and_an_abstract(database: Database) -> None:
    """None says that an answer did not count; a paper that is not there has none."""
    one, other, third = await stored(database, 0, 1, 2)
    rows = SummaryRows(database)
    await rows.keep(one, "It says.", "m", NOW)
    await rows.keep(other, None, "m", NOW)
    await rows.keep(replace(third, key=99), "Lost.", "m", NOW)
    assert await rows.known([one, other, third], "m") == {one.key: "It says.", other.key: None}
    assert await rows.known([one], "n") == {}
    assert await rows.known([replace(one, abstract="Another.")], "m") == {}
    assert await rows.known([], "m") == {}
    await rows.keep(other, "After all.", "m", NOW)
    assert await rows.known([other], "m") == {other.key: "After all."}


async def test_a_paper_is_read_with_the_summary_of_the_model_in_use(database: Database) -> None:
    """By key and by external id, where no source told one; stored with it it is never."""
    one, other = await stored(database, 0, 1)
    await SummaryRows(database).keep(one, "It says.", "m", NOW)
    await SummaryRows(database).keep(other, None, "m", NOW)
    own = MachineSummary("It says.", "m", own=True)
    for model, summary in (("m", own), ("n", None), (None, None)):
        papers = PaperRows(database, model)
        found = await papers.get([one.key, other.key, 99])
        assert {key: paper.summary for key, paper in found.items()} == {
            one.key: summary,
            other.key: None,
        }
        again = await papers.by_external(one.ids[0])
        assert again is not None
        assert again.summary == summary
    papers = PaperRows(database, "m")
    await papers.upsert([told(0, title="Another title")], NOW)
    bare = (await PaperRows(database).get([one.key]))[one.key]
    assert (bare.title, bare.summary) == ("Another title", None)
    theirs = MachineSummary("A source's.", "theirs")
    await papers.upsert([told(0, summary=theirs)], NOW)
    assert (await papers.get([one.key]))[one.key].summary == theirs


async def test_a_summary_follows_a_paper_that_is_merged(database: Database) -> None:
    """The text is its abstract's, whichever key it was made under."""
    one, other = await stored(database, 0, 1)
    rows, papers = SummaryRows(database), PaperRows(database, "m")
    await rows.keep(other, "It says.", "m", NOW)
    both = told(1, ids=(numbered(0).ids[0], numbered(1).ids[0]))
    assert (await papers.upsert([both], NOW)).merged
    for key in (one.key, other.key):
        merged = (await papers.get([key]))[key]
        assert merged.abstract == "Abstract 1."
        assert merged.summary == MachineSummary("It says.", "m", own=True)
    await rows.keep(replace(other, abstract="New."), "Newly.", "m", NOW)
    assert await rows.known([replace(one, abstract="New.")], "m") == {one.key: "Newly."}


async def test_each_thing_is_counted_by_itself(database: Database) -> None:
    """Translations, characters for summaries, summaries."""
    rows = SummaryRows(database)
    counts = [TranslationRows(database), rows.characters, rows.papers, SpentRows(database, "x")]
    for number, count in enumerate(counts, start=1):
        assert await count.reserve("2026-08", [number, 100], 50) == 1
    assert [await count.used("2026-08") for count in counts] == [1, 2, 3, 4]
    await rows.papers.give_back("2026-08", 9)
    assert [await count.used("2026-08") for count in counts] == [1, 2, 0, 4]


async def test_what_was_translated_this_month_stays_counted(tmp_path: Path) -> None:
    """The step from when translations were counted alone."""
    path, steps = tmp_path / "paperboy.db", load_steps()
    async with Database.open(path, steps=steps[:9]):
        pass
    file = sqlite3.connect(path)
    file.execute("INSERT INTO translation_month VALUES ('2026-08', 4321)")
    file.commit()
    file.close()
    async with Database.open(path) as database:
        assert await TranslationRows(database).used("2026-08") == 4_321
        assert await TranslationRows(database).reserve("2026-08", [1, 9], 4_325) == 1
