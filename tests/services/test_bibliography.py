"""Bibliography: what is written reads back, whatever a title holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import bibtexparser
from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import Links, Paper
from bot.services.bibliography import bibtex

PAPER = Paper(
    1,
    ("arxiv:1706.03762", "doi:10.1000/182_a"),
    "Attention Is All You Need",
    "huggingface",
    date(2026, 8, 21),
    authors=("Ashish Vaswani", "Łukasz Kaiser"),
    published=date(2017, 6, 12),
    links=Links(page="https://huggingface.co/papers/1706.03762"),
)


def read(*papers: Paper) -> list[dict[str, str]]:
    """Write the papers and read them back: every entry's key and fields."""
    library = bibtexparser.parse_string(bibtex(papers))  # pyright: ignore[reportPrivateImportUsage] - as its documentation says
    assert library.failed_blocks == []
    return [
        {"key": entry.key, **{field.key: str(field.value) for field in entry.fields}}
        for entry in library.entries
    ]


def balanced(text: str) -> bool:
    """Say whether BibTeX, which counts braces behind backslashes too, stays within `text`."""
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0


def test_an_entry_has_what_a_reference_needs() -> None:
    """Title with its capitals, authors, year, ids, address."""
    assert read(PAPER) == [
        {
            "key": "vaswani2017attention",
            "title": "{Attention Is All You Need}",
            "author": r"Ashish Vaswani and {\L}ukasz Kaiser",
            "year": "2017",
            "eprint": "1706.03762",
            "archiveprefix": "arXiv",
            "doi": "10.1000/182_a",
            "url": "https://huggingface.co/papers/1706.03762",
        }
    ]


def test_what_is_not_known_is_not_written() -> None:
    """No authors, no address, an id of another kind; the key has names for what is missing."""
    bare = replace(PAPER, ids=("acl:P19-1001",), authors=(), links=Links(), title="它是什么")
    assert read(bare) == [{"key": "anon2017paper", "title": "{它是什么}", "year": "2017"}]
    assert read(replace(bare, authors=(" ",)))[0]["key"] == "anon2017paper"


def test_keys_are_unique_within_a_file() -> None:
    """The second of a name is its b; after z come numbers."""
    keys = [entry["key"] for entry in read(*[PAPER] * 30)]
    assert len(set(keys)) == 30
    stem = "vaswani2017attention"
    assert keys[:3] == [stem, f"{stem}b", f"{stem}c"]
    assert keys[25:27] == [f"{stem}z", f"{stem}26"]


def test_of_two_ids_of_a_kind_the_first_is_written() -> None:
    """A field stands once; two would be a fault."""
    ids = ("arxiv:1706.03762", "arxiv:2001.00001", "doi:10.1/a", "doi:10.1/b")
    (entry,) = read(replace(PAPER, ids=ids))
    assert (entry["eprint"], entry["doi"]) == ("1706.03762", "10.1/a")


def test_a_name_with_an_and_stays_one_name() -> None:
    """“and” parts names."""
    (entry,) = read(replace(PAPER, authors=("Research and Engineering Team", "Ada Lovelace")))
    assert entry["author"] == "{Research and Engineering Team} and Ada Lovelace"


def test_hostile_titles_end_nothing() -> None:
    """Braces, backslashes, entries within titles: text, and no more."""
    hostile = (
        "} @article{evil, title={x}",
        "{{{",
        "\\end{document} \\input{/etc/passwd}",
        "@string{a = 1}",
        '100% of #1 _ideas_ & $x^2$ ~ "quoted"',
        "{\\",
    )
    papers = [replace(PAPER, title=title, authors=(title,)) for title in hostile]
    entries = read(*papers)
    assert len(entries) == len(hostile)
    assert all(balanced(value) for entry in entries for value in entry.values())
    assert balanced(bibtex(papers))


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.text(max_size=40))
def test_any_titles_names_and_addresses_read_back(titles: list[str], tail: str) -> None:
    """As many entries as papers, each with its own key, no brace out of place."""
    papers = [
        replace(
            PAPER,
            title=" ".join(title.split()),
            authors=(" ".join(title.split()),),
            ids=(f"doi:10.1000/{''.join(tail.split())}",),
        )
        for title in titles
    ]
    entries = read(*papers)
    assert len({entry["key"] for entry in entries}) == len(titles)
    assert balanced(bibtex(papers))


def test_what_acts_unseen_is_left_out() -> None:
    """Controls, directions of writing, zero widths and half characters reach no file."""
    title = "A\x00 Ti\x1b[31mtle\u202e of\ud800 Zero\u200bWidth\r\n@misc"
    page = "https://example.org/a\x07b\u202e"
    paper = replace(PAPER, title=title, authors=("Ada\x08 Love\u2066lace",), links=Links(page))
    written = bibtex([paper])
    written.encode()
    assert all(char.isprintable() or char == "\n" for char in written.replace("\t", ""))
    (entry,) = read(paper)
    assert entry["title"] == "{A Ti [31mtle of ZeroWidth @misc}"
    assert entry["author"] == "Ada Lovelace"
