"""What people chose and saved, and forgetting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from service_world import CHANNEL, GUILD, NINE, READER, WISH, draft

from bot.core.zones import UnknownZoneError
from bot.services.clock import SystemClock
from bot.services.ports import Preferences

if TYPE_CHECKING:
    from service_world import World


async def test_what_is_chosen_is_remembered_and_the_rest_stays(world: World) -> None:
    """A city is a zone; a choice changes what it names."""
    chosen = await world.persons.choose(READER, language=None, timezone="berlin", ai=None)
    assert chosen == Preferences(None, "Europe/Berlin", None)
    await world.persons.choose(READER, language="en", timezone=None, ai=False)
    assert await world.persons.preferences(READER) == Preferences("en", "Europe/Berlin", False)  # noqa: FBT003 - machine_text
    with pytest.raises(UnknownZoneError):
        await world.persons.choose(READER, language=None, timezone="Atlantis", ai=None)


async def test_a_server_chooses_too(world: World) -> None:
    """Language and whether machine-written text is shown."""
    assert await world.persons.server_preferences(GUILD) == Preferences()
    chosen = await world.persons.choose_for_server(GUILD, language="en", ai=False)
    assert chosen == Preferences("en", None, False)  # noqa: FBT003 - machine_text


async def test_forgetting_leaves_nothing_and_the_servers_digest_runs_on(world: World) -> None:
    """Their row and all that hangs on it; a digest that they set up has no author any more."""
    (paper,) = await world.bring(draft(1))
    await world.subscriptions.subscribe(READER, WISH)
    digest = await world.subscriptions.set_up(CHANNEL, WISH, READER)
    await world.library.save(READER, paper.key)
    assert (await world.persons.export(READER))["user"] is not None
    assert await world.persons.forget(READER)
    assert not await world.persons.forget(READER)
    assert (await world.persons.export(READER))["user"] is None
    assert await world.library.list(READER) == []
    assert (await world.again(digest)).created_by is None
    assert await world.beat(NINE) == (1, 1)


async def test_a_library_saves_finds_and_takes_out(world: World) -> None:
    """Again without harm; an unknown paper is none."""
    one, other = await world.bring(draft(1, title="Sparse things"), draft(2, title="Dense things"))
    assert await world.library.save(READER, one.key) == one
    assert await world.library.save(READER, one.key) == one
    assert await world.library.save(READER, other.key) == other
    assert await world.library.save(READER, 999) is None
    assert [saved.paper for saved in await world.library.list(READER, " spar ")] == [one]
    assert len(await world.library.list(READER, "  ")) == 2
    assert await world.library.remove(READER, one.key)
    assert not await world.library.remove(READER, one.key)
    assert [saved.paper for saved in await world.library.list(READER)] == [other]


def test_the_clock_is_aware_and_goes_on() -> None:
    """UTC, and seconds that never go back."""
    clock = SystemClock()
    assert clock.now().utcoffset() is not None
    assert clock.monotonic() <= clock.monotonic()
