"""Lookup: from what a person typed to a paper, to several, or to an honest "not here"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from service_world import draft

from bot.core.query import QuerySyntaxError
from bot.services.lookup import CHOICE, PAGE, NoPaper, OnePaper, SeveralPapers
from bot.services.ports import PaperLabel

if TYPE_CHECKING:
    from service_world import World

    from bot.core.papers import Paper

ATTENTION = draft(
    1, ids=("arxiv:1706.03762", "doi:10.1000/attention"), title="Attention Is All You Need"
)
OLD = draft(2, ids=("arxiv:math/0211159",), title="The entropy formula for the Ricci flow")
LORA = draft(
    3, ids=("arxiv:2106.09685",), title="LoRA: Low-Rank Adaptation of Large Language Models"
)
TWINS = [
    draft(4, title="Deep Learning for Graph Matching"),
    draft(5, title="Deep Learning for Graph Matching"),
]


async def filled(world: World) -> list[Paper]:
    """Store a few papers that people look for."""
    return await world.bring(ATTENTION, OLD, LORA, *TWINS)


@pytest.mark.parametrize(
    "typed",
    [
        "Attention Is All You Need",
        "attention is all you ned",
        "1706.03762",
        "1706.03762v7",
        "arXiv:1706.03762v2 [cs.CL]",
        "https://arxiv.org/abs/1706.03762",
        "https://arxiv.org/pdf/1706.03762v7.pdf",
        "https://huggingface.co/papers/1706.03762",
        "https://www.alphaxiv.org/abs/1706.03762",
        "https://doi.org/10.48550/arXiv.1706.03762",
        "10.1000/attention",
        "  <https://doi.org/10.1000/attention>  ",
    ],
)
async def test_one_paper_is_found_however_it_is_called(world: World, typed: str) -> None:
    """Title, mistyped title, id, version, address: the same paper."""
    attention, *_ = await filled(world)
    assert await world.lookup.resolve(typed) == OnePaper(attention)


@pytest.mark.parametrize(
    "typed", ["math/0211159", "math.DG/0211159v1", "arxiv.org/abs/math/0211159"]
)
async def test_old_ids_are_understood(world: World, typed: str) -> None:
    """With and without class and version."""
    _, old, *_ = await filled(world)
    assert await world.lookup.resolve(typed) == OnePaper(old)


async def test_a_choice_carries_its_key_and_never_guesses(world: World) -> None:
    """One of two with the same title is the one that was chosen."""
    *_, twin = await filled(world)
    assert await world.lookup.resolve(f"{CHOICE}{twin.key}") == OnePaper(twin)


@pytest.mark.parametrize(
    "forged", ["paper:", "paper:-1", "paper:9999", "paper:१", "paper:" + "9" * 40]
)
async def test_a_forged_choice_is_no_paper(world: World, forged: str) -> None:
    """It is a title that nobody wrote."""
    await filled(world)
    assert isinstance(await world.lookup.resolve(forged), NoPaper)


async def test_two_that_could_be_meant_are_offered(world: World) -> None:
    """At most five, best first."""
    *_, one, other = await filled(world)
    answer = await world.lookup.resolve("deep learning for graph matching")
    assert answer == SeveralPapers((one, other))


async def test_an_id_that_is_not_here_says_which_it_was(world: World) -> None:
    """An id is never taken for a title."""
    await filled(world)
    answer = await world.lookup.resolve("https://arxiv.org/abs/2401.00001v2")
    assert isinstance(answer, NoPaper)
    assert (answer.external, answer.nearest) == ("arxiv:2401.00001", ())
    assert answer.holdings.papers == 5


async def test_a_title_that_is_not_here_offers_what_is_nearest(world: World) -> None:
    """And says what is indexed."""
    _, _, lora, *_ = await filled(world)
    answer = await world.lookup.resolve("low rank adaptation of tiny vision robots with gravel")
    assert isinstance(answer, NoPaper)
    assert lora in answer.nearest


@pytest.mark.parametrize("typed", ["", "   ", "!?", "x" * 6_000, "\ufeff\u202e", '( | " -'])
async def test_any_text_is_answered(world: World, typed: str) -> None:
    """Empty, huge, of signs only: not here, without a fault."""
    await filled(world)
    assert isinstance(await world.lookup.resolve(typed), NoPaper)
    assert len(await world.lookup.complete(typed)) <= 25


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=80))
async def test_whatever_is_typed_is_answered(world: World, typed: str) -> None:
    """Nothing raises."""
    await world.lookup.resolve(typed)
    await world.lookup.complete(typed)


async def test_an_empty_installation_says_so(world: World) -> None:
    """Nothing is indexed yet."""
    answer = await world.lookup.resolve("attention is all you need")
    assert isinstance(answer, NoPaper)
    assert answer.holdings.papers == 0


async def test_merged_papers_are_one(world: World) -> None:
    """Two found to be one are offered once, by either key, by either id."""
    one, other = await world.bring(
        draft(10, ids=("arxiv:2401.00010",), title="Merging Twins Made Easy"),
        draft(11, ids=("doi:10.1000/twin",), title="Merging Twins Made Easy"),
    )
    await world.bring(
        draft(12, ids=("arxiv:2401.00010", "doi:10.1000/twin"), title="Merging Twins Made Easy")
    )
    winner = await world.lookup.get(one.key)
    assert winner is not None
    assert winner.key == one.key
    assert await world.lookup.resolve("merging twins made easy") == OnePaper(winner)
    assert await world.lookup.resolve(f"{CHOICE}{other.key}") == OnePaper(winner)
    assert await world.lookup.complete("merging twins") == (PaperLabel.of(winner),)
    assert await world.lookup.several([other.key, one.key, 999]) == (winner,)


async def test_completion_offers_titles_and_ids(world: World) -> None:
    """A pasted address completes to its paper; a begun title to what it may become."""
    attention, *_ = await filled(world)
    label = PaperLabel.of(attention)
    assert await world.lookup.complete("arxiv.org/abs/1706.03762") == (label,)
    assert label in await world.lookup.complete("atten")
    assert await world.lookup.complete("2401.99999") == ()


@pytest.mark.parametrize(
    "typed", ["1706.03763", "  https://arxiv.org/abs/1706.03763v2 ", "10.1000/attention.2"]
)
async def test_an_id_that_is_not_here_completes_to_nothing(world: World, typed: str) -> None:
    """No title that has its digits is taken for it: what is typed is looked up as it is."""
    await world.bring(
        draft(1, title="Comments on arXiv 1706.03763, https, abs and 10.1000 attention")
    )
    assert await world.lookup.complete(typed) == ()


async def test_a_space_behind_what_is_typed_ends_a_word(world: World) -> None:
    """A space before it means nothing."""
    whole, longer = await world.bring(
        draft(1, title="GAN dynamics"), draft(2, title="GANspection of nets", upvotes=999)
    )
    for typed in ("gan", "  gan"):
        assert (await world.lookup.complete(typed))[0].key == longer.key
    assert (await world.lookup.complete("  gan "))[0].key == whole.key
    assert [one.key for one in await world.lookup.complete(f" paper:{whole.key} ")] == [whole.key]


async def test_a_search_is_paged(world: World) -> None:
    """Pages follow each other, and a query that does not parse is a fault."""
    await world.bring(*(draft(n, title=f"World models {n}") for n in range(20, 20 + PAGE + 3)))
    first = await world.lookup.search('"world models"', "newest", 0)
    second = await world.lookup.search('"world models"', "newest", 1)
    assert (len(first.papers), len(second.papers), first.total) == (PAGE, 3, PAGE + 3)
    with pytest.raises(QuerySyntaxError):
        await world.lookup.search("(", "best", 0)


async def test_author_names_complete(world: World) -> None:
    """By the beginning of any word of the name."""
    await world.bring(draft(1, authors=("Ada Lovelace", "Łukasz Kaiser")))
    assert await world.lookup.authors("kai") == ["Łukasz Kaiser"]


async def test_a_title_that_storage_lost_is_not_here(world: World) -> None:
    """The index may know what the database no longer has."""
    await world.bring(draft(4711, title="A paper of another world entirely"))
    async with world.database.write() as session:
        await session.run("DELETE FROM paper_id")
        await session.run("DELETE FROM paper")
    answer = await world.lookup.resolve("A paper of another world entirely")
    assert isinstance(answer, NoPaper)


async def test_a_choice_that_was_made_completes_to_its_paper(world: World) -> None:
    """Somebody who goes back into the field sees what they chose."""
    (chosen,) = await world.bring(draft(1))
    assert await world.lookup.complete(f"paper:{chosen.key}") == (PaperLabel.of(chosen),)
