"""Publications out of web pages, and pages out of which there is nothing to be had."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.ports import Told, UnfitSourceError
from bot.sources.bibliography_reading import parse_bibliography
from bot.sources.html_tree import MOST_ELEMENTS, TooManyElementsError, parse_html

AL_FOLIO = """<!DOCTYPE html><html><head><title>publications | A Lab</title></head><body>
<div class="publications"><h2 class="bibliography">2025</h2><ol class="bibliography"><li>
<div class="row"><div class="col-sm-2 abbr"><abbr class="badge">ICML</abbr></div>
<div id="ko" class="col-sm-8"><div class="title">DistiLLM-2: A Contrastive Approach &amp; More</div>
<div class="author">Jongwoo Ko, Tianyi Chen<sup>*</sup>, Sungnyun Kim, and
<span class="more-authors" title="click to view 2 more authors" onclick="var element = $(this);
var more_authors_text = element.text() == '2 more authors' ? 'Tianyu Ding, Luming Liang' :
'2 more authors';">2 more authors</span></div>
<div class="periodical"><em>In ICML</em>, Mar 2025</div>
<div class="links"><a class="abstract btn" role="button">Abs</a>
<a href="http://arxiv.org/abs/2503.07067" class="btn">arXiv</a>
<a href="/assets/pdf/ko.pdf" class="btn">PDF</a> <a href="https://github.com/a/b">Code</a></div>
<div class="abstract hidden"><p>Despite the success of distillation.</p></div></div></div></li>
<li><div class="row"><div><div class="title">Without Much</div><div class="author">Jane Doe</div>
</div></div></li></ol>
<h2 class="year">2024</h2><ol class="bibliography"><li><div class="title">An Older One</div>
<div class="author">Jane Doe and John Roe</div><div class="periodical"></div></li></ol></div>"""

JSON_LD = """<html><script type="application/ld+json">{"@graph": [
{"@type": "WebSite", "name": "Not this"},
{"@type": ["ScholarlyArticle"], "headline": "On Things", "author": [{"name": "Jane Doe"},
 {"givenName": "John", "familyName": "Roe"}, "Ann Other"], "datePublished": "2024-05-04",
 "isPartOf": {"name": "Journal of Things"}, "sameAs": "https://doi.org/10.1000/x"},
{"@type": "Thesis", "name": "A Thesis", "identifier": [{"value": "arXiv:2305.14314"}]}]}</script>
<script type="application/ld+json">{broken</script>"""

MICRODATA = """<ul class="publ-list"><li class="entry article" id="conf/x/Lee24" itemscope
itemtype="http://schema.org/ScholarlyArticle"><a href="https://doi.org/10.1000/x" itemprop="url">
x</a><cite><span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url"
href="/p"><span itemprop="name">A. Lee</span></a></span>, <span itemprop="author"><span
itemprop="name">B. Doe</span></span>: <span class="title" itemprop="name">On Flight.</span>
<span itemprop="isPartOf" itemscope itemtype="http://schema.org/Periodical"><span
itemprop="name">Journal of Things</span></span> <span itemprop="datePublished">2024</span></cite>
<li itemscope itemtype="https://schema.org/Person"><span itemprop="name">Nobody's Article</span>
<li itemscope itemtype="https://schema.org/Thesis"><b itemprop="name headline">A Thesis</b>
<meta itemprop="author" content="C. Foe"><time itemprop="datePublished" datetime="2023-05-04">
May</time></ul>"""

COINS = """<p><span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=On+Things&amp;
rft.jtitle=Journal&amp;rft.au=Doe%2C+Jane&amp;rft.au=Roe%2C+John&amp;rft.date=2020-03&amp;
rft_id=info%3Adoi%2F10.1000%2Fx"></span><span class="Z3988" title="rft.btitle=A+Book&amp;
rft.aulast=Doe&amp;rft.aufirst=Jane"></span>"""

LISTED = """<h1>People</h1><ul><li><a href="/a">Home</a></li></ul><h2>Papers of 2023</h2><ul>
<li>Jane Doe, John Roe. <b>On the Nature of Things</b>. ICML 2022.
 <a href="https://arxiv.org/abs/2305.14314">arXiv</a>
<li>Ann Other: \u201cA Longer Story of Small Words\u201d, <a href="https://doi.org/10.1000/x">doi</a>
<li>And <a href="https://doi.org/10.1000/y">Links Can Be Titles Too</a>
<li>A talk about none of this</ul>"""


def read(page: str) -> Told:
    """Read a page that came from the lab's site."""
    return parse_bibliography(page.encode(), "lab", "https://lab.example.org/publications/")


def test_an_al_folio_page_is_read_whole() -> None:
    """Names behind a click, the year of the heading, addresses of its own, the hidden abstract."""
    told = read(AL_FOLIO)
    first, second, older = told.papers
    assert told.keys[0] == "ko"
    assert told.title == "publications | A Lab"
    assert first.title == "DistiLLM-2: A Contrastive Approach & More"
    assert first.authors == (
        "Jongwoo Ko",
        "Tianyi Chen",
        "Sungnyun Kim",
        "Tianyu Ding",
        "Luming Liang",
    )
    assert (first.published, first.dated) == (date(2025, 3, 1), "month")
    assert (first.venue, first.ids) == ("ICML", ("arxiv:2503.07067",))
    assert first.links.code == "https://github.com/a/b"
    assert first.abstract == "Despite the success of distillation."
    assert (second.published, second.dated) == (date(2025, 1, 1), "year")
    assert (older.published, older.authors) == (date(2024, 1, 1), ("Jane Doe", "John Roe"))


@pytest.mark.parametrize(
    ("shown", "program", "names"),
    [
        ("Jane Doe, and 4 more authors", "", ("Jane Doe",)),
        ("Jane Doe and 1 more author", "", ("Jane Doe",)),
        ("1" * 50_000, "", ("1" * 199 + "…",)),
        ("Jane Doe", "x ? 'John Roe,  Ann  Other' : 'y'", ("Jane Doe", "John Roe", "Ann Other")),
        ("Jane Doe", "a ? b : c ? &quot;It's O'Neill&quot;  : d", ("Jane Doe", "It's O'Neill")),
        ("Jane Doe", "?'" * 19_000, ("Jane Doe",)),
        ("Jane Doe", "?" + " " * 19_000 + "'", ("Jane Doe",)),
        ("Jane Doe", "'more' == x", ("Jane Doe",)),
    ],
    ids="many one digits hidden quotes open spaces none".split(),
)
def test_names_behind_a_click_are_found(shown: str, program: str, names: tuple[str, ...]) -> None:
    """Where the page's program has them between quotes, before a colon."""
    hidden = f'<span class="more-authors" onclick="{program}">3 more authors</span>'
    page = (
        '<ol><li><div class="title">A Title of a Paper</div>'
        f'<div class="author">{shown}{hidden if program else ""}</div></li></ol>'
    )
    (draft,) = read(f"<html>{page}").papers
    assert draft.authors == names


def test_articles_in_json_ld() -> None:
    """Only scholarly ones; what is no JSON is a fault of its own."""
    told = read(JSON_LD)
    article, thesis = told.papers
    assert article.authors == ("Jane Doe", "John Roe", "Ann Other")
    assert (article.published, article.venue) == (date(2024, 5, 4), "Journal of Things")
    assert article.ids == ("doi:10.1000/x",)
    assert thesis.ids == ("arxiv:2305.14314",)
    assert [fault.item for fault in told.faults] == ["JSON-LD no. 2"]


def test_articles_in_microdata() -> None:
    """What stands in an author or a journal is theirs; other kinds of things are no works."""
    article, thesis = read(MICRODATA).papers
    assert (article.title, article.authors) == ("On Flight.", ("A. Lee", "B. Doe"))
    assert (article.ids, article.venue) == (("doi:10.1000/x",), "Journal of Things")
    assert (article.published, article.dated) == (date(2024, 1, 1), "year")
    assert (thesis.title, thesis.authors) == ("A Thesis", ("C. Foe",))
    assert thesis.published == date(2023, 5, 4)


def test_coins() -> None:
    """Articles and books, names turned round."""
    article, book = read(COINS.replace("\n", "")).papers
    assert (article.title, article.venue) == ("On Things", "Journal")
    assert article.authors == ("Jane Doe", "John Roe")
    assert (article.published, article.ids) == (date(2020, 3, 1), ("doi:10.1000/x",))
    assert (book.title, book.authors) == ("A Book", ("Jane Doe",))


def test_lists_whose_titles_stand_out() -> None:
    """In bold, in quotes, as a link; the year behind the title or above the list."""
    bold, quoted, linked = read(LISTED).papers
    assert (bold.title, bold.authors) == ("On the Nature of Things", ("Jane Doe", "John Roe"))
    assert (bold.published, bold.ids) == (date(2022, 1, 1), ("arxiv:2305.14314",))
    assert (quoted.title, quoted.authors) == ("A Longer Story of Small Words", ("Ann Other",))
    assert quoted.published == date(2023, 1, 1)
    assert linked.title == "Links Can Be Titles Too"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>We publish a lot.</p></body></html>",
        "<html><h1>Maintenance</h1>",
        "<ul><li>No links: Doe, J. (2020). Things. <li>Roe, J. (2021). More.</ul>",
        (
            '<ul><li><a href="https://doi.org/10.1000/x">doi</a>'
            '<li><a href="https://doi.org/10.1000/y">pdf</a>'
            '<li><b>One Of Four Alone</b> <a href="https://doi.org/10.1000/z">x</a>'
            '<li><b>Another One Of Four</b> <a href="https://doi.org/10.1000/a">x</a></ul>'
        ),
        '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        "<",
    ],
)
def test_where_entries_cannot_be_told_apart_the_page_is_refused(page: str) -> None:
    """Nothing is made of prose, and entities stand for nothing."""
    with pytest.raises(UnfitSourceError) as caught:
        read(page)
    assert caught.value.why == "no_entries"


def test_a_page_without_end_is_refused() -> None:
    """By its length, and by its elements."""
    for page in ("<p>" + "x" * 5_000_000, "<b>" * (MOST_ELEMENTS + 1)):
        with pytest.raises(UnfitSourceError) as caught:
            read(page)
        assert caught.value.why == "too_large"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a<b>b</b>c<p>d", "abc d"),
        ("<ul><li>a<li>b</ul>c", "a b c"),
        ("<div>a</p></i>b</div>", "ab"),
        ("a<!-- <b> -->b<![CDATA[x]]>c", "abc"),
        ("a < b &amp; c &lt; d", "a < b & c < d"),
        ("<script>if (a<b) '</b>'</script>x<style>y</style>", "x"),
        ("<a href='x>y' title=\"a'b\" c=d e>z</a>", "z"),
        ("a<b never ends", "a"),
        ("a<script>never ends", "a"),
        ("<br/>a<br>b<img src=x>", "a b"),
        ("<noscript>seen</noscript>", "seen"),
        ("a</ >b</>c", "abc"),
        ("<table><tr><td>a<tr><td>b<td>c</table>", "a b c"),
    ],
)
def test_pages_are_read_as_browsers_do(page: str, text: str) -> None:
    """Whatever is left open, or never was."""
    assert parse_html(page).text() == text


def test_a_row_ends_where_the_next_begins() -> None:
    """Also where nothing in it was closed."""
    rows = [one for one in parse_html("<table><tr><td>a<tr><td>b<td>c").walk() if one.tag == "tr"]
    assert [row.text() for row in rows] == ["a", "b c"]
    assert rows[1].lines() == ["b", "c"]


def test_attributes_are_read_in_every_way_they_are_written() -> None:
    """Quoted twice, once and not at all; the first of two counts."""
    (one,) = parse_html("<A HREF='x&amp;y' b=\"c d\" e=f/g h b=z>").walk()
    assert one.attributes == {"href": "x&y", "b": "c d", "e": "f/g", "h": ""}


_PIECES = st.sampled_from(
    ["<", ">", "</", "<li", "<a href=", '"', "'", "<!--", "-->", "<script>", "</script>", "&lt;"]
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=50).map("".join))
def test_any_text_is_a_page(page: str) -> None:
    """Nothing raises, and no tag is left in what is read."""
    assert "\0" not in parse_html(page.replace("\0", "")).text()


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<![", "<a b='", "</a ", "<script>", "&a", "<", "<p>x</b>"]
)
def test_a_hostile_page_is_read_once(piece: str) -> None:
    """Each character costs the same, however many there are."""
    try:
        parse_html(piece * 50_000).text()
    except TooManyElementsError:
        pytest.fail("there are not so many")
