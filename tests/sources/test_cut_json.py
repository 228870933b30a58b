"""A list in JSON that breaks off: what is whole of it arrives, and is not taken for the whole."""

from __future__ import annotations

import gzip
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.sources.added import AddedReader
from bot.sources.answer_cache import AnswerCache
from bot.sources.cut_json import MOST_ENTRIES, entries_before_cut
from bot.sources.errors import SourceAnswerInvalid, SourceError
from bot.sources.guard import Guard
from bot.sources.http import Limits, PoliteClient
from bot.sources.huggingface import HuggingFaceDaily, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sources.conftest import Upstream

DAY = date(2026, 8, 21)
PATH = "/api/daily_papers"
LIMITS = Limits(connect=2, deadline=2, first_wait=0, jitter=0, spacing=0)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def item(number: int) -> dict[str, Any]:
    """A paper as the daily papers have it."""
    return {
        "paper": {
            "id": f"2608.{number:05}",
            "title": f"Title {number}",
            "submittedOnDailyAt": "2026-08-21T00:00:00.000Z",
        }
    }


def listed(*numbers: int) -> bytes:
    """A whole list of papers."""
    return json.dumps([item(number) for number in numbers]).encode()


def client_of(folder: Path) -> PoliteClient:
    """A client with a cache, which may ask this machine."""
    return PoliteClient(
        user_agent="t",
        limits=LIMITS,
        transport=httpx.AsyncHTTPTransport(),
        cache=AnswerCache(folder),
        guard=Guard(allows=lambda _: True, ports=range(65_536)),
    )


@given(st.lists(values, max_size=6), st.booleans(), st.data())
def test_entries_before_the_cut_are_those_of_the_whole(
    told: list[object], ascii_only: bool, data: st.DataObject
) -> None:
    """Wherever it is cut, also inside a letter: the first ones, and none that was never told."""
    body = json.dumps(told, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    where = data.draw(st.integers(0, len(body)))
    found = entries_before_cut(body[:where])
    if found:
        assert found == told[: len(found)]
    whole = sum(len(json.dumps(told[: n + 1])) < where for n in range(len(told)))
    if ascii_only:
        assert len(found) >= whole


@given(st.binary(max_size=200) | st.text(alphabet='[{]},:"items1 ', max_size=60).map(str.encode))
def test_anything_at_all_has_entries_or_none(body: bytes) -> None:
    """And nothing is raised."""
    assert isinstance(entries_before_cut(body), list)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ('[{"a": 1}, {"a": 2}', [{"a": 1}]),
        ('[{"a": 1}, {"a": 2},', [{"a": 1}, {"a": 2}]),
        ("[1, 12", [1]),
        ('\ufeff \n[{"a": 1},\n', [{"a": 1}]),
        ('{"total": [9], "items": [{"a": 1}, {"b', [{"a": 1}]),
        ('{"total": 9, "it', []),
        ('{"total": 9}', []),
        ("{9: [1, 2", []),
        ('{"items" [1, 2', []),
        ('"text"', []),
        ("", []),
        ('[{"a": 1}, <html>502</html>', [{"a": 1}]),
        ('[{"a": 1}, ' + "[" * 200_000, [{"a": 1}]),
        ('[{"a": 1}, ' + "9" * 10_000, [{"a": 1}]),
    ],
    ids=lambda one: str(one)[:30],
)
def test_what_is_whole_before_a_break(text: str, entries: list[object]) -> None:
    """A list, or the one that an object has as its items; a number at the end may go on."""
    assert entries_before_cut(text.encode()) == entries


@pytest.mark.parametrize(
    ("begin", "one", "entries"),
    [("[", "1,", MOST_ENTRIES), ("[", "{},", MOST_ENTRIES), ("{", '"a":1,', 0)],
)
def test_a_list_of_next_to_nothing_is_read_at_its_beginning(
    begin: str, one: str, entries: int
) -> None:
    """Eight megabytes of it have four million entries, and no list here has more than so many."""
    body = (begin + one * 1_000_000).encode()
    assert len(entries_before_cut(body)) == entries
    assert entries_before_cut((begin + one * (MOST_ENTRIES + 1) + '"items": [7, ').encode()) != [7]


async def test_pages_before_one_that_cannot_be_had_are_not_lost(
    upstream: Upstream, tmp_path: Path
) -> None:
    """Whatever is wrong with it: they are in the error."""
    dated = {"publishedAt": "2026-08-21"}
    for number in range(2):
        full = json.dumps([item(number * 100 + n) | dated for n in range(1, 101)]).encode()
        address = PATH + (f"?month=2026-08&limit=100&p={number}" if number else "")
        upstream.says(address, upstream.answer(full))
    third = f"{PATH}?month=2026-08&limit=100&p=2"
    async with client_of(tmp_path) as client:
        for bad in (
            upstream.answer(b"<html>busy</html>"),
            upstream.answer(b"{}"),
            upstream.answer(listed(1)[:-20], Content_Length="999"),
            upstream.answer(b"", 404),
        ):
            upstream.says(third, bad)
            with pytest.raises(SourceError) as caught:
                await HuggingFaceDaily(client, upstream.address).month("2026-08")
            assert len(caught.value.rescued) == 200


async def test_a_page_without_end_is_read_at_its_beginning(
    upstream: Upstream, tmp_path: Path
) -> None:
    """A hundred papers were asked for; that there is more is one line."""
    body = json.dumps([item(1)] + [{}] * 5_000).encode()
    upstream.says(PATH, upstream.answer(body))
    async with client_of(tmp_path) as client:
        with capture_logs() as logs:
            page = await HuggingFaceDaily(client, upstream.address).trending()
    assert (len(page.papers), len(page.rejected)) == (1, 999)
    assert [one["items"] for one in logs if one["event"] == "items_left_unread"] == [4_001]


def test_latin_letters_are_no_json_of_ours() -> None:
    """Half a letter at the end is a cut; one that is none in the middle is no UTF-8."""
    assert entries_before_cut(b'[{"a": 1}, "\xc3') == [{"a": 1}]
    assert entries_before_cut(b'[{"a": 1}, "\xe9t\xe9", 2]') == []


@pytest.mark.parametrize("how", ["the line", "the source", "its packing"])
async def test_a_day_that_breaks_off_brings_what_is_whole(
    upstream: Upstream, tmp_path: Path, how: str
) -> None:
    """And its other pages; it counts as failed, in words that count them, and is not kept."""
    cut = listed(1, 2, 3)[:-30]
    link = f'<{upstream.address}{PATH}?p=1>; rel="next"'
    first = {
        "the line": upstream.answer(cut, Content_Length="9999", ETag='"a"', Link=link),
        "the source": upstream.answer(cut, ETag='"a"', Link=link),
        "its packing": upstream.answer(
            gzip.compress(listed(1, 2, 3) + b" " * 50, mtime=0)[:-9],
            Content_Encoding="gzip",
            ETag='"a"',
            Link=link,
        ),
    }[how]
    upstream.says(PATH, first)
    upstream.says(PATH + "?p=1", upstream.answer(listed(4), ETag='"b"'))
    async with client_of(tmp_path) as client:
        source = HuggingFaceDaily(client, upstream.address)
        for _ in range(2):
            with pytest.raises(SourceAnswerInvalid) as caught:
                await source.day(DAY)
            assert caught.value.reason == "truncated"
            rescued = [one.title for one in caught.value.rescued]
            assert rescued[:2] == ["Title 1", "Title 2"]
            assert rescued[-1] == "Title 4"
            assert f"papers that came all the same: {len(rescued)}" in str(caught.value)
        upstream.says(PATH, upstream.answer(listed(1, 2, 3)))
        page = await source.day(DAY)
    assert len(page.papers) == 3
    of_the_day = [one for one in upstream.requests if f"{PATH}?date" in one]
    assert not any("If-None-Match" in one for one in of_the_day)
    assert any("If-None-Match" in one for one in upstream.requests)  # of the page that was whole


async def test_a_page_of_which_nothing_is_whole_fails_as_ever(
    upstream: Upstream, tmp_path: Path
) -> None:
    """There is nothing to bring."""
    upstream.says(PATH, upstream.answer(listed(1)[:-20], Content_Length="999"))
    async with client_of(tmp_path) as client:
        with pytest.raises(SourceAnswerInvalid) as caught:
            await HuggingFaceDaily(client, upstream.address).day(DAY)
    assert not caught.value.rescued


def test_half_a_recorded_file_fails_with_what_is_whole(tmp_path: Path) -> None:
    """An import says so, and stores the papers."""
    file = tmp_path / "2026-08-21.json"
    file.write_bytes(listed(1, 2)[:-20])
    with pytest.raises(SourceAnswerInvalid, match="truncated") as caught:
        read_file(file)
    assert [one.title for one in caught.value.rescued] == ["Title 1"]


WORKS = json.dumps(
    [{"type": "book", "title": f"A Title {n}", "issued": {"raw": "2020"}} for n in range(3)]
).encode()


@pytest.mark.parametrize("content_length", ["", "9999"], ids=["at the source", "on the line"])
async def test_half_a_bibliography_is_read_as_far_as_it_goes(
    upstream: Upstream, tmp_path: Path, content_length: str
) -> None:
    """It says that it is broken, and is asked for as a whole the next time."""
    length = content_length or str(len(WORKS) - 10)
    address = upstream.says("/x", upstream.answer(WORKS[:-10], ETag='"a"', Content_Length=length))
    async with client_of(tmp_path) as client:
        reader = AddedReader(client, lambda: DAY)
        for _ in range(2):
            with capture_logs() as logs:
                told = await reader.read("lab", address)
            assert told is not None
            assert [one.title for one in told.papers] == ["A Title 0", "A Title 1"]
            assert told.broken.startswith("truncated")
            assert [one.item for one in told.faults] == ["the end"]
            (line,) = [log for log in logs if log["event"] == "list_broken"]
            assert (line["source"], line["items"]) == ("lab", 2)
    assert not any("If-None-Match" in one for one in upstream.requests)


async def test_half_a_page_that_is_no_json_is_not_read(upstream: Upstream, tmp_path: Path) -> None:
    """Nobody knows which of its entries are whole."""
    half = b"<html><ul class=publications><li><a href=https://arxiv.org/abs/2005.14165>Language Mo"
    for body in (half, b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}, '):
        address = upstream.says("/x", upstream.answer(body, Content_Length="9999"))
        async with client_of(tmp_path) as client:
            with pytest.raises(SourceAnswerInvalid, match="truncated"):
                await AddedReader(client, lambda: DAY).read("lab", address)
