"""Lists from strangers are read by a process beside the bot, which nothing of theirs outlasts."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from datetime import date

import pytest
import sample_feeds
from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import Links, PaperDraft
from bot.services.ports import UnfitSourceError
from bot.sources.answers import Answer
from bot.sources.bibliographies import read_bibliography
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.feeds import read_feed
from bot.sources.reading import MOST_SAID, Order, Reader, UnreadableError
from bot.sources.reading_forms import (
    FormError,
    Gathering,
    Reading,
    Refusal,
    Remark,
    lines_of,
)

TODAY = date(2026, 8, 21)
ORDER = Order("feed", "name", "https://example.org/feed", "text/xml", TODAY.isoformat())
BIB = b"@article{k, title = {A Title}, year = 2020}"


def saying(code: str) -> Reader:
    """A reader whose child is this program."""
    return Reader((sys.executable, "-c", code))


def gathered(lines: list[str]) -> Reading | Refusal:
    """What these lines say."""
    gathering = Gathering()
    for line in lines:
        gathering.take(line.encode())
    return gathering.outcome()


async def test_a_feed_and_a_bibliography_are_read_beside_the_bot() -> None:
    """What parses them is not loaded here; their drafts, titles and remarks arrive."""
    code = (
        "import asyncio, sys\n"
        "from bot.sources.added import AddedReader\n"
        "before = {one for one in sys.modules if one.startswith('bot.sources')}\n"
        "from datetime import date\n"
        "from bot.sources.http import PoliteClient\n"
        "client = PoliteClient(user_agent='test')\n"
        "reader = AddedReader(client, lambda: date(2026, 8, 21))\n"
        f"told = asyncio.run(reader.read_file('lab', {BIB!r}))\n"
        "assert told.papers[0].title == 'A Title'\n"
        "assert 'bot.sources.reading' not in before, before\n"
        "for one in ('bibtexparser', 'bot.sources.bibtex', 'bot.sources.html_tree'):\n"
        "    assert one not in sys.modules, one\n"
    )
    child = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert child.returncode == 0, child.stderr.decode()
    told = await read_bibliography(BIB + b"@article{l, year = 1}", "lab", Reader())
    assert ([one.title for one in told.papers], told.keys) == (["A Title"], ("k",))
    assert [(one.item, one.why) for one in told.faults] == [("l", "no title")]
    feed = sample_feeds.rss(sample_feeds.item(1), sample_feeds.item(2, title=""))
    page = await Reader().read(ORDER, feed)
    assert ([one.source for one in page.papers], page.title) == (["name"], "T")
    assert [(one.place, one.why) for one in page.remarks] == [(1, "no_title")]


async def test_why_a_list_is_none_is_told() -> None:
    """In the words of whoever asked."""
    with pytest.raises(UnfitSourceError) as unfit:
        await read_bibliography(b"{}", "lab", Reader())
    assert (unfit.value.why, unfit.value.detail) == ("unknown", "JSON that is no CSL-JSON")
    with pytest.raises(SourceAnswerInvalid) as invalid:
        await read_feed(answer(b"<html>"), Reader(), TODAY)
    assert (invalid.value.reason, invalid.value.source) == ("html", "name")


def answer(body: bytes) -> Answer:
    """One that has come."""
    return Answer("name", ORDER.address, 200, {"content-type": "text/xml"}, body)


async def test_a_reader_that_does_not_end_is_ended() -> None:
    """What keeps it busy is too large; so it is told of feeds and of bibliographies."""
    reader = Reader((sys.executable, "-c", "import time; time.sleep(600)"), patience=0.2)
    with pytest.raises(SourceAnswerInvalid, match="not read within 0 s") as caught:
        await read_feed(answer(b"<rss/>"), reader, TODAY)
    assert caught.value.reason == "too_large"
    with pytest.raises(UnfitSourceError) as unfit:
        await read_bibliography(BIB, "lab", reader)
    assert unfit.value.why == "too_large"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "print('[]')",
        "print('{')",
        'print(\'{"title": ""}\')',
        "print('{\"end\": 3}')",
        "raise SystemExit(1)",
    ],
)
async def test_a_reader_that_dies_is_a_list_that_cannot_be_read(code: str) -> None:
    """Whatever it said before."""
    with pytest.raises(UnreadableError, match="could not be read") as caught:
        await saying(code).read(ORDER, b"x" * 1_000_000)
    assert caught.value.reason == "wrong_shape"
    with pytest.raises(UnfitSourceError) as unfit:
        await read_bibliography(BIB, "lab", saying(code))
    assert unfit.value.why == "unknown"


async def test_what_is_said_is_bounded() -> None:
    """In all, and line by line; a reader that a signal ends has reached a limit."""
    line = f'import sys\nwhile True: sys.stdout.write(\'{{"title": "{"x" * 9_000}"}}\\n\')'
    for code in (
        line,
        f"print('x' * {MOST_SAID})",
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
    ):
        with pytest.raises(UnreadableError) as caught:
            await saying(code).read(ORDER, b"")
        assert caught.value.reason == "too_large"


async def test_the_reader_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bot's environment has is not handed on."""
    monkeypatch.setenv("DISCORD_TOKEN", "s3cret")
    code = (
        "import os, json; v = ' '.join(os.environ.values())\n"
        "print(json.dumps({'title': str('s3cret' in v), 'broken': ''}))\n"
        "print(json.dumps({'end': 0}))"
    )
    assert (await saying(code).read(ORDER, b"<rss/>")).title == "False"


HOSTILE_FEED = (
    b"<rss><channel><item "
    + b" ".join(b'a%d="x"' % number for number in range(100_000))
    + b"><title>x</title></item>"
)


async def test_a_list_made_to_keep_its_reader_busy_costs_itself_only() -> None:
    """An element of 100,000 attributes takes feedparser longer than anybody has; meanwhile the
    loop goes on.
    """
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.01)
            beats += 1

    beating = asyncio.create_task(beat())
    with pytest.raises(UnreadableError):
        await Reader(patience=2).read(ORDER, HOSTILE_FEED)
    beating.cancel()
    assert beats > 20


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
def test_a_reader_that_needs_too_much_memory_says_so() -> None:
    """It is bounded before it reads."""
    code = (
        "import sys; from bot.sources import reading_child as child\n"
        "def grow(*_): return [b'x' * 2 ** 20 for _ in range(600)]\n"
        "child.outcome_of = grow\n"
        "child.main(sys.stdin.buffer, sys.stdout.buffer)"
    )
    order = json.dumps({"what": "feed", "source": "name"}).encode() + b"\n"
    done = subprocess.run(
        [sys.executable, "-c", code], input=order, capture_output=True, check=True
    )
    assert gathered(done.stdout.decode().splitlines()) == Refusal(
        "too_large", "it takes too much memory to read"
    )


_LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_SHOWN = _LINE.filter(bool)
_DRAFTS = st.builds(
    PaperDraft,
    ids=st.lists(_SHOWN, min_size=1, max_size=3).map(tuple),
    title=_SHOWN,
    source=_LINE,
    released=st.dates(),
    authors=st.lists(_LINE, max_size=3).map(tuple),
    abstract=_LINE,
    published=st.none() | st.dates(),
    keywords=st.lists(_LINE, max_size=3).map(tuple),
    links=st.builds(
        Links, page=st.none() | _SHOWN, pdf=st.none() | _SHOWN, code=st.none() | _SHOWN
    ),
    withdrawn=st.booleans(),
    venue=st.none() | _SHOWN,
    dated=st.sampled_from(["day", "month", "year"]),
)
_READINGS = st.builds(
    Reading,
    st.lists(_DRAFTS, max_size=3).map(tuple),
    st.lists(st.builds(Remark, st.integers(), _LINE, _LINE), max_size=3).map(tuple),
    _LINE,
    _LINE,
)


@given(_READINGS | st.builds(Refusal, _LINE, _LINE))
def test_what_is_said_arrives(outcome: Reading | Refusal) -> None:
    """Line by line, whole."""
    assert gathered(list(lines_of(outcome))) == outcome


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["paper", "remark", "end", "refused", "ids", "title", "released"]),
            inner,
        )
    ),
)


@given(st.lists(_VALUES.map(json.dumps) | st.text(max_size=5), max_size=5))
def test_any_lines_are_an_outcome_or_a_fault(lines: list[str]) -> None:
    """Nothing else is raised."""
    try:
        outcome = gathered(lines)
    except FormError:
        return
    assert isinstance(outcome, Refusal) or all(one.ids and one.title for one in outcome.papers)
