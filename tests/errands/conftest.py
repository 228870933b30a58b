"""Makes what processes are forked from importable, and ends it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "wire"))

from forks import FORKS


@pytest.fixture(scope="session", autouse=True)
def forks_end() -> Iterator[None]:
    """What processes are forked from ends with the last test."""
    yield
    FORKS.end()
