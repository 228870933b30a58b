"""Posting, previewing, pausing, removing and watching a server's digests."""

from __future__ import annotations

from datetime import date

import discord
import pytest
import simcord
from reading import buttons_of, options_of, press, text_of, weight_of
from stage import Stage

from bot.core.deliveries import PartState
from bot.core.papers import PaperDraft

HOUR = 3600


async def _setup(stage: Stage, **options: object) -> simcord.InteractionResult:
    given = {"timezone": "Europe/Berlin", **options}
    return await stage.owner.slash(stage.papers, "digest setup", **given)


async def test_preview_is_the_message_that_would_come(stage: Stage) -> None:
    """Only the asker sees it; nothing is posted, and its buttons for later cannot be pressed."""
    panel = await _setup(stage)
    seen = await press(stage.owner, panel, "Preview")
    text = text_of(seen)
    assert seen.ephemeral
    assert "📰 Papers · Thu 1 Jan" in text
    assert "17 new · 9 here · 8 more below" in text
    assert "Send me mine" not in buttons_of(seen)
    assert stage.papers.history() == []


async def test_preview_of_nothing_says_why(stage: Stage) -> None:
    """A query that nothing matches previews as its cause."""
    await _setup(stage, query="zeppelins")
    seen = await stage.owner.slash(stage.papers, "digest preview")
    assert "17 papers came out, none of them matches." in text_of(seen)


async def test_now_posts_for_all_and_tells_the_asker(stage: Stage) -> None:
    """The digest is public; the private answer links to it and says what is left."""
    await _setup(stage)
    seen = await stage.owner.slash(stage.papers, "digest now")
    (public,) = stage.papers.history()
    assert "17 new · 9 here" in text_of(public)
    text = text_of(seen)
    assert seen.ephemeral
    assert f"📣 Posted in <#{stage.papers.id}>, for everybody there" in text
    address = f"https://discord.com/channels/{stage.guild.id}/{stage.papers.id}/{public.id}"
    assert f"[9 papers]({address})" in text
    assert "8 more papers are left for the next digest" in text


async def test_now_tells_of_its_own_message(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where another edition of the digest is made at the same moment."""
    await _setup(stage)
    bring = stage.desk.publisher.bring

    async def beside(delivery_id: int) -> int:
        sent = await bring(delivery_id)
        (digest,) = await stage.desk.subscriptions.of_server(stage.guild.id)
        await stage.desk.publisher.now(digest, 5)
        return sent

    monkeypatch.setattr(stage.desk.publisher, "bring", beside)
    seen = await stage.owner.slash(stage.papers, "digest now")
    (public,) = stage.papers.history()
    assert f"/{public.id})" in text_of(seen)


async def test_now_with_nothing_new_says_why_and_offers_the_last(stage: Stage) -> None:
    """After everything was shown a press on the button posts the last digest once more."""
    await _setup(stage, limit=15, query="diffusion")
    await stage.owner.slash(stage.papers, "digest now")
    seen = await stage.owner.slash(stage.papers, "digest now")
    assert "Nothing was posted" in text_of(seen)
    assert "shown here before" in text_of(seen)
    again = await press(stage.owner, seen, "Post the last one again")
    assert "That was the last digest once more" in text_of(again)
    assert len(stage.papers.history()) == 2
    by_command = await stage.owner.slash(stage.papers, "digest now", again=True)
    assert "That was the last digest once more" in text_of(by_command)


async def test_now_without_a_permission_posts_nothing_and_names_it(stage: Stage) -> None:
    """What is missing is named, and the digest is not stopped by the attempt."""
    silent = stage.guild.create_text_channel(
        "silent",
        overwrites={stage.guild.default_role: discord.PermissionOverwrite(send_messages=False)},
    )
    await _setup(stage, channel=silent)
    seen = await stage.owner.slash(stage.papers, "digest now")
    assert f"Paperboy lacks **Send Messages** in <#{silent.id}>" in text_of(seen)
    (one,) = await stage.desk.subscriptions.of_server(stage.guild.id)
    assert one.paused is None


async def test_pause_and_resume(stage: Stage) -> None:
    """A paused digest says so and is not posted; resumed it comes at its next time."""
    panel = await _setup(stage)
    paused = await press(stage.owner, panel, "Pause")
    assert "⏸️ Paused since <t:" in text_of(paused)
    assert "Resume" in buttons_of(paused)
    await stage.env.advance_time(9 * HOUR)
    assert await stage.beat() == 0
    resumed = await stage.owner.slash(stage.papers, "digest resume")
    assert "Next: <t:1767340800:F>" in text_of(resumed)
    await stage.env.advance_time(24 * HOUR)
    assert await stage.beat() == 1


async def test_the_next_time_leaves_the_weekend_out(stage: Stage) -> None:
    """On a Friday after nine the next daily digest is Monday's."""
    await stage.env.advance_time(34 * HOUR)
    assert "Next: <t:1767600000:F>" in text_of(await _setup(stage))


async def test_remove_asks_first(stage: Stage) -> None:
    """Keep it shows the panel again; only the second button removes."""
    await _setup(stage)
    asked = await stage.owner.slash(stage.papers, "digest remove")
    assert text_of(asked).startswith(f"Remove the digest in <#{stage.papers.id}>?")
    kept = await press(stage.owner, asked, "Keep it")
    assert "📰 The digest in" in text_of(kept)
    asked = await press(stage.owner, kept, "Remove")
    gone = await press(stage.owner, asked, "Yes, remove it")
    assert text_of(gone) == f"The digest in <#{stage.papers.id}> is removed."
    assert await stage.desk.subscriptions.of_server(stage.guild.id) == []


async def test_which_digest(stage: Stage) -> None:
    """None, one and several digests are told apart; a choice names the channel."""
    nothing = await stage.owner.slash(stage.papers, "digest pause")
    assert "`/digest setup` makes one" in text_of(nothing)
    await _setup(stage, query="diffusion")
    await _setup(stage, channel=stage.general)
    several = await stage.owner.slash(stage.papers, "digest pause")
    assert "There are 2 digests on this server" in text_of(several)
    offered = await stage.owner.autocomplete(stage.papers, "digest pause", "digest", "papers")
    assert [choice["name"] for choice in offered] == ["#papers · daily 09:00 · diffusion"]
    chosen = await stage.owner.slash(stage.papers, "digest pause", digest=offered[0]["value"])
    assert "⏸️ Paused" in text_of(chosen)


async def test_a_digest_of_another_server_is_not_known_here(stage: Stage) -> None:
    """Neither a typed nor a forged id reaches another server's digest."""
    elsewhere = stage.env.create_guild("Elsewhere", owner=stage.reader_user)
    there = elsewhere.create_text_channel("papers")
    stranger = elsewhere.add_member(stage.reader_user)
    await stranger.slash(there, "digest setup", timezone="UTC")
    (foreign,) = await stage.desk.subscriptions.of_server(elsewhere.id)
    await _setup(stage)
    typed = await stage.owner.slash(stage.papers, "digest pause", digest=str(foreign.id))
    assert "not known on this server" in text_of(typed)
    forged = await stage.owner.click(
        await stage.forge(("digest_remove_sure", foreign.id)), label="digest_remove_sure"
    )
    assert "not known on this server" in text_of(forged)
    assert await stage.desk.subscriptions.get(foreign.id) == foreign


async def test_a_member_cannot_do_it_with_a_button_that_all_see(stage: Stage) -> None:
    """Outside one's own private panel a control asks for Manage Server."""
    await _setup(stage)
    (one,) = await stage.desk.subscriptions.of_server(stage.guild.id)
    seen = await stage.reader.click(
        await stage.forge(("digest_pause", one.id)), label="digest_pause"
    )
    assert text_of(seen) == "You may not do that here."
    assert await stage.desk.subscriptions.get(one.id) == one


async def test_a_panel_outlives_a_restart(stage: Stage) -> None:
    """A button of yesterday's panel works after the bot was started anew."""
    panel = await _setup(stage)
    await stage.restart()
    assert "⏸️ Paused" in text_of(await press(stage.owner, panel, "Pause"))


async def test_status_tells_what_came_and_what_comes(stage: Stage) -> None:
    """Every target has its last deliveries with links, its next time, and what is indexed."""
    await _setup(stage)
    await _setup(stage, channel=stage.general, query="zeppelins")
    fresh = text_of(await stage.owner.slash(stage.papers, "digest status"))
    assert fresh.count("nothing was posted yet") == 2
    await stage.env.advance_time(9 * HOUR)
    assert await stage.beat() == 2  # one digest, one note that nothing matched
    seen = await stage.owner.slash(stage.papers, "digest status")
    text = text_of(seen)
    assert "· [9 papers](https://discord.com/channels/" in text
    assert "[17 papers came out, none of them matches.](https://discord.com/channels/" in text
    assert text.count("Next: <t:1767340800:F>") == 2
    assert "Indexed: 17 papers, 30 Dec 2025 to 31 Dec 2025" in text
    components, characters = weight_of(seen)
    assert components <= 40
    assert characters <= 4000


async def test_status_names_the_missing_permission(stage: Stage) -> None:
    """A digest that Discord refused says which permission is missing."""
    await _setup(stage, alerts=stage.general)
    stage.env.inject_error(
        "POST", f"/channels/{stage.papers.id}/messages", status=403, code=50013, times=1
    )
    await stage.env.advance_time(9 * HOUR)
    await stage.beat()
    text = text_of(await stage.owner.slash(stage.papers, "digest status"))
    assert "⛔ Stopped since" in text
    assert "Discord refused it" in text


async def test_what_nobody_knows_can_be_sent_again(stage: Stage) -> None:
    """A part that may or may not have arrived is told as such; **Send again** posts it."""
    await _setup(stage)
    await stage.env.advance_time(9 * HOUR)
    await stage.app.tick()
    now = stage.clock.now()
    (part,) = await stage.desk.deliveries.claim(now, 1)
    await stage.desk.deliveries.record([(part.part_id, PartState.UNSURE, None, None, "")])
    seen = await stage.owner.slash(stage.papers, "digest status")
    assert "❓" in text_of(seen)
    again = await press(stage.owner, seen, "Send again")
    assert "📣 Sent again" in text_of(again)
    assert len(stage.papers.history()) == 1


async def test_status_of_25_digests_is_paged(stage: Stage) -> None:
    """The fullest server's status fits Discord's limits on every page."""
    for number in range(25):
        await _setup(stage, query=f'"{"long words " * 9}{number}"', notes="all")
    for _ in range(6):
        await stage.env.advance_time(24 * HOUR)
        await stage.beat()
    seen = await stage.owner.slash(stage.papers, "digest status")
    pages = 1
    while "Next" in buttons_of(seen):
        components, characters = weight_of(seen)
        assert components <= 40
        assert characters <= 4000
        seen = await press(stage.owner, seen, "Next")
        pages += 1
    assert pages > 1


async def test_send_me_mine_fills_the_panel_in(stage: Stage) -> None:
    """A reader of the channel gets the digest's query, time and zone as their own."""
    await _setup(stage, query="diffusion", time="7:30", limit=4)
    await stage.owner.slash(stage.papers, "digest now")
    (public,) = stage.papers.history()
    panel = await stage.reader.click(public, label="Send me mine")
    text = text_of(panel)
    assert panel.ephemeral
    assert "**What** · diffusion" in text
    assert "**When** · daily at 07:30, Europe/Berlin" in text
    assert "**How many** · up to 4 papers" in text
    done = await press(stage.reader, panel, "Subscribe")
    assert "✅ Subscribed." in text_of(done)
    assert options_of(done) == {}


async def test_each_unsure_part_is_sent_again_by_itself(stage: Stage) -> None:
    """An older one too: its own papers, also after a day, and only once."""
    await _setup(stage, limit=3)
    await _unsure(stage)
    await _unsure(stage)
    await stage.env.advance_time(24 * HOUR)
    seen = await stage.owner.slash(stage.papers, "digest status")
    assert text_of(seen).count("❓") == 2
    (old,) = [label for label in buttons_of(seen) if label == "Send again: Thu 1 Jan"]
    assert "Send again: Fri 2 Jan" in buttons_of(seen)
    done = await press(stage.owner, seen, old)
    (public,) = stage.papers.history()
    assert "Thu 1 Jan" in text_of(public)
    address = f"https://discord.com/channels/{stage.guild.id}/{stage.papers.id}/{public.id}"
    assert f"📣 Sent again in <#{stage.papers.id}>: [3 papers]({address})" in text_of(done)
    twice = await press(stage.owner, seen, old)
    assert text_of(twice).startswith("That was sent again already")
    assert len(stage.papers.history()) == 1
    after = await stage.owner.slash(stage.papers, "digest status")
    assert text_of(after).count("❓") == 1
    assert "Send again" in buttons_of(after)


async def _unsure(stage: Stage) -> None:
    """Let the next digest be one of which nobody knows whether it arrived."""
    await stage.env.advance_time(9 * HOUR)
    with stage.env.time_context():
        await stage.app.tick()
        (part,) = await stage.desk.deliveries.claim(stage.clock.now(), 1)
        record = (part.part_id, PartState.UNSURE, None, None, "")
        await stage.desk.deliveries.record([record])
    await stage.env.advance_time(15 * HOUR)


async def test_sending_again_needs_a_running_digest_and_its_channel(stage: Stage) -> None:
    """A member may not, a paused one is not sent, and a removed one is said to be removed."""
    await _setup(stage)
    await _unsure(stage)
    (one,) = await stage.desk.subscriptions.of_server(stage.guild.id)
    (report,) = await stage.desk.subscriptions.reports(one)
    assert report.part_id is not None
    forged = await stage.forge(("digest_resend", report.part_id))
    member = await stage.reader.click(forged, label="digest_resend")
    assert text_of(member) == "You may not do that here."
    await stage.desk.subscriptions.pause(one)
    stopped = await stage.owner.click(forged, label="digest_resend")
    assert "is stopped, so nothing was sent" in text_of(stopped)
    await stage.desk.subscriptions.remove(one)
    removed = await stage.owner.click(forged, label="digest_resend")
    assert text_of(removed).startswith("This digest was removed.")


async def test_buttons_of_a_removed_digest_say_so(stage: Stage) -> None:
    """What explained it is gone and says that; **Send me mine** opens the panel as it begins."""
    panel = await _setup(stage, query="diffusion", limit=3)
    await stage.owner.slash(stage.papers, "digest now")
    (public,) = stage.papers.history()
    await press(stage.owner, panel, "Remove")
    (one,) = await stage.desk.subscriptions.of_server(stage.guild.id)
    await stage.desk.subscriptions.remove(one)
    for label in ("Why these?", "2 more"):
        seen = await stage.reader.click(public, label=label)
        assert text_of(seen).startswith("What this message came from was removed")
    mine = await stage.reader.click(public, label="Send me mine")
    assert "**What** · everything" in text_of(mine)
    opened = await stage.reader.click(public, label="1")
    assert "Diffusion" in text_of(opened)
    by_panel = await stage.owner.slash(stage.papers, "digest status")
    assert "`/digest setup` makes one" in text_of(by_panel)


async def test_the_alerts_channel_is_looked_at_and_can_be_taken_away(stage: Stage) -> None:
    """Panel and status name what it lacks; a button lets alerts go to a person again."""
    closed = stage.guild.create_text_channel(
        "closed",
        overwrites={stage.guild.default_role: discord.PermissionOverwrite(send_messages=False)},
    )
    fine = await _setup(stage, alerts=stage.general)
    assert "Alerts cannot be told" not in text_of(fine)
    panel = await _setup(stage, alerts=closed)
    told = f"Alerts cannot be told in <#{closed.id}>: Paperboy lacks **Send Messages** there"
    assert told in text_of(panel)
    assert told in text_of(await stage.owner.slash(stage.papers, "digest status"))
    without = await press(stage.owner, panel, "No alerts channel")
    assert "alerts in" not in text_of(without)
    assert "Alerts cannot" not in text_of(without)
    assert "No alerts channel" not in buttons_of(without)
    (_, one) = await stage.desk.subscriptions.of_server(stage.guild.id)
    assert one.wish.alerts_channel_id is None


async def test_an_alert_that_its_channel_refuses_goes_to_a_person(stage: Stage) -> None:
    """Whoever set the digest up is told by direct message, and that the channel refused."""
    closed = stage.guild.create_text_channel(
        "closed",
        overwrites={stage.guild.default_role: discord.PermissionOverwrite(send_messages=False)},
    )
    await _setup(stage, alerts=closed)
    stage.env.inject_error(
        "POST", f"/channels/{stage.papers.id}/messages", status=403, code=50013, times=1
    )
    await stage.env.advance_time(9 * HOUR)
    await stage.beat()
    (told,) = stage.owner.user.dm_channel.history()
    assert f"The digest in <#{stage.papers.id}> stopped" in text_of(told)
    assert f"could not write in <#{closed.id}>" in text_of(told)


async def test_a_failure_is_told_in_words(stage: Stage) -> None:
    """What Discord answered stands in the status as a sentence of the language."""
    await _setup(stage)
    stage.env.inject_error(
        "POST", f"/channels/{stage.papers.id}/messages", status=503, code=0, times=None
    )
    await stage.env.advance_time(9 * HOUR)
    await stage.beat()
    text = text_of(await stage.owner.slash(stage.papers, "digest status"))
    assert "on its way: Discord answered 503" in text


async def test_a_holiday_is_announced_the_edition_before_and_in_status(stage: Stage) -> None:
    """On Monday, 19 January, arXiv announces nothing: Monday's digest and the status say what that
    means for Tuesday's.
    """
    await stage.env.advance_time(18 * 24 * HOUR)
    await stage.desk.ingest.store([fresh_paper(date(2026, 1, 19))])
    await _setup(stage, timezone="UTC")
    early = text_of(await stage.owner.slash(stage.papers, "digest status"))
    assert "if anything comes" not in early
    await stage.env.advance_time(9 * HOUR)
    assert await stage.beat() == 1
    (public,) = stage.papers.history()
    announced = "if anything comes: arXiv announces nothing on Mon 19 Jan, a holiday"
    assert f"next: Tue 09:00, {announced}" in text_of(public)
    assert announced in text_of(await stage.owner.slash(stage.papers, "digest status"))
    await stage.env.advance_time(24 * HOUR)
    assert await stage.beat() == 0
    assert len(stage.papers.history()) == 1
    status = text_of(await stage.owner.slash(stage.papers, "digest status"))
    assert "arXiv had a holiday and announced nothing." in status
    assert "if anything comes" not in status


async def test_status_lists_what_was_slept_through(stage: Stage) -> None:
    """The newest of it comes late; the others are one line that counts them."""
    await _setup(stage, timezone="UTC")
    await stage.env.advance_time((4 * 24 + 10) * HOUR)
    assert await stage.beat() == 1
    status = text_of(await stage.owner.slash(stage.papers, "digest status"))
    assert "<t:1767344400:f> · 2 digests up to then skipped" in status  # Thursday's and Friday's


def fresh_paper(released: date) -> PaperDraft:
    """Make a paper of that day."""
    title = "Nocturnal Gardens"
    return PaperDraft(("arxiv:2601.00001",), title, "huggingface", released, published=released)
