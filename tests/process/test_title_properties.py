"""Whatever happens to papers, process and files, and in whichever order: the index agrees."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from titles_world import NAMES, NOW, InOneProcess, Shelf, draft, opened

from bot.core.papers import PaperDraft
from bot.process.title_workshop import titles_folder
from bot.storage.copies import copy_database

NUMBERS = st.integers(0, 5)


@dataclass(frozen=True)
class Life:
    """One process: what it stores, whether it builds anew, whether it hears of the last of it, and
    what happens to the files behind it.
    """

    batches: list[list[PaperDraft]]
    builds: bool
    few: int
    ends_well: bool
    afterwards: str


DRAFTS = st.builds(
    lambda number, name, votes, other: draft(number, name, votes, *other),
    NUMBERS,
    st.sampled_from(NAMES[:3]),
    st.integers(0, 3),
    st.lists(NUMBERS, max_size=1),
)
LIVES = st.builds(
    Life,
    batches=st.lists(st.lists(DRAFTS, max_size=4), max_size=3),
    builds=st.booleans(),
    few=st.sampled_from([0, 100]),
    ends_well=st.booleans(),
    afterwards=st.sampled_from(["", "", "", "copy", "put back", "lose", "damage"]),
)


@settings(max_examples=25)
@given(lives=st.lists(LIVES, min_size=1, max_size=5))
def test_the_index_has_what_the_database_has(lives: list[Life]) -> None:
    """At every start, after every change, and after every build: each title, and its votes."""
    asyncio.run(_live(lives))


async def _live(lives: list[Life]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder) / "paperboy.db", Path(folder) / "copy.db"
        for life in lives:
            workshop = InOneProcess(path)
            async with opened(
                path, few=life.few, workshop=workshop, crash=not life.ends_well
            ) as shelf:
                await shelf.whole()
                await shelf.agrees()
                await _spend(life, shelf, path)
            _happens(life.afterwards, path, copy)
        async with opened(path, workshop=InOneProcess(path)) as shelf:
            await shelf.whole()
            await shelf.agrees()


async def _spend(life: Life, shelf: Shelf, path: Path) -> None:
    for batch in life.batches:
        await shelf.store(*batch)
        await shelf.agrees()
    if life.builds and not life.few:
        shutil.rmtree(titles_folder(path), ignore_errors=True)
        await shelf.titles.open()
        await shelf.whole()
        await shelf.agrees()
    if not life.ends_well and life.batches:
        await shelf.papers.upsert([draft(5, NAMES[4], 9), *life.batches[0]], NOW)


def _happens(what: str, path: Path, copy: Path) -> None:
    folder = titles_folder(path)
    match what:
        case "copy" if not copy.exists():
            copy_database(path, copy)
        case "put back" if copy.exists():
            for name in ("", "-wal", "-shm"):
                path.with_name(path.name + name).unlink(missing_ok=True)
            shutil.copy(copy, path)
        case "lose":
            shutil.rmtree(folder, ignore_errors=True)
        case "damage":
            for file in folder.glob("*/words.npy"):
                file.write_bytes(file.read_bytes()[:-1] + b"?")
        case _:
            pass
