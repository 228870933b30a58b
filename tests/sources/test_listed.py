"""Publications that the operator names, read from an address and from a file."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.services.ports import SourceFault, UnfitSourceError
from bot.sources.answer_cache import AnswerCache
from bot.sources.http import Limits, PoliteClient
from bot.sources.listed import publication_lists
from bot.sources.reading import MOST_BYTES

if TYPE_CHECKING:
    from bot.services.ports import PublicationList
    from tests.sources.conftest import Upstream

BIB = b"@article{k, title = {A Title}, year = 2020, doi = {10.1000/1}}"
PAGE = b"""<html><head><title>Our Lab</title></head><body><ol class="bibliography"><li>
<div class="row"><div id="k"><div class="title">A Title</div><div class="author">Jane Doe</div>
<div class="periodical"><em>In ICML</em>, 2020</div></div></div></li></ol></body></html>"""
CSL = json.dumps([{"title": "A Title", "type": "article-journal", "DOI": "10.1000/1"}]).encode()


def the(client: PoliteClient, place: str | Path) -> PublicationList:
    """The one list at a place."""
    (one,) = publication_lists(client, {"Our Lab": place})
    return one


@pytest.mark.parametrize("body", [BIB, PAGE, CSL], ids=["bibtex", "al-folio", "csl"])
async def test_a_list_is_read_by_what_stands_there(
    upstream: Upstream, client: PoliteClient, tmp_path: Path, body: bytes
) -> None:
    """At an address, whatever its server says that it is, and in a file of any name. The client is
    not guarded: an operator may name an address of the own network.
    """
    (tmp_path / "list").write_bytes(body)
    address = upstream.says("/lab", upstream.answer(body, content_type="text/plain"))
    for place in (address, tmp_path / "list"):
        told = await the(client, place).read()
        assert told is not None
        assert [draft.title for draft in told.papers] == ["A Title"]
        assert told.kind == "bibliography"


async def test_an_address_is_asked_for_what_changed(upstream: Upstream, tmp_path: Path) -> None:
    """With the tag that it gave; what is as it was is not read again."""
    address = upstream.says(
        "/lab", upstream.answer(BIB, ETag='"one"'), upstream.answer(status=304, ETag='"one"')
    )
    limits = Limits(connect=2, deadline=2, spacing=0)
    cache, transport = AnswerCache(tmp_path / "answers"), httpx.AsyncHTTPTransport()
    client = PoliteClient(user_agent="T/1", limits=limits, transport=transport, cache=cache)
    async with client:
        told = await the(client, address).read()
        assert told is not None
        assert await the(client, address).read(told.state) is None
    assert 'if-none-match: "one"' in upstream.requests[1].lower()


async def test_a_list_that_could_not_be_read_is_asked_for_as_a_whole(
    upstream: Upstream, tmp_path: Path
) -> None:
    """Else its server would say that nothing changed since."""
    address = upstream.says("/lab", upstream.answer(b"[{", ETag='"cut"'), upstream.answer(BIB))
    cache, transport = AnswerCache(tmp_path / "answers"), httpx.AsyncHTTPTransport()
    client = PoliteClient(
        user_agent="T/1", limits=Limits(spacing=0), transport=transport, cache=cache
    )
    async with client:
        with pytest.raises(UnfitSourceError, match="export it once more"):
            await the(client, address).read()
        assert await the(client, address).read() is not None
    assert "if-none-match" not in upstream.requests[1].lower()


async def test_a_file_is_read_again_when_it_changed(client: PoliteClient, tmp_path: Path) -> None:
    """By what it holds: a file that was only touched says nothing new."""
    path = tmp_path / "lab.bib"
    path.write_bytes(BIB)
    one = the(client, path)
    told = await one.read()
    assert told is not None
    os.utime(path, (0, 0))
    assert await one.read(told.state) is None
    path.write_bytes(BIB + b"@misc{l, title = {Another One}}")
    again = await one.read(told.state)
    assert again is not None
    assert [draft.title for draft in again.papers] == ["A Title", "Another One"]
    assert again.state != told.state
    assert replace(again, state=told.state).papers[0] == told.papers[0]


async def test_a_file_that_cannot_be_opened_is_a_fault_with_its_remedy(
    client: PoliteClient, tmp_path: Path
) -> None:
    """Missing, a folder, a pipe that nobody writes: told with list and path, and nobody waits."""
    os.mkfifo(tmp_path / "pipe")
    for name, why in (("none.bib", "No such file"), (".", "directory"), ("pipe", "pipe")):
        with pytest.raises(SourceFault, match=f"Our Lab: cannot be read: .*{why}") as caught:
            await the(client, tmp_path / name).read()
        assert "put it there" in str(caught.value)
        assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    ("body", "why", "remedy"),
    [
        (b"", "empty", "write the list there"),
        (b"nothing of it", "unknown", "give BibTeX"),
        (b"\x00\xff\xfe" * 9, "unknown", "give BibTeX"),
        (b"<html><p>We publish a lot.", "no_entries", "give it as BibTeX"),
        (b'[{"title": "A"', "broken", "export it once more"),
        (b"<rss version='2.0'>", "unknown", "name it in sources.feeds"),
        (BIB * 1_000 + b" " * MOST_BYTES, "too_large", "give a part of it"),
    ],
    ids=["empty", "text", "binary", "page", "cut", "feed", "large"],
)
async def test_what_is_no_list_is_a_fault_with_its_remedy(
    client: PoliteClient, tmp_path: Path, body: bytes, why: str, remedy: str
) -> None:
    """One line, which names the list."""
    (tmp_path / "lab.bib").write_bytes(body)
    with pytest.raises(UnfitSourceError, match="Our Lab") as caught:
        await the(client, tmp_path / "lab.bib").read()
    assert caught.value.why == why
    assert remedy in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("status", [404, 500])
async def test_an_address_that_says_no_is_a_fault(
    upstream: Upstream, client: PoliteClient, status: int
) -> None:
    """It names the list and the address, without the key in it."""
    address = upstream.says("/lab?key=SECRET", upstream.answer(status=status))
    with pytest.raises(SourceFault, match=f"Our Lab: refused with status {status}") as caught:
        await the(client, address).read()
    assert "/lab" in str(caught.value)
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("cut", [b"[" + b", ".join([CSL[1:-1]] * 2), CSL + b"junk", BIB])
async def test_what_came_before_the_line_was_cut_counts(
    upstream: Upstream, client: PoliteClient, cut: bytes
) -> None:
    """As in a server's own source: of JSON it is known which entries are whole. Of anything else
    it is not, and that is a fault.
    """
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + cut
    one = the(client, upstream.says("/lab", reply, reply))
    if cut is BIB:
        with pytest.raises(SourceFault, match="Our Lab: truncated"):
            await one.read()
        return
    told = await one.read()
    assert told is not None
    assert [draft.title for draft in told.papers] == ["A Title"]
    assert told.broken


async def test_another_address_is_another_place(client: PoliteClient, tmp_path: Path) -> None:
    """As is another file; none tells the password that stands in it."""
    places = ["https://me:SECRET@lab.org/1", "https://me:SECRET@lab.org/2", tmp_path / "1"]
    told = {the(client, place).place for place in places}
    assert len(told) == 3
    assert the(client, places[0]).place in told
    assert "SECRET" not in "".join(told)
