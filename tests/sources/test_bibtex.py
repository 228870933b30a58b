"""BibTeX and BibLaTeX: what real files contain, and what broken ones do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.papers import PaperDraft
from bot.core.visibility import is_own_id
from bot.services.ports import Told, UnfitSourceError
from bot.sources.bibliography_reading import parse_bibliography
from bot.sources.bibtex_values import peeled

REAL = Path(__file__).parents[3] / "shared" / "data" / "fixtures" / "bib"


def read(text: str) -> Told:
    """Read a file's text."""
    return parse_bibliography(text.encode(), "lab")


def one(text: str) -> PaperDraft:
    """The only entry of a file."""
    (draft,) = read(text).papers
    return draft


def test_an_entry_becomes_a_draft() -> None:
    """Title, people, day, venue, ids and links; its source and release are left open."""
    draft = one(r"""
        @inproceedings{vaswani, title = {Attention Is All You Need}, year = 2017, month = dec,
          author = {Vaswani, Ashish and Noam Shazeer and van der Berg, Jr., Jan and others},
          booktitle = "Advances in {NeurIPS}", eprint = {1706.03762v7}, archivePrefix = "arXiv",
          abstract = {The dominant models\dots}, keywords = {attention, transformers}}""")
    assert draft.title == "Attention Is All You Need"
    assert draft.authors == ("Ashish Vaswani", "Noam Shazeer", "Jan van der Berg Jr.")
    assert (draft.published, draft.dated) == (date(2017, 12, 1), "month")
    assert draft.venue == "Advances in NeurIPS"
    assert draft.ids == ("arxiv:1706.03762",)
    assert draft.links.page == "https://arxiv.org/abs/1706.03762"
    assert draft.keywords == ("attention", "transformers")
    assert (draft.source, draft.released) == ("", date.min)


@pytest.mark.parametrize(
    ("fields", "day", "dated"),
    [
        ("year = 2020", date(2020, 1, 1), "year"),
        ("year = {2020}, month = mar", date(2020, 3, 1), "month"),
        ("year = {2020}, month = {March}", date(2020, 3, 1), "month"),
        ("year = {2020}, month = 3, day = 14", date(2020, 3, 14), "day"),
        ("year = {2020}, month = mar # {~14}", date(2020, 3, 14), "day"),
        ("year = {2020}, month = {14 March}", date(2020, 3, 14), "day"),
        ("date = {2020-03-14}", date(2020, 3, 14), "day"),
        ("date = {2020-03/2021}", date(2020, 3, 1), "month"),
        ("date = {2020-21}", date(2020, 1, 1), "year"),
        ("year = {2020}, month = {2}, day = {31}", date(2020, 2, 1), "month"),
        ("year = {c. 2020a}", date(2020, 1, 1), "year"),
        ("year = {in press}", None, "day"),
        ("year = {99999}", None, "day"),
        ("year = {}", None, "day"),
        ("note = {nothing}", None, "day"),
    ],
)
def test_days_as_people_write_them(fields: str, day: date | None, dated: str) -> None:
    """What cannot be a day is none, and costs nothing else."""
    draft = one(f"@misc{{k, title = {{A Title}}, {fields}}}")
    assert (draft.published, draft.dated) == (day, dated)


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        ("doi = {10.1000/ABC}", ("doi:10.1000/abc",)),
        ("doi = {https://doi.org/10.1000/abc}", ("doi:10.1000/abc",)),
        ("url = {https://arxiv.org/abs/2305.14314v2}", ("arxiv:2305.14314",)),
        ("eprint = {2305.14314}, eprinttype = {arXiv}", ("arxiv:2305.14314",)),
        ("eprint = {hep-ph/9806471}, archivePrefix = {arXiv}", ("arxiv:hep-ph/9806471",)),
        ("eprint = {12345}, eprinttype = {pubmed}", ()),
        ("journal = {arXiv preprint arXiv:2305.14314}", ("arxiv:2305.14314",)),
        ("note = {doi:10.1000/abc, to appear}", ("doi:10.1000/abc",)),
        ("doi = {no doi}", ()),
    ],
)
def test_ids_stand_in_many_fields(fields: str, ids: tuple[str, ...]) -> None:
    """Without any, one is made of title and author."""
    draft = one(f"@misc{{k, title = {{A Title}}, {fields}}}")
    assert draft.ids == ids or (not ids and is_own_id(draft.ids[0]))


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("{{The {ATLAS} Collaboration} and Doe, J.}", ("The ATLAS Collaboration", "J. Doe")),
        (r"{M{\"u}ller, J{\'e}r{\^o}me and \L{}ukasz Kaiser}", ("Jérôme Müller", "Łukasz Kaiser")),
        ('"Doe, Jane and et al."', ("Jane Doe",)),
        ("{family=Müller, given=Jo, prefix=von}", ("Jo von Müller",)),
        ("{Barnes and {Noble and Sons}}", ("Barnes", "Noble and Sons")),
        ("{}", ()),
        ("{Jane\n   Doe AND John Doe}", ("Jane Doe", "John Doe")),
    ],
)
def test_names_as_one_reads_them(field: str, names: tuple[str, ...]) -> None:
    """Corporations stay whole, nobody is called “others”."""
    assert one(f"@misc{{k, title = {{A Title}}, author = {field}}}").authors == names


def test_strings_are_put_in_and_joined() -> None:
    """Whatever the case of their names, and from one another."""
    draft = one(
        '@string(ml = "Machine Learning")\n@string{Conf = "Conf. on " # ml}\n'
        "@article{k, title = {On } # CONF, journal = conf # { (} # 5 # {)}}"
    )
    assert draft.title == "On Conf. on Machine Learning"
    assert draft.venue == "Conf. on Machine Learning (5)"


def test_an_entry_borrows_from_its_collection() -> None:
    """Year and book title; the collection itself is no work, and a circle ends."""
    told = read("""
        @inproceedings{a, title = {A Chapter}, author = {Doe, J.}, crossref = {P1}}
        @inproceedings{b, title = {Another}, crossref = {c}}
        @inproceedings{c, title = {Third}, crossref = {b}}
        @proceedings{p1, title = {The Proceedings}, year = 1999, editor = {Roe, R.}}""")
    chapter, *others = told.papers
    assert (chapter.title, chapter.venue) == ("A Chapter", "The Proceedings")
    assert chapter.published == date(1999, 1, 1)
    assert [draft.title for draft in others] == ["Another", "Third"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("{{Weak Interactions, and Strong}}", "Weak Interactions, and Strong"),
        (r"Collisions at $ \sqrt{s} $ = 13 TeV", "Collisions at √(s) = 13 TeV"),
        ("Tensor{F}low: A {System}", "TensorFlow: A System"),
        (r"100\% Accuracy \& More", "100% Accuracy & More"),
        ("<i>In vivo</i> Imaging", "In vivo Imaging"),
    ],
)
def test_titles_are_fit_to_read(written: str, read_as: str) -> None:
    """Without braces, commands and tags."""
    assert one(f"@misc{{k, title = {{{written}}}}}").title == read_as


def test_a_broken_entry_costs_itself() -> None:
    """And is told with its key, as are keys and works that stand twice, and missing titles."""
    told = read("""
        @article{good, title = {Good}, year = 2001}
        @article{good, title = {Twice}, year = 2002}
        @article{cut, title = {Cut
        @article{untitled, author = {Doe, J.}}
        @article{punct, title = {...}}
        @article{same, title = {Good}}
        @article{twice, title = {One}, title = {Two}}
        @article(paren, title = {Parentheses})
        @comment{nothing} @preamble{"\\relax"}
        no entry at all""")
    assert [draft.title for draft in told.papers] == ["Good", "One", "Parentheses"]
    assert told.keys == ("good", "twice", "paren")
    assert {fault.item for fault in told.faults} == {"good", "cut", "untitled", "punct", "same"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("just words", "unknown"),
        ("@article{", "no_entries"),
        ("@article{k, author = {Nobody}}", "no_entries"),
        ("@a{k,t={x}}\n" * 30_000, "too_many"),
        ("".join(f"@a{{k{n}, title={{T{n}}}}}\n" for n in range(5_001)), "too_many"),
        ("@article{k, title = {" + "x" * 50_000_000, "too_large"),
    ],
    ids=["empty", "blank", "words", "cut", "untitled", "blocks", "entries", "50MB"],
)
def test_a_whole_file_that_cannot_be_read_says_why(text: str, why: str) -> None:
    """One error names the source."""
    with pytest.raises(UnfitSourceError, match="lab") as caught:
        read(text)
    assert caught.value.why == why


def test_a_title_of_ten_thousand_letters_is_cut() -> None:
    """It is shown as far as a title goes."""
    draft = one(f"@misc{{k, title = {{{'long ' * 2_000}}}, year = 2020}}")
    assert len(draft.title) <= 600


def test_reading_again_gives_the_same_ids() -> None:
    """What is written otherwise is the same work."""
    before = one("@misc{k, title = {A Study of {Things}}, author = {Doe, Jane}}")
    after = one("@article{other, title = {A study of things}, author = {Jane Doe}, year = 2020}")
    assert before.ids == after.ids


def doubling(macros: int) -> str:
    """Each macro is twice the one before."""
    lines = "".join(f"@string{{s{at} = s{at - 1} # s{at - 1}}}\n" for at in range(1, macros))
    return f"@string{{s0 = {{{'x' * 100}}}}}\n{lines}"


@pytest.mark.parametrize(
    "text",
    [
        doubling(40) + "@misc{a, title = s39}",
        "@string{s = {"
        + "x" * 90_000
        + "}}\n"
        + "".join(f"@misc{{a{at}, title = {{T}}, note = s}}\n" for at in range(100)),
        "@xdata{s, note = {"
        + "x" * 90_000
        + "}}\n"
        + "".join(f"@misc{{a{at}, title = {{T}}, xdata = {{s}}}}\n" for at in range(100)),
    ],
    ids=["doubling", "often", "lent"],
)
def test_macros_do_not_grow_without_end(text: str) -> None:
    """Neither in one value nor in the whole file."""
    with pytest.raises(UnfitSourceError, match="without end") as caught:
        read(text)
    assert caught.value.why == "too_large"


def test_macros_may_stand_for_much_and_values_may_be_long() -> None:
    """As long as they are put in now and then; what is longer than anybody reads is cut."""
    assert len(one(doubling(8) + "@misc{a, title = {T}, abstract = s7}").abstract) == 12_800
    assert one("@misc{a, title = {T}, abstract = {" + "x " * 90_000 + "}}").abstract


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("{{{Whole Title}}}", "Whole Title"),
        ("{ {Whole} }", "Whole"),
        ("{Two} {Parts}", "Two Parts"),
        ("{{A}} {B}", "A B"),
        ("{a}}{b", "ab"),
    ],
)
def test_braces_around_a_whole_title_are_taken_off(title: str, read_as: str) -> None:
    """And those that keep capitals."""
    assert _peeled_title(title) == read_as


@given(st.text(st.sampled_from('{}a \\"'), max_size=40))
def test_braces_are_peeled_as_one_by_one(value: str) -> None:
    """In one pass, the same is left."""
    told = value
    while told.startswith("{") and _closing(told) == len(told) - 1:
        told = told[1:-1].strip()
    assert peeled(value) == told


def _closing(value: str) -> int:
    """Where the brace that opens at the start is closed; its length where it is not."""
    depth = 0
    for at, letter in enumerate(value):
        if letter in "{}" and value[at - 1 : at] != "\\":
            depth += 1 if letter == "{" else -1
            if depth == 0:
                return at
    return len(value)


def _peeled_title(title: str) -> str:
    return peeled(title).replace("{", "").replace("}", "")


def test_keywords_are_cut_at_commas() -> None:
    """Spaces around them do not count, however many."""
    draft = one("@misc{a, title = {T}, keywords = {a" + " " * 500 + "b ; c ,d}}")
    assert draft.keywords == ("a b", "c", "d")


_BITS = st.sampled_from(
    ["@article{", "@string(", "k,", "title", "=", "{", "}", '"', "#", ",", "\n", "\\", "and", "$"]
)


@settings(max_examples=300)
@given(st.lists(_BITS | st.text(max_size=5), max_size=40).map(" ".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """With entries that have a title and an id, or with a reason."""
    try:
        told = read(text)
    except UnfitSourceError:
        return
    assert all(draft.title and draft.ids for draft in told.papers)


@pytest.mark.parametrize(
    ("field", "why"),
    [
        (f"title = {{{'Long ' * 2_000}}}", "the title is too long, and cut"),
        ("title = {T of it}, date = {2021-13-45}", "the date is none"),
        ("title = {T of it}, date = {2021-02-30}", "the date is none"),
        ("title = {T of it}, year = {foo}", "the date is none"),
        ("title = {T of it}, doi = {nonsense}", "the id is none"),
        ("title = {T of it}, eprint = {99}, archiveprefix = {arXiv}", "the id is none"),
        ("title = {T of it}, doi = {x}, year = {y}", "the date is none; the id is none"),
    ],
)
def test_what_is_odd_about_an_entry_is_told_once(field: str, why: str) -> None:
    """It counts all the same."""
    told = parse_bibliography(f"@misc{{good, title = {{A}}}} @misc{{k, {field}}}".encode(), "lab")
    assert len(told.papers) == 2
    assert [(one.item, one.why, one.mended) for one in told.faults] == [("k", why, True)]


@pytest.mark.parametrize(
    "field",
    [
        "date = {2021}",
        "date = {2021-05}",
        "date = {2021-05-04/2021-05-06}",
        "year = {n.d.}",
        "year = {to appear}",
        "year = {}",
        "doi = {https://doi.org/10.1000/x}",
        "eprint = {2305.14314v2}, archiveprefix = {arXiv}",
        "eprint = {9}, eprinttype = {hal}",
    ],
)
def test_what_is_written_well_is_not_odd(field: str) -> None:
    """As exactly as it is known."""
    assert parse_bibliography(f"@misc{{k, title = {{A}}, {field}}}".encode(), "lab").faults == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    """A file says none."""
    content = "@misc{k, title = {Über Größe}}".encode(encoding)
    assert parse_bibliography(content, "lab").papers[0].title == "Über Größe"


@pytest.mark.skipif(not REAL.is_dir(), reason="the recorded bibliographies are not here")
@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("Charlotte-Knight+Thesis__thesis.bib", 148),
        ("d2l-ai+d2l-en__d2l.bib", 476),
        ("1jamesthompson1+AIML501__references.bib", 133),
    ],
)
def test_real_bibliographies_are_read_whole(name: str, entries: int) -> None:
    """Nothing but what stands twice is left out, and no markup is left in."""
    told = parse_bibliography((REAL / name).read_bytes(), "lab")
    assert len(told.papers) == entries
    assert {one.why for one in told.faults if not one.mended} <= {"stands above already"}
    texts = [text for one in told.papers for text in (one.title, *one.authors, one.venue or "")]
    assert [text for text in texts if "\\" in text or "{" in text or "}" in text] == []
    assert len({one.ids for one in told.papers}) == entries
