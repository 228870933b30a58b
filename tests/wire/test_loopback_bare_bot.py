"""A real discord.py bot on the server: commands, components, modals, and broken connections."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from discord_loopback import Actor, BotProcess, Channel, DiscordServer, NoAnswer, Response
from wire_peers import bare_bot, outcome

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True, slots=True)
class Scene:
    """One bare bot for all tests here, in one guild."""

    server: DiscordServer
    bot: BotProcess
    channel: Channel
    person: Actor


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene() -> AsyncIterator[Scene]:
    """Start the bot once; each test brings its own channel or person where it matters."""
    async with DiscordServer() as server:
        channel = server.add_guild("Reading group", locale="fr").add_text_channel("papers")
        person = server.add_user("Ada", locale="de")
        closed = server.add_user("Eve")
        closed.dms_open = False
        steps = [
            ("send", channel.id, "n1", "hello"),
            ("send", channel.id, "n1", "hello again"),
            ("dm", person.id, "for you"),
            ("dm", closed.id, "not for you"),
            ("history", channel.id, 5),
        ]
        async with bare_bot(server, steps) as bot:
            await server.ready()
            yield Scene(server, bot, channel, person)


async def test_it_posts_once_and_reads_it_back(scene: Scene) -> None:
    """discord.py's own nonce makes two sends one message, and history returns it."""
    assert (await scene.server.message_in(scene.channel)).text == "hello"
    assert "hello" in await outcome(scene.bot, "history")


async def test_it_writes_direct_messages(scene: Scene) -> None:
    """One arrives; a closed channel is 50007 to the bot."""
    assert (await scene.server.message_in(scene.server.dm(scene.person))).text == "for you"
    refused = await scene.server.until(
        lambda: [r for r in scene.server.requests if r.status == 403], "the closed channel"
    )
    assert len(refused) == 1


async def test_a_slash_command_reads_its_surroundings(scene: Scene) -> None:
    """Locales, context, permissions and a resolved channel reach the bot."""
    values = {"text": "hi", "where": scene.channel}
    answer = await scene.person.slash(scene.channel, "echo", values)
    assert answer.response is Response.MESSAGE
    assert answer.message.text == "hi papers | de fr [0] True"
    assert 0 < answer.elapsed < 3
    assert answer.message.images == ["https://example.org/picture.png"]


async def test_a_slash_command_in_direct_messages(scene: Scene) -> None:
    """Context 1, without a guild's locale; the act's own locale goes first."""
    where = scene.server.dm(scene.person)
    answer = await scene.person.slash(where, "echo", {"text": "hi"}, locale="ja")
    assert answer.message.text == "hi | ja None [1] True"


async def test_a_user_install_works_where_the_bot_is_not(scene: Scene) -> None:
    """In a guild without the bot and in a chat of two people."""
    stranger = scene.server.add_stranger("Grace")
    stranger.installed = True
    away = scene.server.add_guild("Elsewhere", owner=stranger, bot_permissions=None)
    for where, context in (
        (away.add_text_channel("talk"), 0),
        (stranger.chat_with(scene.person), 2),
    ):
        answer = await stranger.slash(where, "echo", {"text": "hi"})
        assert f"[{context}]" in answer.message.text


async def test_autocomplete_offers_choices(scene: Scene) -> None:
    """What was typed so far decides."""
    offered = await scene.person.autocomplete(scene.channel, "echo", "text", "att")
    assert [choice["value"] for choice in offered.choices] == ["attention", "attentive"]


async def test_a_button_updates_its_message(scene: Scene) -> None:
    """The click's message is the card itself, changed."""
    card = (await scene.person.slash(scene.channel, "echo", {"text": "hi"})).message
    click = await scene.person.click(card, card.custom_id("Press"))
    assert click.response is Response.UPDATE
    assert click.message is card
    assert card.text == "pressed by Ada in de"


async def test_a_deferred_answer_is_awaited(scene: Scene) -> None:
    """The answer is there when the click returns, the follow-up comes after it."""
    card = (await scene.person.slash(scene.channel, "echo", {"text": "hi"})).message
    click = await scene.person.click(card, card.custom_id("Later"))
    assert (click.response, click.message.text) == (Response.DEFERRED, "thought about it")
    await scene.server.until(lambda: click.followups, "the follow-up")
    assert [message.text for message in click.messages] == ["thought about it", "and once more"]
    assert all(message.ephemeral for message in click.messages)


async def test_a_modal_is_opened_and_sent(scene: Scene) -> None:
    """Inputs are found by their label."""
    card = (await scene.person.slash(scene.channel, "echo", {"text": "hi"})).message
    opened = await scene.person.click(card, card.custom_id("Form"))
    assert opened.modal is not None
    assert opened.modal["title"] == "A form"
    sent = await scene.person.submit_modal(opened, {"Your note": "read this"}, locale="fr")
    assert sent.message.text == "noted read this in fr"


async def test_a_select_and_a_message_menu(scene: Scene) -> None:
    """Values come back; the menu's target is read with its words."""
    card = (await scene.person.slash(scene.channel, "echo", {"text": "hi"})).message
    picked = await scene.person.select(card, card.selects[0]["custom_id"], "retention")
    assert picked.message.text == "picked retention"
    theirs = scene.person.say(scene.channel, "see arXiv")
    quoted = await scene.person.message_menu(theirs, "Quote")
    assert quoted.message.text == "> see arXiv"


async def test_a_refused_body_reads_as_discords(scene: Scene) -> None:
    """discord.py understands the nested faults."""
    answer = await scene.person.slash(scene.channel, "wrong")
    assert answer.message.text.startswith("400 50035 Invalid Form Body\nIn data.content:")


async def test_the_bot_hears_of_new_channels(scene: Scene) -> None:
    """State changes reach the bot's cache."""
    assert scene.channel.guild is not None
    scene.channel.guild.add_text_channel("news")
    await scene.bot.line('"channel": "news"')


async def test_a_silent_command_fails_for_the_person(scene: Scene) -> None:
    """After three seconds the person's app gives up."""
    with pytest.raises(NoAnswer, match="3 s"):
        await scene.person.slash(scene.channel, "silent")


@pytest.mark.parametrize("disturbance", ["drop", "close", "reconnect"])
async def test_it_stays_connected_through_drops(scene: Scene, disturbance: str) -> None:
    """A drop, a close and an op 7 each end in a resume; nothing is lost."""
    gateway = scene.server.gateway
    assert scene.channel.guild is not None
    before = gateway.resumed
    match disturbance:
        case "drop":
            gateway.drop()
        case "close":
            gateway.close(4000)
        case _:
            gateway.reconnect()
    scene.channel.guild.add_text_channel(f"missed-{disturbance}")
    await scene.server.until(lambda: gateway.resumed > before, "the resume")
    await scene.bot.line(f'"channel": "missed-{disturbance}"')


async def test_an_invalid_session_is_identified_anew(scene: Scene) -> None:
    """After op 9 the bot identifies again, and the next command works."""
    before = scene.server.gateway.identified
    scene.server.gateway.invalidate()
    await scene.server.until(lambda: scene.server.gateway.identified > before, "a new session")
    await scene.server.ready()
    assert (await scene.person.slash(scene.channel, "echo", {"text": "hi"})).response


async def test_it_answers_a_call_for_a_heartbeat(scene: Scene) -> None:
    """Op 1 is answered at once."""
    before = scene.server.gateway.heartbeats
    scene.server.gateway.ask_heartbeat()
    await scene.server.until(lambda: scene.server.gateway.heartbeats > before, "a heartbeat")
