"""arXiv's query API: ``/api/query?search_query=ti:…`` for a title, ``id_list=…`` for an id.

Rules everything here obeys (source: arXiv API User's Manual and Terms of Use):

- One connection, at most one request in three seconds. Whoever goes on after a 429 is blocked for
  longer, so then it is left alone for ten minutes.
- The answer is an Atom feed. What went wrong may be one too, with an entry that is called “Error”
  and says why.
- A title is asked for as its words, any of them, the most alike first: a phrase, or all words at
  once, would not survive the first slip. Which answer is the one, whoever asks decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.ids import find_id
from bot.sources.arxiv_atom import CATEGORY, begun_of, xml_of
from bot.sources.asking import Asking
from bot.sources.drafts import Told, asked_words, drafts_of, taken
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.values import day_of, is_withdrawn

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from bot.core.papers import PaperDraft
    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

SOURCE = "arxiv"
_GAP, _SILENCE = 3.0, 600.0
_ATOM = "{http://www.w3.org/2005/Atom}"
_OWN = "{http://arxiv.org/schemas/atom}"
_MOST_WORDS, _SHORTEST = 12, 3
_STOP_WORDS = frozenset(
    "all and are can for from has how its not our out that the this via was what when who why with "
    "you your into over under using".split()
)


class Arxiv:
    """A `TitleLookup`. `gap` is the least number of seconds between two requests."""

    name = SOURCE
    titles = True

    def __init__(
        self,
        client: PoliteClient,
        base_url: str = "https://export.arxiv.org",
        *,
        gap: float = _GAP,
    ) -> None:
        self._asking = Asking(client, SOURCE, gap=gap, silence=_SILENCE)
        self._query = base_url.rstrip("/") + "/api/query"

    def takes(self, external: str) -> bool:
        """True for arXiv's ids."""
        return external.startswith("arxiv:")

    async def by_title(self, text: str) -> tuple[PaperDraft, ...]:
        """The papers whose titles share most words with the text; none for a text without words."""
        words = _telling(text)
        if not words:
            return ()
        wanted = " OR ".join(f"ti:{word}" for word in words)
        answer = await self._asking.get(
            self._query, {"search_query": wanted, "max_results": "10", "sortBy": "relevance"}
        )
        if answer is None:
            return ()
        try:
            entries = entries_of(answer)
        except SourceAnswerInvalid as fault:
            if fault.reason == "truncated":
                fault.rescued = drafts_of(SOURCE, map(told_of, entries_before_cut(answer)))
            raise
        return drafts_of(SOURCE, map(told_of, entries))

    async def by_id(self, external: str) -> PaperDraft | None:
        """The newest version of the paper."""
        number = external.removeprefix("arxiv:")
        answer = await self._asking.get(self._query, {"id_list": number, "max_results": "1"})
        if answer is None:
            return None
        drafts = (
            taken(SOURCE, told_of(entry), index) for index, entry in enumerate(entries_of(answer))
        )
        return next((one for one in drafts if one is not None), None)


def _telling(text: str) -> list[str]:
    """The words that a title is asked for by, at most twelve, the longest ones where there are
    more.
    """
    words = dict.fromkeys(re.findall(r"[^\W_]+", asked_words(text).lower()))
    telling = [one for one in words if len(one) >= _SHORTEST and one not in _STOP_WORDS]
    telling = telling or list(words)
    kept = set(sorted(telling, key=len, reverse=True)[:_MOST_WORDS])
    return [one for one in telling if one in kept]


def entries_of(answer: Answer) -> list[Element]:
    """The feed's entries. Raises SourceAnswerInvalid for what is no feed, and for an error's."""
    feed = _feed(answer)
    entries = feed.findall(f"{_ATOM}entry")
    for entry in entries:
        if _is_error(entry):
            detail = " ".join(_text(entry, f"{_ATOM}summary").split())[:200]
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", detail)
    return entries


def _is_error(entry: Element) -> bool:
    """Whether it says what went wrong: by its id, or by its title where its id is no paper's."""
    told, titled = _text(entry, f"{_ATOM}id"), _text(entry, f"{_ATOM}title").strip()
    return "/api/errors" in told or (titled.lower() == "error" and find_id(told) is None)


def entries_before_cut(answer: Answer) -> list[Element]:
    """The entries that are whole of a feed that breaks off; none of anything else."""
    root = begun_of(answer)
    entries = [] if root is None else root.findall(f"{_ATOM}entry")
    return [one for one in entries if not _is_error(one)]


def _feed(answer: Answer) -> Element:
    feed = xml_of(answer)
    if feed.tag != f"{_ATOM}feed":
        raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no Atom feed")
    return feed


def told_of(entry: Element) -> Told:
    """What an entry tells of its paper."""
    terms = [one.get("term", "") for one in entry.findall(f"{_ATOM}category")]
    comment = _text(entry, f"{_OWN}comment")
    return Told(
        ids=(_text(entry, f"{_ATOM}id"), "doi:" + _text(entry, f"{_OWN}doi")),
        title=_text(entry, f"{_ATOM}title"),
        published=day_of(_text(entry, f"{_ATOM}published").strip()),
        authors=[_text(one, f"{_ATOM}name") for one in entry.findall(f"{_ATOM}author")],
        abstract=_text(entry, f"{_ATOM}summary"),
        categories=tuple(one.lower() for one in terms if CATEGORY.fullmatch(one)),
        withdrawn=is_withdrawn(comment),
        venue=_text(entry, f"{_OWN}journal_ref"),
    )


def _text(element: Element, tag: str) -> str:
    return element.findtext(tag) or ""
