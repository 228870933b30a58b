"""Looking papers up at Hugging Face: ``GET /api/papers/search?q=…`` and ``GET /api/papers/{id}``.

It knows arXiv's papers by arXiv's ids, those that people there linked to something, and its search
understands titles that are remembered badly. The items are those of the daily papers; a single
paper stands there without what surrounds it. A paper that it brought out on some day is no news for
being looked up: that day's poll brings the news. Where nothing says when the paper came out, it is
that day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.papers import NEVER
from bot.services.ports import Linked
from bot.sources.asking import Asking
from bot.sources.cut_answers import rescue
from bot.sources.drafts import MOST_ANSWERS
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.huggingface import log_rejected
from bot.sources.huggingface_items import SOURCE, count_of, read_items
from bot.sources.values import is_object, objects_of

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

_LONGEST = 250  # characters that the search takes


class HuggingFaceLookup:
    """A `TitleLookup`."""

    name = SOURCE
    titles = True

    def __init__(self, client: PoliteClient, base_url: str = "https://huggingface.co") -> None:
        self._asking = Asking(client, SOURCE)
        self._papers = base_url.rstrip("/") + "/api/papers"

    def takes(self, external: str) -> bool:
        """True for arXiv's ids."""
        return external.startswith("arxiv:")

    async def by_title(self, text: str) -> tuple[PaperDraft, ...]:
        """The papers that its search finds."""
        answer = await self._asking.get(f"{self._papers}/search", {"q": text[:_LONGEST]})
        if answer is None:
            return ()
        try:
            return _read(answer.json(), answer)
        except SourceAnswerInvalid as fault:
            rescue(fault, answer, lambda items: _read([*items], answer))
            raise

    async def by_id(self, external: str) -> PaperDraft | None:
        """The paper of an arXiv id."""
        number = external.removeprefix("arxiv:")
        answer = await self._asking.get(f"{self._papers}/{number}")
        if answer is None:
            return None
        papers = _read([{"paper": answer.json()}], answer)
        if not papers:
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no paper")
        return papers[0]

    async def linked(self, external: str) -> Linked | None:
        """What people there linked to the paper of an arXiv id; None where it is not known there.

        The page counts them (``numTotalModels``) and lists the first; where it does not count, what
        it lists is counted. Raises `SourceError`.
        """
        answer = await self._asking.get(f"{self._papers}/{external.removeprefix('arxiv:')}")
        if answer is None:
            return None
        told = answer.json()
        if not is_object(told):
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no paper")
        return Linked(*(_counted(told, kind) for kind in ("Models", "Datasets", "Spaces")))


def _counted(told: dict[str, object], kind: str) -> int:
    return count_of(told.get(f"numTotal{kind}")) or len(objects_of(told.get(f"linked{kind}")))


def _read(items: object, answer: Answer) -> tuple[PaperDraft, ...]:
    reading = read_items(items, day=None, address=answer.address)
    log_rejected(answer.address, reading)
    return tuple(
        replace(one, released=NEVER, published=one.published or one.released)
        for one in reading.papers[:MOST_ANSWERS]
    )
