"""Subscribing to papers by direct message: at once, by the panel, and from a channel's digest."""

from __future__ import annotations

import asyncio

import pytest
import simcord
from reading import buttons_of, lines_of, press, text_of, weight_of
from stage import Stage

from bot.core.subscriptions import Subscription

HOUR = 3600


async def _panel(stage: Stage) -> simcord.InteractionResult:
    return await stage.reader.slash(stage.papers, "subscribe")


async def _mine(stage: Stage) -> list[Subscription]:
    return await stage.desk.subscriptions.of_user(stage.reader.id)


async def test_without_options_a_panel_opens(stage: Stage) -> None:
    """It shows what, when, how many, what the last 30 days had, and that the zone is a guess."""
    seen = await _panel(stage)
    text = text_of(seen)
    assert seen.ephemeral
    assert "**What** · everything" in text
    assert "**When** · daily at 09:00, America/New\\_York" in text
    assert "**How many** · up to 9 papers" in text
    assert "Last 30 days: 17 papers, 8.5 a day, busiest day 12." in text
    assert "America/New\\_York is a guess" in text
    assert list(buttons_of(seen)) == ["What…", "When…", "Subscribe", "Preview", "Cancel"]
    assert weight_of(seen) < (40, 4000)
    assert await _mine(stage) == []


async def test_the_panel_from_its_forms_to_the_first_message(stage: Stage) -> None:
    """What… and When… change the panel; Subscribe opens the DM; the papers come with reasons."""
    panel = await _panel(stage)
    what = await press(stage.reader, panel, "What…")
    assert lines_of(what) == {"form-topics": "*", "form-authors": "", "form-votes": ""}
    panel = await stage.reader.submit_modal(
        what,
        {"form-topics": "diffusion", "form-authors": "Ann Other, Bo Peep", "form-votes": "3"},
    )
    text = text_of(panel)
    assert "**What** · diffusion · by Ann Other, Bo Peep · at least ▲3" in text
    assert "Last 30 days: 5 papers, 2.5 a day, busiest day 5." in text
    when = await press(stage.reader, panel, "When…")
    panel = await stage.reader.submit_modal(
        when, {**lines_of(when), "form-timezone": "berlin", "form-time": "7:30", "form-limit": "3"}
    )
    assert "**When** · daily at 07:30, Europe/Berlin" in text_of(panel)
    assert "is a guess" not in text_of(panel)
    done = await press(stage.reader, panel, "Subscribe")
    assert text_of(done).startswith("✅ Subscribed.")
    (hello,) = stage.reader_user.dm_channel.history()
    assert "Your papers will come here" in text_of(hello)
    await stage.env.advance_time(7 * HOUR)
    assert await stage.beat() == 1
    message = stage.reader_user.dm_channel.history()[-1]
    assert "📬 Your papers" in text_of(message)
    assert "matches diffusion" in text_of(message)
    assert "Unsubscribe" in buttons_of(message)
    chosen = await stage.desk.people.preferences(stage.reader.id)
    assert chosen.timezone == "Europe/Berlin"


async def test_the_form_shows_again_what_was_chosen(stage: Stage) -> None:
    """Opened a second time the form has topics, authors and votes in their own lines."""
    panel = await _panel(stage)
    typed = {
        "form-topics": "diffusion | maps",
        "form-authors": "Ann Other, Bo Peep",
        "form-votes": "3",
    }
    panel = await stage.reader.submit_modal(await press(stage.reader, panel, "What…"), typed)
    assert lines_of(await press(stage.reader, panel, "What…")) == typed


async def test_a_mistake_keeps_what_is_right_and_what_was_typed(stage: Stage) -> None:
    """The field at fault is named, the others are taken, and the form opens with all of it."""
    panel = await _panel(stage)
    typed = {
        "form-time": "25:00",
        "form-timezone": "Asia/Tokyo",
        "form-days": "funday",
        "form-limit": "0",
    }
    seen = await stage.reader.submit_modal(await press(stage.reader, panel, "When…"), typed)
    assert "daily at 09:00, Asia/Tokyo" in text_of(seen.response)
    told = text_of(seen.followups[0])
    assert "**Time** · No clock shows “25:00”" in told
    assert "**Days** · “funday” is no day" in told
    assert "**Papers** · “0” is no whole number from 1 to 15." in told
    assert lines_of(await press(stage.reader, seen, "Correct it…")) == typed
    mended = {**typed, "form-time": "10", "form-days": "daily", "form-limit": "2"}
    again = await press(stage.reader, seen, "Correct it…")
    panel = await stage.reader.submit_modal(again, mended)
    assert "daily at 10:00, Asia/Tokyo" in text_of(panel)
    assert "up to 2 papers" in text_of(panel)


@pytest.mark.parametrize("comma", [",", ";", "，", "、", "；"])
async def test_names_are_parted_by_the_comma_of_any_keyboard(stage: Stage, comma: str) -> None:
    """Chinese and Japanese ones, too."""
    panel = await _panel(stage)
    typed = {"form-topics": "*", "form-authors": f"Ann Other{comma}Bo Peep", "form-votes": ""}
    panel = await stage.reader.submit_modal(await press(stage.reader, panel, "What…"), typed)
    assert "by Ann Other, Bo Peep" in text_of(panel)


async def test_days_are_typed_in_the_language_of_the_answers(stage: Stage) -> None:
    """As an option and in a form."""
    await stage.reader.slash(stage.papers, "settings", language="pt")
    seen = await stage.reader.slash(
        stage.papers, "subscribe", query="maps", days="segunda, sexta", time="21h"
    )
    assert "seg, sex às 21:00" in text_of(seen)
    (made,) = await _mine(stage)
    assert made.wish.schedule.days == {0, 4}
    panel = await _panel(stage)
    when = await press(stage.reader, panel, "Quando…")
    panel = await stage.reader.submit_modal(
        when, {**lines_of(when), "form-days": "de terça a sábado"}
    )
    assert "de ter a sáb" in text_of(panel)


async def test_topics_that_do_not_parse_point_at_the_place(stage: Stage) -> None:
    """The old topics stay, the votes typed beside them are taken."""
    panel = await _panel(stage)
    typed = {"form-topics": "maps (", "form-authors": "", "form-votes": "12"}
    seen = await stage.reader.submit_modal(await press(stage.reader, panel, "What…"), typed)
    assert "**What** · at least ▲12" in text_of(seen.response)
    assert "**Topics** · The query stops making sense here" in text_of(seen.followups[0])


async def test_preview_and_cancel(stage: Stage) -> None:
    """Preview shows the very message; Cancel uses the panel up, and says so when pressed again."""
    panel = await _panel(stage)
    seen = await press(stage.reader, panel, "Preview")
    assert "📬 Your papers · " in text_of(seen)
    assert "Unsubscribe" not in buttons_of(seen)
    number = int(buttons_of(panel)["Cancel"].rpartition(":")[2])
    cancelled = await press(stage.reader, panel, "Cancel")
    assert text_of(cancelled) == "Nothing was subscribed."
    late = await stage.reader.click(await stage.forge(("wish_go", number)), label="wish_go")
    assert text_of(late).startswith("This panel was used up or is too old.")
    assert await _mine(stage) == []


async def test_a_panel_of_another_cannot_be_pressed(stage: Stage) -> None:
    """A panel belongs to who opened it, even where its ids are forged."""
    panel = await _panel(stage)
    number = int(buttons_of(panel)["Subscribe"].rpartition(":")[2])
    actions = ("wish_go", "wish_what", "wish_preview", "wish_cancel")
    message = await stage.forge(*((action, number) for action in actions))
    for action in actions:
        seen = await stage.owner.click(message, label=action)
        assert text_of(seen).startswith("This panel was used up or is too old.")


async def test_the_panel_outlives_a_restart(stage: Stage) -> None:
    """What was filled in is still there after the bot was started anew."""
    panel = await _panel(stage)
    what = await press(stage.reader, panel, "What…")
    lines = {"form-topics": "maps", "form-authors": "", "form-votes": ""}
    panel = await stage.reader.submit_modal(what, lines)
    await stage.restart()
    done = await press(stage.reader, panel, "Subscribe")
    assert "✅ Subscribed." in text_of(done)
    (one,) = await _mine(stage)
    assert one.wish.query == "maps"


async def test_options_subscribe_at_once(stage: Stage) -> None:
    """A query is enough; the zone is said to be a guess, and is not remembered."""
    seen = await stage.reader.slash(stage.papers, "subscribe", query="diffusion, maps")
    text = text_of(seen)
    assert seen.ephemeral
    assert text.startswith("✅ Subscribed.")
    assert "diffusion \\| maps" in text
    assert "America/New\\_York is a guess" in text
    assert (await stage.desk.people.preferences(stage.reader.id)).timezone is None


async def test_the_zone_is_remembered(stage: Stage) -> None:
    """A zone that was named once holds for the next subscription."""
    await stage.reader.slash(stage.papers, "subscribe", query="maps", timezone="Europe/Rome")
    seen = await stage.reader.slash(stage.papers, "subscribe", query="robots", time="6pm")
    assert "daily at 18:00, Europe/Rome" in text_of(seen)
    assert "is a guess" not in text_of(seen)


async def test_options_that_are_wrong_subscribe_to_nothing(stage: Stage) -> None:
    """Every mistake is told at once."""
    seen = await stage.reader.slash(
        stage.papers, "subscribe", query="maps )", time="25:00", timezone="Nowhere", days="x"
    )
    text = text_of(seen)
    assert "25:00" in text
    assert "Nowhere" in text
    assert "“x” is no day" in text
    assert "stops making sense" in text
    assert await _mine(stage) == []


async def test_it_works_in_direct_messages(stage: Stage) -> None:
    """The commands can be typed in the bot's own direct messages."""
    seen = await stage.reader_user.slash("subscribe", query="maps", timezone="UTC")
    assert "✅ Subscribed." in text_of(seen)


async def test_what_a_person_typed_is_harmless(stage: Stage) -> None:
    """A query with mentions, links and markdown is shown as plain text."""
    seen = await stage.reader.slash(
        stage.papers, "subscribe", query='"@everyone [x](https://evil.example) **b**"'
    )
    text = text_of(seen)
    assert "@everyone" not in text.replace("\\@everyone", "")
    assert "x\\](https\\://evil.example" in text


async def test_a_draft_is_taken_by_one(stage: Stage) -> None:
    """However close two presses are, one of them finds the draft gone before it subscribes."""
    panel = await _panel(stage)
    number = int(buttons_of(panel)["Subscribe"].rpartition(":")[2])
    taken = await asyncio.gather(*(stage.desk.drafts.close(number) for _ in range(5)))
    assert sorted(taken) == [False] * 4 + [True]


async def test_a_panel_that_fails_stays(stage: Stage) -> None:
    """With as many subscriptions as there can be it is told, and works once there is room."""
    for _ in range(25):
        await stage.reader.slash(stage.papers, "subscribe", query="maps", timezone="UTC")
    panel = await stage.reader.slash(stage.papers, "subscribe")
    failed = await press(stage.reader, panel, "Subscribe")
    assert "25 subscriptions here already" in text_of(failed.followups[0])
    assert len(await _mine(stage)) == 25
    await stage.desk.subscriptions.remove((await _mine(stage))[0])
    done = await press(stage.reader, failed, "Subscribe")
    assert text_of(done).startswith("✅ Subscribed.")
    assert len(await _mine(stage)) == 25


async def test_a_form_sent_off_unchanged_changes_nothing(stage: Stage) -> None:
    """Many authors stand in their line entire, nothing is cut and then stored as cut."""
    names = [f"Anastasia Long-Surname{number:02}" for number in range(12)]
    wanted = " | ".join(f'author:"{name}"' for name in names)
    await stage.reader.slash(stage.papers, "subscribe", query=wanted, timezone="UTC")
    (one,) = await _mine(stage)
    panel = await press(
        stage.reader, await stage.reader.slash(stage.papers, "subscriptions"), "Edit…"
    )
    what = await press(stage.reader, panel, "What…")
    lines = lines_of(what)
    assert lines["form-authors"] == ", ".join(names)
    assert len(lines["form-authors"]) > 300
    panel = await stage.reader.submit_modal(what, lines)
    await press(stage.reader, panel, "Save")
    assert [known.wish for known in await _mine(stage)] == [one.wish]
