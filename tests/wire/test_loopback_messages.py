"""Messages over REST: nonces, history, permissions, direct channels, and what is refused."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

import aiohttp
import pytest
from discord_loopback import (
    FORUM,
    NONE,
    UNLIMITED,
    Channel,
    DiscordServer,
    Overwrite,
    Permission,
    Settings,
    UnknownRoute,
)
from wire_peers import RestClient


@pytest.fixture
def channel(server: DiscordServer) -> Channel:
    """A channel in which the bot may write."""
    return server.add_guild("Reading group").add_text_channel("papers")


async def test_a_post_is_in_the_channel_and_dated(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """The answer is the message, with the server's clock in the Date header."""
    reply = await rest.send(channel, content="hello")
    message = await server.message_in(channel)
    assert (reply.status, reply.body["id"]) == (200, str(message.id))
    assert message.text == "hello"
    dated = parsedate_to_datetime(reply.headers["Date"]).timestamp()
    assert abs(dated - message.created) < 2


async def test_an_enforced_nonce_makes_one_message(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """A repeat returns the first message and creates none."""
    first = await rest.send(channel, content="one", nonce="n", enforce_nonce=True)
    second = await rest.send(channel, content="two", nonce="n", enforce_nonce=True)
    assert first.body["id"] == second.body["id"]
    assert [m.text for m in server.messages(channel)] == ["one"]


async def test_a_nonce_without_enforcement_is_a_label(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """Discord compares nonces only when asked to."""
    for text in ("one", "two"):
        assert (await rest.send(channel, content=text, nonce="n")).body["nonce"] == "n"
    assert len(server.messages(channel)) == 2


async def test_a_nonce_is_forgotten_after_its_window(http: aiohttp.ClientSession) -> None:
    """After a few minutes the same nonce makes a second message."""
    async with DiscordServer(Settings(nonce_window=0.0)) as server:
        channel = server.add_guild("Reading group").add_text_channel("papers")
        rest = RestClient(server, http)
        for text in ("one", "two"):
            await rest.send(channel, content=text, nonce="n", enforce_nonce=True)
        assert len(server.messages(channel)) == 2


async def test_the_nonce_of_a_deleted_message_is_an_unknown_message(
    rest: RestClient, channel: Channel
) -> None:
    """Discord does so on purpose."""
    first = await rest.send(channel, content="one", nonce="n", enforce_nonce=True)
    await rest("DELETE", f"/channels/{channel.id}/messages/{first.body['id']}")
    again = await rest.send(channel, content="one", nonce="n", enforce_nonce=True)
    assert (again.status, again.code) == (404, 10008)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        ("limit=3", [9, 8, 7]),
        ("limit=3&before={5}", [4, 3, 2]),
        ("limit=3&after={5}", [8, 7, 6]),
        ("limit=4&around={5}", [6, 5, 4, 3]),
        ("limit=1&around={5}", [5]),
        ("limit=5&after={9}", []),
        ("before={0}", []),
    ],
)
async def test_history_is_paged_newest_first(
    server: DiscordServer, rest: RestClient, channel: Channel, query: str, expected: list[int]
) -> None:
    """`before`, `after` and `around` choose the page, the newest of it comes first."""
    person = server.add_user("Ada")
    ids = [person.say(channel, str(number)).id for number in range(10)]
    reply = await rest("GET", f"/channels/{channel.id}/messages?{query.format(*ids)}")
    assert [int(m["id"]) for m in reply.body] == [ids[number] for number in expected]


async def test_the_words_of_others_are_hidden_without_the_intent(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """Without the message content intent only the bot's own words are read."""
    server.add_user("Ada").say(channel, "secret")
    await rest.send(channel, content="mine")
    reply = await rest("GET", f"/channels/{channel.id}/messages")
    assert [m["content"] for m in reply.body] == ["mine", ""]


@pytest.mark.parametrize("limit", [0, 101])
async def test_a_page_has_1_to_100_messages(rest: RestClient, channel: Channel, limit: int) -> None:
    """Other limits are an invalid form."""
    reply = await rest("GET", f"/channels/{channel.id}/messages?limit={limit}")
    assert (reply.status, reply.code) == (400, 50035)


@pytest.mark.parametrize(
    ("denied", "code"),
    [(Permission.VIEW_CHANNEL, 50001), (Permission.SEND_MESSAGES, 50013)],
)
async def test_posting_needs_permissions(
    server: DiscordServer, rest: RestClient, channel: Channel, denied: Permission, code: int
) -> None:
    """An overwrite against the bot is Missing Access or Missing Permissions."""
    channel.set_overwrite(server.bot, deny=denied)
    reply = await rest.send(channel, content="hello")
    assert (reply.status, reply.code) == (403, code)
    channel.set_overwrite(server.bot)
    assert (await rest.send(channel, content="hello")).status == 200


async def test_overwrites_apply_in_discords_order(server: DiscordServer, rest: RestClient) -> None:
    """@everyone is denied, a role granted, the member denied: each beats the one before."""
    guild = server.add_guild("Reading group")
    closed = Overwrite(deny=Permission.SEND_MESSAGES)
    channel = guild.add_text_channel("papers", {guild.everyone: closed})
    assert (await rest.send(channel, content="hello")).code == 50013
    channel.set_overwrite(guild.bot_role, allow=Permission.SEND_MESSAGES)
    assert (await rest.send(channel, content="hello")).status == 200
    channel.set_overwrite(server.bot, deny=Permission.SEND_MESSAGES)
    assert (await rest.send(channel, content="hello")).code == 50013
    guild.set_permissions(guild.bot_role, Permission.ADMINISTRATOR)
    assert (await rest.send(channel, content="hello")).status == 200


@pytest.mark.parametrize(("rule", "status"), [("empty", 200), ("refused", 403)])
async def test_history_that_may_not_be_read(
    http: aiohttp.ClientSession, rule: str, status: int
) -> None:
    """The list is empty or refused, as chosen; a single message is refused either way."""
    async with DiscordServer(Settings(unreadable_history=rule)) as server:
        rest = RestClient(server, http)
        channel = server.add_guild("Reading group").add_text_channel("papers")
        sent = await rest.send(channel, content="hello")
        channel.set_overwrite(server.bot, deny=Permission.READ_MESSAGE_HISTORY)
        listed = await rest("GET", f"/channels/{channel.id}/messages")
        assert listed.status == status
        assert status == 403 or listed.body == []
        single = await rest("GET", f"/channels/{channel.id}/messages/{sent.body['id']}")
        assert (single.status, single.code) == (403, 50013)


async def test_a_removed_bot_has_no_access(rest: RestClient, channel: Channel) -> None:
    """After a kick the channel is Missing Access and the guild unknown."""
    guild = channel.guild
    assert guild is not None
    guild.remove_bot()
    assert (await rest.send(channel, content="hello")).code == 50001
    assert (await rest("GET", f"/guilds/{guild.id}")).code == 10004
    channel.delete()
    assert (await rest.send(channel, content="hello")).code == 10003


async def test_a_direct_channel_is_opened_once(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """Opening it again gives the same channel; a message goes through it."""
    assert channel.guild is not None
    person = server.add_user("Ada", channel.guild)
    opened = [
        await rest("POST", "/users/@me/channels", {"recipient_id": str(person.id)})
        for _ in range(2)
    ]
    assert opened[0].body["id"] == opened[1].body["id"] == str(server.dm(person).id)
    await rest.send(server.dm(person), content="hello")
    assert (await server.message_in(server.dm(person))).text == "hello"


async def test_a_closed_direct_channel_refuses(server: DiscordServer, rest: RestClient) -> None:
    """50007 for closed messages, 50278 without a common guild, 50033 for nobody."""
    server.add_guild("Reading group")
    person, stranger = server.add_user("Ada"), server.add_stranger("Eve")
    person.dms_open = False
    assert (await rest.send(server.dm(person), content="hello")).code == 50007
    assert (await rest.send(server.dm(stranger), content="hello")).code == 50278
    stranger.installed = True
    assert (await rest.send(server.dm(stranger), content="hello")).status == 200
    person.dm_channel_opens = False
    path = "/users/@me/channels"
    assert (await rest("POST", path, {"recipient_id": str(person.id)})).code == 50007
    assert (await rest("POST", path, {"recipient_id": "1"})).code == 50033


async def test_a_message_is_edited_and_deleted(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """Only the bot's own; Components V2 stays once it is set."""
    sent = await rest.send(channel, content="hello")
    path = f"/channels/{channel.id}/messages/{sent.body['id']}"
    edited = await rest("PATCH", path, {"content": "good-bye"})
    assert edited.body["content"] == "good-bye"
    assert edited.body["edited_timestamp"] is not None
    assert (await rest("PATCH", path, {"content": " "})).code == 50006
    assert (await rest("GET", path)).body["content"] == "good-bye"
    text = {"type": 10, "content": "now with components"}
    v2 = {"flags": 1 << 15, "content": None, "components": [text]}
    assert (await rest("PATCH", path, v2)).status == 200
    refused = await rest("PATCH", path, {"flags": 0, "content": "back"})
    assert "content" in refused.body["errors"]
    theirs = server.add_user("Ada").say(channel, "mine")
    foreign = await rest("PATCH", f"/channels/{channel.id}/messages/{theirs.id}", {"content": "x"})
    assert foreign.code == 50005
    assert (await rest("DELETE", path)).status == 204
    assert (await rest("GET", path)).code == 10008


async def test_a_picture_is_stored_and_served(
    server: DiscordServer, http: aiohttp.ClientSession, channel: Channel
) -> None:
    """An upload becomes an attachment with an address; `attachment://` leads to it."""
    form = aiohttp.FormData(quote_fields=False)
    media = '{"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]}'
    form.add_field(
        "payload_json",
        f'{{"flags": 32768, "components": [{media}], '
        '"attachments": [{"id": 0, "filename": "a.png"}]}',
    )
    form.add_field("files[0]", b"\x89PNG", filename="a.png", content_type="image/png")
    url = f"{server.api_url}/channels/{channel.id}/messages"
    headers = {"Authorization": f"Bot {server.token}"}
    async with http.post(url, data=form, headers=headers) as response:
        assert response.status == 200
    message = await server.message_in(channel)
    async with http.get(message.images[0]) as picture:
        assert (await picture.read(), picture.content_type) == (b"\x89PNG", "image/png")


async def test_a_picture_that_is_not_there_is_refused(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """`attachment://` of a file that was not sent along, told where it stands."""
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]}
    refused = await rest.send(
        channel, flags=32768, components=[{"type": 17, "components": [gallery]}]
    )
    assert refused.code == 50035
    inside = refused.body["errors"]["components"]["0"]["components"]["0"]["items"]["0"]
    (fault,) = inside["media"]["url"]["_errors"]
    assert fault["code"] == "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
    assert server.messages(channel) == []


async def test_what_is_no_message_is_refused(
    server: DiscordServer, rest: RestClient, channel: Channel
) -> None:
    """An empty message, a forum, an unknown channel, a wrong token, half a JSON."""
    assert (await rest.send(channel)).code == 50006
    assert channel.guild is not None
    forum = channel.guild.add_text_channel("questions", kind=FORUM)
    assert (await rest.send(forum, content="hello")).code == 50008
    path = "/channels/1/messages"
    assert (await rest("POST", path, {"content": "hello"})).code == 10003
    assert (await rest("GET", "/users/@me", token="another")).status == 401
    async with aiohttp.request(
        "POST",
        f"{server.api_url}/channels/{channel.id}/messages",
        data="{",
        headers={"Authorization": f"Bot {server.token}"},
    ) as response:
        assert (response.status, (await response.json())["code"]) == (400, 50109)


async def test_an_unknown_route_fails_the_test(http: aiohttp.ClientSession) -> None:
    """It is answered with 404, remembered, and raised at the end."""
    server = DiscordServer(Settings(**UNLIMITED))
    await server.__aenter__()
    assert (await RestClient(server, http)("GET", "/voice/regions")).status == 404
    assert [record.method for record in server.unknown_requests] == ["GET"]
    with pytest.raises(UnknownRoute, match="/voice/regions"):
        await server.__aexit__(None, None, None)


async def test_rest_tells_of_guilds_and_members(server: DiscordServer, rest: RestClient) -> None:
    """A guild's channels, roles and members are those the test made."""
    guild = server.add_guild("Reading group")
    channel = guild.add_text_channel("papers")
    person = server.add_user("Ada")
    role = guild.add_role("readers", NONE, person)
    base = f"/guilds/{guild.id}"
    assert [c["id"] for c in (await rest("GET", f"{base}/channels")).body] == [str(channel.id)]
    assert str(role.id) in {r["id"] for r in (await rest("GET", f"{base}/roles")).body}
    member = await rest("GET", f"{base}/members/{person.id}")
    assert member.body["roles"] == [str(role.id)]
    assert (await rest("GET", f"{base}/members/1")).code == 10007
