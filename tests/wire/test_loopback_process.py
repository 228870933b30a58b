"""A bot as a process: started, stopped, started again, and flooding the limits."""

from __future__ import annotations

import signal

from discord_loopback import BotProcess, DiscordServer, Limit, Settings
from wire_peers import BARE_BOT, bare_bot, outcome


async def test_a_bot_starts_stops_and_starts_again(server: DiscordServer) -> None:
    """SIGTERM ends it, the server keeps its state, the next process finds it there."""
    server.add_guild("Reading group")
    async with bare_bot(server) as bot:
        await server.ready()
        assert await bot.stop() == -signal.SIGTERM
    await server.until(lambda: not server.gateway.connected, "the socket to be gone")
    async with bare_bot(server):
        await server.ready()
    assert (server.gateway.identified, server.command_syncs) == (2, 2)


async def test_a_wrong_token_ends_the_bot(server: DiscordServer) -> None:
    """Login is refused with 401."""
    environment = {"DISCORD_TOKEN": "another", "BARE_BOT_API_URL": server.api_url}
    async with BotProcess.python(str(BARE_BOT), environment=environment) as bot:
        assert await bot.ended() == 1
        assert any("LoginFailure" in line for line in bot.errors)


async def test_discord_py_meets_both_limits() -> None:
    """A burst over many channels is refused globally and still arrives completely."""
    settings = Settings(global_limit=Limit(10, 0.3))
    async with DiscordServer(settings) as server:
        guild = server.add_guild("Reading group")
        channels = [guild.add_text_channel(f"c{n}") for n in range(15)]
        async with bare_bot(server, [("flood", "x", *(c.id for c in channels))]) as bot:
            assert await outcome(bot, "flood") == 15
        assert server.count_429 > 0
        assert all(len(channel.history) == 1 for channel in channels)
