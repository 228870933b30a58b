"""External ids: what people paste leads to one normal form, and nothing else does."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.id_pages import doi_of, page_of
from bot.core.ids import ArxivLinks, arxiv_links, display_id, find_id, find_ids, is_arxiv_id

HASH = "204e3073870fae3d05bcbc2f6a8e263d9b72e776"
SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"

PASTED = [
    ("2305.14314", "arxiv:2305.14314"),
    ("  2305.14314v12\n", "arxiv:2305.14314"),
    ("arXiv:2305.14314v2", "arxiv:2305.14314"),
    ("ARXIV: 2305.14314V2", "arxiv:2305.14314"),
    ("arXiv:2305.14314v1 [cs.LG] 23 May 2023", "arxiv:2305.14314"),
    ("arXiv:0704.0001 [hep-ph]", "arxiv:0704.0001"),
    ("2305.14314", "arxiv:2305.14314"),
    ("“2305.14314”.", "arxiv:2305.14314"),
    ("(2305.14314)", "arxiv:2305.14314"),
    ("2503.02130", "arxiv:2503.02130"),
    ("math/0211159", "arxiv:math/0211159"),
    ("q-bio/0512013", "arxiv:q-bio/0512013"),
    ("comp-gas/9401001", "arxiv:comp-gas/9401001"),
    ("hep-th/9711200v3", "arxiv:hep-th/9711200"),
    ("cs.LG/0401001", "arxiv:cs/0401001"),
    ("cond-mat.mtrl-sci/0001001", "arxiv:cond-mat/0001001"),
    ("arXiv:math.GT/0309136", "arxiv:math/0309136"),
    ("https://arxiv.org/abs/2305.14314", "arxiv:2305.14314"),
    ("<https://arxiv.org/abs/2305.14314v2>", "arxiv:2305.14314"),
    ("http://www.arxiv.org/pdf/2305.14314.pdf", "arxiv:2305.14314"),
    ("https://arxiv.org/pdf/2305.14314v2.pdf#page=3", "arxiv:2305.14314"),
    ("https://arxiv.org/pdf/2305.14314", "arxiv:2305.14314"),
    ("arxiv.org/abs/2305.14314?context=cs.CL", "arxiv:2305.14314"),
    ("https://export.arxiv.org/abs/hep-th/9711200", "arxiv:hep-th/9711200"),
    ("https://arxiv.org/html/2305.14314v1#S3.F2", "arxiv:2305.14314"),
    ("https://ar5iv.labs.arxiv.org/html/2305.14314", "arxiv:2305.14314"),
    ("https://huggingface.co/papers/2305.14314", "arxiv:2305.14314"),
    ("https://hf.co/papers/2305.14314#6470", "arxiv:2305.14314"),
    ("https://www.alphaxiv.org/abs/2305.14314v2", "arxiv:2305.14314"),
    ("https://alphaxiv.org/overview/2305.14314?x=1", "arxiv:2305.14314"),
    ("alphaxiv.org/pdf/2305.14314/", "arxiv:2305.14314"),
    ("10.48550/arXiv.2305.14314", "arxiv:2305.14314"),
    ("https://doi.org/10.48550/arXiv.2305.14314", "arxiv:2305.14314"),
    ("https://doi.org/10.48550/arxiv.hep-th/9711200", "arxiv:hep-th/9711200"),
    ("https://doi.org/10.1038/nature14539", "doi:10.1038/nature14539"),
    ("doi:10.1038/NATURE14539.", "doi:10.1038/nature14539"),
    ("doi: 10.1038/nature14539", "doi:10.1038/nature14539"),
    ("doi:https://dx.doi.org/10.1038/nature14539", "doi:10.1038/nature14539"),
    ("10.1016/0370-2693(91)90123-4", "doi:10.1016/0370-2693(91)90123-4"),
    ("10.1016/0370-2693(91)90123)", "doi:10.1016/0370-2693(91)90123"),
    ("https://doi.org/10.1145%2F3292500.3330701", "doi:10.1145/3292500.3330701"),
    (SICI, f"doi:{SICI.lower()}"),
    (f"https://doi.org/{SICI}", f"doi:{SICI.lower()}"),
    (
        "https://journals.ametsoc.org/doi/abs/10.1175/1520-0493(1998)126%3C0141:TLO%3E2.0.CO;2-%23",
        "doi:10.1175/1520-0493(1998)126<0141:tlo>2.0.co;2-#",
    ),
    ("https://publisher.example/doi/10.1000/a,.pdf", "doi:10.1000/a"),
    ("https://dl.acm.org/doi/abs/10.1145/3292500.3330701", "doi:10.1145/3292500.3330701"),
    ("https://aclanthology.org/2020.acl-main.1/", "acl:2020.acl-main.1"),
    ("https://aclanthology.org/P19-1001.pdf", "acl:P19-1001"),
    ("https://www.aclweb.org/anthology/p19-1001", "acl:P19-1001"),
    ("https://openreview.net/forum?id=rJ4km2R5t7&noteId=x", "openreview:rJ4km2R5t7"),
    ("https://openreview.net/pdf?id=rJ4km2R5t7", "openreview:rJ4km2R5t7"),
    (f"https://www.semanticscholar.org/paper/Some-Title-Smith/{HASH.upper()}", f"s2:{HASH}"),
    ("https://api.semanticscholar.org/CorpusID:13756489", "s2:corpusid:13756489"),
    (f"https://www.semanticscholar.org/paper/{HASH}/figure/3", f"s2:{HASH}"),
    (f"https://www.semanticscholar.org/reader/{HASH}", f"s2:{HASH}"),
    ("CorpusID:13756489", "s2:corpusid:13756489"),
    ("Corpus ID: 13756489", "s2:corpusid:13756489"),
    ("https://www.semanticscholar.org/arxiv/1706.03762", "arxiv:1706.03762"),
    ("https://arxiv.org/format/2305.14314v1", "arxiv:2305.14314"),
    ("https://arxiv.org/pdf/hep-th/9711200v3.pdf", "arxiv:hep-th/9711200"),
    ("https://arxiv.org/abs/math.GT/0309136v1", "arxiv:math/0309136"),
    ("http://xxx.lanl.gov/abs/hep-th/9711200", "arxiv:hep-th/9711200"),
    ("http://arxiv.lanl.gov/abs/0704.0001", "arxiv:0704.0001"),
    ("https://de.arxiv.org/abs/2305.14314", "arxiv:2305.14314"),
    ("https://browse.arxiv.org/html/2305.14314v3", "arxiv:2305.14314"),
    ("https://scirate.com/arxiv/2305.14314", "arxiv:2305.14314"),
    ("https://huggingface.co/papers/2305.14314.md", "arxiv:2305.14314"),
    ("https://www.alphaxiv.org/overview/2305.14314v2", "arxiv:2305.14314"),
    ("https://aclanthology.org/2020.acl-main.1.pdf", "acl:2020.acl-main.1"),
    ("https://aclanthology.org/2022.findings-emnlp.12.bib", "acl:2022.findings-emnlp.12"),
    ("https://doi.org/10.18653/v1/P19-1001", "acl:P19-1001"),
    ("10.18653/v1/2020.acl-main.1", "acl:2020.acl-main.1"),
    ("10.3115/v1/P14-1062", "acl:P14-1062"),
    ("10.18653/v1/something-else", "doi:10.18653/v1/something-else"),
    ("https://link.springer.com/article/10.1007/BF00994018", "doi:10.1007/bf00994018"),
    ("https://link.springer.com/chapter/10.1007/978-3-1", "doi:10.1007/978-3-1"),
    ("https://www.tandfonline.com/doi/full/10.1080/0144", "doi:10.1080/0144"),
    ("https://journals.aps.org/prl/abstract/10.1103/PhysRev.1", "doi:10.1103/physrev.1"),
    (
        "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf",
        "doi:10.1101/2020.01.02.123456",
    ),
    ("https://openalex.org/W2741809807", "openalex:w2741809807"),
    ("https://api.openalex.org/works/w2741809807", "openalex:w2741809807"),
    ("openalex:W2741809807", "openalex:w2741809807"),
    ("https://api.semanticscholar.org/arXiv:1706.03762", "arxiv:1706.03762"),
]

NO_IDS = [
    "",
    "   ",
    "GPT 4.0123",
    "attention is all you need",
    "Results on 2305.14314",
    "2305.14314 and 1706.03762",
    "4.0123",
    "2313.14314",  # month 13
    "2300.14314",  # month 0
    "2305.1431",  # four digits after 2014
    "1412.12345",  # five digits before 2015
    "0703.1234",  # before new ids began
    "2305.00000",  # arXiv counts from one
    "2305.143145",
    "hep-th/0704001",  # after old ids ended
    "hep-th/9106001",  # before arXiv
    "hep-th/9713001",
    "hep-th/9711000",
    "and/0211159",
    "9/11",
    "https://arxiv.org/",
    "https://arxiv.org/list/cs.CL/recent",
    "https://arxiv.org/a/smith_j_1",
    "https://huggingface.co/papers?date=2025-01-01",
    "https://huggingface.co/models/2305.14314",
    "https://example.org/abs/2305.14314",
    "https://arxiv.org.example.org/abs/2305.14314",
    "https://notarxiv.org/abs/2305.14314",
    "https://openreview.net/group?id=ICLR.cc",
    "https://openreview.net/forum?id=<script>",
    "https://[arxiv.org/abs/2305.14314",
    "10.1038",
    "10.1038/",
    "10.1000/a<b",
    "10.1000/a<b<c>>d",
    "10.1000/a>b<c",
    "doi:nature",
    "acl:",
    "s2:abc",
    "openalex:A123",
    "https://openalex.org/authors/A5023888391",
    "https://aclanthology.org/volumes/2020.acl-main/",
    "https://openreview.net/references/pdf?id=rJ4km2R5t7",
    "https://www.semanticscholar.org/author/A-Vaswani/40348417",
    "https://example.org/article/10.1007",
    "٢٣٠٥.١٤٣١٤",  # digits, but not arXiv's
    "2305.14314" + " " * 3000,
]


@pytest.mark.parametrize(("text", "expected"), PASTED)
def test_what_people_paste_is_understood(text: str, expected: str) -> None:
    """An id, in any of the forms it is copied in, has one normal form."""
    assert find_id(text) == expected


@pytest.mark.parametrize("text", NO_IDS)
def test_other_text_is_no_id(text: str) -> None:
    """A title, a number out of range or an address elsewhere is never taken for an id."""
    assert find_id(text) is None


@pytest.mark.parametrize("expected", sorted({expected for _, expected in PASTED}))
def test_a_normal_form_reads_back_as_itself(expected: str) -> None:
    """What storage holds can be pasted again."""
    assert find_id(expected) == expected


@given(
    st.integers(7, 99),
    st.integers(0, 20),
    st.integers(0, 99_999),
    st.integers(4, 5),
    st.sampled_from(["", "v1", "v12"]),
)
@example(14, 12, 9999, 4, "")
@example(15, 1, 1, 5, "")
@example(7, 3, 1, 4, "")
def test_the_calendar_decides_about_new_ids(
    year: int, month: int, number: int, width: int, version: str
) -> None:
    """Months are 01 to 12 from 2007-04 on, four digits until 2014, five after."""
    digits = f"{number:0{width}d}"
    text = f"{year:02d}{month:02d}.{digits}"
    valid = (
        1 <= month <= 12
        and (year, month) >= (7, 4)
        and number > 0
        and len(digits) == (5 if year >= 15 else 4)
    )
    assert find_id(text + version) == (f"arxiv:{text}" if valid else None)


@given(st.text(max_size=300))
@example("https://[::1")
@example("arxiv:" * 100)
def test_any_text_is_answered_and_an_answer_is_stable(text: str) -> None:
    """Nothing raises, and what comes out is a normal form that reads back as itself."""
    for found in (find_id(text), *find_ids(text)):
        assert found is None or find_id(found) == found


@given(
    st.text(string.ascii_letters + string.digits + ":/.?#&=()[]<>%-_ ", max_size=80),
    st.sampled_from(["arxiv.org/abs/", "doi.org/", "openreview.net/forum?id=", "10.1000/", "s2:"]),
)
def test_text_near_an_id_is_answered_and_stable(text: str, start: str) -> None:
    """The same for text that begins like an id."""
    found = find_id(start + text)
    assert found is None or find_id(found) == found


WRAPPED = [
    "<{}>",
    "({}).",
    "**{}**",
    "`{}`",
    "“{}”",
    "see {}, it is good",
    "[the paper]({})",
    "[the paper](<{}>)!",
    "- {}\n- more",
    "{}…",
]


@given(st.sampled_from(PASTED), st.sampled_from(WRAPPED))
def test_an_address_is_found_however_a_message_dresses_it(
    pasted: tuple[str, str], dress: str
) -> None:
    """Angle brackets, markdown, quotes and a sentence around it are none of it."""
    text, expected = pasted
    if text.startswith(("http", "arxiv:", "doi:10", "10.")) and " " not in text.strip():
        assert find_ids(dress.format(text.strip())) == (expected,)


NEW_STYLE = st.builds(
    lambda year, month, number: f"{year:02d}{month:02d}.{number:05d}",
    st.integers(15, 40),
    st.integers(1, 12),
    st.integers(1, 99_999),
)
OLD_STYLE = st.builds(
    lambda archive, year, month, number: f"{archive}/{year:02d}{month:02d}{number:03d}",
    st.sampled_from(["hep-th", "math", "cs", "quant-ph", "astro-ph", "cond-mat", "cmp-lg"]),
    st.one_of(st.integers(92, 99), st.integers(0, 6)),
    st.integers(1, 12),
    st.integers(1, 999),
)
HOUSES = st.sampled_from(
    [
        "{}",
        "arXiv:{}",
        "https://arxiv.org/abs/{}",
        "http://arxiv.org/pdf/{}.pdf",
        "https://arxiv.org/html/{}#S1",
        "arxiv.org/format/{}",
        "https://export.arxiv.org/abs/{}",
        "https://www.alphaxiv.org/abs/{}",
        "https://alphaxiv.org/overview/{}",
        "https://doi.org/10.48550/arXiv.{}",
        "10.48550/arxiv.{}",
    ]
)


@given(st.one_of(NEW_STYLE, OLD_STYLE), st.sampled_from(["", "v1", "v23"]), HOUSES)
def test_every_house_and_every_version_of_an_arxiv_paper_is_one_paper(
    number: str, version: str, house: str
) -> None:
    """Whoever shows it, in whatever version, the paper has one id, and its DOI leads back to it."""
    assert find_id(house.format(number + version)) == f"arxiv:{number}"
    assert find_id(str(doi_of(f"arxiv:{number}"))) == f"arxiv:{number}"


@pytest.mark.parametrize(
    ("external_id", "doi"),
    [
        ("doi:10.1038/nature14539", "10.1038/nature14539"),
        ("arxiv:math/0211159", "10.48550/arXiv.math/0211159"),
        ("acl:P19-1001", "10.18653/v1/P19-1001"),
        ("openreview:rJ4km2R5t7", None),
        (f"s2:{HASH}", None),
    ],
)
def test_a_doi_is_spelled_where_the_id_has_one(external_id: str, doi: str | None) -> None:
    """A service that knows DOIs only can be asked for arXiv's and the Anthology's papers."""
    assert doi_of(external_id) == doi


@pytest.mark.parametrize(
    "external_id",
    [
        "arxiv:2305.14314",
        "arxiv:math/0211159",
        "doi:10.1038/nature14539",
        "acl:2020.acl-main.1",
        "acl:P19-1001",
        "openreview:rJ4km2R5t7",
        "openalex:w2741809807",
        f"s2:{HASH}",
        "s2:corpusid:13756489",
    ],
)
def test_a_papers_page_leads_back_to_its_id(external_id: str) -> None:
    """What is linked can be pasted again."""
    page = page_of(external_id)
    assert page is not None
    assert page.startswith("https://")
    assert find_id(page) == external_id


DOIS = st.text(
    string.ascii_letters + string.digits + "()<>[]{}#?%&=+;:,./\\^'|~_- äßﬀﷺ", max_size=40
)


@given(DOIS)
@example("S0140-6736(05)67889-6")
@example("a#b?c%41")
@example("(SICI)1(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2")
@example("a/../b//c")
def test_the_page_of_every_doi_is_a_link_that_leads_back(suffix: str) -> None:
    """Whatever is in a DOI is written so that Discord takes the address, and reads back."""
    external_id = find_id(f"10.1000/{suffix}")
    if external_id is not None:
        page = str(page_of(external_id))
        assert re.fullmatch(r"https://doi\.org/[\w/:;.,~%-]+", page, re.ASCII)
        assert find_id(page) == external_id


@pytest.mark.parametrize("other", ["file:x", "arxiv:nothing", "isbn:1"])
def test_what_has_no_page_gets_none(other: str) -> None:
    """No address is made up."""
    assert page_of(other) is None


@given(st.lists(st.sampled_from(PASTED), max_size=6))
def test_ids_are_found_inside_a_message(pasted: list[tuple[str, str]]) -> None:
    """Every id that is one word is found in its order, once, with prose between them."""
    words = [(text.strip("“”."), expected) for text, expected in pasted if " " not in text.strip()]
    message = " look, this: ".join(text for text, _ in words)
    assert find_ids(message) == tuple(dict.fromkeys(expected for _, expected in words))


def test_a_message_in_markdown_gives_its_ids() -> None:
    """Links, brackets, sentences and prefixes with a space do not hide an id."""
    message = (
        "Read [QLoRA](https://arxiv.org/abs/2305.14314v2), then arXiv: 1706.03762; "
        "see also (hep-th/9711200) and doi 10.1038/nature14539. It got 1234.5678901 for $1501.00001"
    )
    assert find_ids(message) == (
        "arxiv:2305.14314",
        "arxiv:1706.03762",
        "arxiv:hep-th/9711200",
        "doi:10.1038/nature14539",
    )


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (f"<https://doi.org/{SICI}>", (f"doi:{SICI.lower()}",)),
        (f"see {SICI}, ({SICI})", (f"doi:{SICI.lower()}",)),
        ("<https://doi.org/10.1000/a><b>3", ("doi:10.1000/a",)),
        (
            "<https://arxiv.org/abs/2305.14314><1706.03762>",
            ("arxiv:2305.14314", "arxiv:1706.03762"),
        ),
        ("10.1000/a<https://arxiv.org/abs/2305.14314>3", ("doi:10.1000/a", "arxiv:2305.14314")),
        ("10.1000/a<@12345>3 10.1000/b<#12>3", ("doi:10.1000/a", "doi:10.1000/b")),
        ("10.1000/a<br>text", ("doi:10.1000/a",)),
    ],
)
def test_angle_brackets_end_an_id_unless_they_are_a_part_of_it(
    message: str, expected: tuple[str, ...]
) -> None:
    """Discord dresses addresses and mentions in them; a DOI made of a SICI has a pair inside."""
    assert find_ids(message) == expected


def test_a_message_without_ids_has_none() -> None:
    """Numbers, fractions and versions in prose are no ids."""
    assert find_ids("version 3.11.0, 50/50, GPT-4.0123, 10.5/7, and/or 24/7 at 12.2024") == ()


def test_arxiv_ids_have_addresses() -> None:
    """The page and PDF at arXiv are made from the id; other namespaces have none here."""
    assert arxiv_links("arxiv:math/0211159") == ArxivLinks(
        "https://arxiv.org/abs/math/0211159", "https://arxiv.org/pdf/math/0211159"
    )
    assert arxiv_links("doi:10.1038/nature14539") is None
    assert is_arxiv_id("arxiv:2305.14314")
    assert not is_arxiv_id("arxiv:2305.14314v2")
    assert not is_arxiv_id("2305.14314")


@pytest.mark.parametrize(
    ("external_id", "shown"),
    [
        ("arxiv:2305.14314", "arXiv:2305.14314"),
        ("doi:10.1038/nature14539", "10.1038/nature14539"),
        ("acl:P19-1001", "ACL P19-1001"),
        ("openreview:rJ4km2R5t7", "OpenReview rJ4km2R5t7"),
        ("s2:corpusid:1", "S2 corpusid:1"),
        ("openalex:w2741809807", "OpenAlex W2741809807"),
        ("file:x", "file:x"),
    ],
)
def test_an_id_is_shown_as_its_house_writes_it(external_id: str, shown: str) -> None:
    """People read the form they know."""
    assert display_id(external_id) == shown
