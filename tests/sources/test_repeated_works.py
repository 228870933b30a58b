"""Pages that people wrote by hand or with some theme: their works, and what is none of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.ports import UnfitSourceError
from bot.sources.bibliography_reading import parse_bibliography
from bot.sources.html_tree import parse_html
from bot.sources.repeated_works import repeated_works

TITLES = ("Learning to Fly with Small Models", "Another Nice Title for Papers")
NAMES = (("A. Lee", "B. Doe"), ("C. Foe",))
DAYS = (date(2024, 1, 1), date(2023, 1, 1))

GROUPS = {
    "a list without links": """<ul>
<li>A. Lee, B. Doe. <b>Learning to Fly with Small Models</b>. ICML 2024.</li>
<li>C. Foe. <i>Another Nice Title for Papers</i>. NeurIPS 2023.</li></ul>""",
    "titles in quotes": """<ol>
<li>A. Lee and B. Doe, “Learning to Fly with Small Models,” in Proc. ICML, 2024.</li>
<li>C. Foe: "Another Nice Title for Papers". NeurIPS 2023.</li></ol>""",
    "the year in brackets": """<ul>
<li>Lee, A., & Doe, B. (2024). Learning to Fly with Small Models. <i>Journal of Things</i>, 3.
<li>Foe, C. (2023). Another Nice Title for Papers. <i>Annals of More Things of Old</i>, 1.</ul>""",
    "the journal in italics": """<ul>
<li>A. Lee and B. Doe. Learning to Fly with Small Models. <em>Annals of All Things</em>, 2024.
<li>C. Foe. Another Nice Title for Papers. <em>Journal of Machine Learning</em>, 2023.</ul>""",
    "paragraphs with a DOI": """<h2>2024</h2>
<p>A. Lee, B. Doe. <b>Learning to Fly with Small Models</b>.
 <a href="https://doi.org/10.1000/abc">doi</a></p>
<p>C. Foe. <b>Another Nice Title for Papers</b>. NeurIPS 2023.
 <a href="https://arxiv.org/abs/2301.00001">arXiv</a></p>""",
    "rows of a table": """<table><tr><th>Year</th><th>Paper</th></tr>
<tr><td>2024<td><a href="https://arxiv.org/abs/2301.00003">Learning to Fly with Small Models</a>
 <br>A. Lee, B. Doe
<tr><td>2023<td><a href="https://arxiv.org/abs/2301.00001">Another Nice Title for Papers</a>
 <br>C. Foe</table>""",
    "divisions of a theme": """<div class="publication">
<div class="pub-title">Learning to Fly with Small Models</div><div class="pub-authors">A. Lee, B.
Doe</div><div>ICML 2024</div><a href="https://arxiv.org/abs/2301.00003">pdf</a></div>
<div class="publication"><div class="pub-title">Another Nice Title for Papers</div>
<div class="pub-authors">C. Foe</div><div>2023</div><a href="/paper.pdf">pdf</a></div>""",
    "papers that lie there": """<ul>
<li>A. Lee, B. Doe. <b>Learning to Fly with Small Models</b>. ICML 2024. <a href="1.pdf">pdf</a>
<li>C. Foe. <b>Another Nice Title for Papers</b>. NeurIPS 2023. <a href="p2.pdf">pdf</a></ul>""",
    "titles that are links, names below": """<div class="list"><div class="item">
<h3><a href="/lee">Learning to Fly with Small Models</a></h3><p>A. Lee, B. Doe</p><p>ICML 2024</p>
</div><div class="item featured"><h3><a href="/foe">Another Nice Title for Papers</a></h3>
<p>C. Foe</p><p>2023</p></div></div>""",
    "a profile": """<table><tbody>
<tr class="gsc_a_tr"><td class="gsc_a_t"><a class="gsc_a_at" href="/citations?view">Learning to Fly
with Small Models</a><div class="gs_gray">A. Lee, B. Doe</div><div class="gs_gray">ICML</div></td>
<td class="gsc_a_c"><a href="/c">12</a></td><td class="gsc_a_y"><span>2024</span></td></tr>
<tr class="gsc_a_tr"><td class="gsc_a_t"><a class="gsc_a_at" href="/citations?view2">Another Nice
Title for Papers</a><div class="gs_gray">C. Foe</div><div class="gs_gray">NeurIPS</div></td>
<td class="gsc_a_c"></td><td class="gsc_a_y"><span>2023</span></td></tr></tbody></table>""",
    "a list under each year": """<h1>Publications</h1><h2>2024</h2><ul>
<li>A. Lee, B. Doe: <em>Learning to Fly with Small Models</em>. ICML.</li></ul>
<h2>2023</h2><ul><li>C. Foe: <em>Another Nice Title for Papers</em>. NeurIPS.</li></ul>""",
    "one's own, with whom": """<h2>Papers</h2><ul>
<li><a href="a.pdf">Learning to Fly with Small Models</a>, with A. Lee and B. Doe, ICML 2024.</li>
<li><a href="b.pdf">Another Nice Title for Papers</a> (with C. Foe), NeurIPS 2023.</li></ul>""",
}


def read(page: str) -> list[tuple[str, tuple[str, ...], date | None]]:
    """What a page of the lab tells."""
    told = parse_bibliography(f"<html>{page}".encode(), "lab", "https://lab.example.org/p/")
    return [(one.title, one.authors, one.published) for one in told.papers]


@pytest.mark.parametrize("name", GROUPS)
def test_entries_that_are_made_alike_are_works(name: str) -> None:
    """Title, names and year, however the page is made; menus beside them cost nothing."""
    menu = "<nav><ul><li><a href='/'>The Home of Our Laboratory</a><li>2024</ul></nav>"
    assert read(menu + GROUPS[name]) == list(zip(TITLES, NAMES, DAYS, strict=True))


def test_ids_files_and_venues_are_kept() -> None:
    """A paper that lies there is linked, what stands in italics or below the names is the venue."""
    (one, other), (scholar, _) = (
        parse_bibliography(f"<html>{GROUPS[name]}".encode(), "lab", "https://lab.org/p/").papers
        for name in ("papers that lie there", "a profile")
    )
    assert (one.links.pdf, other.links.pdf) == (
        "https://lab.org/p/1.pdf",
        "https://lab.org/p/p2.pdf",
    )
    assert scholar.venue == "ICML"
    one, other = parse_bibliography(
        f"<html>{GROUPS['the year in brackets']}".encode(), "lab"
    ).papers
    assert (one.venue, other.venue) == ("Journal of Things", "Annals of More Things of Old")


@pytest.mark.parametrize(
    "entry",
    [
        '<li>A. Lee. <a href="https://arxiv.org/abs/2301.00001">A Title of Some Words</a>. 2024',
        '<li><b>A Title of Some Words</b> <a href="https://doi.org/10.1000/x">doi</a>',
        '<tr><td><a href="/c">A Title of Some Words</a><div>A. Lee</div><td>2024',
    ],
)
def test_one_entry_is_enough_where_it_is_sure(entry: str) -> None:
    """It has an id, or a line each for its title, its names and its year."""
    assert [title for title, _, _ in read(f"<div>{entry}</div>")] == ["A Title of Some Words"]


NO_WORKS = {
    "a menu": """<ul class="menu"><li><a href="/a">About the laboratory and us</a>
<li><a href="/papers.pdf">Papers of the last years, 2024</a>
<li><a href="/c">How to find us</a></ul>""",
    "a list of links": """<ul><li><a href="https://arxiv.org/">The arXiv preprint server</a>
<li><a href="https://lab.org/handbook.pdf">The handbook of our laboratory</a>
<li><a href="/c">Jane Doe, John Roe and others</a></ul>""",
    "the archive of a blog": """<h2>Archive</h2><ul>
<li><a href="/2023/05/x">Why I moved to the sea at last</a> <time>May 3, 2023</time></li>
<li><a href="/2023/04/y">Ten things that I have learned</a> <time>Apr 1, 2023</time></ul>""",
    "a blog of several authors": """<div class="post">
<h2><a href="/x">Why We Moved to the Sea</a></h2>
<div class="author">Jane Doe</div><div class="date">3 May 2023</div></div>
<div class="post"><h2><a href="/y">Ten Things That We Learned</a></h2>
<div class="author">John Roe</div><div class="date">April 1, 2023</div></div>""",
    "posts by their years": """<h2>2023</h2><ul><li>May 3 <a href="/x">Why We Moved to the Sea</a>
<li>Apr 1 <a href="/y">Ten Things That We Learned</a></ul>""",
    "comments": """<ol class="comment-list"><li><b>Jane Doe</b> said in 2023: as
<a href="https://doi.org/10.1000/x">the paper of my own group</a> shows</li>
<li><b>John Roe</b> said in 2023: <a href="https://doi.org/10.1000/y">this paper of us</a></ol>""",
    "comments of no class": """<h3>3 comments</h3><div><p>Jane Doe</p><p>May 3, 2023</p>
<p>I liked “the part about the small models” most.</p></div><div><p>John Roe</p><p>May 4, 2023</p>
<p>I did not like “the part about small models” at all.</p></div>""",
    "paragraphs that link": """<p>In 2017 <a href="https://arxiv.org/abs/1706.03762">Attention Is
All You Need</a> changed everything.</p><p>Then came
<a href="https://arxiv.org/abs/1810.04805">BERT, a model of
language</a>, in 2018.</p>
<p><a href="https://arxiv.org/abs/2005.14165">Language Models Are
Few-Shot Learners</a> followed in 2020.</p>""",
    "people": """<ul><li><b>Jane van der Doe</b>, PhD student since 2021</li>
<li><b>John Roe</b>. Professor of many hard things. Since 2003</li>
<li><a href="/a">Ann Marie van Other</a>, guest in 2022</li></ul>""",
    "news": """<h2>News</h2><ul><li>[2024] <b>Our paper was accepted at ICML</b></li>
<li>[2023] Jane Doe: <b>A Great Talk on Small Models</b>, 2023</li></ul>""",
    "talks": """<h2>Invited talks</h2><ul>
<li>A. Lee. <b>Learning to Fly with Models</b>. Oxford 2024.
<li>A. Lee. <b>Learning to Swim with Models</b>. Cambridge 2023.</ul>""",
    "minutes": """<ul><li><a href="m1.pdf">Minutes of the board's meeting</a>, 2023
<li><a href="m2.pdf">Minutes of the general assembly</a>, 2022</ul>""",
    "a shop": """<div class="card"><h3>A very nice pair of shoes</h3><p>49,99 EUR</p></div>
<div class="card"><h3>A very nice pair of gloves</h3><p>Best of 2023</p></div>""",
    "a list of one that is nothing but a link": """<ul><li>
<a href="https://arxiv.org/abs/2301.00001">Our paper is on the arXiv now</a></ul>""",
}


@pytest.mark.parametrize("name", NO_WORKS)
def test_what_is_made_alike_and_no_works_is_refused(name: str) -> None:
    """Nothing comes of it at all."""
    with pytest.raises(UnfitSourceError) as caught:
        read(f"<body>{NO_WORKS[name]}</body>")
    assert caught.value.why == "no_entries"


@pytest.mark.parametrize("name", NO_WORKS)
def test_what_is_no_work_is_left_out_beside_works(name: str) -> None:
    """They are another group."""
    page = f"{NO_WORKS[name]}<h1>Publications</h1>{GROUPS['a list without links']}"
    assert [title for title, _, _ in read(f"<body>{page}</body>")] == list(TITLES)


PIECES = [
    *("<ul>", "<li>", "<p>", "<div class=x>", "<tr>", "<td>", "<b>", "</b>", "</div>", "</ul>"),
    *("<h2>2024</h2>", "<h2>Talks</h2>", "A. Lee, B. Doe. ", "Some Words of a Title. ", "(2020). "),
    *(
        "<a href=https://doi.org/10.1000/x>",
        "<a href=x.pdf>",
        "</a>",
        "\u201cA Quoted Title It Is\u201d",
    ),
    *("<br>", "with ", "and ", ", ", "May 3 ", "<span class=title>", "<i class=author>"),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join))
def test_any_page_is_read(page: str) -> None:
    """Nothing raises, and every work has a title."""
    assert all(one.title for one in repeated_works(parse_html(page)))


@pytest.mark.parametrize(
    "piece", [*PIECES, "<div><p><b>A Title of Words</b>", "<p>A. Lee. B. Doe. "]
)
def test_a_hostile_page_costs_no_more_than_its_length(piece: str) -> None:
    """However often a piece is repeated: it ends, well within the test's own time."""
    page = parse_html((piece * 20_000)[:400_000])
    assert len(repeated_works(page)) <= 20_000
