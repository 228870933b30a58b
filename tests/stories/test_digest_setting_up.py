"""Setting up a server's digest and changing it, as its owner sees it."""

from __future__ import annotations

import discord
import simcord
from reading import buttons_of, lines_of, press, text_of, weight_of
from stage import Stage

from bot.core.subscriptions import Subscription

NINE_IN_BERLIN = 1_767_254_400  # 1 January 2026, 08:00 UTC
NINE_IN_TOKYO = 1_767_225_600 + 86_400 * 4  # Monday 5 January, 00:00 UTC


async def _setup(stage: Stage, **options: object) -> simcord.InteractionResult:
    given = {"timezone": "Europe/Berlin", **options}
    return await stage.owner.slash(stage.papers, "digest setup", **given)


async def _digests(stage: Stage) -> list[Subscription]:
    return await stage.desk.subscriptions.of_server(stage.guild.id)


async def test_setup_needs_only_a_time_zone(stage: Stage) -> None:
    """The private panel says what comes, how many, when, when next, and that it can be posted."""
    seen = await _setup(stage)
    text = text_of(seen)
    assert seen.ephemeral
    assert f"<#{stage.papers.id}>" in text
    assert "everything · up to 9 papers" in text
    assert "daily at 09:00, Europe/Berlin" in text
    assert f"Next: <t:{NINE_IN_BERLIN}:F> (<t:{NINE_IN_BERLIN}:R>)" in text
    assert "17 papers, 8.5 a day, busiest day 12" in text
    assert "✅ Paperboy may post there: View Channel, Send Messages, Read Message History." in text
    assert list(buttons_of(seen)) == ["Preview", "Post now", "Edit…", "Pause", "Remove"]
    components, characters = weight_of(seen)
    assert components <= 40
    assert characters <= 4000


async def test_every_option_is_taken(stage: Stage) -> None:
    """Channel, time, days, query, limit and manners are those that were given."""
    seen = await _setup(
        stage,
        timezone="tokyo",
        channel=stage.general,
        time="9 am",
        days="mon, wed",
        query='diffusion author:"Ann Other" upvotes:10+',
        limit=3,
        language="en",
        notify="normal",
        notes="all",
        ai="hide",
        alerts=stage.papers,
    )
    text = text_of(seen)
    assert f"The digest in <#{stage.general.id}>" in text
    assert "diffusion · by Ann Other · at least ▲10 · up to 3 papers" in text
    assert "Mon, Wed at 09:00, Asia/Tokyo" in text
    assert f"<t:{NINE_IN_TOKYO}:F>" in text
    assert "with a notification · says whenever there is nothing" in text
    assert f"machine summaries hidden · alerts in <#{stage.papers.id}>" in text


async def test_all_that_is_wrong_is_told_at_once(stage: Stage) -> None:
    """A bad time, zone, days and query are each named with a remedy, and nothing is set up."""
    seen = await _setup(
        stage, timezone="Europe/Berlim", time="25:00", days="funday", query='"diffusion'
    )
    text = text_of(seen)
    assert "“25:00”" in text
    assert "“Europe/Berlim” is no time zone Paperboy knows. Did you mean Europe/Berlin" in text
    assert "“funday” is no day" in text
    assert "expected a closing quote" in text
    assert await _digests(stage) == []


async def test_each_missing_permission_is_named(stage: Stage) -> None:
    """A channel where the bot may not write is set up all the same, with what to mend."""
    silent = stage.guild.create_text_channel(
        "silent",
        overwrites={
            stage.guild.default_role: discord.PermissionOverwrite(
                send_messages=False, read_message_history=False
            )
        },
    )
    text = text_of(await _setup(stage, channel=silent))
    assert "It lacks **Send Messages**, **Read Message History** in" in text
    assert "View Channel**" not in text
    assert len(await _digests(stage)) == 1


async def test_a_channel_that_the_bot_cannot_see(stage: Stage) -> None:
    """The panel says that it cannot be seen and what to give."""
    hidden = stage.guild.create_text_channel(
        "hidden",
        overwrites={stage.guild.default_role: discord.PermissionOverwrite(view_channel=False)},
    )
    text = text_of(await _setup(stage, channel=hidden))
    assert f"⚠️ Paperboy cannot see <#{hidden.id}>: it lacks **View Channel**" in text


async def test_a_forum_is_refused_with_a_sentence(stage: Stage) -> None:
    """A forum can be picked, and is answered; nothing is set up."""
    forum = stage.guild.create_forum_channel("talk")
    assert text_of(await _setup(stage, channel=forum)).startswith("A forum has no place")
    assert await _digests(stage) == []


async def test_the_26th_digest_is_refused(stage: Stage) -> None:
    """A server has at most as many digests as a menu can show."""
    for _ in range(25):
        await _setup(stage)
    assert "25 subscriptions here already" in text_of(await _setup(stage))


async def test_edit_changes_only_what_is_given(stage: Stage) -> None:
    """Time and channel change; zone, days and query stay."""
    await _setup(stage, query="diffusion", days="weekdays")
    (one,) = await _digests(stage)
    seen = await stage.owner.slash(
        stage.general, "digest edit", digest=str(one.id), time="18:30", channel=stage.general
    )
    text = text_of(seen)
    assert text.startswith("The digest is changed.")
    assert f"<#{stage.general.id}>" in text
    assert "diffusion · up to 9 papers" in text
    assert "weekdays at 18:30, Europe/Berlin" in text


async def test_edit_of_nothing_changes_nothing(stage: Stage) -> None:
    """Without options the panel says so and offers the form."""
    await _setup(stage)
    (one,) = await _digests(stage)
    seen = await stage.owner.slash(stage.papers, "digest edit", digest=str(one.id))
    assert text_of(seen).startswith("Nothing was changed, because nothing was given.")
    assert (await _digests(stage)) == [one]


async def test_the_form_changes_the_digest(stage: Stage) -> None:
    """Edit… opens a form with what there is; sending it off redraws the panel."""
    seen = await _setup(stage)
    shown = await press(stage.owner, seen, "Edit…")
    lines = lines_of(shown)
    assert lines == {
        "form-query": "*",
        "form-time": "09:00",
        "form-timezone": "Europe/Berlin",
        "form-days": "daily",
        "form-limit": "9",
    }
    done = await stage.owner.submit_modal(
        shown, {**lines, "form-query": "diffusion", "form-days": "tue-sat", "form-limit": "1"}
    )
    text = text_of(done)
    assert "diffusion · one paper" in text
    assert "Tue–Sat at 09:00" in text


async def test_a_form_with_mistakes_loses_nothing(stage: Stage) -> None:
    """Each mistake is told by its field; the form opens again with what was typed."""
    seen = await _setup(stage)
    (one,) = await _digests(stage)
    shown = await press(stage.owner, seen, "Edit…")
    typed = {
        "form-query": "diffusion (",
        "form-time": "25:00",
        "form-timezone": "Atlantis",
        "form-days": "daily",
        "form-limit": "99",
    }
    told = await stage.owner.submit_modal(shown, typed)
    text = text_of(told)
    assert "**Query** · " in text
    assert "**Time** · No clock shows “25:00”" in text
    assert "**Time zone** · “Atlantis” is no time zone" in text
    assert "**Papers** · “99” is no whole number from 1 to 15." in text
    assert await _digests(stage) == [one]
    again = await press(stage.owner, told, "Correct it…")
    assert lines_of(again) == typed


async def test_the_servers_settings_are_taken_up(stage: Stage) -> None:
    """What the server chose for machine text holds for the digests set up afterwards."""
    told = await stage.owner.slash(stage.papers, "digest settings", ai="hide")
    assert "language English, machine summaries hidden" in text_of(told)
    assert "follow" not in text_of(told)
    assert "machine summaries hidden" in text_of(await _setup(stage))
    assert "machine summaries shown" in text_of(await _setup(stage, ai="show"))


async def test_the_zone_is_offered_with_its_time(stage: Stage) -> None:
    """While typing a zone its clock is shown; the value is the zone alone."""
    offered = await stage.owner.autocomplete(stage.papers, "digest setup", "timezone", "berl")
    assert offered[0]["name"] == "Europe/Berlin, now 01:00"
    assert offered[0]["value"] == "Europe/Berlin"
    nothing_typed = await stage.owner.autocomplete(stage.papers, "digest setup", "timezone", "")
    assert nothing_typed[0]["value"] == "America/New_York"  # the simulated locale is en-US


async def test_days_and_times_are_offered(stage: Stage) -> None:
    """Usual days and times come first; what is typed is understood, or told why not."""

    async def names(option: str, typed: str) -> list[str]:
        offered = await stage.owner.autocomplete(stage.papers, "digest setup", option, typed)
        return [choice["name"] for choice in offered]

    assert await names("days", "") == ["Daily", "Weekdays", "Tue–Sat", "Weekly on Monday"]
    assert await names("days", "mon, we") == ["Mon, Wed"]
    assert await names("days", "wee") == ["Weekdays", "Weekly on Monday"]
    assert (await names("days", "xyz"))[0].startswith("✗ “xyz” is no day")
    assert await names("time", "9") == ["09:00", "09:30", "21:00"]
    assert (await names("time", "25:00"))[0].startswith("✗ No clock shows “25:00”")


async def test_the_query_is_understood_while_typing(stage: Stage) -> None:
    """A choice shows the query as understood and what it would have brought, or its mistake."""

    async def offered(typed: str) -> list[dict[str, str]]:
        return await stage.owner.autocomplete(stage.papers, "digest setup", "query", typed)

    (good,) = await offered("diffusion OR retrieval")
    assert good["name"] == "✓ diffusion | retrieval · 6 papers in 30 days"
    assert good["value"] == "diffusion OR retrieval"
    (bad,) = await offered('"world')
    assert bad["name"].startswith("✗ ")
    assert bad["value"] == '"world'
    assert await offered("x" * 300) == []


async def test_digests_that_there_are_follow_the_servers_settings(stage: Stage) -> None:
    """The answer says how many; one can be set otherwise again afterwards."""
    await _setup(stage)
    await _setup(stage, ai="show")
    told = await stage.owner.slash(stage.papers, "digest settings", ai="hide")
    assert "The 2 digests that there are follow at once." in text_of(told)
    first, second = await _digests(stage)
    assert not first.wish.machine_text
    assert not second.wish.machine_text
    await stage.owner.slash(stage.papers, "digest edit", digest=str(first.id), ai="show")
    read = await stage.owner.slash(stage.papers, "digest settings")
    assert "follow" not in text_of(read)
    assert [one.wish.machine_text for one in await _digests(stage)] == [True, False]
