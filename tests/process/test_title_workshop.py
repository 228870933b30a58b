"""The child that builds the index: what it tells, how it ends, what is left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from titles_world import NOW, draft

from bot.process.title_workshop import CHILD, TitleWorkshop, titles_folder
from bot.services.ports import Progress, TitlesFault
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.titles import TitleIndex


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database of three papers."""
    file = tmp_path / "paperboy.db"
    async with Database.open(file) as database:
        await PaperRows(database).upsert(
            [draft(number, upvotes=number) for number in range(3)], NOW
        )
    return file


async def told(workshop: TitleWorkshop) -> list[Progress]:
    """Build to the end."""
    return [one async for one in workshop.build_beside("stamp")]


def script(code: str) -> TitleWorkshop:
    """Return a workshop whose child does something else."""
    return TitleWorkshop(Path("paperboy.db"), child=(sys.executable, "-c", code))


async def test_a_child_builds_what_is_there_and_tells_how_far_it_is(path: Path) -> None:
    """The version first, then ever more percent."""
    workshop = TitleWorkshop(path)
    assert workshop.load() is None
    progress = await told(workshop)
    assert {one.version for one in progress} == {3}
    percents = [one.percent for one in progress]
    assert percents[0] == 0
    assert percents == sorted(percents)
    index = workshop.load()
    assert index is not None
    assert (len(index), index.stamp) == (3, "stamp")
    assert [one.paper_id for one in index.complete("")] == ["3", "2", "1"]
    assert [file.name for file in path.parent.iterdir() if file.is_dir()] == ["paperboy.titles"]


async def test_a_child_does_not_write_to_the_database(path: Path) -> None:
    """It is opened for reading alone."""
    before = path.read_bytes()
    await told(TitleWorkshop(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import sys; sys.exit('disk full')", "ended with 1: disk full"),
        ("import sys; sys.exit(2)", "ended with 2: it said nothing"),
        ("import os; os.kill(os.getpid(), 9)", "was ended by SIGKILL: it said nothing"),
        ("import os; os.kill(os.getpid(), 40)", "was ended by"),
        ("import sys; sys.stderr.write('x' * 100_000 + 'the end'); sys.exit(1)", "x{900,}the end$"),
        ("print('hello')", "said b'hello"),
        ("print('{}')", "said b'{}"),
    ],
)
async def test_a_child_that_fails_is_told_with_its_last_words(code: str, words: str) -> None:
    """However it fails."""
    with pytest.raises(TitlesFault, match=words):
        await told(script(code))


async def test_where_no_child_can_be_started_that_is_told() -> None:
    """No such program."""
    with pytest.raises(TitlesFault, match="could be started"):
        await told(TitleWorkshop(Path("paperboy.db"), child=("/no/such/program",)))


async def test_a_child_is_not_told_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs none."""
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    code = "import os; print('{\"version\": 1, \"percent\": %d}' % ('DISCORD_TOKEN' in os.environ))"
    assert await told(script(code)) == [Progress(1, 0)]


async def test_whoever_stops_listening_ends_the_child() -> None:
    """Also one that does not listen to a request to end."""
    code = """if True:
        import os, signal, sys, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        print('{"version": %d, "percent": 0}' % os.getpid(), flush=True)
        sys.stdin.read()
        time.sleep(600)
    """
    async with contextlib.aclosing(script(code).build_beside("stamp")) as progress:
        first = await anext(progress)
    with pytest.raises(ProcessLookupError):
        os.kill(first.version, 0)


async def test_a_child_ends_with_the_bot(path: Path) -> None:
    """Whatever it is doing: here it waits for a database that somebody holds."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("BEGIN EXCLUSIVE")
        pipe = asyncio.subprocess.PIPE
        arguments = (str(path), str(titles_folder(path)), "stamp")
        child = await asyncio.create_subprocess_exec(*CHILD, *arguments, stdin=pipe)
        assert child.stdin is not None
        child.stdin.close()
        assert await child.wait() == 3
    assert not titles_folder(path).exists()


@pytest.mark.parametrize("damage", ["no database", "a file", "strangers"])
async def test_what_a_child_cannot_do_it_says(path: Path, damage: str) -> None:
    """One line, no traceback; and the folder is as it was."""
    folder = titles_folder(path)
    match damage:
        case "no database":
            path.rename(path.with_name("other.db"))
        case "a file":
            folder.write_text("mine")
        case _:
            folder.mkdir()
            (folder / "mine.txt").write_text("mine")
    with pytest.raises(TitlesFault, match=r"ended with 1: \S") as raised:
        await told(TitleWorkshop(path))
    assert "Traceback" not in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert sorted(file.name for file in path.parent.rglob("*.txt")) == (
        ["mine.txt"] if damage == "strangers" else []
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a full disk is made of a limit of POSIX")
async def test_a_full_disk_is_said(path: Path) -> None:
    """In the words of the system; the old index stays."""
    await told(TitleWorkshop(path))
    code = """if True:
        import resource, signal, sys
        from bot.process import title_child
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, most))
        code = title_child.main(*sys.argv[1:])
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        sys.exit(code)
    """
    child = (sys.executable, "-c", code)
    async with Database.open(path):  # as the bot has it open
        with pytest.raises(TitlesFault, match="File too large"):
            await told(TitleWorkshop(path, child=child))
    assert TitleWorkshop(path).load() is not None


async def test_what_cannot_be_saved_or_loaded_is_a_fault(path: Path) -> None:
    """With the folder's name."""
    workshop = TitleWorkshop(path)
    titles_folder(path).mkdir()
    (titles_folder(path) / "mine.txt").write_text("mine")
    with pytest.raises(TitlesFault, match=r"mine\.txt"):
        workshop.save(TitleIndex.build([("1", "One")]), "stamp")
    with pytest.raises(TitlesFault, match=r"paperboy\.titles"):
        workshop.load()


def test_a_workshop_without_a_database_keeps_nothing() -> None:
    """As in the demo."""
    assert not TitleWorkshop().keeps
    assert len(TitleWorkshop().build(())) == 0
