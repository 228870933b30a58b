"""Semantic Scholar: ``/graph/v1/paper/search/match`` for a title, ``/graph/v1/paper/{id}``.

``match`` gives the one paper whose title is closest, or 404; it takes hyphens for operators, so it
is asked with words. An id is asked for as ``ARXIV:``, ``DOI:``, ``ACL:``, ``CorpusId:`` or by its
own hash (source: the API's reference). Without a key all the world shares one allowance, and 429 is
an everyday answer; a key, free of charge, goes into the header ``x-api-key``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.core.papers import MachineSummary
from bot.sources.asking import Asking
from bot.sources.cut_answers import rescue
from bot.sources.drafts import Told, asked_words, drafts_of, objects_in, taken
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.text import clean_abstract, clean_name
from bot.sources.values import day_of, is_list, is_object, objects_of, text_of, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.papers import PaperDraft
    from bot.sources.http import PoliteClient

SOURCE = "semantic_scholar"
_FIELDS = (
    "title,abstract,year,publicationDate,authors.name,externalIds,openAccessPdf,tldr,venue,journal"
)
_ASKED_AS = {"arxiv": "ARXIV:", "doi": "DOI:", "acl": "ACL:"}
_TOLD_AS = {"ArXiv": "arxiv:", "DOI": "doi:", "ACL": "acl:"}
_GAP, _SILENCE = 1.0, 15.0


class SemanticScholar:
    """A `TitleLookup`."""

    name = SOURCE
    titles = True

    def __init__(
        self,
        client: PoliteClient,
        base_url: str = "https://api.semanticscholar.org",
        *,
        key: str | None = None,
        gap: float = _GAP,
    ) -> None:
        self._asking = Asking(client, SOURCE, gap=gap, silence=_SILENCE)
        self._papers = base_url.rstrip("/") + "/graph/v1/paper"
        self._headers = {"x-api-key": key} if key else None

    def takes(self, external: str) -> bool:
        """True for the ids of arXiv, of the ACL Anthology, of Semantic Scholar, and for DOIs."""
        return external.partition(":")[0] in {*_ASKED_AS, "s2"}

    async def by_title(self, text: str) -> tuple[PaperDraft, ...]:
        """The paper whose title is closest, or none."""
        params = {"query": asked_words(text), "fields": _FIELDS}
        answer = await self._asking.get(f"{self._papers}/search/match", params, self._headers)
        if answer is None:
            return ()
        try:
            data = answer.json()
        except SourceAnswerInvalid as fault:
            rescue(fault, answer, _drafts, "data")
            raise
        if not is_object(data):
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no object")
        found = data.get("data")
        return _drafts(found if is_list(found) else ())

    async def by_id(self, external: str) -> PaperDraft | None:
        """The paper that is told to this id. Where it has become another one's, that is told, and
        not said: then the id is not among the paper's.
        """
        namespace, _, value = external.partition(":")
        asked = _ASKED_AS.get(namespace, "") + value.replace("corpusid:", "CorpusId:")
        address = f"{self._papers}/{quote(asked, safe=':/')}"
        answer = await self._asking.get(address, {"fields": _FIELDS}, self._headers)
        if answer is None:
            return None
        data = answer.json()
        if not is_object(data):
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no object")
        return taken(SOURCE, _told(data))


def _drafts(items: Iterable[object]) -> tuple[PaperDraft, ...]:
    return drafts_of(SOURCE, map(_told, objects_in(SOURCE, items)))


def _told(paper: dict[str, object]) -> Told:
    pdf, journal = paper.get("openAccessPdf"), paper.get("journal")
    day = day_of(paper.get("publicationDate"))
    return Told(
        ids=tuple(_ids(paper)),
        title=text_of(paper, "title"),
        published=day or year_of(paper.get("year")),
        dated="day" if day is not None else "year",
        authors=[text_of(one, "name") for one in objects_of(paper.get("authors"))],
        abstract=text_of(paper, "abstract"),
        summary=_summary(paper.get("tldr")),
        pdf=text_of(pdf, "url") if is_object(pdf) else None,
        venue=text_of(paper, "venue") or (text_of(journal, "name") if is_object(journal) else ""),
    )


def _ids(paper: dict[str, object]) -> Iterator[str]:
    told = paper.get("externalIds")
    if is_object(told):
        yield from (start + text_of(told, name) for name, start in _TOLD_AS.items())
        if isinstance(number := told.get("CorpusId"), int):
            yield f"s2:corpusid:{number}"
    yield "s2:" + text_of(paper, "paperId")


def _summary(tldr: object) -> MachineSummary | None:
    if not is_object(tldr) or not (text := clean_abstract(text_of(tldr, "text"))):
        return None
    return MachineSummary(text, clean_name(text_of(tldr, "model")) or None)
