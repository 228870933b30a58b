"""`/paper`, as a reader sees it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import discord
import pytest
import pytest_asyncio
import simcord

from bot.compose import open_app
from bot.config import Database, Settings
from bot.core.papers import Links, MachineSummary, PaperDraft, Signals
from bot.ui.link.client import PaperboyClient

sys.path.insert(0, str(Path(__file__).parent))

from reading import buttons_of, options_of, press, text_of, weight_of
from stage import Stage, raise_curtain

TITLE = "Tidal Retrieval"


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


def draft(name: str, title: str, **changes: object) -> PaperDraft:
    """A paper of our own, as a source would tell it."""
    made = PaperDraft(
        ids=(f"arxiv:{name}",), title=title, source="huggingface", released=date(2025, 12, 29)
    )
    return replace(made, **changes)  # type: ignore[arg-type] - the fields' own names


async def test_a_misspelt_title_shows_the_card_to_one_person(stage: Stage) -> None:
    """The card has title, authors and date, and can be saved, cited and posted."""
    seen = await stage.reader.slash(stage.general, "paper", title="tidal retreival")
    text = text_of(seen)
    assert seen.ephemeral
    assert "[Tidal Retrieval](https://huggingface.co/papers/2512.10000)" in text
    assert "Author A, Ann Other" in text
    assert "31 Dec 2025" in text
    assert list(buttons_of(seen)) == ["Save", "BibTeX", "Post here", "Similar"]


async def test_a_private_answer_leaves_nothing_waiting_in_the_process(stage: Stage) -> None:
    """discord.py would keep a view and a task of each for a quarter of an hour; by thousands they
    make every full garbage collection hold the loop up.
    """
    for _ in range(3):
        await stage.reader.slash(stage.general, "paper", title="tidal retreival")
    waiting = [task for task in asyncio.all_tasks() if "View" in repr(task.get_coro())]
    assert not waiting


async def test_a_shared_card_is_for_everybody_and_cannot_be_posted_again(stage: Stage) -> None:
    """`share` shows the card in the channel, without **Post here**."""
    seen = await stage.reader.slash(stage.general, "paper", title=TITLE, share=True)
    assert not seen.ephemeral
    assert list(buttons_of(seen)) == ["Save", "BibTeX", "Similar"]


async def test_what_is_typed_is_completed(stage: Stage) -> None:
    """A choice shows title, first author and year, and carries the key."""
    offered = await stage.reader.autocomplete(stage.general, "paper", "title", "tidal re")
    assert offered[0]["name"] == "Tidal Retrieval · Author A · 2025"
    seen = await stage.reader.slash(stage.general, "paper", title=offered[0]["value"])
    assert "Tidal Retrieval" in text_of(seen)


@pytest.mark.parametrize("typed", ["", " ", "(((", "@everyone", "x" * 6_000, "paper:", "\u202e"])
async def test_completing_takes_any_text(stage: Stage, typed: str) -> None:
    """Whatever is typed, at most 25 choices come, none over Discord's limits."""
    offered = await stage.reader.autocomplete(stage.general, "paper", "title", typed)
    assert len(offered) <= 25
    assert all(1 <= len(one["name"]) <= 100 for one in offered)
    assert all(1 <= len(one["value"]) <= 100 for one in offered)


@pytest.mark.parametrize(
    "typed",
    [
        "2512.10000",
        "arXiv:2512.10000v3",
        "https://arxiv.org/abs/2512.10000v1",
        "https://arxiv.org/pdf/2512.10000.pdf",
        "https://huggingface.co/papers/2512.10000",
        "https://www.alphaxiv.org/abs/2512.10000",
        "https://doi.org/10.48550/arXiv.2512.10000",
    ],
)
async def test_an_id_or_an_address_is_understood(stage: Stage, typed: str) -> None:
    """However people write it, it leads to the paper."""
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    assert "Tidal Retrieval" in text_of(seen)


async def test_several_papers_are_offered_and_the_chosen_one_takes_their_place(
    stage: Stage,
) -> None:
    """Two papers of one title are listed in a menu; choosing shows the card in the same message."""
    await stage.desk.ingest.store(
        [draft("2512.20001", "Twin Study"), draft("2511.20002", "Twin Study", authors=("Zoe Z",))]
    )
    seen = await stage.reader.slash(stage.general, "paper", title="twin study")
    assert seen.ephemeral
    assert "Which one is it?" in text_of(seen)
    choices = options_of(seen)
    assert len(choices) == 2
    other = next(value for label, value in choices.items() if "Zoe Z" in label)
    assert seen.response is not None
    await stage.reader.select(seen.response.message, [other], custom_id="v1:pick")
    assert "Which one is it?" not in text_of(seen)
    assert "Zoe Z" in text_of(seen)
    assert "Post here" in buttons_of(seen)


async def test_a_title_that_is_not_here_is_told_with_what_is_indexed(stage: Stage) -> None:
    """The answer says so, and how many papers of which days there are."""
    seen = await stage.reader.slash(stage.general, "paper", title="Squaring the circle at last")
    text = text_of(seen)
    assert "No title here is like “Squaring the circle at last”." in text
    assert "Indexed: 17 papers from 30 Dec 2025 to 31 Dec 2025." in text
    assert list(buttons_of(seen)) == ["Search abstracts"]


async def test_the_nearest_titles_are_offered(stage: Stage) -> None:
    """A word of a long title does not mean that paper, and it can be chosen all the same."""
    long = "Peculiar Crystals: A Longitudinal Study of Their Growth Under Extreme Pressure"
    await stage.desk.ingest.store([draft("2512.20004", long)])
    seen = await stage.reader.slash(stage.general, "paper", title="crystals")
    assert "The nearest titles are these:" in text_of(seen)
    assert list(options_of(seen)) == [f"{long} · 2025"]
    assert list(buttons_of(seen)) == ["Search abstracts"]


async def test_abstracts_are_searched_for_a_title_that_is_not_here(stage: Stage) -> None:
    """**Search abstracts** turns the text into a search, any word of it where not all are found."""
    typed = '"weather (upvotes:x | of unheard-of kinds'
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    assert seen.response is not None
    await stage.reader.click(seen.response.message, label="Search abstracts")
    text = text_of(seen)
    assert "No paper has all the words" in text
    assert "Weather Forecasts" in text


async def test_an_id_that_is_not_indexed_comes_with_a_link(stage: Stage) -> None:
    """ArXiv has the paper even where Paperboy does not."""
    seen = await stage.reader.slash(stage.general, "paper", title="2301.12345v2")
    assert "[arXiv:2301.12345](https://arxiv.org/abs/2301.12345) is not indexed here." in text_of(
        seen
    )
    assert buttons_of(seen) == {}


@pytest.mark.parametrize("typed", [" ", "\t", "\u2003"])
async def test_an_empty_title_is_told(stage: Stage, typed: str) -> None:
    """Nothing typed is no search."""
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    assert text_of(seen).startswith("No title was given.")


@pytest.mark.parametrize("typed", ["word " * 1_200, "x" * 6_000, "@everyone" * 600, "*" * 6_000])
async def test_six_thousand_characters_are_answered(stage: Stage, typed: str) -> None:
    """The longest text that Discord lets through gets a short answer, and nothing in it acts."""
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    components, characters = weight_of(seen)
    assert components <= 40
    assert characters < 1_000
    assert "\\@everyone" in text_of(seen) or "@everyone" not in text_of(seen)


async def test_nothing_indexed_yet_is_said(tmp_path: Path) -> None:
    """A new installation says that papers are still being fetched."""
    settings = Settings(database=Database(path=tmp_path / "new.db"))
    async with (
        open_app(settings, sources=(), client=PaperboyClient(shard_count=1)) as app,
        simcord.run(app.client, shard_count=1) as env,
    ):
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        reader = guild.add_member(env.create_user("max"))
        for command, options in (
            ("paper", {"title": "anything at all"}),
            ("search", {"query": "anything"}),
            ("trending", {}),
        ):
            seen = await reader.slash(channel, command, **options)
            assert "still being fetched" in text_of(seen)


async def test_a_hostile_paper_stays_within_its_card(stage: Stage) -> None:
    """The fullest and most hostile card is within Discord's limits and shows text only."""
    nasty = "[@everyone](https://evil.example) # *<@1>* ```" * 60
    await stage.desk.ingest.store(
        [
            draft(
                "2512.20003",
                nasty,
                authors=tuple(f"{n} {nasty}" for n in range(60)),
                abstract=nasty * 20,
                organization=nasty,
                summary=MachineSummary(nasty * 10, nasty),
                links=Links(
                    page="https://example.org/p",
                    pdf="https://example.org/x" + "y" * 600,
                    code="https://example.org/c)",
                    thumbnail="javascript:alert(1)",
                ),
                signals=Signals(10**9, 10**9, 10**9),
                withdrawn=True,
            )
        ]
    )
    seen = await stage.reader.slash(stage.general, "paper", title="2512.20003", share=True)
    components, characters = weight_of(seen)
    assert components <= 40
    assert characters <= 4_000
    assert "](https://evil" not in text_of(seen).replace("\\](https\\://evil", "")
    assert seen.response is not None
    assert seen.response.message.mentions == []


async def test_a_paper_is_found_in_direct_messages(stage: Stage) -> None:
    """The command works in the bot's direct messages too; there is no channel to post in there."""
    seen = await stage.reader_user.slash("paper", title=TITLE)
    assert "Tidal Retrieval" in text_of(seen)


async def test_a_card_that_was_chosen_from_an_old_menu_may_be_gone(stage: Stage) -> None:
    """A forged or outdated choice is told, not ignored."""
    seen = await stage.reader.slash(stage.general, "paper", title="paper:99999999")
    assert "No title here is like" in text_of(seen)


async def test_who_may_not_write_here_posts_nothing_here(stage: Stage) -> None:
    """Neither **Post here** nor `share` gets a reader's card into a channel that is read only."""
    news = stage.guild.create_text_channel(
        "news",
        overwrites={stage.guild.default_role: discord.PermissionOverwrite(send_messages=False)},
    )
    shared = await stage.reader.slash(news, "paper", title=TITLE, share=True)
    assert shared.ephemeral
    assert text_of(shared).startswith("You may not write in this channel")
    card = await stage.reader.slash(news, "paper", title=TITLE)
    posted = await press(stage.reader, card, "Post here")
    assert posted.ephemeral
    assert text_of(posted) == "You may not write in this channel, so nothing was posted here."
    assert news.history() == []
    by_owner = await stage.owner.slash(news, "paper", title=TITLE, share=True)
    assert not by_owner.ephemeral


async def test_a_thread_has_a_permission_of_its_own(stage: Stage) -> None:
    """In a thread it is Send Messages in Threads that counts."""
    closed = stage.guild.create_text_channel(
        "talk",
        overwrites={
            stage.guild.default_role: discord.PermissionOverwrite(send_messages_in_threads=False)
        },
    )
    parent = stage.app.client.get_channel(closed.id)
    assert isinstance(parent, discord.TextChannel)
    await parent.create_thread(name="aside", type=discord.ChannelType.public_thread)
    (thread,) = closed.threads
    seen = await stage.reader.slash(thread, "paper", title=TITLE, share=True)
    assert text_of(seen).startswith("You may not write in this channel")
    fine = await stage.reader.slash(closed, "paper", title=TITLE, share=True)
    assert not fine.ephemeral
