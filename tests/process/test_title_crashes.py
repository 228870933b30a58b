"""The title index after a crash, a damage, a copy put back: it has what the database has.

Real processes are killed at chosen moments; what the next start finds is compared title by title.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from forks import FORKS
from titles_world import NOW, Watched, draft, opened

from bot.process.title_workshop import titles_folder
from bot.services.ports import TitlesFault
from bot.storage.copies import copy_database
from bot.storage.database import Database
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from collections.abc import Callable

VICTIM = Path(__file__).with_name("titles_victim.py")
FIRST = [draft(number, upvotes=number) for number in range(4)]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kept` is copied from."""
    folder = tmp_path_factory.mktemp("model")

    async def made(path: Path) -> None:
        async with opened(path) as shelf:
            await shelf.whole()
            await shelf.store(*FIRST)
        await built_anew(path)

    asyncio.run(made(folder / "paperboy.db"))
    return folder


@pytest.fixture
def kept(model: Path, tmp_path: Path) -> Path:
    """A database of four papers with the index of their titles beside it."""
    shutil.copytree(model, tmp_path, dirs_exist_ok=True)
    return tmp_path / "paperboy.db"


async def built_anew(path: Path) -> None:
    """Let a start find no index and build one."""
    shutil.rmtree(titles_folder(path), ignore_errors=True)
    async with opened(path) as shelf:
        await shelf.whole()
    assert titles_folder(path).is_dir()


async def killed(kind: str, *arguments: object) -> int:
    """Let a process die at a moment and return how it ended."""
    words = [str(VICTIM), kind, *map(str, arguments)]
    async with FORKS.python(*words, environment={}) as process:
        return await process.ended()


async def started(path: Path, *, built: int) -> None:
    """Start once more: the index agrees, and was built as often as expected."""
    async with opened(path) as shelf:
        await shelf.whole()
        await shelf.agrees()
        assert shelf.workshop.begun == built


async def test_killed_between_a_commit_and_the_index(kept: Path) -> None:
    """What was stored and never indexed is taken in at the next start."""
    assert await killed("after_commit", kept) == -9
    await started(kept, built=0)


@pytest.mark.parametrize(("moment", "built"), [("while_reading", 1), ("before_swap", 0)])
async def test_killed_while_it_is_built(kept: Path, moment: str, built: int) -> None:
    """What the child had finished is used, what it had not is begun anew."""
    shutil.rmtree(titles_folder(kept))
    assert await killed(moment, kept) == -9
    await started(kept, built=built)
    await started(kept, built=0)


async def test_an_index_whose_stamp_was_not_noted_is_not_believed(kept: Path) -> None:
    """A copy of the database made at that moment would not know what the index has seen."""
    shutil.rmtree(titles_folder(kept))
    assert await killed("before_note", kept) == -9
    assert titles_folder(kept).is_dir()
    await started(kept, built=1)


@pytest.mark.parametrize(
    ("moment", "built"),
    [("fsync:1", 0), ("fsync:9", 0), ("replace:1", 0), ("unlink:1", 1), ("rmdir:1", 1)],
)
async def test_killed_while_the_child_writes(kept: Path, moment: str, built: int) -> None:
    """Before the new index is in its place the old one is, whole; what was half written goes."""
    child = (sys.executable, str(VICTIM), "child", moment)
    async with opened(kept, workshop=Watched(kept, child=child)) as shelf:
        await shelf.store(draft(11, upvotes=3))
        with pytest.raises(TitlesFault, match="SIGKILL"):
            async for _ in shelf.workshop.build_beside("never noted"):
                pass
        await shelf.agrees()
    await started(kept, built=built)
    await built_anew(kept)
    assert len(list(titles_folder(kept).iterdir())) == 2  # one generation and its manifest


@pytest.mark.parametrize("moment", ["fsync:9", "replace:1", "unlink:1"])
async def test_killed_while_a_small_index_is_kept(kept: Path, moment: str) -> None:
    """The same at the end of a bot with few papers: the old one stays, or the new one is there."""
    assert await killed("saving", kept, moment) == -9
    async with opened(kept, few=100_000) as shelf:
        await shelf.agrees()
    await started(kept, built=0)


async def test_a_child_that_was_killed_is_followed_by_another(kept: Path, tmp_path: Path) -> None:
    """The bot goes on meanwhile, and finds what has come since its start."""
    shutil.rmtree(titles_folder(kept))
    child = (sys.executable, str(VICTIM), "fails_once", str(tmp_path / "flag"))
    async with opened(kept, workshop=Watched(kept, child=child)) as shelf:
        assert shelf.titles.progress is not None
        await shelf.store(draft(12, upvotes=12))
        assert [one.paper_id for one in shelf.titles.complete("eels number12")] == ["5"]
        await shelf.whole()
        await shelf.agrees()
        assert shelf.workshop.begun == 2
    await started(kept, built=0)


def truncated(folder: Path) -> None:
    """Cut the largest file."""
    file = max(folder.glob("*/*"), key=lambda one: one.stat().st_size)
    file.write_bytes(file.read_bytes()[:-1])


def flipped(folder: Path) -> None:
    """Change one byte."""
    file = max(folder.glob("*/*"), key=lambda one: one.stat().st_size)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def half_gone(folder: Path) -> None:
    """Lose the arrays."""
    for generation in folder.glob("generation-*"):
        shutil.rmtree(generation)


def no_json(folder: Path) -> None:
    """Lose the manifest's content, as a sudden loss of power may."""
    (folder / "manifest.json").write_bytes(b"\0" * 100)


def newer(folder: Path) -> None:
    """Let a newer version have written it."""
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"version": 99}))


def gone(folder: Path) -> None:
    """Lose everything."""
    shutil.rmtree(folder)


@pytest.mark.parametrize("damage", [truncated, flipped, half_gone, no_json, newer, gone])
async def test_a_damaged_folder_is_built_anew(kept: Path, damage: Callable[[Path], None]) -> None:
    """Nothing is answered from it."""
    damage(titles_folder(kept))
    await started(kept, built=1)
    await started(kept, built=0)


async def test_the_index_of_another_database_is_foreign(kept: Path, tmp_path: Path) -> None:
    """Also where it is as old and as long."""
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "paperboy.db"
    async with opened(other) as shelf:
        await shelf.whole()
        await shelf.store(*(draft(50 + number) for number in range(4)))
    shutil.rmtree(titles_folder(other), ignore_errors=True)
    shutil.copytree(titles_folder(kept), titles_folder(other))
    await started(other, built=1)


@pytest.mark.parametrize("more", [0, 2, 30])
async def test_a_copy_of_the_database_put_back_is_noticed(kept: Path, more: int) -> None:
    """The index has seen what the copy has not; it is built anew, also where the copy has gone
    another way since, and counts further than the index does.
    """
    copy = kept.with_name("copy.db")
    copy_database(kept, copy)
    async with opened(kept) as shelf:
        await shelf.store(*(draft(number, "Lost") for number in range(20, 25)))
    await built_anew(kept)
    put_back(copy, kept)
    async with Database.open(kept) as database:
        await PaperRows(database).upsert([draft(60 + one) for one in range(more)], NOW)
    await started(kept, built=1)


async def test_a_copy_with_its_index_needs_nothing_built(kept: Path) -> None:
    """The copy knows the stamp of the index that was there when it was made."""
    copy = kept.with_name("copy.db")
    copy_database(kept, copy)
    shutil.copytree(titles_folder(kept), kept.with_name("index"))
    async with opened(kept) as shelf:
        await shelf.store(*(draft(number, "Lost") for number in range(20, 25)))
    await built_anew(kept)
    put_back(copy, kept)
    shutil.rmtree(titles_folder(kept))
    shutil.move(kept.with_name("index"), titles_folder(kept))
    await started(kept, built=0)


def put_back(copy: Path, database: Path) -> None:
    """Put a copy in the database's place."""
    for name in ("", "-wal", "-shm"):
        database.with_name(database.name + name).unlink(missing_ok=True)
    shutil.move(copy, database)
