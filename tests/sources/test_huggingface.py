"""Hugging Face's daily papers: read tolerantly from the wire and from recorded files."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.core.papers import Links, MachineSummary, PaperDraft, Signals
from bot.sources.errors import SourceAnswerInvalid, SourceRefused, SourceUnreachable
from bot.sources.huggingface import HuggingFaceDaily, Rejected, read_file, read_items

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
RECORDED = DATA / "hf_daily"
DAMAGED = DATA / "fixtures" / "huggingface_damaged"
DAY = date(2026, 8, 21)

FULL: dict[str, Any] = {
    "paper": {
        "id": "2608.00001",
        "authors": [
            {"name": "Ada  Lovelace", "hidden": False, "user": {"avatarUrl": "/avatars/a.svg"}},
            {"name": "Jr.", "hidden": True},
            {"name": r"Kurt G\"odel"},
            "Alan Turing",
            7,
        ],
        "publishedAt": "2026-08-19T17:34:15.000Z",
        "submittedOnDailyAt": "2026-08-21T00:00:00.000Z",
        "title": "A Title$^2$ of\n  Two Lines",
        "summary": "What we did\nand found.",
        "upvotes": 163,
        "projectPage": "https://example.org/project",
        "githubRepo": "https://github.com/example/\nrepo",
        "githubStars": 8,
        "ai_summary": "It works.",
        "ai_summary_model": "lab/model",
        "ai_keywords": ["agents", "agents", 3, "world models"],
        "organization": {"name": "google", "fullname": "Google", "avatar": "https://x.org/a.png"},
        "mediaUrls": ["https://cdn.example.org/film.mp4", "https://cdn.example.org/picture.png"],
    },
    "publishedAt": "2026-08-18T20:00:00.000Z",
    "title": "another",
    "numComments": 1,
    "thumbnail": "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.00001.png",
    "something": {"new": [1, 2]},
}

DRAFT = PaperDraft(
    ids=("arxiv:2608.00001",),
    title="A Title² of Two Lines",
    source="huggingface",
    released=DAY,
    authors=("Ada Lovelace", "Kurt Gödel", "Alan Turing"),
    abstract="What we did and found.",
    published=date(2026, 8, 19),
    keywords=("agents", "world models"),
    organization="Google",
    summary=MachineSummary("It works.", "lab/model"),
    links=Links(
        page="https://huggingface.co/papers/2608.00001",
        pdf="https://arxiv.org/pdf/2608.00001",
        code="https://github.com/example/repo",
        project="https://example.org/project",
        thumbnail="https://cdn.example.org/picture.png",
    ),
    signals=Signals(upvotes=163, comments=1, stars=8),
)


def item(number: int = 1, **fields: Any) -> dict[str, Any]:
    """A small good item; `fields` go into its paper."""
    return {"paper": {"id": f"2608.{number:05d}", "title": f"Title {number}", **fields}}


def only(data: dict[str, Any], day: date | None = DAY) -> PaperDraft:
    """The one paper of a document with one item."""
    (paper,) = read_items([data], day=day).papers
    return paper


def test_a_full_item_becomes_a_draft() -> None:
    """Every field has its place, its text is clean and unknown keys do not matter."""
    assert only(FULL, date(2020, 1, 1)) == DRAFT


def test_a_bare_item_becomes_a_draft() -> None:
    """An id, a title and the day asked for are enough."""
    assert only(item()) == PaperDraft(
        ids=("arxiv:2608.00001",),
        title="Title 1",
        source="huggingface",
        released=DAY,
        links=Links(
            page="https://huggingface.co/papers/2608.00001", pdf="https://arxiv.org/pdf/2608.00001"
        ),
    )


def test_the_day_is_the_one_it_was_submitted_to() -> None:
    """First ``submittedOnDailyAt`` in UTC, then the day asked for, then ``publishedAt``."""
    evening = item(submittedOnDailyAt="2026-08-20T23:30:00-02:00")
    assert only(evening, date(2026, 8, 1)).released == DAY
    beside = item() | {"submittedOnDailyAt": "2026-08-20T05:00:00"}
    assert only(beside).released == date(2026, 8, 20)
    assert only(item(submittedOnDailyAt="soon")).released == DAY
    published = item(publishedAt="2026-08-02T00:00:00Z")
    assert only(published).published == date(2026, 8, 2)
    assert only(published, None).released == date(2026, 8, 2)
    shown = published | {"publishedAt": "2026-08-03T00:00:00Z"}
    assert only(shown, None).released == date(2026, 8, 3)
    assert read_items([item()], day=None).rejected == (Rejected(0, "arxiv:2608.00001", "no_date"),)


@pytest.mark.parametrize("count", [-1, 1.5, "12", None, True, [], 10**30])
def test_a_count_that_is_none_is_zero(count: object) -> None:
    """Votes, comments and stars are whole numbers of at least 0, or 0."""
    code = "https://github.com/a/b"
    data = item(upvotes=count, githubStars=count, githubRepo=code) | {"numComments": count}
    assert only(data).signals == Signals(0, 0, 0)


def test_stars_need_code() -> None:
    """Without a repository there are no stars, and without stars none are made up."""
    assert only(item(githubStars=5)).signals.stars is None
    assert only(item(githubRepo="https://github.com/a/b")).signals.stars is None


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "javascript:alert(1)",
        "https://user@example.org/",
        "https://localhost/x",
        "https://[",
        "https://a.org:port/",
        "https://a.org/a b",
        "https://a.org/<x>",
        "/relative.png",
        "https://a.org/" + "x" * 3000,
        "",
        4,
        None,
    ],
)
def test_an_unfit_address_is_absent(address: object) -> None:
    """Links are absolute https or nothing."""
    data = item(githubRepo=address, projectPage=address, mediaUrls=[address])
    links = only(data | {"thumbnail": address}).links
    assert (links.code, links.project, links.thumbnail) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "picture"),
    [
        ({"mediaUrls": ["https://c.org/a.mp4"]}, None),
        ({"mediaUrls": ["https://c.org/a.JPEG"]}, "https://c.org/a.JPEG"),
        ({"mediaUrls": "https://c.org/a.png"}, None),
        ({"thumbnail": "https://c.org/a.mp4"}, None),
        ({"thumbnail": "https://c.org/a.webp"}, "https://c.org/a.webp"),
        ({"thumbnail": "https://c.org/social-thumbnails/papers/1.png"}, None),
    ],
)
def test_a_picture_is_one_that_people_added(fields: dict[str, Any], picture: str | None) -> None:
    """Films and the cards that the site draws itself are no pictures."""
    assert only(item() | fields).links.thumbnail == picture


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("This paper has been withdrawn by the authors.", True),
        ("[Withdrawn] Something Else", True),
        ("WITHDRAWN: a title", True),
        ("The submission was withdrawn due to an error.", True),
        ("withdrawn by arXiv administrators", True),
        ("Models of withdrawn behaviour in crowds", False),
        ("Detecting money withdrawn from accounts", False),
    ],
)
def test_a_withdrawn_paper_is_flagged(text: str, *, withdrawn: bool) -> None:
    """The title or the abstract says it of the paper itself."""
    assert only(item(title=text)).withdrawn is withdrawn
    assert only(item(summary=text)).withdrawn is withdrawn


@pytest.mark.parametrize(
    ("bad", "external_id", "reason"),
    [
        ("{'paper': {'id': '2412.07730', 'authors': []}}", "arxiv:2412.07730", "not_an_object"),
        (None, None, "not_an_object"),
        (["2412.07730"], None, "not_an_object"),
        ({"id": "2412.07730"}, "arxiv:2412.07730", "no_paper"),
        ({"paper": "2412.07730"}, None, "no_paper"),
        ({"paper": {"title": "T"}}, None, "no_id"),
        ({"paper": {"id": 2412.0773, "title": "T"}}, None, "no_id"),
        ({"paper": {"id": "2499.00001", "title": "T"}}, None, "no_id"),
        ({"paper": {"id": "2412.07730"}}, "arxiv:2412.07730", "no_title"),
        ({"paper": {"id": "2412.07730", "title": "\u200b\u202e"}}, "arxiv:2412.07730", "no_title"),
    ],
)
def test_a_bad_item_never_costs_the_others(
    bad: object, external_id: str | None, reason: str
) -> None:
    """It is rejected with its place, its id and a reason; its neighbours are read."""
    reading = read_items([item(1), bad, item(2)], day=DAY)
    assert [paper.title for paper in reading.papers] == ["Title 1", "Title 2"]
    assert [(one.index, one.id, one.reason) for one in reading.rejected] == [
        (1, external_id, reason)
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON, st.none() | st.dates())
@example({"status": "success", "data": []}, None)
@example("text", None)
def test_any_document_is_read_or_invalid(data: object, day: date | None) -> None:
    """A list is always read; anything else is SourceAnswerInvalid, of the wrong shape."""
    if isinstance(data, list):
        reading = read_items(data, day=day)
        assert len(reading.papers) + len(reading.rejected) == len(data)
        return
    with pytest.raises(SourceAnswerInvalid) as caught:
        read_items(data, day=day)
    assert caught.value.reason == "wrong_shape"


@given(st.lists(JSON, max_size=4), st.lists(JSON, max_size=4), st.data())
def test_a_good_item_is_never_lost(
    before: list[Any], after: list[Any], data: st.DataObject
) -> None:
    """Whatever stands beside it and in its optional fields, a named and dated paper is read."""
    good = copy.deepcopy(FULL)
    needed = {"id", "title", "submittedOnDailyAt"}
    for holder in (good, good["paper"]):
        for key in sorted(set(holder) - needed - {"paper"}):
            if data.draw(st.booleans()):
                holder[key] = data.draw(JSON)
    reading = read_items([*before, good, *after], day=None)
    mine = [paper for paper in reading.papers if paper.ids == DRAFT.ids]
    assert [(paper.title, paper.released) for paper in mine] == [(DRAFT.title, DAY)]


def page(upstream: Upstream, *items: Any, next_page: str = "") -> bytes:
    """An answer of the API."""
    links = {"Link": f'<{next_page}>; rel="next"'} if next_page else {}
    return upstream.answer(json.dumps(items).encode(), 200, **links)


async def test_a_day_is_fetched_page_by_page(upstream: Upstream, client: PoliteClient) -> None:
    """The Link header leads on; a paper on two pages counts once, as seen last."""
    path, second = "/api/daily_papers", "/api/daily_papers?date=2026-08-21&p=1"
    upstream.says(
        path, page(upstream, item(1), item(2, upvotes=1), next_page=upstream.address + second)
    )
    upstream.says(second, page(upstream, item(2, upvotes=2), "damaged", item(3)))
    with capture_logs() as logs:
        got = await HuggingFaceDaily(client, upstream.address).day(DAY)
    assert [paper.title for paper in got.papers] == ["Title 1", "Title 2", "Title 3"]
    assert [paper.signals.upvotes for paper in got.papers] == [0, 2, 0]
    assert got.rejected == (Rejected(1, None, "not_an_object"),)
    assert (got.pages, got.elsewhen, got.complete) == (2, 0, True)
    assert upstream.requests[0].startswith("GET /api/daily_papers?date=2026-08-21&limit=100 ")
    assert [(log["event"], log["index"], log["reason"]) for log in logs] == [
        ("item_rejected", 1, "not_an_object")
    ]


async def test_other_periods_are_asked_for(upstream: Upstream, client: PoliteClient) -> None:
    """A week, a month and what is trending are the API's own words."""
    source = HuggingFaceDaily(client, upstream.address + "/")
    upstream.says("/api/daily_papers", page(upstream, FULL))
    for got in (await source.week("2026-W34"), await source.month("2026-08")):
        assert got.papers == (DRAFT,)
    assert (await source.trending()).papers == (DRAFT,)
    asked = [request.split(" ")[1].partition("?")[2] for request in upstream.requests]
    assert asked == [
        "week=2026-W34&limit=100",
        "month=2026-08&limit=100",
        "sort=trending&limit=100",
    ]
    with pytest.raises(ValueError, match="week"):
        await source.week("34")
    with pytest.raises(ValueError, match="month"):
        await source.month("August")


async def test_a_full_page_of_a_list_has_a_next_one_by_its_number(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Where no header says where it is: a month has more papers than a page. It ends with a page
    that is not full, or that has nothing new; what trends ends with its first page.
    """
    path = "/api/daily_papers"
    dated = {"publishedAt": "2026-08-21"}
    full = [[item(page * 100 + n, **dated) for n in range(1, 101)] for page in range(2)]
    upstream.says(path, page(upstream, *full[0]))
    source = HuggingFaceDaily(client, upstream.address)
    assert len((await source.trending()).papers) == 100
    for asked, last, papers, pages in (
        ("month=2026-08", [item(201, **dated)], 201, 3),
        ("month=2026-08", [], 200, 3),
        ("month=2026-08", full[1], 200, 3),
    ):
        for number, items in enumerate((full[1], last), start=1):
            upstream.says(f"{path}?{asked}&limit=100&p={number}", page(upstream, *items))
        got = await source.month("2026-08")
        assert (len(got.papers), got.pages, got.complete) == (papers, pages, True)


async def test_papers_of_another_day_are_counted(upstream: Upstream, client: PoliteClient) -> None:
    """A paper's day is its own, whatever day was asked for."""
    upstream.says("/api/daily_papers", page(upstream, FULL, item(2)))
    got = await HuggingFaceDaily(client, upstream.address).day(date(2026, 8, 22))
    assert [paper.released for paper in got.papers] == [DAY, date(2026, 8, 22)]
    assert got.elsewhen == 1


@pytest.mark.parametrize(
    ("target", "pages", "complete"),
    [
        ("https://example.org/api/daily_papers?p=1", 1, False),
        ("/api/daily_papers?p=1", 2, True),
    ],
)
async def test_paging_stays_at_home_and_ends(
    upstream: Upstream, client: PoliteClient, target: str, pages: int, *, complete: bool
) -> None:
    """Another host is not followed, and a page that leads to itself is the last."""
    upstream.says("/api/daily_papers", page(upstream, item(1), next_page=target))
    got = await HuggingFaceDaily(client, upstream.address).trending()
    assert (got.pages, got.complete) == (pages, complete)


async def test_paging_ends_after_twenty_pages(upstream: Upstream, client: PoliteClient) -> None:
    """The twenty-first page is left unread, and that is said."""
    path = "/api/daily_papers"
    for number in range(30):
        here = f"{path}?p={number}" if number else path
        upstream.says(
            here,
            page(
                upstream,
                item(number + 1, publishedAt="2026-08-21"),
                next_page=f"{path}?p={number + 1}",
            ),
        )
    got = await HuggingFaceDaily(client, upstream.address).trending()
    assert (len(got.papers), got.pages, got.complete) == (20, 20, False)


async def test_an_empty_day_is_an_empty_page(upstream: Upstream, client: PoliteClient) -> None:
    """A Sunday has no papers, and the page after nothing is not asked for."""
    upstream.says("/api/daily_papers", page(upstream, next_page="/api/daily_papers?p=1"))
    got = await HuggingFaceDaily(client, upstream.address).day(date(2026, 8, 23))
    assert (got.papers, got.pages, got.complete) == ((), 1, True)


async def test_a_refusal_is_the_callers(upstream: Upstream, client: PoliteClient) -> None:
    """An error of the API keeps its status; an object instead of a list is of the wrong shape."""
    source = HuggingFaceDaily(client, upstream.address)
    upstream.says("/api/daily_papers", upstream.answer(b'{"error": "no"}', status=400))
    with pytest.raises(SourceRefused) as refused:
        await source.day(DAY)
    assert refused.value.status == 400
    upstream.says("/api/daily_papers", upstream.answer(b'{"error": "no"}'))
    with pytest.raises(SourceAnswerInvalid) as invalid:
        await source.day(DAY)
    assert invalid.value.reason == "wrong_shape"
    assert upstream.address in invalid.value.address


def test_a_file_is_read_with_the_day_of_its_name(tmp_path: Path) -> None:
    """``2026-08-21.json`` holds the papers of that day; another name holds none but their own."""
    named = tmp_path / "2026-08-21.json"
    named.write_text(json.dumps([item()]))
    assert read_file(named).papers[0].released == DAY
    other = named.rename(tmp_path / "papers.json")
    assert read_file(other).rejected[0].reason == "no_date"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "empty"),
        ("<html>", "html"),
        ('[{"paper"', "truncated"),
        ("papers", "not_json"),
        ("{}", "wrong_shape"),
    ],
)
def test_an_unreadable_file_is_named(tmp_path: Path, body: str, reason: str) -> None:
    """The error says which file and what it was."""
    path = tmp_path / "x.json"
    path.write_text(body)
    with pytest.raises(SourceAnswerInvalid, match=r"x\.json") as caught:
        read_file(path)
    assert caught.value.reason == reason
    with pytest.raises(SourceUnreachable, match=r"nowhere\.json"):
        read_file(tmp_path / "nowhere.json")


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded days are not here")
def test_every_recorded_day_is_read() -> None:
    """500 real days, each paper read, none rejected, each on the day of its file."""
    paths = sorted(RECORDED.glob("*.json"))
    count = 0
    for path in paths:
        reading = read_file(path)
        assert reading.rejected == ()
        assert {paper.released.isoformat() for paper in reading.papers} == {path.stem}
        count += len(reading.papers)
    assert (len(paths), count) == (500, 8471)


@pytest.mark.skipif(not DAMAGED.is_dir(), reason="the damaged days are not here")
def test_damaged_days_are_rejected_clearly() -> None:
    """Items that are text are rejected with their ids; what is no list is refused whole."""
    for name in ("2024-12-11.json", "2025-01-09.json"):
        reading = read_file(DAMAGED / name)
        assert reading.papers == ()
        assert {one.reason for one in reading.rejected} == {"not_an_object"}
        assert all(one.id is not None for one in reading.rejected)
    with pytest.raises(SourceAnswerInvalid, match="status, date, count, data") as caught:
        read_file(DAMAGED / "2025-01-10.json")
    assert caught.value.reason == "wrong_shape"
