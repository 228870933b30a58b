"""The gateway as a raw client sees it: who gets in, what a session is owed, what ends it."""

from __future__ import annotations

import aiohttp
import pytest
from discord_loopback import DiscordServer, Settings
from wire_peers import GatewayClient


async def test_hello_comes_first(server: DiscordServer, gateway: GatewayClient) -> None:
    """The first frame is Hello with the heartbeat interval in milliseconds."""
    hello = await gateway.connect()
    assert hello["op"] == 10
    assert hello["d"]["heartbeat_interval"] == server.settings.heartbeat_interval * 1000


async def test_a_heartbeat_is_acknowledged_before_identify(gateway: GatewayClient) -> None:
    """A heartbeat needs no session."""
    await gateway.connect()
    await gateway.send(1, None)
    assert (await gateway.receive())["op"] == 11


async def test_identify_is_answered_by_ready_and_guilds(
    server: DiscordServer, gateway: GatewayClient
) -> None:
    """READY names the guilds, GUILD_CREATE brings their channels and the bot's own member."""
    guild = server.add_guild("Reading group", locale="de")
    channel = guild.add_text_channel("papers")
    await gateway.connect()
    await gateway.identify()
    ready = await gateway.until("READY")
    assert ready["d"]["guilds"] == [{"id": str(guild.id), "unavailable": True}]
    assert ready["d"]["user"]["id"] == str(server.bot.id)
    created = (await gateway.until("GUILD_CREATE"))["d"]
    assert created["preferred_locale"] == "de"
    assert [c["id"] for c in created["channels"]] == [str(channel.id)]
    assert [m["user"]["id"] for m in created["members"]] == [str(server.bot.id)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"token": "another"}, 4004),
        ({"shard": [1, 1]}, 4010),
        ({"shard": [0, 2]}, 4010),
        ({"intents": 1 << 40}, 4013),
        ({"intents": None}, 4013),
        ({"intents": 1 | 1 << 15}, 4014),
    ],
)
async def test_a_wrong_identify_closes_the_socket(
    gateway: GatewayClient, changes: dict[str, object], code: int
) -> None:
    """Token, shard and intents are checked, each fault with its own close code."""
    await gateway.connect()
    await gateway.identify(**changes)
    assert await gateway.closed() == code


async def test_nothing_else_is_taken_before_identify(gateway: GatewayClient) -> None:
    """A presence update without a session closes with 4003."""
    await gateway.connect()
    await gateway.send(3, {})
    assert await gateway.closed() == 4003


async def test_a_payload_over_4096_bytes_closes_the_socket(gateway: GatewayClient) -> None:
    """Discord's limit for a client's frame."""
    await gateway.connect()
    await gateway.send(1, "x" * 4096)
    assert await gateway.closed() == 4002


async def test_the_121st_event_in_a_minute_closes_the_socket(gateway: GatewayClient) -> None:
    """120 events per connection and minute."""
    await gateway.connect()
    for _ in range(121):
        await gateway.send(1, None)
    assert await gateway.closed() == 4008


async def test_a_resume_replays_what_was_missed(
    server: DiscordServer, gateway: GatewayClient, http: aiohttp.ClientSession
) -> None:
    """Events between the drop and the resume arrive in order, then RESUMED."""
    guild = server.add_guild("Reading group")
    await gateway.connect()
    await gateway.identify()
    ready = await gateway.until("READY")
    last = await gateway.until("GUILD_CREATE")
    server.gateway.drop()
    await gateway.closed()
    names = ["first", "second"]
    for name in names:
        guild.add_text_channel(name)
    again = GatewayClient(server, http)
    await again.connect()
    session = ready["d"]["session_id"]
    await again.send(6, {"token": server.token, "session_id": session, "seq": last["s"]})
    frames = [await again.receive() for _ in range(3)]
    assert [f["t"] for f in frames] == ["CHANNEL_CREATE", "CHANNEL_CREATE", "RESUMED"]
    assert [f["d"]["name"] for f in frames[:2]] == names
    assert [f["s"] for f in frames] == [last["s"] + 1, last["s"] + 2, last["s"] + 3]


async def test_an_unknown_session_is_invalid(server: DiscordServer, gateway: GatewayClient) -> None:
    """A resume of a session that is not there is answered with op 9, not resumable."""
    await gateway.connect()
    await gateway.send(6, {"token": server.token, "session_id": "gone", "seq": 1})
    frame = await gateway.receive()
    assert (frame["op"], frame["d"]) == (9, False)


async def test_a_session_ends_when_the_client_says_goodbye(
    server: DiscordServer, gateway: GatewayClient
) -> None:
    """A close with 1000 forgets the session, another code keeps it."""
    for code, kept in ((4000, 1), (1000, 0)):
        await gateway.connect()
        await gateway.identify()
        await gateway.until("READY")
        assert gateway.socket is not None
        await gateway.socket.close(code=code)
        await server.until(lambda: not server.gateway.connections, "the socket to be gone")
        assert len(server.gateway.sessions) == kept


async def test_a_guild_belongs_to_one_shard(http: aiohttp.ClientSession) -> None:
    """Each shard hears only of the guilds that are its own."""
    async with DiscordServer(Settings(shards=2)) as server:
        guilds = [server.add_guild(name, id=number << 22) for number, name in enumerate("ab", 2)]
        clients = [GatewayClient(server, http) for _ in guilds]
        for shard, (guild, client) in enumerate(zip(guilds, clients, strict=True)):
            await client.connect()
            await client.identify(shard=[shard, 2])
            ready = await client.until("READY")
            assert [g["id"] for g in ready["d"]["guilds"]] == [str(guild.id)]
        await server.ready(commands=False)


async def test_a_shard_without_the_intent_hears_nothing(
    server: DiscordServer, gateway: GatewayClient
) -> None:
    """Messages are dispatched to those who asked for them."""
    channel = server.add_guild("Reading group").add_text_channel("papers")
    person = server.add_user("Ada")
    await gateway.connect()
    await gateway.identify(intents=1)
    await gateway.until("GUILD_CREATE")
    person.say(channel, "unheard")
    channel.delete()
    assert (await gateway.receive())["t"] == "CHANNEL_DELETE"


async def test_a_connection_can_be_refused(server: DiscordServer, gateway: GatewayClient) -> None:
    """The next connections answer 503 as often as they are told to."""
    server.gateway.refuse_next = 1
    with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
        await gateway.connect()
    assert (await gateway.connect())["op"] == 10


async def test_identifies_too_close_together_are_invalid(http: aiohttp.ClientSession) -> None:
    """With Discord's spacing a second identify is answered with op 9."""
    async with DiscordServer(Settings(identify_window=5.0)) as server:
        first, second = GatewayClient(server, http), GatewayClient(server, http)
        await first.connect()
        await first.identify()
        await first.until("READY")
        await second.connect()
        await second.identify()
        assert (await second.receive())["op"] == 9
