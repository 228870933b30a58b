"""OpenAlex: ``/works?search=…`` for a title, ``/works/doi:…`` and ``/works/W…`` for an id.

Abstracts come as an inverted index, each word with the places where it stands. One work has several
locations, and their addresses tell its other ids. Single works are free; of searches about a
hundred a day are without a key (source: OpenAlex, “Authentication & Pricing”), and a key could only
be given within the address, which stands in logs: so none is used. That is one reason why it is
asked late. A `mailto` tells whom to complain to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from bot.core.id_pages import doi_of
from bot.core.ids import find_id
from bot.sources.asking import Asking
from bot.sources.cut_answers import rescue
from bot.sources.drafts import Told, asked_words, drafts_of, objects_in, taken
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.values import day_of, is_list, is_object, objects_of, text_of, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.papers import PaperDraft
    from bot.sources.http import PoliteClient

SOURCE = "openalex"
_SELECT = (
    "id,doi,title,display_name,publication_date,publication_year,authorships,"
    "abstract_inverted_index,locations,primary_location,best_oa_location,is_retracted"
)
_MOST_WORDS = 5_000
_VENUES = frozenset({"journal", "conference", "book series"})
_OF_ANOTHER_HOUSE = ("arxiv:", "acl:", "openreview:")


class OpenAlex:
    """A `TitleLookup`."""

    name = SOURCE
    titles = True

    def __init__(
        self,
        client: PoliteClient,
        base_url: str = "https://api.openalex.org",
        *,
        mailto: str | None = None,
    ) -> None:
        self._asking = Asking(client, SOURCE)
        self._works = base_url.rstrip("/") + "/works"
        self._params = {"select": _SELECT} | ({"mailto": mailto} if mailto else {})

    def takes(self, external: str) -> bool:
        """True for DOIs, for what has one, and for OpenAlex's own ids."""
        return doi_of(external) is not None or external.startswith("openalex:")

    async def by_title(self, text: str) -> tuple[PaperDraft, ...]:
        """The works that its search finds. Capital AND, OR and NOT would be operators."""
        params = {"search": asked_words(text).lower(), "per_page": "5", **self._params}
        answer = await self._asking.get(self._works, params)
        if answer is None:
            return ()
        try:
            data = answer.json()
        except SourceAnswerInvalid as fault:
            rescue(fault, answer, _drafts, "results")
            raise
        results = data.get("results") if is_object(data) else None
        if not is_list(results):
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no results")
        return _drafts(results)

    async def by_id(self, external: str) -> PaperDraft | None:
        """The work that is told to this DOI, or to this id of OpenAlex. Where two works became one,
        the old id is redirected to the new one: then the address that answers is the work's own,
        and the old id is one of the work's too.
        """
        doi = doi_of(external)
        asked = f"doi:{doi}" if doi is not None else external.removeprefix("openalex:").upper()
        answer = await self._asking.get(f"{self._works}/{quote(asked, safe=':/')}", self._params)
        if answer is None:
            return None
        data = answer.json()
        if not is_object(data):
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no object")
        at = urlsplit(answer.address).path.rpartition("/")[2]
        redirected = doi is None and bool(at) and at == text_of(data, "id").rpartition("/")[2]
        return taken(SOURCE, _told(data, (external,) if redirected else ()))


def _drafts(items: Iterable[object]) -> tuple[PaperDraft, ...]:
    return drafts_of(SOURCE, map(_told, objects_in(SOURCE, items)))


def _told(work: dict[str, object], own: tuple[str, ...] = ()) -> Told:
    best = work.get("best_oa_location")
    authors = (one.get("author") for one in objects_of(work.get("authorships")))
    day = day_of(work.get("publication_date"))
    return Told(
        ids=(*own, *_ids(work)),
        title=text_of(work, "title") or text_of(work, "display_name"),
        published=day or year_of(work.get("publication_year")),
        dated="day" if day is not None else "year",
        authors=[text_of(one, "display_name") for one in authors if is_object(one)],
        abstract=_abstract(work.get("abstract_inverted_index")),
        pdf=text_of(best, "pdf_url") if is_object(best) else None,
        withdrawn=work.get("is_retracted") is True,
        venue=_venue(work),
    )


def _venue(work: dict[str, object]) -> str:
    """The journal or the conference that a work came out in first, else in any."""
    for location in objects_of([work.get("primary_location"), *_listed(work.get("locations"))]):
        place = location.get("source")
        if is_object(place) and text_of(place, "type") in _VENUES:
            return text_of(place, "display_name")
    return ""


def _listed(value: object) -> list[object]:
    return value if is_list(value) else []


def _ids(work: dict[str, object]) -> Iterator[str]:
    yield text_of(work, "doi")
    yield text_of(work, "id")
    for location in objects_of(work.get("locations")):
        for key in ("landing_page_url", "pdf_url"):
            found = find_id(text_of(location, key))
            if found is not None and found.startswith(_OF_ANOTHER_HOUSE):
                yield found


def _abstract(index: object) -> str:
    """The text that an inverted index spells; words at impossible places are left out."""
    if not is_object(index):
        return ""
    words: dict[int, str] = {}
    for word, places in index.items():
        for place in places if is_list(places) else ():
            if isinstance(place, int) and 0 <= place < _MOST_WORDS:
                words[place] = word
    return " ".join(words[place] for place in sorted(words))
