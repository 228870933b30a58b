"""Makes `service_world` importable, and builds the services around a database of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from service_world import World, open_world

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The services on a new database, on a Friday morning before nine."""
    async with open_world(tmp_path / "paperboy.db") as opened:
        yield opened
