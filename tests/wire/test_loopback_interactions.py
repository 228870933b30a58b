"""The rules around an interaction: who may start one, how long it lives, what it may send."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from discord_loopback import (
    UNLIMITED,
    Actor,
    Channel,
    DiscordServer,
    Json,
    NoAnswer,
    NotAvailable,
    Permission,
    Settings,
    Upload,
)
from wire_peers import GatewayClient, RestClient

COMMANDS: list[Json] = [
    {
        "name": "paper",
        "description": "d",
        "integration_types": [0, 1],
        "contexts": [0, 1, 2],
        "options": [
            {"type": 3, "name": "title", "description": "d", "required": True, "max_length": 100},
            {"type": 4, "name": "limit", "description": "d", "min_value": 1, "max_value": 9},
            {
                "type": 3,
                "name": "sort",
                "description": "d",
                "choices": [{"name": "Best", "value": "best"}],
            },
        ],
    },
    {
        "name": "digest",
        "description": "d",
        "contexts": [0],
        "default_member_permissions": int(Permission.MANAGE_GUILD),
        "options": [
            {"type": 1, "name": "status", "description": "d"},
            {
                "type": 2,
                "name": "source",
                "description": "d",
                "options": [
                    {
                        "type": 1,
                        "name": "add",
                        "description": "d",
                        "options": [
                            {"type": kind, "name": name, "description": "d"}
                            for name, kind in (
                                ("flag", 5),
                                ("user", 6),
                                ("channel", 7),
                                ("role", 8),
                                ("number", 10),
                                ("file", 11),
                            )
                        ],
                    }
                ],
            },
        ],
    },
]
CALLBACK = "/interactions/{id}/{token}/callback"


class Stage:
    """A server with commands, a person, and a bot that answers by hand."""

    def __init__(self, server: DiscordServer, http: aiohttp.ClientSession) -> None:
        self.server = server
        self.rest = RestClient(server, http)
        self.gateway = GatewayClient(server, http)
        self.guild = server.add_guild("Reading group", locale="fr")
        self.channel = self.guild.add_text_channel("papers")
        self.person = server.add_user("Ada", locale="de")

    async def open(self) -> Stage:
        """Register the commands and connect."""
        path = f"/applications/{self.server.bot.id}/commands"
        assert (await self.rest("PUT", path, COMMANDS)).status == 200
        await self.gateway.connect()
        await self.gateway.identify()
        await self.server.ready()
        return self

    async def heard(self) -> Json:
        """The next interaction that the bot hears of."""
        return (await self.gateway.until("INTERACTION_CREATE"))["d"]

    async def answer(self, heard: Json, kind: int, **data: object) -> int:
        """Answer it; returns the status, or Discord's code where it was refused."""
        reply = await self.rest("POST", CALLBACK.format(**heard), {"type": kind, "data": data})
        return reply.status if reply.status < 400 else reply.code

    def asks(self, where: Channel | None = None, who: Actor | None = None) -> asyncio.Task[object]:
        """Somebody uses /paper."""
        person = who or self.person
        call = person.slash(where or self.channel, "paper", {"title": "attention"})
        return asyncio.create_task(call)


@pytest.fixture
async def stage(server: DiscordServer, http: aiohttp.ClientSession) -> Stage:
    """The stage with every default."""
    return await Stage(server, http).open()


async def test_an_interaction_carries_what_discord_sends(stage: Stage) -> None:
    """Locales, context, installations, permissions and the member."""
    call = stage.asks()
    heard = await stage.heard()
    assert await stage.answer(heard, 4, content="found") == 204
    await call
    assert (heard["locale"], heard["guild_locale"], heard["context"]) == ("de", "fr", 0)
    assert heard["authorizing_integration_owners"] == {"0": str(stage.guild.id)}
    assert int(heard["app_permissions"]) & Permission.SEND_MESSAGES
    assert int(heard["member"]["permissions"]) & Permission.VIEW_CHANNEL
    assert heard["guild"]["id"] == heard["guild_id"] == str(stage.guild.id)
    assert heard["data"]["options"] == [{"type": 3, "name": "title", "value": "attention"}]
    assert heard["entitlements"] == []


async def test_contexts_and_installations(stage: Stage) -> None:
    """Direct messages are context 1, a chat of two people 2 and only with a user install."""
    stranger = stage.server.add_stranger("Eve")
    away = stage.server.add_guild("Elsewhere", owner=stranger, bot_permissions=None)
    places = {
        1: stage.server.dm(stranger),
        2: stranger.chat_with(stage.person),
        0: away.add_text_channel("papers"),
    }
    with pytest.raises(NotAvailable, match="not installed"):
        await stranger.slash(places[2], "paper", {"title": "x"})
    stranger.installed = True
    for context, place in places.items():
        call = stage.asks(place, stranger)
        heard = await stage.heard()
        assert await stage.answer(heard, 4, content="found") == 204
        await call
        owners = {"0": "0"} if context == 1 else {}
        assert heard["context"] == context
        assert heard["authorizing_integration_owners"] == owners | {"1": str(stranger.id)}
        assert ("member" in heard) == (context == 0)


async def test_after_the_limit_the_token_is_gone(http: aiohttp.ClientSession) -> None:
    """The person sees a failure, and the late answer is an unknown interaction."""
    async with DiscordServer(Settings(interaction_limit=0.05)) as server:
        stage = await Stage(server, http).open()
        call = stage.asks()
        heard = await stage.heard()
        with pytest.raises(NoAnswer):
            await call
        assert await stage.answer(heard, 4, content="late") == 10062


async def test_there_is_one_first_answer(stage: Stage) -> None:
    """A second one is already acknowledged; one of the wrong kind is an invalid form."""
    call = stage.asks()
    heard = await stage.heard()
    assert await stage.answer(heard, 8, choices=[]) == 50035
    assert await stage.answer(heard, 4, content="found") == 204
    assert await stage.answer(heard, 4, content="again") == 40060
    await call


async def test_follow_ups_need_an_answer_first(stage: Stage) -> None:
    """Before the first answer the webhook is unknown, later it edits, follows up and deletes."""
    call = stage.asks()
    heard = await stage.heard()
    hook = f"/webhooks/{stage.server.bot.id}/{heard['token']}"
    assert (await stage.rest("POST", hook, {"content": "early"})).code == 10015
    assert await stage.answer(heard, 5, flags=64) == 204
    filled = await stage.rest("POST", hook, {"content": "found"})
    assert filled.body["flags"] == 64
    await call
    more = await stage.rest("POST", hook, {"content": "more"})
    edited = await stage.rest("PATCH", f"{hook}/messages/@original", {"content": "changed"})
    assert edited.body["id"] == filled.body["id"] != more.body["id"]
    message = f"{hook}/messages/{more.body['id']}"
    assert (await stage.rest("GET", message)).body["content"] == "more"
    assert (await stage.rest("DELETE", message)).status == 204
    assert (await stage.rest("GET", message)).code == 10008
    assert (await stage.rest("POST", f"/webhooks/{stage.server.bot.id}/x", {})).code == 10015


async def test_a_user_install_has_five_follow_ups(http: aiohttp.ClientSession) -> None:
    """The sixth is refused where only the person's own installation brought the app."""
    async with DiscordServer(Settings(**UNLIMITED)) as server:
        await five_follow_ups(await Stage(server, http).open())


async def five_follow_ups(stage: Stage) -> None:
    """Send five, and a sixth."""
    stranger = stage.server.add_stranger("Eve")
    stranger.installed = True
    call = stage.asks(stranger.chat_with(stage.person), stranger)
    heard = await stage.heard()
    assert await stage.answer(heard, 4, content="found") == 204
    await call
    hook = f"/webhooks/{stage.server.bot.id}/{heard['token']}"
    replies = [await stage.rest("POST", hook, {"content": str(n)}) for n in range(5)]
    assert {reply.status for reply in replies} == {200}
    assert (await stage.rest("POST", hook, {"content": "6"})).code == 40094


@pytest.mark.parametrize(
    ("path", "options", "why"),
    [
        ("nothing", {}, "no command"),
        ("paper", {}, "needs its option"),
        ("paper", {"title": "x", "colour": "red"}, "no option"),
        ("paper", {"title": "x" * 101}, "characters"),
        ("paper", {"title": "x", "limit": 10}, "between"),
        ("paper", {"title": "x", "sort": "worst"}, "choices"),
        ("digest status", {}, "permissions"),
    ],
)
async def test_the_persons_own_app_refuses_first(
    stage: Stage, path: str, options: dict[str, object], why: str
) -> None:
    """What Discord's form would not send never reaches the bot."""
    with pytest.raises(NotAvailable, match=why):
        await stage.person.slash(stage.channel, path, options)


async def test_commands_keep_their_ids(stage: Stage) -> None:
    """A bulk overwrite keeps the id of a command with the same name, and drops the others."""
    path = f"/applications/{stage.server.bot.id}/commands"
    before = {c["name"]: c["id"] for c in stage.server.commands}
    after = (await stage.rest("PUT", path, [COMMANDS[0]])).body
    assert [(c["name"], c["id"]) for c in after] == [("paper", before["paper"])]
    created = await stage.rest("POST", path, {"name": "help", "description": "d"})
    assert created.status == 201
    assert len((await stage.rest("GET", path)).body) == 2
    own = f"/applications/{stage.server.bot.id}/guilds/{stage.guild.id}/commands"
    assert (await stage.rest("PUT", own, [COMMANDS[1]])).body[0]["guild_id"]
    wrong = await stage.rest("PUT", path, [{"name": "Paper", "description": "d"}])
    assert wrong.body["errors"]["0"]["name"]["_errors"]
    assert stage.server.command_syncs == 4


async def test_picked_things_are_resolved(stage: Stage) -> None:
    """Users, channels, roles and files are described beside their ids, at any depth."""
    role = stage.guild.add_role("readers", Permission.MANAGE_GUILD, stage.person)
    upload = Upload("file", "a.bib", b"@article{}", "text/plain")
    values = {"flag": True, "user": stage.person, "channel": stage.channel, "role": role}
    values |= {"number": 1.5, "file": upload}
    call = stage.person.slash(stage.channel, "digest source add", values)
    task = asyncio.create_task(call)
    heard = await stage.heard()
    assert await stage.answer(heard, 4, content="added") == 204
    await task
    group = heard["data"]["options"][0]
    assert (group["name"], group["options"][0]["name"]) == ("source", "add")
    given = {o["name"]: o["value"] for o in group["options"][0]["options"]}
    resolved = heard["data"]["resolved"]
    assert (given["flag"], given["number"]) == (True, 1.5)
    assert resolved["users"][given["user"]]["username"] == "Ada"
    assert "permissions" in resolved["members"][given["user"]]
    assert resolved["channels"][given["channel"]]["name"] == "papers"
    assert resolved["roles"][given["role"]]["name"] == "readers"
    async with aiohttp.request("GET", resolved["attachments"][given["file"]]["url"]) as response:
        assert await response.read() == b"@article{}"


async def test_a_modal_keeps_what_is_left_alone(stage: Stage) -> None:
    """Inputs under labels and in rows, with defaults; limits are the form's own."""
    call = stage.asks()
    heard = await stage.heard()
    menu = {"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a", "default": True}]}
    note = {"type": 4, "custom_id": "n", "style": 1, "label": "Note", "value": "kept"}
    form = [
        {"type": 18, "label": "Sort", "component": menu},
        {"type": 1, "components": [note]},
        {"type": 10, "content": "read this"},
    ]
    assert await stage.answer(heard, 9, title="Form", custom_id="f", components=form) == 204
    await call
    shown = next(iter(stage.server.interactions))
    with pytest.raises(NotAvailable, match="no inputs"):
        await stage.person.submit_modal(shown, {"other": "x"})
    with pytest.raises(NotAvailable, match="characters"):
        await stage.person.submit_modal(shown, {"Note": "x" * 4001})
    task = asyncio.create_task(stage.person.submit_modal(shown, {"Sort": ["a"]}))
    sent = await stage.heard()
    assert await stage.answer(sent, 4, content="thanks") == 204
    await task
    label, row, _ = sent["data"]["components"]
    assert label["component"]["values"] == ["a"]
    assert row["components"][0]["value"] == "kept"
