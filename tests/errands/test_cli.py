"""The command line: what each command prints, and its exit code, good input and bad."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from typer.testing import CliRunner

from bot import __version__
from bot.cli import app
from bot.storage.lock import hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer.testing import Result

TOKEN = "MTk4NjIy.not-a-real.token-of-anybody"
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path) -> Iterator[None]:
    """A folder and an environment for the test; logging is given back as it was."""
    root, library = logging.getLogger(), logging.getLogger("discord")
    handlers, before = list(root.handlers), dict(os.environ)
    levels = root.level, library.level
    for name in before:
        if name.startswith("PAPERBOY_") or name == "DISCORD_TOKEN":
            del os.environ[name]
    with contextlib.chdir(tmp_path):
        yield
    os.environ.clear()
    os.environ.update(before)
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    library.setLevel(levels[1])
    structlog.reset_defaults()


def paperboy(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, [*arguments], catch_exceptions=False)


def item(number: int, upvotes: int, **more: object) -> dict[str, object]:
    """Make an item as the source tells it."""
    paper = {
        "id": f"2608.{number:05}",
        "title": f"Alpha{number} Beta{number} Gamma{number}",
        "summary": "All there is to say. And more.",
        "publishedAt": "2026-08-20T00:00:00.000Z",
        "submittedOnDailyAt": "2026-08-21T00:00:00.000Z",
        "upvotes": upvotes,
        "authors": [{"name": "Ada Lovelace"}],
    }
    return {"paper": {**paper, **more}, "title": paper["title"]}


def recorded(*items: object, name: str = "2026-08-21.json") -> str:
    """Write a recorded day."""
    Path(name).write_text(json.dumps(items), "utf-8")
    return name


def test_the_version_is_said() -> None:
    """By the module, too, as a process."""
    assert paperboy("--version").stdout == f"paperboy {__version__}\n"
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--version"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stdout) == (0, f"paperboy {__version__}\n")


def test_a_command_that_is_none_is_asked_wrongly() -> None:
    """Exit code 2."""
    assert paperboy("frobnicate").exit_code == 2


def test_run_without_a_token_says_what_to_do() -> None:
    """And that the demo needs none."""
    done = paperboy("run")
    assert done.exit_code == 2
    assert "DISCORD_TOKEN" in done.stderr
    assert "paperboy demo" in done.stderr


@pytest.mark.parametrize(
    "command",
    [["run"], ["check"], ["index"], ["preview"], ["import", "x.json"], ["backup", "x.db"]],
)
def test_five_mistakes_are_listed_by_every_command(command: list[str]) -> None:
    """All five with their keys, exit code 2, and nothing was begun."""
    Path("config.toml").write_text(
        """
        [discord]
        api_url = "[/red]discord.com"
        messages_per_second = 900
        [database]
        pth = "x"
        [health]
        port = 99999
        [log]
        level = "loud"
        """,
        "utf-8",
    )
    done = paperboy(*command)
    assert done.exit_code == 2
    assert "✗ 5 faults in the configuration config.toml:\n" in done.stderr
    for key in (
        "discord.api_url",
        "discord.messages_per_second",
        "database.pth",
        "health.port",
        "log.level",
    ):
        assert f"✗ {key}: " in done.stderr
    assert "'[/red]discord.com'" in done.stderr
    assert not Path("data").exists()


def test_check_without_a_token_lists_the_fault_and_what_is_well() -> None:
    """Exit code 1; the database is not made."""
    done = paperboy("check")
    assert done.exit_code == 1
    assert "✓ configuration: the defaults and the environment" in done.stdout
    assert "· database: data/paperboy.db will be made by the first run" in done.stdout
    assert "✗ token: there is none" in done.stdout
    assert not Path("data").exists()


def test_check_looks_at_the_database() -> None:
    """How many digests it has; a file that is none is a fault, and so is one of the future."""
    paperboy("import", recorded())
    done = paperboy("check")
    assert "✓ database: data/paperboy.db, 0 server digests\n" in done.stdout
    Path("data/paperboy.db").write_bytes(b"no database" * 999)
    done = paperboy("check")
    assert done.exit_code == 1
    assert "✗ database: data/paperboy.db" in done.stdout


def test_check_says_that_discord_cannot_be_asked() -> None:
    """Nobody listens there: a fault with the address, and the token in no line."""
    os.environ["DISCORD_TOKEN"] = TOKEN
    os.environ["PAPERBOY_DISCORD__API_URL"] = "http://127.0.0.1:1/api/v10"
    done = paperboy("check")
    assert done.exit_code == 1
    assert "✗ discord: http://127.0.0.1:1/api/v10 cannot be asked: Cannot connect" in done.stdout
    assert "MTk4" not in done.output
    assert not done.stderr


@pytest.mark.parametrize("command", ["run", "check"])
def test_a_token_that_is_plainly_none_is_told_at_once(command: str) -> None:
    """Nobody is asked whether it is right, and it is not repeated."""
    os.environ["DISCORD_TOKEN"] = "paste-it-here"
    done = paperboy(command)
    assert done.exit_code == 2
    assert done.stderr.startswith("✗ 1 fault in the configuration:\n✗ DISCORD_TOKEN: is no bot's")
    assert "paste-it-here" not in done.output


@pytest.mark.parametrize("command", [[], ["run"], ["demo"], ["import"], ["index"], ["backup"]])
def test_help_shows_a_flag_without_a_value(command: list[str]) -> None:
    """And no sentence of it is cut off."""
    said = paperboy(*command, "--help").stdout
    assert "  --help " in said
    assert "<bool>" not in said
    assert "..." not in said.partition("Options:")[2]


def test_import_counts_and_a_second_time_changes_nothing() -> None:
    """New, updated, unchanged, rejected with the reason and its file."""
    file = recorded(item(1, 5), item(2, 6), "no object", item(3, 1, id=None))
    done = paperboy("import", file)
    assert done.exit_code == 0
    assert "2 new · 0 updated · 0 unchanged · 2 rejected" in done.stdout
    assert file in done.stdout
    assert "indexed now: 2 papers, from 2026-08-21 to 2026-08-21" in done.stdout
    again = paperboy("import", file)
    assert "0 new · 0 updated · 2 unchanged · 2 rejected" in again.stdout
    changed = paperboy("import", recorded(item(1, 50), item(2, 6)))
    assert "0 new · 1 updated · 1 unchanged · 0 rejected" in changed.stdout


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>no</html>", b'[{"paper": {"id": "26', b'{"error": "no"}', b"\xff\xfe\x00", None],
    ids=["empty", "html", "half", "object", "binary", "missing"],
)
def test_import_of_a_damaged_file_costs_the_others_nothing(content: bytes | None) -> None:
    """It is named, the others arrive, the exit code says that not all went well."""
    if content is not None:
        Path("broken[1].json").write_bytes(content)
    done = paperboy("import", "broken[1].json", recorded(item(1, 5)))
    assert done.exit_code == 1
    assert "broken[1].json" in done.stderr
    assert "1 new · 0 updated · 0 unchanged · 0 rejected · 1 file unreadable" in done.stdout


def test_import_names_the_file_first_then_what_is_wrong() -> None:
    """In words; the same for each kind of damage."""
    Path("empty.json").touch()
    Path("page.json").write_text("<!doctype html><p>No</p>")
    Path("odd.json").write_text('{"error": "no"}')
    Path("half.json").write_text(json.dumps([item(1, 5), item(2, 5)])[:-20])
    Path("text.json").write_text("no json at all")
    files = ["empty.json", "page.json", "odd.json", "half.json", "text.json", "none.json", "."]
    done = paperboy("import", *files)
    assert done.stderr.splitlines() == [
        "✗ empty.json: it is empty",
        "✗ page.json: it is a web page",
        "✗ odd.json: it is no list of papers as Hugging Face gives them",
        "✗ half.json: it breaks off; 1 whole paper before that came",
        "✗ text.json: it is no JSON",
        "✗ none.json: no such file",
        "✗ .: is a directory",
    ]
    assert "1 new · 0 updated · 0 unchanged · 0 rejected · 7 files unreadable" in done.stdout
    assert "indexed now: 1 paper, from" in done.stdout


def test_import_of_half_a_file_brings_what_is_whole_of_it() -> None:
    """It is named all the same, and the exit code says so."""
    half = Path("half.json")
    half.write_bytes(Path(recorded(item(1, 5), item(2, 5), item(3, 5))).read_bytes()[:-20])
    done = paperboy("import", str(half))
    assert done.exit_code == 1
    assert "half.json" in done.stderr
    assert "2 new · 0 updated · 0 unchanged · 0 rejected · 1 file unreadable" in done.stdout


def test_import_of_nothing_says_so() -> None:
    """An empty day is a day."""
    done = paperboy("import", recorded())
    assert done.exit_code == 0
    assert "indexed now: 0 papers, nothing yet" in done.stdout


@pytest.mark.skipif(not SHARED.is_dir(), reason="the recorded days are not here")
def test_import_of_recorded_days_twice() -> None:
    """Real days, and days with text instead of objects."""
    files = [str(file) for file in sorted((SHARED / "hf_daily").glob("2026-08-*.json"))]
    damaged = [str(f) for f in sorted((SHARED / "fixtures" / "huggingface_damaged").glob("*"))]
    first = paperboy("import", *files, *damaged)
    assert " 0 new" not in first.stdout
    second = paperboy("import", *files, *damaged)
    assert second.stdout.startswith("0 new · ")
    assert [line for line in first.stdout.splitlines() if line.startswith("indexed")] == [
        line for line in second.stdout.splitlines() if line.startswith("indexed")
    ]


def test_preview_draws_the_digest() -> None:
    """What would be posted now, as text."""
    paperboy("import", recorded(item(1, 5), item(2, 60), item(3, 4)))
    done = paperboy("preview", "--limit", "2")
    assert done.exit_code == 0
    assert "Papers · " in done.stdout
    assert "1 · Alpha2 Beta2 Gamma2" in done.stdout
    assert "Alpha3" not in done.stdout
    assert "[1]" in done.stdout


def test_preview_of_nothing_says_why() -> None:
    """An empty edition is drawn, too."""
    done = paperboy("preview")
    assert done.exit_code == 0
    assert "Nothing has arrived from the sources" in done.stdout


def test_preview_tells_what_it_did_not_understand() -> None:
    """The query's place; the nearest zones; exit code 2."""
    done = paperboy("preview", "--query", "a | (b")
    assert done.exit_code == 2
    assert "closing parenthesis" in done.stderr
    done = paperboy("preview", "--timezone", "Europe/Berlni")
    assert done.exit_code == 2
    assert "Europe/Berlin" in done.stderr


def test_backup_copies_and_refuses_to_overwrite() -> None:
    """A whole database that can be opened; an existing file stays as it is."""
    paperboy("import", recorded(item(1, 5)))
    done = paperboy("backup", "copy[1].db")
    assert done.exit_code == 0
    assert "copy[1].db" in done.stdout
    with contextlib.closing(sqlite3.connect("copy[1].db")) as copy:
        assert copy.execute("SELECT count(*) FROM paper").fetchone() == (1,)
    before = Path("copy[1].db").read_bytes()
    again = paperboy("backup", "copy[1].db")
    assert again.exit_code == 1
    assert "copy[1].db: it exists already" in again.stderr
    assert Path("copy[1].db").read_bytes() == before


def test_backup_of_nothing_says_so() -> None:
    """And makes no database on the way."""
    done = paperboy("backup", "copy.db")
    assert done.exit_code == 1
    assert "There is no database at data/paperboy.db" in done.stderr
    assert not Path("data").exists()


@pytest.mark.parametrize(
    "command", [["import", "2026-08-21.json"], ["preview"], ["backup", "x.db"]]
)
def test_a_database_of_a_newer_version_is_refused_with_the_remedy(command: list[str]) -> None:
    """It is not touched; the exit code is 1."""
    paperboy("import", recorded(item(1, 5)))
    with contextlib.closing(sqlite3.connect("data/paperboy.db")) as database:
        database.execute("PRAGMA user_version = 999")
    done = paperboy(*command)
    assert done.exit_code == 1
    assert "data/paperboy.db: it has version 999" in done.stderr
    assert "install the newer Paperboy again" in done.stderr


def test_a_database_that_cannot_be_made_is_a_sentence() -> None:
    """A file where the folder should be."""
    Path("data").write_text("in the way", "utf-8")
    done = paperboy("import", recorded(item(1, 5)))
    assert done.exit_code == 1
    assert "✗ data/paperboy.db: " in done.stderr


@pytest.mark.parametrize("command", [["import", "x.json"], ["preview"]])
def test_an_errand_that_writes_holds_the_database(command: list[str]) -> None:
    """While somebody else has it, it ends with a sentence that says who, and with exit code 1."""
    paperboy("import", recorded(item(1, 5)))
    with hold(Path("data/paperboy.db"), datetime(2026, 8, 21, 7, tzinfo=UTC)):
        done = paperboy(*command)
    assert done.exit_code == 1
    assert f"data/paperboy.db: in use by process {os.getpid()} on " in done.stderr
    assert "since 2026-08-21 07:00 UTC" in done.stderr


def test_check_and_backup_leave_an_older_database_as_it_is() -> None:
    """Neither brings it up to date: the one says what would, the other copies it as it is."""
    paperboy("import", recorded(item(1, 5)))
    with contextlib.closing(sqlite3.connect("data/paperboy.db")) as database:
        database.execute("PRAGMA user_version = 0")
    before = Path("data/paperboy.db").read_bytes()
    files = sorted(Path("data").iterdir())
    done = paperboy("check")
    assert "! database: data/paperboy.db: it has version 0" in done.stdout
    assert "`paperboy run` brings it there" in done.stdout
    assert paperboy("backup", "copy.db").exit_code == 0
    with contextlib.closing(sqlite3.connect("copy.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (0,)
    assert Path("data/paperboy.db").read_bytes() == before
    assert sorted(Path("data").iterdir()) == files
