"""What every story has: a stage with the real bot on it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The world, on a database of its own."""
    async with raise_curtain(tmp_path) as stage:
        yield stage
