"""The core is the standard library's and its own: nothing else is imported anywhere in it."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "bot" / "core"
FORBIDDEN = {
    "asyncio", "io", "logging", "os", "pathlib", "random", "secrets", "socket", "sqlite3",
    "subprocess", "threading", "time",
}  # fmt: skip


def imported(file: Path) -> list[str]:
    """List the modules that a file imports, wherever in it."""
    names: list[str] = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name}: imports are absolute"
            names.append(node.module or "")
    return names


@pytest.mark.parametrize("file", sorted(CORE.glob("*.py")), ids=lambda file: file.stem)
def test_the_core_imports_the_standard_library_and_itself(file: Path) -> None:
    """No I/O, no clock, no chance, no logging, no library."""
    for name in imported(file):
        root = name.partition(".")[0]
        assert name.startswith("bot.core") or root in sys.stdlib_module_names, name
        assert root not in FORBIDDEN, name


@pytest.mark.parametrize("file", sorted(CORE.glob("*.py")), ids=lambda file: file.stem)
def test_the_core_never_asks_what_time_it_is(file: Path) -> None:
    """Time is an argument."""
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not called & {"now", "utcnow", "today"}
