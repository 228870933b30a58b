"""What people ask of the running process, wherever Discord lets them ask, is answered: in time, in
a sentence, also after a restart and when something is broken.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from discord_loopback import DiscordServer, NoAnswer, NotAvailable, Permission, Settings
from paperboy_peer import due_digest, event, events, paperboy, query
from papers_site import PapersSite


async def test_paper_is_answered_in_every_place_it_is_offered(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """`/paper` completes and answers within 3 s, privately: in a server for a German app, in the
    bot's DM, and for whom installed it in a private conversation and in a server without the bot.
    """
    channel = server.add_guild("Lab").add_text_channel("papers")
    ada = server.add_user("ada", locale="de")
    max_ = server.add_stranger("max")
    max_.installed = True
    elsewhere = server.add_guild("Elsewhere", bot_permissions=None)
    elsewhere.add_member(max_)
    places = (
        (ada, channel),
        (ada, server.dm(ada)),
        (max_, max_.chat_with(server.add_stranger("lise"))),
        (max_, elsewhere.add_text_channel("lounge")),
    )
    async with paperboy(server, site, database) as bot:
        await server.ready()
        await event(bot, "source_polled")
        for person, place in places:
            typed = await person.autocomplete(place, "paper", "title", "difusion models dre")
            assert "Diffusion Models Dream" in typed.choices[0]["name"], place
            title = {"title": typed.choices[0]["value"]}
            asked = await person.slash(place, "paper", title)
            assert "Diffusion Models Dream" in asked.message.text, place
            assert asked.message.ephemeral, place
            assert max(typed.elapsed, asked.elapsed) < 3, place
        assert await bot.stop() == 0


async def test_a_digest_is_set_up_and_changed_in_a_form(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Somebody with Manage Server, and nobody else, is offered `/digest setup`: it answers with the
    panel and stores the digest; a form with an impossible time is told and loses nothing typed.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    ada, max_ = server.add_user("ada"), server.add_user("max")
    guild.add_role("Librarians", Permission.MANAGE_GUILD, ada)
    async with paperboy(server, site, database) as bot:
        await server.ready()
        await event(bot, "source_polled")
        zone = {"timezone": "Europe/Berlin"}
        with pytest.raises(NotAvailable):
            await max_.slash(channel, "digest setup", zone)
        made = await ada.slash(channel, "digest setup", zone)
        assert f"The digest in <#{channel.id}>" in made.message.text
        assert "may post there" in made.message.text
        stored = "SELECT server, channel, created_by, at, timezone, query FROM subscription"
        before = (guild.id, channel.id, ada.id, "09:00", "Europe/Berlin", "*")
        assert query(database, stored) == [before]

        form = await ada.click(made.message, made.message.custom_id("Edit…"))
        typed = {"form-time": "25:00", "form-query": "robots"}
        wrong = await ada.submit_modal(form, typed)
        assert "“25:00”" in wrong.message.text
        assert query(database, stored) == [before]
        again = await ada.click(wrong.message, wrong.message.custom_id("Correct it…"))
        right = await ada.submit_modal(again, {"form-time": "7:30"})
        assert "07:30" in right.message.text
        after = (guild.id, channel.id, ada.id, "07:30", "Europe/Berlin", "robots")
        assert query(database, stored) == [after]
        assert max(i.elapsed for i in (made, form, wrong, again, right)) < 3
        assert await bot.stop() == 0


async def test_a_broken_database_is_told_with_a_code_that_is_in_the_log(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Where a table is gone, a command and a button still answer with a sentence whose code stands
    in the log beside the traceback; what does not need that table goes on.
    """
    channel = server.add_guild("Lab").add_text_channel("papers")
    max_ = server.add_user("max")
    async with paperboy(server, site, database) as bot:
        await server.ready()
        await event(bot, "source_polled")
        typed = await max_.autocomplete(channel, "paper", "title", "robots fold laundry")
        title = {"title": typed.choices[0]["value"]}
        card = await max_.slash(channel, "paper", title)
        query(database, "DROP TABLE saved")
        listed = await max_.slash(channel, "library list")
        pressed = await max_.click(card.message, card.message.custom_id("Save"))
        told = [listed.message.text, pressed.message.text]
        await event(bot, "interaction_failed")
        logged = events(bot, "interaction_failed")
        assert len(logged) == 2
        for text, line in zip(told, logged, strict=True):
            assert "Something went wrong on Paperboy's side" in text
            assert f"`{line['code']}`" in text
            assert "no such table" in str(line["exception"])
            assert line["user"] == max_.id
        found = await max_.slash(channel, "paper", title)
        assert "Laundry" in found.message.text
        assert await bot.stop() == 0


async def test_an_answer_that_comes_too_late_is_a_line_in_the_log(
    site: PapersSite, database: Path
) -> None:
    """A command, a deferred one, a button and a completion that Discord no longer waits for leave
    one line each and no traceback; the process goes on.
    """
    async with DiscordServer(Settings(interaction_limit=0.0)) as server:
        guild = server.add_guild("Lab")
        channel = guild.add_text_channel("papers")
        max_ = server.add_user("max")
        await due_digest(database, guild, channel)
        async with paperboy(server, site, database) as bot:
            message = await server.message_in(channel)
            title = {"title": "robots fold laundry"}
            with pytest.raises(NoAnswer):
                await max_.slash(channel, "paper", title)
            with pytest.raises(NoAnswer):
                await max_.slash(channel, "subscribe", {"query": "robots"})
            with pytest.raises(NoAnswer):
                await max_.click(message, message.custom_id("1"))
            with pytest.raises(NoAnswer):
                await max_.autocomplete(channel, "paper", "title", "robots")
            for kind, what in (
                ("application_command", "paper"),
                ("application_command", "subscribe"),
                ("component", message.custom_id("1")),
                ("autocomplete", "paper"),
            ):
                await bot.line(f'"kind": "{kind}", "what": "{what}"')
            late = events(bot, "interaction_too_late")
            assert len(late) == 4
            assert not [line for line in bot.errors if "Traceback" in line]
            assert await bot.stop() == 0
