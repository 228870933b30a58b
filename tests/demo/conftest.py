"""What the demo's tests share."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def logs_given_back() -> Iterator[None]:
    """Logging is as it was, after a demo in this process."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logs_given_back: None) -> None:
    """A machine without a browser."""
    del logs_given_back
    monkeypatch.setenv("PATH", str(tmp_path))
