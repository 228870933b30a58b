"""Makes `discord_loopback` and its peers importable, and starts a server for a test."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from discord_loopback import DiscordServer
from forks import FORKS
from papers_site import PapersSite
from wire_peers import GatewayClient, RestClient, close_sockets


@pytest.fixture(scope="session", autouse=True)
def forks_end() -> Iterator[None]:
    """What processes are forked from ends with the last test."""
    yield
    FORKS.end()


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A loopback Discord with every default; the test fails on an unknown route."""
    async with DiscordServer() as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A plain HTTP client."""
    async with aiohttp.ClientSession() as session:
        yield session
        await close_sockets(session)


@pytest.fixture
def rest(server: DiscordServer, http: aiohttp.ClientSession) -> RestClient:
    """Requests to the server as the bot would send them."""
    return RestClient(server, http)


@pytest.fixture
def gateway(server: DiscordServer, http: aiohttp.ClientSession) -> GatewayClient:
    """A gateway client that is not connected yet."""
    return GatewayClient(server, http)


@pytest.fixture
async def site() -> AsyncIterator[PapersSite]:
    """A Hugging Face that has papers every day."""
    async with PapersSite() as running:
        yield running


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the bot keeps everything."""
    return tmp_path / "paperboy.db"
