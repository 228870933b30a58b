"""A key in an address is told to nobody: no log, no message, no database, no file."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.process import logs
from bot.services.added_sources import AddedSources
from bot.services.ports import Upserted
from bot.sources.added import AddedReader
from bot.sources.answer_cache import AnswerCache
from bot.sources.errors import SourceError, SourceUnreachable, shown_address
from bot.sources.guard import Guard
from bot.sources.http import Limits, PoliteClient
from bot.storage.added_sources import AddedSourceRows
from bot.storage.database import Database
from bot.storage.migrate import load_steps, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sources.conftest import Upstream

SECRET = "s3cr3t-Key"
BIB = b"@article{k, title = {A Title}, year = 2020}"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (f"https://a.example/feed.xml?key={SECRET}#{SECRET}", "https://a.example/feed.xml"),
        (f"https://me:{SECRET}@a.example:8443/feed", "https://a.example:8443/feed"),
        (f"https://me:{SECRET}@@a.example/feed", "https://a.example/feed"),
        ("answers/2026-08-21.json", "answers/2026-08-21.json"),
        (f"/feed?key={SECRET}", "/feed"),
        ("http://[", "an address that cannot be read"),
        ("https://a.example/a\u202eb", "https://a.example/a\ufffdb"),
    ],
)
def test_scheme_host_and_path_are_shown(address: str, shown: str) -> None:
    """And nothing else."""
    assert shown_address(address) == shown
    error = SourceError("test", address)
    assert str(error) == f"test: failed ({shown})"
    assert SECRET not in repr(error)
    assert error.address == address


@given(st.text(max_size=400))
def test_whatever_is_given_is_shown_on_a_line(address: str) -> None:
    """Bounded, and never an exception."""
    shown = shown_address(address)
    assert len(shown) <= 300
    assert "?" not in shown
    assert all(one.isprintable() for one in shown)


@pytest.fixture
def as_it_was() -> Iterator[None]:
    """Logging is given back as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.usefixtures("as_it_was")
@pytest.mark.parametrize("fault", ["status", "dropped", "html", "redirect", "unread", "nobody"])
async def test_no_fault_of_an_added_source_tells_its_key(
    upstream: Upstream,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    fault: str,
) -> None:
    """Neither in what is logged, nor in what is noted of it, nor in a file of the answer cache."""
    logs.configure("debug", "json")
    faults = {
        "status": upstream.answer(status=503),
        "dropped": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
        "html": upstream.answer(b"<html><body>", ETag='"x"'),
        "redirect": upstream.answer(status=302, Location=f"/lab?key={SECRET}"),
        "unread": upstream.answer(b"<rss><channel><item/></channel></rss>", ETag='"y"'),
        "nobody": b"",
    }
    following = f'</lab?key={SECRET}&p=2>; rel="next"'
    address = upstream.says("/lab", upstream.answer(BIB, ETag='"1"', Link=following))
    address += f"?key={SECRET}"
    path, moment = tmp_path / "paperboy.db", [datetime(2026, 8, 21, tzinfo=UTC)]
    prepare(path, load_steps())
    limits = Limits(connect=2, deadline=2, attempts=2, first_wait=0, jitter=0, spacing=0)
    guard = Guard(allows=lambda _: True, ports=range(65_536))
    cache = AnswerCache(tmp_path / "answers")
    async with (
        Database.open(path) as database,
        PoliteClient(user_agent="test", limits=limits, cache=cache, guard=guard) as client,
    ):
        rows = AddedSourceRows(database)
        reader = AddedReader(client, lambda: date(2026, 8, 21))
        source = await rows.add(
            1, "Lab", "bibliography", address=address, file=None, by=1, now=moment[0]
        )
        assert source is not None
        await client.guarded().get("lab", address, polled=True)  # what is kept has no key
        upstream.says("/lab", faults[fault])
        moment[0] = datetime(2026, 8, 22, tzinfo=UTC)
        clock = _Clock(moment)
        await AddedSources(rows, _nowhere, reader, clock).poll()
        with pytest.raises(SourceError):  # with a second attempt, of which a line is logged
            (await client.get("feed", address)).json()
        (noted,) = await rows.failing()
    assert noted.error
    assert upstream.address in noted.error or fault in {"html", "unread"}
    told = capsys.readouterr()
    assert "source_failed" in told.err
    assert ("retry_scheduled" in told.err) == (fault in {"status", "dropped", "nobody"})
    kept = [file.read_bytes() for file in (tmp_path / "answers").iterdir()]
    assert kept
    assert SECRET not in f"{noted.error}{told.out}{told.err}"
    assert not any(SECRET.encode() in one for one in kept)


class _Clock:
    """Stands where it was set."""

    def __init__(self, moment: list[datetime]) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Tell it."""
        return self._moment[0]

    def monotonic(self) -> float:
        """Tell the same in seconds."""
        return self._moment[0].timestamp()


async def _nowhere(drafts: object) -> Upserted:
    """Store nothing."""
    raise AssertionError(f"nothing was to be stored: {drafts}")


async def test_an_address_that_is_none_is_not_told_either(client: PoliteClient) -> None:
    """What the library says of it included."""
    for address in (f"http://a.example:99999999/?key={SECRET}", f"nonsense?key={SECRET}"):
        with pytest.raises(SourceUnreachable) as caught:
            await client.get("test", address)
        assert SECRET not in str(caught.value)
