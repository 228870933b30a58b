"""`/settings`, as a reader sees it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of
from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def test_settings_say_what_is_remembered_and_from_where(stage: Stage) -> None:
    """Nothing chosen: the language of the person's Discord, a guessed zone, the default."""
    seen = await stage.reader.slash(stage.general, "settings")
    text = text_of(seen)
    assert seen.ephemeral
    assert "English (from your Discord's language)" in text
    assert "(a guess from your Discord's language)" in text
    assert "Show (the default)" in text
    assert "Remembered" not in text


async def test_only_what_is_given_changes(stage: Stage) -> None:
    """A city is enough for a zone; the rest stays as it was chosen before."""
    await stage.reader.slash(stage.general, "settings", timezone="Berlin")
    seen = await stage.reader.slash(stage.general, "settings", ai="hide")
    text = text_of(seen)
    assert "Remembered" in text
    assert "Europe/Berlin, now 01:00 (chosen by you)" in text
    assert "Hide (chosen by you)" in text


async def test_hidden_machine_text_is_hidden_everywhere(stage: Stage) -> None:
    """A choice in a server counts in direct messages too."""
    await stage.reader.slash(stage.general, "settings", ai="hide", language="en")
    seen = await stage.reader_user.slash("settings")
    assert "Hide (chosen by you)" in text_of(seen)
    assert "English (chosen by you)" in text_of(seen)


async def test_an_unknown_zone_is_told_with_the_nearest(stage: Stage) -> None:
    """Nothing is remembered then."""
    seen = await stage.reader.slash(stage.general, "settings", timezone="Berlun", ai="hide")
    assert "“Berlun” is no time zone" in text_of(seen)
    assert "Europe/Berlin" in text_of(seen)
    after = await stage.reader.slash(stage.general, "settings")
    assert "Show (the default)" in text_of(after)


async def test_zones_are_offered_with_their_time(stage: Stage) -> None:
    """“Europe/Berlin, now 01:00”; the remembered one leads."""
    offered = await stage.reader.autocomplete(stage.general, "settings", "timezone", "berl")
    assert offered[0] == {"name": "Europe/Berlin, now 01:00", "value": "Europe/Berlin"}
    await stage.reader.slash(stage.general, "settings", timezone="Asia/Tokyo")
    offered = await stage.reader.autocomplete(stage.general, "settings", "timezone", "")
    assert offered[0]["value"] == "Asia/Tokyo"


async def test_subscriptions_follow_what_is_chosen(stage: Stage) -> None:
    """Hidden machine text is hidden in what is subscribed to already; the time zone stays there."""
    await stage.reader.slash(stage.general, "subscribe", query="maps", timezone="UTC")
    seen = await stage.reader.slash(stage.general, "settings", ai="hide", timezone="Asia/Tokyo")
    text = text_of(seen)
    assert "Your subscription follows at once." in text
    assert "keep their time zone" in text
    (one,) = await stage.desk.subscriptions.of_user(stage.reader.id)
    assert not one.wish.machine_text
    assert one.wish.schedule.timezone == "UTC"
    shown = await stage.reader.slash(stage.general, "settings", ai="show")
    assert "Your subscription follows at once." in text_of(shown)
    (one,) = await stage.desk.subscriptions.of_user(stage.reader.id)
    assert one.wish.machine_text


async def test_without_subscriptions_none_is_said_to_follow(stage: Stage) -> None:
    """Nor where only the zone was chosen."""
    seen = await stage.reader.slash(stage.general, "settings", ai="hide", timezone="UTC")
    assert "follow" not in text_of(seen).split("Settings")[0].partition("\n")[0]
    assert "keep their time zone" not in text_of(seen)
