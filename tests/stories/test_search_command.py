"""`/search`, as a reader sees it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from reading import buttons_of, text_of
from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def test_a_search_shows_what_matches(stage: Stage) -> None:
    """The query as it is read, how many papers, a line each, a button each; for one person."""
    seen = await stage.reader.slash(stage.general, "search", query="diffusion -acoustic")
    text = text_of(seen)
    assert seen.ephemeral
    assert "🔎 diffusion -acoustic" in text
    assert "4 papers · best match first" in text
    assert "**1**" in text
    assert list(buttons_of(seen)) == ["1", "2", "3", "4", "Newest first", "Subscribe to this"]


async def test_a_number_opens_the_card(stage: Stage) -> None:
    """The card comes privately, beside the results."""
    seen = await stage.reader.slash(stage.general, "search", query='"legal summaries"')
    assert seen.response is not None
    card = await stage.reader.click(seen.response.message, label="1")
    assert card.ephemeral
    assert "[Legal Summaries]" in text_of(card)


async def test_pages_are_turned_in_place_also_after_a_restart(stage: Stage) -> None:
    """What a search is, is remembered; numbers go on over the pages."""
    seen = await stage.reader.slash(stage.general, "search", query="*", sort="newest")
    assert "17 papers · newest first · page 1 of 3" in text_of(seen)
    assert "Back" not in buttons_of(seen)
    assert seen.response is not None
    await stage.restart()
    await stage.reader.click(seen.response.message, label="Next")
    await stage.reader.click(seen.response.message, label="Next")
    assert "page 3 of 3" in text_of(seen)
    assert "**17**" in text_of(seen)
    assert "Next" not in buttons_of(seen)
    await stage.reader.click(seen.response.message, label="Back")
    assert "page 2 of 3" in text_of(seen)


async def test_the_order_is_turned_round(stage: Stage) -> None:
    """The other order begins with its first page."""
    seen = await stage.reader.slash(stage.general, "search", query="diffusion")
    assert seen.response is not None
    await stage.reader.click(seen.response.message, label="Newest first")
    assert "newest first" in text_of(seen)
    assert "Best first" in buttons_of(seen)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('robots "a b', "a closing quote"),
        ("(robots", "a closing parenthesis"),
        ("robots AND", "a word"),
        ("upvotes:many", "a number"),
        ("code:perhaps", "`yes` or `no`"),
        ("autor:me", "Did you mean `author`?"),
        (" ", "a word"),
        ("x" * 6_000, "at most 500 characters"),
    ],
)
async def test_a_query_that_does_not_parse_is_told_with_its_place(
    stage: Stage, query: str, said: str
) -> None:
    """The answer points at the place and says what was expected there."""
    seen = await stage.reader.slash(stage.general, "search", query=query)
    assert said in text_of(seen)
    assert "^" in text_of(seen)
    assert seen.ephemeral


async def test_nothing_found_says_what_is_indexed(stage: Stage) -> None:
    """A search without a result says what could help, and can be subscribed to."""
    seen = await stage.reader.slash(stage.general, "search", query="xylophone")
    assert "Nothing matches." in text_of(seen)
    assert "Indexed: 17 papers" in text_of(seen)
    assert list(buttons_of(seen)) == ["Subscribe to this"]


async def test_the_query_is_read_back_while_it_is_typed(stage: Stage) -> None:
    """The first choice is how the query is understood, or what is missing."""

    async def first(typed: str) -> dict[str, str]:
        offered = await stage.reader.autocomplete(stage.general, "search", "query", typed)
        return offered[0]

    assert await first("a OR b") == {"name": "🔎 a | b", "value": "a OR b"}
    assert (await first('"a'))["name"] == "✗ Goes on with a closing quote"
    assert (await first(""))["value"] == "diffusion distillation"


async def test_names_of_authors_are_completed(stage: Stage) -> None:
    """An unfinished `author:` offers the names that it may mean."""
    offered = await stage.reader.autocomplete(stage.general, "search", "query", "maps author:ann")
    assert 'maps author:"Ann Other"' in [one["value"] for one in offered]


@pytest.mark.parametrize("typed", ["x" * 6_000, "(" * 50, '"', "author:", "\u202e@everyone", "*"])
async def test_completing_takes_any_text(stage: Stage, typed: str) -> None:
    """Whatever is typed, no choice is over Discord's limits."""
    offered = await stage.reader.autocomplete(stage.general, "search", "query", typed)
    assert all(1 <= len(one["name"]) <= 100 and 1 <= len(one["value"]) <= 100 for one in offered)


async def test_a_search_that_was_forgotten_is_told(stage: Stage) -> None:
    """Buttons outlive what they stand for; they say so."""
    seen = await stage.reader.slash(stage.general, "search", query="*")
    assert seen.response is not None
    await stage.desk.drafts.close(int(buttons_of(seen)["Next"].split(":")[2]))
    answered = await stage.reader.click(seen.response.message, label="Next")
    assert "too old" in text_of(answered)
