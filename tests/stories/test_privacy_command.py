"""`/privacy`, as a reader sees it."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from reading import buttons_of, text_of
from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def test_nobody_unknown_is_told_of_data(stage: Stage) -> None:
    """Nothing is kept about who never used anything."""
    for command in ("privacy export", "privacy delete"):
        seen = await stage.reader.slash(stage.general, command)
        assert text_of(seen) == "Nothing is kept about you."


async def test_everything_kept_is_handed_over_in_a_file(stage: Stage) -> None:
    """Settings and library are in it; it comes privately, with how long backups are kept."""
    await stage.reader.slash(stage.general, "settings", timezone="Europe/Berlin")
    (paper, *_) = await stage.desk.lookup.complete("Tidal Retrieval")
    await stage.desk.library.save(stage.reader.id, paper.key)
    seen = await stage.reader.slash(stage.general, "privacy export")
    assert seen.ephemeral
    assert "30 days" in text_of(seen)
    assert seen.response is not None
    (attachment,) = seen.response.attachments
    kept = json.loads(await attachment.read())
    assert kept["user"]["timezone"] == "Europe/Berlin"
    assert kept["library"][0]["title"] == "Tidal Retrieval"


async def test_deleting_asks_first_and_names_what_goes(stage: Stage) -> None:
    """**Keep it** changes nothing."""
    (paper, *_) = await stage.desk.lookup.complete("Tidal Retrieval")
    await stage.desk.library.save(stage.reader.id, paper.key)
    seen = await stage.reader.slash(stage.general, "privacy delete")
    assert "your library (one paper)" in text_of(seen)
    assert list(buttons_of(seen)) == ["Delete everything", "Keep it"]
    assert seen.response is not None
    await stage.reader.click(seen.response.message, label="Keep it")
    assert text_of(seen) == "Nothing was deleted."
    assert len(await stage.desk.library.list(stage.reader.id)) == 1


async def test_deleting_leaves_nothing_but_the_servers_digest(stage: Stage) -> None:
    """A digest that somebody set up goes on for its server, without their name."""
    await stage.owner.slash(stage.papers, "digest setup", timezone="Europe/Berlin")
    await stage.owner.slash(stage.general, "settings", ai="hide")
    seen = await stage.owner.slash(stage.general, "privacy delete")
    assert "the digest that you set up is its server's and goes on, without your name" in text_of(
        seen
    )
    assert seen.response is not None
    await stage.owner.click(seen.response.message, label="Delete everything")
    assert "Nothing is kept about you any more" in text_of(seen)
    assert "without your name" in text_of(seen)
    kept = await stage.desk.people.export(stage.owner.id)
    assert not kept["user"]
    assert not kept["digests_set_up"]
    assert len(await stage.desk.subscriptions.of_server(stage.guild.id)) == 1
