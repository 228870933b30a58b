"""`/library`, as a reader sees it."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

import simcord
from reading import buttons_of, options_of, text_of
from stage import Stage, raise_curtain

_LONG_AGO = date(2000, 1, 1)


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def save(stage: Stage, *titles: str) -> None:
    """Save papers by the button on their cards."""
    for title in titles:
        card = await stage.reader.slash(stage.general, "paper", title=title)
        assert card.response is not None
        await stage.reader.click(card.response.message, label="Save")


def the_select(seen: simcord.InteractionResult) -> str:
    """The id of the menu under a library."""
    assert seen.response is not None
    return next(
        row["components"][0]["custom_id"]
        for row in seen.response.components[0]["components"]
        if row["type"] == 1 and row["components"][0]["type"] == 3
    )


async def file_of(seen: simcord.InteractionResult) -> tuple[str, str]:
    """The name and the text of the file that was handed over."""
    assert seen.ephemeral
    assert seen.response is not None
    (attachment,) = seen.response.attachments
    return attachment.filename, (await attachment.read()).decode("utf-8-sig")


async def test_an_empty_library_says_how_to_fill_it(stage: Stage) -> None:
    """Nothing saved is no dead end."""
    for command in ("library list", "library export"):
        seen = await stage.reader.slash(stage.general, command)
        assert "Your library is empty." in text_of(seen)
        assert "**Save**" in text_of(seen)


async def test_saved_papers_are_listed_for_their_owner_only(stage: Stage) -> None:
    """Each with a number that opens its card; nobody else sees them."""
    await save(stage, "Tidal Retrieval", "Urban Maps")
    seen = await stage.reader.slash(stage.general, "library list")
    assert seen.ephemeral
    assert "2 papers" in text_of(seen)
    assert list(buttons_of(seen)) == ["1", "2"]
    other = await stage.owner.slash(stage.general, "library list")
    assert "empty" in text_of(other)


async def test_a_paper_is_saved_once(stage: Stage) -> None:
    """Saving again changes nothing."""
    await save(stage, "Urban Maps", "Urban Maps")
    seen = await stage.reader.slash(stage.general, "library list")
    assert "one paper" in text_of(seen)


async def test_a_library_is_searched(stage: Stage) -> None:
    """`find` looks in titles and authors, and says when nothing is there."""
    await save(stage, "Tidal Retrieval", "Urban Maps")
    seen = await stage.reader.slash(stage.general, "library list", find="urban")
    assert "Urban Maps" in text_of(seen)
    assert "Tidal" not in text_of(seen)
    nothing = await stage.reader.slash(stage.general, "library list", find="*zzz*")
    assert text_of(nothing) == r"Nothing in your library is like “\*zzz\*”."


async def test_a_paper_is_taken_out_and_put_back(stage: Stage) -> None:
    """Taking out happens in place, with **Undo**."""
    await save(stage, "Tidal Retrieval", "Urban Maps")
    seen = await stage.reader.slash(stage.general, "library list", find="tidal")
    assert seen.response is not None
    (key,) = options_of(seen).values()
    await stage.reader.select(seen.response.message, [key], custom_id=the_select(seen))
    assert "Taken out: Tidal Retrieval" in text_of(seen)
    everything = await stage.reader.slash(stage.general, "library list")
    assert "Tidal" not in text_of(everything)
    await stage.reader.click(seen.response.message, label="Undo")
    assert "Taken out" not in text_of(seen)
    assert "Tidal Retrieval" in text_of(seen)


async def test_a_long_library_has_pages(stage: Stage) -> None:
    """Eight papers a page, and taking the last of a page out shows the page before."""
    keys = [paper.key for paper in await stage.desk.papers.released_since(_LONG_AGO)]
    for key in keys[:9]:
        await stage.desk.library.save(stage.reader.id, key)
    seen = await stage.reader.slash(stage.general, "library list")
    assert "9 papers · page 1 of 2" in text_of(seen)
    assert seen.response is not None
    await stage.restart()
    await stage.reader.click(seen.response.message, label="Next")
    assert "page 2 of 2" in text_of(seen)
    (key,) = options_of(seen).values()
    await stage.reader.select(seen.response.message, [key], custom_id=the_select(seen))
    assert "8 papers" in text_of(seen)
    assert list(buttons_of(seen)) == [*"12345678", "Undo"]


@pytest.mark.parametrize(
    ("given", "name", "begins"),
    [
        ({}, "library.bib", "@misc{"),
        ({"format": "bibtex"}, "library.bib", "@misc{"),
        ({"format": "csv"}, "library.csv", "title,authors,"),
    ],
)
async def test_a_library_is_handed_over_as_a_file(
    stage: Stage, given: dict[str, str], name: str, begins: str
) -> None:
    """BibTeX unless another format is asked for."""
    await save(stage, "Tidal Retrieval", "Urban Maps")
    file, text = await file_of(await stage.reader.slash(stage.general, "library export", **given))
    assert file == name
    assert text.startswith(begins)
    assert "Tidal Retrieval" in text
    assert "Urban Maps" in text


async def test_a_library_is_handed_over_as_json(stage: Stage) -> None:
    """A list, newest first, with ids and addresses."""
    await save(stage, "Tidal Retrieval")
    file, text = await file_of(
        await stage.reader.slash(stage.general, "library export", format="json")
    )
    (paper,) = json.loads(text)
    assert file == "library.json"
    assert paper["ids"] == ["arxiv:2512.10000"]
    assert paper["published"] == "2025-12-31"
