"""Hugging Face's daily papers, from JSON to drafts: pure, and tolerant of everything.

Rules everything here obeys:

- One bad item never costs the others: it is rejected with its place, its id if it shows one, and a
  reason. Only a document that is no list at all is refused whole.
- Unknown keys are ignored. An optional field that is missing or of the wrong type is absent.
- The day of a paper is ``submittedOnDailyAt``; ``publishedAt`` is arXiv's date inside ``paper`` and
  an hour of the evening before beside it. Older days have none: then the day asked for is the day,
  and ``publishedAt`` only where nobody asked for one.
- A count that is no whole number of at least 0 is 0.
- Addresses are absolute https. The picture is one that people added: a film is no picture, and
  neither is the card that the site draws from every title (``/social-thumbnails/``).
- Authors whom the site hides (slips of its own reading) are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from bot.core.ids import arxiv_links, find_id, find_ids
from bot.core.papers import Links, MachineSummary, PaperDraft, Signals
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.text import clean_abstract, clean_name, clean_title
from bot.sources.values import day_of, is_list, is_object, is_withdrawn, text_of, web_address

SOURCE = "huggingface"
PAGE = "https://huggingface.co/papers/"

Cause = Literal["not_an_object", "no_paper", "no_id", "no_title", "no_date"]
"""Why an item was rejected. `not_an_object` is text or a number where a paper should be."""

Oddity = Literal["duplicate", "title_too_long", "invalid_date"]
"""What is odd about an item that counts all the same."""

_MOST_COUNT = 1_000_000_000
_MOST_KEYWORDS = 50
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_DRAWN_BY_THE_SITE = "/social-thumbnails/"
_LONGEST_TITLE = 2_000  # characters; a longer title is none that anybody gave, and cut
_ID_START = 400
"""How much of an unreadable item is searched for an id."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item that could not be read: its place from 0, its external id if it shows one."""

    index: int
    id: str | None
    reason: Cause | Oddity


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document held, in its order. `odd` are items that count, but are not as they should
    be.
    """

    papers: tuple[PaperDraft, ...]
    rejected: tuple[Rejected, ...]
    odd: tuple[Rejected, ...] = ()


def read_items(data: object, *, day: date | None, address: str = "daily_papers") -> Reading:
    """The papers of one answer, `day` being the day asked for, if one was.

    Raises SourceAnswerInvalid (wrong_shape, about `address`) where the top level is no list.
    """
    if not is_list(data):
        detail = f"a list of papers was expected, not {_kind(data)}"
        raise SourceAnswerInvalid(SOURCE, address, "wrong_shape", detail)
    papers: list[PaperDraft] = []
    rejected: list[Rejected] = []
    odd: list[Rejected] = []
    seen: set[str] = set()
    for index, item in enumerate(data):
        match _read_item(item, day):
            case PaperDraft() as paper:
                papers.append(paper)
                found = _oddities(item, repeated=paper.ids[0] in seen)
                odd += [Rejected(index, paper.ids[0], one) for one in found]
                seen.add(paper.ids[0])
            case cause:
                rejected.append(Rejected(index, _shown_id(item), cause))
    return Reading(tuple(papers), tuple(rejected), tuple(odd))


def _oddities(item: object, *, repeated: bool) -> list[Oddity]:
    paper = item.get("paper") if is_object(item) else None
    told = paper if is_object(paper) else {}
    odd: list[Oddity] = ["duplicate"] if repeated else []
    if len(text_of(told, "title")) > _LONGEST_TITLE:
        odd.append("title_too_long")
    days = [told.get("publishedAt"), told.get("submittedOnDailyAt")]
    if any(one is not None and day_of(one) is None for one in days):
        odd.append("invalid_date")
    return odd


def _read_item(item: object, day: date | None) -> PaperDraft | Cause:
    if not is_object(item):
        return "not_an_object"
    paper = item.get("paper")
    if not is_object(paper):
        return "no_paper"
    external_id = _external_id(paper.get("id"))
    links = arxiv_links(external_id) if external_id is not None else None
    if external_id is None or links is None:
        return "no_id"
    title = clean_title(text_of(paper, "title") or text_of(item, "title"))
    if not title:
        return "no_title"
    published = day_of(paper.get("publishedAt"))
    submitted = day_of(paper.get("submittedOnDailyAt")) or day_of(item.get("submittedOnDailyAt"))
    released = submitted or day or day_of(item.get("publishedAt")) or published
    if released is None:
        return "no_date"
    abstract = clean_abstract(text_of(paper, "summary") or text_of(item, "summary"))
    code = web_address(paper.get("githubRepo"))
    return PaperDraft(
        ids=(external_id,),
        title=title,
        source=SOURCE,
        released=released,
        authors=_authors(paper.get("authors")),
        abstract=abstract,
        published=published,
        keywords=_keywords(paper.get("ai_keywords")),
        organization=_organization(paper.get("organization"))
        or _organization(item.get("organization")),
        summary=_machine_summary(paper),
        links=Links(
            page=PAGE + external_id.removeprefix("arxiv:"),
            pdf=links.pdf,
            code=code,
            project=web_address(paper.get("projectPage")),
            thumbnail=_picture(item, paper),
        ),
        signals=Signals(
            upvotes=count_of(paper.get("upvotes")),
            comments=count_of(item.get("numComments")),
            stars=count_of(paper["githubStars"]) if code and "githubStars" in paper else None,
        ),
        withdrawn=is_withdrawn(title) or is_withdrawn(abstract),
    )


def _kind(value: object) -> str:
    """A JSON value's kind, with an object's first keys, for people."""
    if is_object(value):
        return (
            f"an object with {', '.join(clean_name(key) for key in list(value)[:5]) or 'no keys'}"
        )
    kinds = {"str": "text", "NoneType": "null", "bool": "true or false"}
    return kinds.get(type(value).__name__, "a number")


def _external_id(value: object) -> str | None:
    """The id is text, always: as a number, 2503.02130 would have lost its zero."""
    return find_id(value) if isinstance(value, str) else None


def _shown_id(item: object) -> str | None:
    """The id of an item that could not be read, as far as it can be seen."""
    if is_object(item):
        paper = item.get("paper")
        item = paper.get("id") if is_object(paper) else item.get("id")
    if not isinstance(item, str):
        return None
    return next(iter(find_ids(item[:_ID_START])), None)


def count_of(value: object) -> int:
    """A whole number of at least 0; 0 for anything else."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_COUNT:
        return value
    return 0


def _authors(value: object) -> tuple[str, ...]:
    names: list[str] = []
    for author in value if is_list(value) else ():
        if is_object(author) and author.get("hidden") is not True:
            names.append(clean_name(text_of(author, "name")))
        elif isinstance(author, str):
            names.append(clean_name(author))
    return tuple(name for name in names if name)


def _keywords(value: object) -> tuple[str, ...]:
    words = [
        clean_name(word) for word in (value if is_list(value) else ()) if isinstance(word, str)
    ]
    return tuple(dict.fromkeys(word for word in words if word))[:_MOST_KEYWORDS]


def _organization(value: object) -> str | None:
    if not is_object(value):
        return None
    return clean_name(text_of(value, "fullname")) or clean_name(text_of(value, "name")) or None


def _machine_summary(paper: dict[str, object]) -> MachineSummary | None:
    text = clean_abstract(text_of(paper, "ai_summary"))
    if not text:
        return None
    return MachineSummary(text, clean_name(text_of(paper, "ai_summary_model")) or None)


def _picture(item: dict[str, object], paper: dict[str, object]) -> str | None:
    """The first picture among what people added to the paper, or a thumbnail of its own."""
    added = [
        address
        for media in (item.get("mediaUrls"), paper.get("mediaUrls"))
        for address in (media if is_list(media) else ())
    ]
    single = [holder.get(key) for holder in (item, paper) for key in ("thumbnail", "mediaUrl")]
    for value in (*added, *single):
        address = web_address(value)
        if address is None or _DRAWN_BY_THE_SITE in address:
            continue
        if urlsplit(address).path.lower().endswith(_PICTURES):
            return address
    return None
