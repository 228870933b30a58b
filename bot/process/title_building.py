"""The title index, built from a database that is only read, and kept in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.title_snapshot import title_snapshot
from bot.titles import TitleIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bot.services.ports import TitleRow

_READ, _BUILT = 80, 98  # percent of the whole time, measured at a million titles


def build(rows: Iterable[TitleRow]) -> TitleIndex:
    """Build an index, holding of the rows no more than one at a time."""
    popularity: dict[str, float] = {}  # most papers have no votes

    def pairs() -> Iterable[tuple[str, str]]:
        for row in rows:
            paper_id = str(row.key)
            if row.upvotes:
                popularity[paper_id] = float(row.upvotes)
            yield paper_id, row.title

    return TitleIndex.build(pairs(), popularity=popularity)


def build_and_keep(
    database: Path, folder: Path, stamp: str, tell: Callable[[int, int], None]
) -> int:
    """Build the index of all titles and keep it under this stamp; returns how many there are.

    `tell` is given the version that the index has and the percent that are done, 0 first: by then
    what is read is settled. Raises `StorageError`, `IndexFolderError` or `OSError`; the folder is
    then as it was.
    """
    with title_snapshot(database) as snapshot:

        def counted() -> Iterator[TitleRow]:
            told = 0
            for row in snapshot.titles:
                percent = _READ * row.key // snapshot.last_key
                if percent > told:
                    tell(snapshot.version, told := percent)
                yield row

        tell(snapshot.version, 0)
        index = build(counted())
    tell(snapshot.version, _BUILT)
    index.save(folder, stamp=stamp)
    return len(index)
