"""What the pages say about running Paperboy holds: commands, links, the steps of a restore."""

from __future__ import annotations

import re
import shlex
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest
import typer
import yaml

from bot.cli import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "ops/README.md"]
PAGES += sorted(ROOT.glob("docs/**/*.md"))
OPERATING = (ROOT / "docs/operating.md").read_text("utf-8")
COMMANDS = set(typer.main.get_group(app).commands)
COMPOSE = ROOT / "compose.yaml"
UNIT = ROOT / "ops/paperboy.service"


@pytest.mark.parametrize("page", [*PAGES, COMPOSE, UNIT], ids=lambda page: page.name)
def test_every_command_that_is_named_exists(page: Path) -> None:
    """`paperboy WORD`, but where paperboy is the service or the user."""
    text = page.read_text("utf-8")
    named = set(re.findall(r"(?<!exec )(?<!-u )(?<!opt/)\bpaperboy ([a-z]+)", text))
    assert named <= COMMANDS


def test_every_command_is_named_in_the_readme() -> None:
    """Nobody has to find one by chance."""
    text = PAGES[0].read_text("utf-8")
    assert not [
        one for one in COMMANDS if f"paperboy {one}" not in text and f"make {one}" not in text
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    """Also a picture's."""
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_decisions_are_counted_without_a_gap() -> None:
    """But for the one that the first page tells of."""
    numbers = sorted(int(page.name[:4]) for page in ROOT.glob("docs/decisions/*.md"))
    assert numbers == [one for one in range(1, numbers[-1] + 1) if one != 11]
    first = next(ROOT.glob("docs/decisions/0001-*.md")).read_text("utf-8")
    assert "the number 11 was never given" in first


def test_putting_a_backup_back_in_a_container_does_what_the_page_says(tmp_path: Path) -> None:
    """The copy is the database, what SQLite left is gone, the ledger stays."""
    found = re.search(r"--entrypoint sh paperboy -c '([^']+)' <", OPERATING)
    assert found is not None
    for name in ("", "-wal", "-shm", ".ledger"):
        (tmp_path / f"paperboy.db{name}").write_text("old")
    steps = found[1].replace("/data/", f"{shlex.quote(str(tmp_path))}/")
    subprocess.run(("/bin/sh", "-c", steps), input=b"new", check=True)
    left = {one.name: one.read_text() for one in tmp_path.iterdir()}
    assert left == {"paperboy.db": "new", "paperboy.db.ledger": "old"}
    assert (tmp_path / "paperboy.db").stat().st_mode & 0o077 == 0


def test_the_unit_and_the_container_are_run_alike() -> None:
    """The same command, as long a patience at the end, a folder of its own to write to."""
    unit = RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[method-assign,assignment] - names keep their case
    unit.read_string(UNIT.read_text("utf-8"))
    service = unit["Service"]
    container = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]["paperboy"]
    assert service["ExecStart"] == "/opt/paperboy/.venv/bin/paperboy run"
    assert f"{service['TimeoutStopSec']}s" == container["stop_grace_period"]
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"
    assert service["RestartPreventExitStatus"] == "2"
    for place in (UNIT.name, service["WorkingDirectory"], "/opt/paperboy"):
        assert place in OPERATING


def test_a_configuration_that_is_mounted_is_the_one_that_is_read() -> None:
    """In the folder where the container begins, under the name that is looked for."""
    text = COMPOSE.read_text("utf-8").replace("# - ./config", "- ./config")
    volumes = yaml.safe_load(text)["services"]["paperboy"]["volumes"]
    folder = re.findall(r"^WORKDIR (\S+)$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert f"./config.toml:{folder[-1]}/config.toml:ro" in volumes
