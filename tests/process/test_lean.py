"""Loading without: a library that can do without another does, and nothing is left behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.process.lean import without


def test_a_module_is_not_there_within_the_block_only() -> None:
    """What was not loaded before can be loaded afterwards."""
    assert "this" not in sys.modules
    with without("this"), pytest.raises(ModuleNotFoundError):
        __import__("this")
    assert "this" not in sys.modules


def test_a_loaded_module_stays() -> None:
    """Taking it away from others would be wrong."""
    with without("json"):
        import json  # noqa: PLC0415 - what the test is about
    assert json.loads("1") == 1


def test_the_running_bot_loads_no_colours() -> None:
    """Neither structlog nor httpx brings rich or pygments into `paperboy run`."""
    code = (
        "import sys; from bot.process import logs; logs.configure_later('info', 'json');"
        "from bot.errands.run import load; load(); print({'rich', 'pygments'} & sys.modules.keys())"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
