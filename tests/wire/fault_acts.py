"""The acts: what people do in the table of faults, and how things are mended."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from discord_loopback import MESSAGE_CREATE, Permission
from fault_scene import Scene
from fault_strikes import OPENING, Act
from paperboy_peer import NOW, query

FEW = 15
"""Messages that are on their way before the first answer is heard, and on a slow machine."""


async def is_answered(scene: Scene) -> None:
    """See that there is a new session, and that a button of the message answers in it."""
    gateway = scene.server.gateway
    await scene.server.until(lambda: gateway.identified > 1 and gateway.connected, "a new session")
    (message,) = scene.server.messages(scene.places[0])
    pressed = await scene.ada.click(message, message.custom_id("1"))
    assert "Ada Lovelace" in pressed.message.text


async def resumes(scene: Scene) -> None:
    """See that the session goes on, and a button of the message answers in it."""
    await scene.server.until(lambda: scene.server.gateway.resumed > 0, "the session to go on")
    (message,) = scene.server.messages(scene.places[0])
    pressed = await scene.readers[0].click(message, message.custom_id("1"))
    assert "Ada Lovelace" in pressed.message.text


async def closes(scene: Scene) -> None:
    """Have a reader who takes no messages."""
    (await scene.reader()).dms_open = False


async def reader_asks(scene: Scene) -> None:
    """Let the reader look at their subscriptions, and then for a paper."""
    channel, max_ = scene.guild.add_text_channel("talk"), scene.readers[0]
    listed = await max_.slash(channel, "subscriptions")
    asked = await max_.slash(channel, "paper", {"title": "sandwich"})
    await scene.server.until(lambda: asked.followups, "a word beside the answer")
    scene.heard += [listed.message.text, asked.followups[0].text]
    scene.last = asked.followups[0]


async def opens(scene: Scene) -> None:
    """Let the reader take messages again, and say so."""
    assert scene.last is not None
    max_ = scene.readers[0]
    max_.dms_open = True
    opened = await max_.click(scene.last, scene.last.custom_id("Try again"))
    await scene.server.until(lambda: "Papers come" in opened.message.text, "a good word")
    scene.heard.append(opened.message.text)


async def leaves(scene: Scene) -> None:
    """Have a reader who has left the server that they shared with the bot."""
    max_ = await scene.reader()
    del scene.guild.members[max_.id]


async def joins(scene: Scene) -> None:
    """Let the reader come back and use any command."""
    max_ = scene.readers[0]
    scene.guild.add_member(max_)
    channel = scene.guild.add_text_channel("talk")
    asked = await max_.slash(channel, "paper", {"title": "sandwich"})
    await scene.server.until(lambda: asked.followups, "a word beside the answer")
    scene.heard.append(asked.followups[0].text)


def denies(permission: Permission) -> Act:
    """Take a permission from the bot in its channel."""

    async def sets(scene: Scene) -> None:
        channel = await scene.digest()
        channel.set_overwrite(scene.guild.bot_role, deny=permission)

    return sets


async def allows(scene: Scene) -> None:
    """Give it back."""
    scene.places[0].set_overwrite(scene.guild.bot_role)


async def deletes_the_channel(scene: Scene) -> None:
    """Delete the channel while the bot is not there to hear of it."""
    (await scene.digest()).delete()


async def moves(scene: Scene) -> None:
    """Let the digest go to another channel, and post there at once."""
    channel = scene.guild.add_text_channel("new")
    scene.places.append(channel)
    await scene.ada.slash(channel, "digest edit", {"digest": "1", "channel": channel})
    await scene.ada.slash(channel, "digest now", {"digest": "1"})


async def invites(scene: Scene) -> None:
    """Invite it again."""
    scene.guild.invite_bot()


async def ada_asks(scene: Scene) -> None:
    """Let Ada ask for the status."""
    scene.last = (await scene.ada.slash(scene.places[0], "digest status")).message
    scene.heard.append(scene.last.text)


async def sends_again(scene: Scene) -> None:
    """Let Ada press **Send again**."""
    assert scene.last is not None
    await scene.ada.click(scene.last, scene.last.custom_id("Send again"))


async def somebody_deletes(scene: Scene) -> None:
    """Delete the message that came."""
    scene.server.world.remove(await scene.server.message_in(scene.places[0]))


async def restarts(scene: Scene) -> None:
    """Start the bot anew."""
    await scene.restart()


async def posts_now(scene: Scene) -> None:
    """Ask for a digest at once; it has other papers."""
    await scene.ada.slash(scene.places[0], "digest now")
    ((papers, shown),) = query(
        scene.database, "SELECT (SELECT sum(papers) FROM delivery), (SELECT count(*) FROM shown)"
    )
    assert papers == shown


async def plans_an_hour_ago(scene: Scene) -> None:
    """Change the time to one that has passed today, while the bot runs and before it starts."""
    passed = f"{NOW - timedelta(hours=1):%H:%M}"
    await scene.ada.slash(scene.places[0], "digest edit", {"digest": "1", "time": passed})
    ((due,),) = query(scene.database, "SELECT next_due FROM subscription")
    assert isinstance(due, int)
    assert due > NOW.timestamp() + 3600
    await scene.restart()


async def right_clock(scene: Scene) -> None:
    """Have a clock that is right so far."""
    scene.is_behind(0)
    await scene.digest()


async def sets_the_clock_back(scene: Scene) -> None:
    """Set it back by an hour and right again. Each time another digest is due, to see it tick."""
    for name, hours in (("an hour ago", 1), ("now", 0)):
        scene.is_behind(hours * 3600)
        ago = timedelta(hours=hours, minutes=2)
        await scene.server.message_in(await scene.digest(name, ago=ago))


async def sources_recover(scene: Scene) -> None:
    """Have papers again, and ask for them."""
    scene.site.instead = {}
    await scene.restart()
    await scene.ada.slash(scene.places[0], "digest now")


async def few_knocked(scene: Scene) -> None:
    """See that the block was met by those that were on their way, and by no others."""
    assert 1 <= len(scene.struck) <= FEW


async def half_a_minute_passes(scene: Scene) -> None:
    """Let the limit end, which was told of, once the nonce is forgotten."""
    told = "SELECT 1 FROM part WHERE detail = 'rate_limited' AND ready NOT NULL"
    async with asyncio.timeout(20):
        while not query(scene.database, told):  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.1)
    await asyncio.sleep(2)
    query(scene.database, "UPDATE part SET ready = 0")


async def refusal_ends(scene: Scene) -> None:
    """Let something change that makes the bot look again, once the nonce is forgotten."""
    await asyncio.sleep(2)
    await allows(scene)


async def operator_looks(scene: Scene) -> None:
    """Let whoever runs the bot look at the log; Discord was asked once."""
    await scene.bot.line("braked")  # what waits is planned before and after
    scene.heard += [line for line in scene.bot.errors if "braked" in line]
    assert sum(r.route in {OPENING, MESSAGE_CREATE} for r in scene.server.requests) == 1


async def an_hour_passes(scene: Scene) -> None:
    """Let an hour pass, after which Discord allows it again."""
    scene.server.clear_hooks()
    assert await scene.bot.stop() == 0
    query(scene.database, "UPDATE part SET ready = 0")
    await scene.start()


async def ada_asks_around(scene: Scene) -> None:
    """Let Ada ask for a paper, and then for the status."""
    asked = await scene.ada.slash(scene.places[0], "paper", {"title": "robots fold laundry"})
    scene.heard.append(asked.message.text)
    await ada_asks(scene)
