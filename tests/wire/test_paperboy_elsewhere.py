"""A paper that is not here, asked of the running process: looked up, added, here from then on."""

from __future__ import annotations

from pathlib import Path

from discord_loopback import DiscordServer
from discord_loopback.interactions import Response
from paperboy_peer import event, events, paperboy, query
from papers_site import PapersSite

TITLE = "QLoRA: Efficient Finetuning of Quantized LLMs"
TYPED = "qlora: eficient finetuning of quantised llms"


async def test_an_unknown_title_is_looked_up_and_here_the_next_time(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """`/paper` says within 3 s that it is thinking, privately, asks one service after the other
    until one knows it, and shows the card. The next time, also in the next process, the card comes
    at once and nobody is asked; it is no news to any digest.
    """
    channel = server.add_guild("Lab").add_text_channel("papers")
    ada = server.add_user("ada")
    site.knows = {"2305.00001": "Another Paper of No Interest", "2305.14314": TITLE}
    async with paperboy(server, site, database) as bot:
        await server.ready()
        await event(bot, "source_polled")
        typed = await ada.autocomplete(channel, "paper", "title", TYPED)
        assert site.looked_up == []
        asked = await ada.slash(channel, "paper", {"title": TYPED})
        assert asked.response is Response.DEFERRED
        assert asked.elapsed < 3
        assert asked.message.ephemeral
        assert f"[{TITLE}](https://arxiv.org/abs/2305.14314)" in asked.message.text
        assert site.looked_up == ["/api/papers/search", "/api/query"]
        typed = await ada.autocomplete(channel, "paper", "title", TYPED)
        assert TITLE in typed.choices[0]["name"]
        again = await ada.slash(channel, "paper", {"title": TYPED})
        assert again.response is Response.MESSAGE
        assert again.message.text == asked.message.text
        assert await bot.stop() == 0
    stored = query(database, "SELECT title FROM paper WHERE released = '0001-01-01'")
    assert stored == [(TITLE,)]
    async with paperboy(server, site, database) as bot:
        await event(bot, "ready")
        by_id = await ada.slash(
            channel, "paper", {"title": "https://alphaxiv.org/abs/2305.14314v2"}
        )
        assert by_id.response is Response.MESSAGE
        assert TITLE in by_id.message.text
        assert set(site.looked_up[2:]) <= {"/api/papers/2305.14314"}  # what is linked to it
        assert await bot.stop() == 0


async def test_a_site_that_is_down_is_told_from_one_that_knows_nothing(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Each service is named with what is the matter, in the answer and in the log, and what was
    typed is in neither log line; once they answer, no sure answer is said of all of them.
    """
    channel = server.add_guild("Lab").add_text_channel("papers")
    ada = server.add_user("ada")
    site.down = True
    async with paperboy(server, site, database, PAPERBOY_SOURCES__CROSSREF_URL=NOWHERE) as bot:
        await server.ready()
        await event(bot, "source_polled")
        asked = await ada.slash(channel, "paper", {"title": "squaring the circle at last"})
        assert asked.response is Response.DEFERRED
        assert "No title here is like “squaring the circle at last”." in asked.message.text
        assert (
            "Could not be asked: Hugging Face (out of order), arXiv (out of order), Semantic "
            "Scholar (out of order), OpenAlex (out of order), Crossref (no answer)."
        ) in asked.message.text
        assert "no sure answer" not in asked.message.text
        assert "Indexed:" in asked.message.text
        failed = events(bot, "lookup_failed")
        assert [line["source"] for line in failed] == [
            "huggingface",
            "arxiv",
            "semantic_scholar",
            "openalex",
            "crossref",
        ]
        assert not [line for line in bot.errors if "circle" in line]
        site.down = False
        unknown = await ada.slash(channel, "paper", {"title": "openreview.net/forum?id=rJ4km2R5t7"})
        assert "no sure answer: OpenReview." in unknown.message.text
        assert await bot.stop() == 0


async def test_nobody_is_asked_where_nobody_is_to_be(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """An empty list turns it off: the answer comes at once, as it is."""
    channel = server.add_guild("Lab").add_text_channel("papers")
    ada = server.add_user("ada")
    async with paperboy(server, site, database, PAPERBOY_SOURCES__LOOKUP="") as bot:
        await server.ready()
        await event(bot, "source_polled")
        asked = await ada.slash(channel, "paper", {"title": "squaring the circle at last"})
        assert asked.response is Response.MESSAGE
        assert "sked" not in asked.message.text
        assert site.looked_up == []
        assert await bot.stop() == 0


NOWHERE = "http://127.0.0.1:1"
