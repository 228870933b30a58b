"""Any feed becomes papers: journals, preprint servers and blogs, whole or slightly broken."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import httpx
import pytest
import sample_feeds
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.ampersands import with_ampersands
from bot.sources.answer_cache import AnswerCache
from bot.sources.feed_drafts import MOST_AUTHORS, authors_of, page_of_feed
from bot.sources.feed_reading import Document, Fault, read
from bot.sources.feeds import Feed
from bot.sources.html_text import plain_text
from bot.sources.http import Limits, PoliteClient
from bot.sources.reading import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from bot.sources.reading_forms import Reading
    from tests.sources.conftest import Upstream

TODAY = date(2026, 8, 21)
ADDRESS = "https://example.org/feed"


def page(body: bytes, content_type: str = "application/rss+xml", today: date = TODAY) -> Reading:
    """What a feed tells, read here and now."""
    document = read(body, content_type, ADDRESS)
    assert isinstance(document, Document), document
    return page_of_feed(document, "name", today)


async def test_a_feed_is_fetched_and_read_beside_the_bot(
    upstream: Upstream, client: PoliteClient
) -> None:
    """The name that it was given is the papers' source; feedparser is not loaded here."""
    loaded = "feedparser" in sys.modules
    address = upstream.says("/f", upstream.answer(sample_feeds.BIORXIV, Content_Type="text/xml"))
    feed = Feed(client, "bioRxiv", address, reader=Reader(), today=lambda: TODAY)
    told = await feed.latest()
    assert (feed.name, told.title) == ("bioRxiv", "bioRxiv Channel: Neuroscience")
    (paper,) = told.papers
    assert paper.ids == ("doi:10.1101/2026.08.18.671234",)
    assert paper.title == "How Drosophila sleeps & dreams"
    assert paper.authors == ("A. M. Lovelace", "M. Perutz")
    assert paper.abstract.startswith("Flies sleep. They may well dream, as is shown here for the")
    assert "alert" not in paper.abstract
    assert (paper.source, paper.released, paper.published) == (
        "bioRxiv",
        paper.published,
        date(2026, 8, 20),
    )
    assert paper.links.page == "https://doi.org/10.1101/2026.08.18.671234"
    assert ("feedparser" in sys.modules) == loaded


def test_a_journal_tells_doi_venue_and_authors() -> None:
    """In PRISM's and Dublin Core's fields; the content is taken where the description says little;
    a day is UTC's.
    """
    first, second = page(sample_feeds.JOURNAL).papers
    assert first.ids == ("doi:10.1000/things.1",)
    assert first.title == "On things – a review"
    assert (first.venue, first.keywords) == ("J. Things", ("things",))
    assert first.authors == ("Ada Lovelace", "Max Perutz")
    assert (first.published, first.released) == (TODAY, TODAY)
    assert first.abstract.endswith("than was thought.")
    assert second.ids[0].startswith("feed:")
    assert len(second.ids[0]) == 37
    assert (second.published, second.released) == (None, TODAY)
    assert second.links.page == "https://www.example.org/articles/2"


def test_an_entry_at_a_papers_address_is_that_paper() -> None:
    """By its own address, Atom's `alternate`."""
    feed = sample_feeds.ATOM.replace(b"/posts/1", b"https://arxiv.org/abs/2608.01234v2")
    (paper,) = page(feed).papers
    assert paper.ids == ("arxiv:2608.01234",)
    assert (paper.title, paper.released) == ("Why <b> is bold", date(2026, 8, 20))
    assert paper.links.pdf == "https://arxiv.org/pdf/2608.01234"


def test_an_entry_that_links_to_papers_is_none_of_them() -> None:
    """Two papers that one entry speaks of would become one; a relative address is made whole."""
    second = b'<link rel="related" href="https://doi.org/10.1000/other"/><author>'
    (paper,) = page(sample_feeds.ATOM.replace(b"<author>", second)).papers
    (own,) = paper.ids
    assert own.startswith("feed:")
    assert paper.links.page == "https://example.org/posts/1"


def test_what_a_json_feed_points_at_is_not_the_entry() -> None:
    """Its `external_url` is the page that the entry is about."""
    entry = {
        "id": "1",
        "url": "https://a.org/1",
        "external_url": "https://arxiv.org/abs/2608.01234",
        "title": "On a paper",
    }
    told = {"version": "https://jsonfeed.org/version/1.1", "items": [entry]}
    (paper,) = page(json.dumps(told).encode()).papers
    assert paper.ids[0].startswith("feed:")


def test_spaces_in_names_count_once_and_names_are_bounded() -> None:
    """However many of them stand in a feed."""
    (one,) = page(sample_feeds.rss(sample_feeds.item(1, author="Ada" + " " * 1_900 + "Bo"))).papers
    assert one.authors == ("Ada Bo",)
    many = [", ".join(f"Ada B{number}x{line}" for number in range(300)) for line in range(10)]
    assert len(authors_of(many)) == MOST_AUTHORS


def test_a_json_feed_is_read() -> None:
    """Version 1 and 1.1; an id may be a number; what is no object is told by its place."""
    told = page(sample_feeds.JSON_FEED, "application/feed+json")
    seven, eight, nine = told.papers
    assert told.title == "A JSON feed"
    (odd,) = told.remarks
    assert (told.broken, odd.why) == ("", "not_an_object")
    assert odd.item == f"no. {odd.place + 1}"
    assert (seven.title, seven.abstract) == ("Seven things", "They are seven.")
    assert (seven.authors, seven.keywords) == (("Ada Lovelace",), ("things",))
    assert seven.published == date(2026, 8, 20)
    assert (eight.ids, eight.authors) == (("doi:10.1000/eight",), ("Max Perutz",))
    assert eight.abstract == "1 < 2"
    assert nine.authors == ("The House",)


BROKEN_OFF = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": f"{number}", "title": f"Entry {number}"} for number in range(5)],
    }
).encode()[:-20]


@pytest.mark.parametrize("on_the_line", [True, False])
async def test_of_a_json_feed_that_breaks_off_the_whole_entries_arrive(
    upstream: Upstream, client: PoliteClient, on_the_line: bool
) -> None:
    """Wherever it was cut; a line says that it is broken."""
    length = str(len(BROKEN_OFF) + 20 * on_the_line)
    address = upstream.says("/f", upstream.answer(BROKEN_OFF, Content_Length=length))
    once = client.within(replace(client.limits, attempts=1))
    feed = Feed(once, "blog", address, reader=Reader(), today=lambda: TODAY)
    with structlog.testing.capture_logs() as logs:
        told = await feed.latest()
    assert [one.title for one in told.papers] == [f"Entry {number}" for number in range(4)]
    (line,) = [line for line in logs if line["log_level"] == "warning"]
    assert (line["event"], line["source"]) == ("feed_broken", "blog")
    assert line["error"].startswith("truncated")


async def test_a_feed_that_breaks_off_is_asked_for_as_a_whole_again(
    upstream: Upstream, tmp_path: Path
) -> None:
    """No cache keeps it; one that is only written badly is kept."""
    whole = sample_feeds.rss(sample_feeds.item(1, title="AT&T"), sample_feeds.item(2))
    cache, transport = AnswerCache(tmp_path / "answers"), httpx.AsyncHTTPTransport()
    limits = Limits(spacing=0, attempts=1)
    async with PoliteClient(
        user_agent="t", limits=limits, cache=cache, transport=transport
    ) as client:
        feed = Feed(client, "n", f"{upstream.address}/f", reader=Reader(), today=lambda: TODAY)
        for body, kept in ((whole[:-30], False), (whole, True)):
            upstream.says("/f", upstream.answer(body, ETag='"x"'))
            assert (await feed.latest()).papers
            assert (await cache.find(f"{upstream.address}/f") is not None) == kept


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("AT&T wins", "AT&T wins"),
        ("Q&A", "Q&A"),
        ("A & B", "A & B"),
        ("R&D; more", "R&D; more"),
        ("x &amp; y &lt; z", "x & y < z"),
        ("AT&T &nbsp;wins &#233;&#xe9;", "AT&T wins éé"),
        ("<![CDATA[AT&T and Q&A]]>", "AT&T and Q&A"),
        ("<![CDATA[AT&amp;T]]> &T", "AT&T &T"),
    ],
)
@pytest.mark.parametrize("more", ["", "<b>", "&nbsp;"])
def test_ampersands_that_stand_for_themselves_stay(written: str, meant: str, more: str) -> None:
    """Whether or not the feed is otherwise well-formed; nothing follows them that was not there."""
    title = sample_feeds.item(1, title="@").replace("@", written)
    other = sample_feeds.item(2).replace("Paper 2", f"Paper 2{more}")
    one, _ = page(sample_feeds.rss(title, other)).papers
    assert one.title == meant


def test_ampersands_in_addresses_stay() -> None:
    """The link is the one that was meant, and a line says what was wrong."""
    link = "https://b.org/x?a=1&b=2&copy=3"
    told = page(sample_feeds.rss(sample_feeds.item(1, guid="", link=link)))
    assert [one.links.page for one in told.papers] == [link]
    assert told.broken == "has bare ampersands"


@given(st.binary(max_size=200) | st.text(alphabet="&<![CDAT]>#x;amp1 ").map(str.encode))
def test_bare_ampersands_are_escaped_once(body: bytes) -> None:
    """Whatever stands around them; without them nothing changes."""
    once = with_ampersands(body)
    assert with_ampersands(once) == once
    assert once.replace(b"&amp;", b"&") == body.replace(b"&amp;", b"&")
    if b"&" not in body:
        assert once == body


def test_an_entry_keeps_its_id() -> None:
    """It hangs on the guid, else on the link, and on nothing that changes."""
    first = page(sample_feeds.rss(sample_feeds.item(1))).papers[0]
    again = page(sample_feeds.rss(sample_feeds.item(1, title="Another", link="https://b.org/x")))
    assert again.papers[0].ids == first.ids
    bare = page(sample_feeds.rss(sample_feeds.item(1, guid=""))).papers[0]
    assert (
        bare.ids == page(sample_feeds.rss(sample_feeds.item(1, guid="", title="X"))).papers[0].ids
    )


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("é".encode(), "text/xml; charset=us-ascii"),
        ("é".encode(), "text/html"),
        ("é".encode(), "application/octet-stream; charset=no-such"),
        ("é".encode("latin-1"), "application/rss+xml"),
        ("é".encode("latin-1"), "application/rss+xml; charset=utf-8"),
        ("é".encode("cp1252"), ""),
    ],
)
def test_a_feed_that_misdeclares_its_encoding_is_read(body: bytes, content_type: str) -> None:
    """By the header or in its own first line."""
    feed = sample_feeds.rss(sample_feeds.item(1, title="Caf@ au lait")).replace(b"@", body)
    (paper,) = page(feed, content_type).papers
    assert paper.title == "Café au lait"


@pytest.mark.parametrize(
    "breaks",
    [
        (b"</item>", b"</item>\x00\x0b"),
        (b"Paper 1", b"Paper & 1 &nbsp; &rarr;"),
        (b"Paper 1", b"Paper 1 < 2"),
        (b"</channel></rss>", b""),
        (b"<?xml", b"\n \n<?xml"),
        (b"Paper 1", b"<b>Paper 1"),
        (b"<item>", b"<item><media:x>y</media:x>"),
    ],
)
def test_a_feed_that_is_slightly_broken_is_read(breaks: tuple[bytes, bytes]) -> None:
    """Both entries arrive."""
    whole = sample_feeds.rss(sample_feeds.item(1), sample_feeds.item(2))
    told = page(whole.replace(*breaks, 1))
    assert len(told.papers) == 2
    assert [one.published for one in told.papers] == [date(2026, 8, 20)] * 2


def test_a_day_to_come_is_no_day_to_be_brought_out_on() -> None:
    """Journals date issues ahead; a day in another century is none."""
    ahead = sample_feeds.item(1, pubDate="Tue, 01 Dec 2026 00:00:00 GMT")
    far = sample_feeds.item(2, pubDate="Tue, 01 Dec 2126 00:00:00 GMT")
    one, two = page(sample_feeds.rss(ahead, far)).papers
    assert (one.published, one.released) == (date(2026, 12, 1), TODAY)
    assert (two.published, two.released) == (None, TODAY)


def test_no_more_than_five_hundred_entries_are_read() -> None:
    """The first ones, which are the newest."""
    feed = sample_feeds.rss(*(sample_feeds.item(number) for number in range(600)))
    document = read(feed, "", ADDRESS)
    assert isinstance(document, Document)
    assert (len(document.entries), document.more) == (500, 100)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (["Smith, J., Doe, A. B., Ng, A.-B."], ("J. Smith", "A. B. Doe", "A.-B. Ng")),
        (["Ada Lovelace, Max Perutz and Li Na"], ("Ada Lovelace", "Max Perutz", "Li Na")),
        (["Lovelace, Ada; Perutz, Max"], ("Ada Lovelace", "Max Perutz")),
        (["Lovelace, Ada"], ("Ada Lovelace",)),
        (["Ada Lovelace, Max Perutz"], ("Ada Lovelace", "Max Perutz")),
        (["Ada Lovelace", "Ada Lovelace", " "], ("Ada Lovelace",)),
        ([], ()),
    ],
)
def test_authors_are_told_one_by_one(told: list[str], names: tuple[str, ...]) -> None:
    """However they stand in a line."""
    assert authors_of(told) == names


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("if a<b then c>d", "if ad"),
        ("x<sub>2</sub> y<br/>z", "x2 y z"),
        ("<p>one</p><p>two</p>", " one  two "),
        ("a<!-- b --> c", "a c"),
        ("a<!-- b", "a"),
        ("a<script>b</script>c<style>d", "ac"),
        ("<unknown>tag", "<unknown>tag"),
        ('<a href="x">y</a>', "y"),
        ("<jats:p>y</jats:p>", " y "),
    ],
)
def test_text_is_taken_out_of_html(markup: str, text: str) -> None:
    """Tags by their names; “a<b then c>” cannot be told from one."""
    assert plain_text(markup) == text


@given(st.text(st.sampled_from("<>/!-abp &;script"), max_size=200))
def test_no_tag_of_html_is_left(markup: str) -> None:
    """And nothing raises."""
    assert "<p>" not in plain_text(markup)
    assert "<script>" not in plain_text(markup)


@given(st.binary(max_size=300), st.sampled_from(["", "<rss><channel><item>", "<feed>", "{"]))
def test_any_bytes_are_a_document_or_a_fault(body: bytes, start: str) -> None:
    """Reading raises nothing."""
    read(start.encode() + body, "text/xml", ADDRESS)


def test_a_feed_is_never_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    """Whoever answers with a path learns nothing of what lies there."""
    path = tmp_path / "feed.xml"
    path.write_bytes(sample_feeds.rss(sample_feeds.item(1)))
    assert isinstance(read(str(path).encode(), "text/xml", ADDRESS), Fault)
