"""How an older copy of the database is told from the one that was there last."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from storage_samples import DAY, NOW, edition_of, plan_of, stored_papers, subscribed

from bot.core.deliveries import PartState
from bot.services.ports.ledger import PutBack
from bot.storage.copies import copy_database
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.ledger import LedgerRows, note_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database with a subscription, as a first start leaves it; closed."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path) as database:
        await subscribed(database)
        await LedgerRows(database).go_on(NOW, put_back=False)
    return path


async def looked_at(path: Path) -> PutBack | None:
    """Look at a database as a start does, before anything is done."""
    async with Database.open(path) as database:
        return await LedgerRows(database).put_back()


async def noted(path: Path) -> None:
    """Let the database come one step further."""
    async with Database.open(path) as database:
        await LedgerRows(database).note(NOW + DAY)


async def test_the_database_that_was_there_last_is_no_copy(path: Path) -> None:
    """Start after start; also where the note lags behind, is damaged, or is gone."""
    for _ in range(3):
        assert await looked_at(path) is None
        await noted(path)
    older = note_file(path).read_text()
    await noted(path)
    for text in (older, "", "no JSON", '{"reached": 7}', "[]"):
        note_file(path).write_text(text)
        assert await looked_at(path) is None
    note_file(path).write_bytes(b"\xff")
    assert await looked_at(path) is None
    note_file(path).unlink()
    assert await looked_at(path) is None


async def test_a_file_that_was_copied_and_put_back_is_known(path: Path, tmp_path: Path) -> None:
    """By the note beside it, with when it was made; once it went on it is the one that was there
    last, and the one before it would be known, too.
    """
    copy, last = tmp_path / "copy", tmp_path / "last"
    shutil.copy(path, copy)
    await noted(path)
    shutil.copy(path, last)
    shutil.copy(copy, path)
    assert await looked_at(path) == PutBack(NOW)
    async with Database.open(path) as database:
        await LedgerRows(database).go_on(NOW, put_back=True)
    assert await looked_at(path) is None
    shutil.copy(last, path)
    assert await looked_at(path) == PutBack(NOW + DAY)


async def test_a_file_of_before_there_was_a_note_is_known(path: Path, tmp_path: Path) -> None:
    """One that was never given an identity, unless it is new."""
    async with Database.open(tmp_path / "old" / "paperboy.db") as database:
        await subscribed(database)
    shutil.copy(tmp_path / "old" / "paperboy.db", path)
    assert await looked_at(path) == PutBack(None)
    path.unlink()
    assert await looked_at(path) is None
    await noted(path)
    assert await looked_at(path) is None


async def test_another_database_in_its_place_is_none_of_its_copies(
    path: Path, tmp_path: Path
) -> None:
    """It has an identity of its own."""
    other = tmp_path / "other" / "paperboy.db"
    async with Database.open(other) as database:
        await subscribed(database)
        await LedgerRows(database).go_on(NOW, put_back=False)
    for _ in range(3):
        await noted(path)
    shutil.copy(other, path)
    assert await looked_at(path) is None


async def test_a_backup_knows_that_it_is_one(path: Path, tmp_path: Path) -> None:
    """Wherever it is put, and until it went on; the database that it was made of is none."""
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()
    copy_database(path, copy)
    assert await looked_at(path) is None
    back = await looked_at(copy)
    assert back is not None
    assert back.made is not None
    async with Database.open(copy) as database:
        await LedgerRows(database).go_on(NOW, put_back=True)
    assert await looked_at(copy) is None


async def test_a_note_that_cannot_be_written_is_said_once(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """And stops nothing."""
    note_file(path).with_name("paperboy.db.ledger.partial").mkdir()
    async with Database.open(path) as database:
        ledger = LedgerRows(database)
        for _ in range(3):
            await ledger.note(NOW)
    told = [one.message for one in caplog.records if one.name == "bot.storage.ledger"]
    assert told == ["ledger_not_noted"]


async def test_what_may_have_been_sent_since_is_let_go(database: Database) -> None:
    """Planned parts are sent only where somebody asks for it, refused ones not tried again; what
    is on its way is looked for as ever. Their papers stay shown.
    """
    keys = await stored_papers(database, 3)
    subscription = await subscribed(database)
    rows = DeliveryRows(database)
    plans = [plan_of(subscription, str(n), edition_of(key), (key,)) for n, key in enumerate(keys)]
    await rows.freeze(plans, NOW)
    refused, sending, planned = 1, 2, 3
    assert [one.part_id for one in await rows.claim(NOW, 2)] == [refused, sending]
    await rows.record([(refused, PartState.REFUSED, None, None, "50013")])
    assert await LedgerRows(database).go_on(NOW, put_back=True) == 1
    states = {one.part_id: (one.state, one.detail) for one in await rows.reports(1, 9)}
    assert states == {
        refused: (PartState.EXPIRED, "put_back"),
        sending: (PartState.SENDING, ""),
        planned: (PartState.UNSURE, "put_back"),
    }
    assert await rows.retry_refused(subscription.id, NOW - DAY, NOW) == 0
    assert await rows.reopen() == 1
    assert await rows.shown(subscription.target) == set(keys[1:])
    assert await rows.resend(planned, NOW)


async def test_ids_that_were_given_since_are_not_given_again(database: Database) -> None:
    """They stand on buttons of messages that were sent since the copy was made."""
    before = await stored_papers(database, 1)
    await LedgerRows(database).go_on(NOW, put_back=True)
    (after,) = await stored_papers(database, 2)
    subscription = await subscribed(database)
    assert after > before[0] + 1_000_000
    assert subscription.id > 1_000_000
    plan = plan_of(subscription, "now", edition_of(after), (after,))
    (delivery,) = await DeliveryRows(database).freeze([plan], NOW)
    assert delivery is not None
    assert delivery > 1_000_000
    (part,) = await DeliveryRows(database).claim(NOW, 9)
    assert part.part_id > 1_000_000
