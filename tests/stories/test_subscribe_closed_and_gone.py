"""Readers whose direct messages are closed, and those who want no more."""

from __future__ import annotations

import simcord
from reading import answer_of, buttons_of, options_of, press, text_of, weight_of
from stage import Stage

from bot.core.subscriptions import Subscription

HOUR = 3600


async def _subscribe(
    stage: Stage, query: str = "*", **options: object
) -> simcord.InteractionResult:
    given = {"query": query, "timezone": "UTC", **options}
    return await stage.reader.slash(stage.papers, "subscribe", **given)


async def _mine(stage: Stage) -> list[Subscription]:
    return await stage.desk.subscriptions.of_user(stage.reader.id)


async def test_a_closed_dm_is_said_there_and_then(stage: Stage) -> None:
    """Subscribing with closed direct messages says so; Try again works once they are open."""
    stage.close_dms()
    seen = await _subscribe(stage)
    assert text_of(seen).startswith("📪 Subscribed, but your direct messages are closed")
    assert seen.followups == []
    still = await press(stage.reader, seen, "Try again")
    assert text_of(still).startswith("📪 Still closed")
    stage.open_dms()
    opened = await press(stage.reader, still, "Try again")
    assert text_of(opened) == "📬 Your direct messages are open. Papers come again."
    await stage.env.advance_time(10 * HOUR)
    assert await stage.beat() == 1


async def test_a_closed_dm_is_said_on_the_panel_too(stage: Stage) -> None:
    """The panel's Subscribe tells it in place of the panel."""
    stage.close_dms()
    panel = await stage.reader.slash(stage.papers, "subscribe")
    seen = await press(stage.reader, panel, "Subscribe")
    assert "your direct messages are closed" in text_of(seen)
    assert "Try again" in buttons_of(seen)


async def test_a_dm_that_closes_later_is_told_at_the_next_command(stage: Stage) -> None:
    """The subscription stops with its reason; any answer is followed by it, once a day."""
    await _subscribe(stage)
    stage.close_dms()
    await stage.env.advance_time(10 * HOUR)
    assert await stage.beat() == 0
    (one,) = await _mine(stage)
    assert one.paused is not None
    seen = await stage.reader.slash(stage.papers, "subscribe")
    assert "✉️ Papers by direct message" in text_of(seen.response)
    (told,) = seen.followups
    assert told.ephemeral
    assert "your direct messages were closed to Paperboy" in text_of(told)
    assert "Try again" in buttons_of(told)
    once_more = await stage.reader.slash(stage.papers, "subscribe")
    assert once_more.followups == []
    await stage.env.advance_time(24 * HOUR)
    next_day = await stage.reader.slash(stage.papers, "subscribe")
    assert len(next_day.followups) == 1


async def test_a_dm_that_is_open_again_is_found_open_at_the_next_command(stage: Stage) -> None:
    """It is tried once by itself; what was not delivered comes with the next edition."""
    await _subscribe(stage)
    stage.close_dms()
    await stage.env.advance_time(10 * HOUR)
    await stage.beat()
    stage.open_dms()
    seen = await stage.reader.slash(stage.papers, "subscribe")
    assert text_of(seen.followups[0]) == "📬 Your direct messages are open. Papers come again."
    await stage.env.advance_time(24 * HOUR)
    assert await stage.beat() == 1


async def test_subscriptions_tells_why_nothing_comes(stage: Stage) -> None:
    """The list says it itself, with Try again in place of Resume."""
    stage.close_dms()
    await _subscribe(stage)
    seen = await stage.reader.slash(stage.papers, "subscriptions")
    assert "your direct messages are closed to Paperboy" in text_of(seen)
    assert "Try again" in buttons_of(seen)
    assert seen.followups == []


async def test_no_subscriptions(stage: Stage) -> None:
    """Who has none is told how to make one."""
    for command, options in (("subscriptions", {}), ("unsubscribe", {"subscription": "all"})):
        seen = await stage.reader.slash(stage.papers, command, **options)
        assert text_of(seen) == "You have no subscriptions. `/subscribe` makes one."


async def test_one_subscription_is_shown_with_its_buttons(stage: Stage) -> None:
    """What, when, next, last; edit, pause, preview and delete from its buttons."""
    await _subscribe(stage, "diffusion")
    seen = await stage.reader.slash(stage.papers, "subscriptions")
    text = text_of(seen)
    assert "✉️ diffusion" in text
    assert "daily at 09:00, UTC · up to 9 papers" in text
    assert "Next: <t:1767258000:F>" in text
    assert "Last: nothing came yet" in text
    paused = await press(stage.reader, seen, "Pause")
    assert "⏸️ Paused since" in text_of(paused)
    resumed = await press(stage.reader, paused, "Resume")
    assert "Next: " in text_of(resumed)
    preview = await press(stage.reader, resumed, "Preview")
    assert "5 new · 5 here" in text_of(preview)
    asked = await press(stage.reader, resumed, "Delete")
    assert text_of(asked).startswith("Delete “diffusion”?")
    assert len(await _mine(stage)) == 1
    gone = await press(stage.reader, asked, "Yes, delete it")
    assert text_of(gone) == "Deleted. Nothing comes from it any more."
    assert await _mine(stage) == []


async def test_an_empty_edition_is_told_in_the_list(stage: Stage) -> None:
    """No message comes for nothing, and the list says why."""
    await _subscribe(stage, "zeppelins")
    await stage.env.advance_time(10 * HOUR)
    assert await stage.beat() == 0
    text = text_of(await stage.reader.slash(stage.papers, "subscriptions"))
    assert "nothing. 17 papers came out, none of them matches." in text


async def test_edit_goes_through_the_panel(stage: Stage) -> None:
    """Edit… shows the panel with Save; Save changes the subscription, not a new one."""
    await _subscribe(stage, "diffusion")
    seen = await stage.reader.slash(stage.papers, "subscriptions")
    panel = await press(stage.reader, seen, "Edit…")
    assert "✉️ Change a subscription" in text_of(panel)
    what = await press(stage.reader, panel, "What…")
    lines = {"form-topics": "maps", "form-authors": "", "form-votes": ""}
    panel = await stage.reader.submit_modal(what, lines)
    done = await press(stage.reader, panel, "Save")
    assert text_of(done).startswith("✅ Changed.")
    (one,) = await _mine(stage)
    assert one.wish.query == "maps"


async def test_many_subscriptions_have_a_menu(stage: Stage) -> None:
    """25 long ones fit Discord's limits; the menu opens the chosen one; there is no 26th."""
    for number in range(25):
        await _subscribe(stage, f'"{"long words " * 9}{number}"')
    seen = await stage.reader.slash(stage.papers, "subscriptions")
    components, characters = weight_of(seen)
    assert components <= 40
    assert characters <= 4000
    assert "more in the menu below" in text_of(seen)
    options = options_of(seen)
    assert len(await _mine(stage)) == 25
    chosen = await stage.reader.select(answer_of(seen), [list(options.values())[-1]])
    assert "words 24" in text_of(chosen)
    back = await press(stage.reader, chosen, "All subscriptions")
    assert options_of(back) == options
    assert "25 subscriptions here already" in text_of(await _subscribe(stage))


async def test_unsubscribe_one_or_all(stage: Stage) -> None:
    """The choice offers each and all of them; both ask first."""
    await _subscribe(stage, "maps")
    await _subscribe(stage, "robots")
    offered = await stage.reader.autocomplete(stage.papers, "unsubscribe", "subscription", "")
    names = [choice["name"] for choice in offered]
    assert names == ["All of them", "maps · daily 09:00", "robots · daily 09:00"]
    asked = await stage.reader.slash(stage.papers, "unsubscribe", subscription=offered[1]["value"])
    await press(stage.reader, asked, "Yes, delete it")
    assert [one.wish.query for one in await _mine(stage)] == ["robots"]
    asked = await stage.reader.slash(stage.papers, "unsubscribe", subscription="all")
    assert text_of(asked) == "Delete your subscription? Nothing comes any more."
    await press(stage.reader, asked, "Yes, delete all")
    assert await _mine(stage) == []


async def test_the_button_in_the_message_unsubscribes(stage: Stage) -> None:
    """Pressing twice does it once, also after a restart; Undo lets it come again."""
    await _subscribe(stage)
    await stage.env.advance_time(10 * HOUR)
    await stage.beat()
    message = stage.reader_user.dm_channel.history()[-1]
    await stage.restart()
    seen = await stage.reader_user.click(message, label="Unsubscribe")
    assert text_of(seen).startswith("Unsubscribed from “everything”.")
    twice = await stage.reader_user.click(message, label="Unsubscribe")
    assert text_of(twice) == text_of(seen)
    await stage.env.advance_time(24 * HOUR)
    assert await stage.beat() == 0
    undone = await press(stage.reader_user, seen, "Undo")
    assert text_of(undone).startswith("It comes again.")
    await press(stage.reader_user, undone, "Delete")
    (one,) = await _mine(stage)
    assert one.paused is None


async def test_another_ones_subscription_is_not_there(stage: Stage) -> None:
    """An id of somebody else's subscription opens nothing, wherever it stands."""
    await _subscribe(stage)
    (one,) = await _mine(stage)
    typed = await stage.owner.slash(stage.papers, "unsubscribe", subscription=str(one.id))
    assert text_of(typed) == "You have no subscriptions. `/subscribe` makes one."
    labels = ("unsubscribe", "sub_delete_sure", "sub_pause", "sub_edit")
    message = await stage.forge(*((label, one.id) for label in labels))
    for label in labels:
        seen = await stage.owner.click(message, label=label)
        assert text_of(seen) == "That subscription is not there any more."
    assert await _mine(stage) == [one]


async def test_a_closed_dm_is_told_beside_a_failure_too(stage: Stage) -> None:
    """Also who typed something wrong hears why nothing comes."""
    await _subscribe(stage)
    stage.close_dms()
    await stage.env.advance_time(10 * HOUR)
    await stage.beat()
    seen = await stage.reader.slash(stage.papers, "paper", title=" ")
    assert "No title was given" in text_of(seen.response)
    (told,) = seen.followups
    assert "your direct messages were closed to Paperboy" in text_of(told)
