"""People: what they chose is remembered, everything kept is told, and forgetting is complete."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from storage_samples import (
    ADMIN,
    CHANNEL,
    DAY,
    DM,
    NOW,
    READER,
    edition_of,
    plan_of,
    stored_papers,
    subscribed,
)

from bot.services.ports import Preferences
from bot.storage.deliveries import DeliveryRows
from bot.storage.drafts import DraftRows
from bot.storage.library import LibraryRows
from bot.storage.papers import PaperRows
from bot.storage.people import PeopleRows
from bot.storage.subscriptions import SubscriptionRows

if TYPE_CHECKING:
    from bot.storage.database import Database

DM_CHANNEL = 600_000_000_000_000_001


@pytest.fixture
def people(database: Database) -> PeopleRows:
    """The people of a new database."""
    return PeopleRows(database)


async def lead_a_full_life(database: Database) -> None:
    """Let the reader leave something in every table that people leave things in."""
    people = PeopleRows(database)
    (key, other) = await stored_papers(database, 2)
    await people.set_preferences(
        READER, Preferences("de", "Europe/Berlin", machine_text=False), NOW
    )
    await people.set_dm_channel(READER, DM_CHANNEL, NOW)
    mine = await subscribed(database, DM, by=READER)
    await subscribed(database, CHANNEL, by=READER)
    theirs = await subscribed(database, CHANNEL)
    deliveries = DeliveryRows(database)
    plans = [
        plan_of(mine, "a", edition_of(key), (key,)),
        plan_of(theirs, "a", edition_of(key, other), (key, other)),
    ]
    await deliveries.freeze(plans, NOW)
    await LibraryRows(database).save(READER, key, NOW)
    await LibraryRows(database).save(ADMIN, other, NOW)
    await DraftRows(database).open(READER, "panel", {"topics": "robots"}, NOW)


async def everywhere(database: Database) -> dict[str, int]:
    """How often the reader's ids stand in any column of any table, as number or inside a text."""
    found: dict[str, int] = {}
    async with database.read() as session:
        tables = await session.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for table in (row["name"] for row in tables):
            for column in await session.rows(f'PRAGMA table_info("{table}")'):
                name = column["name"]
                (row,) = await session.rows(
                    f'SELECT count(*) AS n FROM "{table}" '  # noqa: S608 - names of our own tables
                    f'WHERE instr("{name}", ?) OR instr("{name}", ?)',
                    [str(READER), str(DM_CHANNEL)],
                )
                if row["n"]:
                    found[f"{table}.{name}"] = row["n"]
    return found


async def test_choices_are_remembered_one_by_one(people: PeopleRows) -> None:
    """What is not given stays; false is a choice too; the unknown have chosen nothing."""
    assert await people.preferences(READER) == Preferences()
    await people.set_preferences(READER, Preferences(language="de"), NOW)
    await people.set_preferences(READER, Preferences(machine_text=False), NOW)
    await people.set_preferences(READER, Preferences(timezone="Asia/Tokyo"), NOW)
    assert await people.preferences(READER) == Preferences("de", "Asia/Tokyo", machine_text=False)
    await people.set_preferences(READER, Preferences(machine_text=True), NOW)
    assert (await people.preferences(READER)).machine_text is True


async def test_servers_choose_too(people: PeopleRows) -> None:
    """A server's choices are its own; it has no zone."""
    assert await people.server_preferences(1) == Preferences()
    await people.set_server_preferences(1, Preferences("fr", "Asia/Tokyo", machine_text=False))
    await people.set_server_preferences(1, Preferences(language="ja"))
    assert await people.server_preferences(1) == Preferences("ja", None, machine_text=False)
    assert await people.preferences(1) == Preferences()


async def test_dm_channel_is_known_once_opened(people: PeopleRows, database: Database) -> None:
    """The DM channel's id is remembered, and subscriptions carry it."""
    assert await people.dm_channel(READER) is None
    subscription = await subscribed(database, DM)
    await people.set_dm_channel(READER, DM_CHANNEL, NOW)
    assert await people.dm_channel(READER) == DM_CHANNEL
    found = await SubscriptionRows(database).get(subscription.id)
    assert found is not None
    assert found.target == type(DM)(READER, DM_CHANNEL)


async def test_export_tells_everything(people: PeopleRows, database: Database) -> None:
    """Whatever stands in the file about a person is in their export, which is JSON."""
    await lead_a_full_life(database)
    kept = json.loads(json.dumps(await people.export(READER)))
    assert kept["user"] == {
        "id": str(READER),
        "language": "de",
        "timezone": "Europe/Berlin",
        "machine_text": 0,
        "dm_channel": str(DM_CHANNEL),
        "created": NOW.isoformat(),
    }
    assert [s["query"] for s in kept["subscriptions"]] == ["world models"]
    assert [d["channel"] for d in kept["digests_set_up"]] == [str(CHANNEL.channel_id)]
    (delivery,) = kept["deliveries"]
    assert delivery["parts"][0]["state"] == "planned"
    assert delivery["edition"]["chosen"][0]["key"] == 1
    assert [paper["title"] for paper in kept["library"]] == ["Paper 0"]
    assert kept["drafts"][0]["body"] == {"topics": "robots"}
    assert kept["shown"] == {"count": 1, "papers": [1]}


async def test_export_of_a_stranger_is_empty(people: PeopleRows) -> None:
    """Of somebody who never came nothing is kept, and asking keeps nothing."""
    kept = await people.export(READER)
    assert kept.pop("user") is None
    assert kept.pop("shown") == {"count": 0, "papers": []}
    assert all(value == [] for value in kept.values())
    assert not await people.delete(READER)


async def test_forgetting_leaves_no_trace(people: PeopleRows, database: Database) -> None:
    """After it the person's ids stand nowhere in the file; the server keeps its digest."""
    await lead_a_full_life(database)
    assert {"user.id", "subscription.user", "subscription.created_by", "saved.user", "draft.user",
            "shown.user", "user.dm_channel"} <= (await everywhere(database)).keys()  # fmt: skip
    assert await people.delete(READER)
    assert await everywhere(database) == {}
    assert not await people.delete(READER)
    digests = await SubscriptionRows(database).of_server(CHANNEL.guild_id)
    assert [digest.created_by for digest in digests] == [None, ADMIN]


async def test_forgetting_touches_nobody_else(people: PeopleRows, database: Database) -> None:
    """Others' papers, deliveries and what was shown elsewhere stay."""
    await lead_a_full_life(database)
    await people.delete(READER)
    deliveries = DeliveryRows(database)
    assert await deliveries.open_parts() == 1
    assert await deliveries.shown(CHANNEL) == {1, 2}
    assert len(await LibraryRows(database).list(ADMIN, None, 9)) == 1
    assert (await PaperRows(database).holdings()).papers == 2


async def test_a_forgotten_person_may_come_back(people: PeopleRows, database: Database) -> None:
    """Coming back starts from nothing."""
    await lead_a_full_life(database)
    await people.delete(READER)
    await LibraryRows(database).save(READER, 1, NOW + DAY)
    assert (await people.preferences(READER)) == Preferences()
    assert await DeliveryRows(database).shown(DM) == frozenset()
