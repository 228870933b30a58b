"""CSL-JSON: what reference managers write."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.ports import Told, UnfitSourceError
from bot.sources.bibliography_reading import parse_bibliography


def read(data: object) -> Told:
    """Read JSON."""
    return parse_bibliography(json.dumps(data).encode(), "lab")


def test_an_item_becomes_a_draft() -> None:
    """With its people, day, venue, id and page."""
    item = {
        "id": "vaswani",
        "type": "article-journal",
        "title": "Attention Is All You Need",
        "author": [
            {"family": "Vaswani", "given": "Ashish"},
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
            {"literal": "The ATLAS Collaboration"},
            "nobody",
        ],
        "issued": {"date-parts": [["2017", 12, "6"]]},
        "container-title": "NeurIPS",
        "DOI": "10.1000/ABC",
        "URL": "https://example.org/paper",
        "abstract": "<jats:p>It is.</jats:p>",
    }
    (draft,) = read([item]).papers
    assert draft.authors == ("Ashish Vaswani", "Ludwig van Beethoven", "The ATLAS Collaboration")
    assert (draft.published, draft.dated) == (date(2017, 12, 6), "day")
    assert (draft.venue, draft.ids) == ("NeurIPS", ("doi:10.1000/abc",))
    assert read({"items": [item]}).papers == read(item).papers == (draft,)


@pytest.mark.parametrize(
    ("issued", "day", "dated"),
    [
        ({"date-parts": [[2020]]}, date(2020, 1, 1), "year"),
        ({"date-parts": [[2020, 5]]}, date(2020, 5, 1), "month"),
        ({"date-parts": [[2020, 13, 40]]}, date(2020, 1, 1), "year"),
        ({"date-parts": [[2020, 2], [2021]]}, date(2020, 2, 1), "month"),
        ({"date-parts": []}, None, "day"),
        ({"date-parts": [[True]]}, None, "day"),
        ({"date-parts": [["x"]]}, None, "day"),
        ({"date-parts": [[10**30]]}, None, "day"),
        ({"raw": "May 2020"}, date(2020, 5, 1), "month"),
        ({"literal": "sometime"}, None, "day"),
        ("2020-05-04", date(2020, 5, 4), "day"),
        (2020, None, "day"),
    ],
)
def test_days(issued: object, day: date | None, dated: str) -> None:
    """An invalid one is none."""
    (draft,) = read([{"title": "A Title", "type": "book", "issued": issued}]).papers
    assert (draft.published, draft.dated) == (day, dated)


def test_what_is_no_item_costs_itself() -> None:
    """It is told by its place, or by its key."""
    good = {"title": "Good", "type": "book"}
    told = read([good, "text", None, {"type": "book", "id": "untitled", "author": 5}, good])
    assert [draft.title for draft in told.papers] == ["Good"]
    assert [fault.item for fault in told.faults] == ["no. 2", "no. 3", "untitled", "no. 5"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"a": 1}', "unknown"),
        (b"[]", "unknown"),
        (b'[{"title": "A", "type": "book"', "broken"),
        (b"[" * 100_000, "broken"),
        (b'[{"title": "", "type": "book"}]', "no_entries"),
        (json.dumps([{"title": "A", "type": "b"}] * 5_001).encode(), "too_many"),
    ],
    ids=["object", "nothing", "cut", "deep", "untitled", "many"],
)
def test_other_json_is_refused(content: bytes, why: str) -> None:
    """With its reason."""
    with pytest.raises(UnfitSourceError) as caught:
        parse_bibliography(content, "lab")
    assert caught.value.why == why


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)
_FIELDS = ("title", "type", "author", "issued", "DOI", "URL", "container-title", "abstract", "id")


@given(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(_FIELDS, _VALUES)), max_size=4))
def test_fields_of_any_type_are_read_or_absent(items: list[dict[str, object]]) -> None:
    """Nothing raises but the refusal."""
    try:
        told = read(items)
    except UnfitSourceError:
        return
    assert all(draft.title for draft in told.papers)


def test_what_the_list_calls_its_entries_is_told() -> None:
    """As text, beside the papers; nothing where it has no name for one."""
    told = read(
        [
            {"type": "book", "id": 7, "title": "One"},
            {"type": "book", "id": "x", "citation-key": "two2020", "title": "Two"},
            {"type": "book", "id": ["no"], "title": "Three"},
        ]
    )
    assert told.keys == ("7", "two2020", "")


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"title": "Long " * 2_000}, "the title is too long, and cut"),
        ({"issued": {"date-parts": [["x", 99]]}}, "the date is none"),
        ({"DOI": "nonsense"}, "the id is none"),
    ],
)
def test_what_is_odd_about_an_item_is_told_once(odd: dict[str, object], why: str) -> None:
    """It counts all the same; what says nothing of its day is not odd."""
    good = {"id": "good", "type": "book", "title": "A", "issued": {"date-parts": []}}
    told = read([good, {**good, "id": "l", "title": "Another", **odd}])
    assert len(told.papers) == 2
    assert [(one.item, one.why, one.mended) for one in told.faults] == [("l", why, True)]
