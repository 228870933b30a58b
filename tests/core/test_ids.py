"""External ids: what people paste leads to one normal form, and nothing else does."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.ids import ArxivLinks, arxiv_links, display_id, find_id, find_ids, is_arxiv_id

HASH = "204e3073870fae3d05bcbc2f6a8e263d9b72e776"

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
    ("https://dl.acm.org/doi/abs/10.1145/3292500.3330701", "doi:10.1145/3292500.3330701"),
    ("https://aclanthology.org/2020.acl-main.1/", "acl:2020.acl-main.1"),
    ("https://aclanthology.org/P19-1001.pdf", "acl:P19-1001"),
    ("https://www.aclweb.org/anthology/p19-1001", "acl:P19-1001"),
    ("https://openreview.net/forum?id=rJ4km2R5t7&noteId=x", "openreview:rJ4km2R5t7"),
    ("https://openreview.net/pdf?id=rJ4km2R5t7", "openreview:rJ4km2R5t7"),
    (f"https://www.semanticscholar.org/paper/Some-Title-Smith/{HASH.upper()}", f"s2:{HASH}"),
    ("https://api.semanticscholar.org/CorpusID:13756489", "s2:corpusid:13756489"),
    ("https://www.semanticscholar.org/arxiv/1706.03762", "arxiv:1706.03762"),
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
    "doi:nature",
    "acl:",
    "s2:abc",
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
        ("file:x", "file:x"),
    ],
)
def test_an_id_is_shown_as_its_house_writes_it(external_id: str, shown: str) -> None:
    """People read the form they know."""
    assert display_id(external_id) == shown
