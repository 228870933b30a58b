"""The library: papers that a person saved, and their bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.ports import Clock, LibraryStore, PaperStore, SavedPaper

MOST_EXPORTED = 2_000


class Library:
    """Saves, lists and takes out papers."""

    def __init__(self, saved: LibraryStore, papers: PaperStore, clock: Clock) -> None:
        self._saved = saved
        self._papers = papers
        self._clock = clock

    async def save(self, user_id: int, key: int) -> Paper | None:
        """Save a paper, again without harm; None where there is no such paper."""
        paper = (await self._papers.get([key])).get(key)
        if paper is not None:
            await self._saved.save(user_id, paper.key, self._clock.now())
        return paper

    async def remove(self, user_id: int, key: int) -> bool:
        """Take a paper out; False where it was not there."""
        return await self._saved.remove(user_id, key)

    async def list(self, user_id: int, find: str | None = None) -> list[SavedPaper]:
        """Return what the person saved, newest first."""
        return await self._saved.list(user_id, (find or "").strip() or None, MOST_EXPORTED)
