"""Merging: two papers found to be one leave the winner, and everything follows it."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from storage_samples import (
    CHANNEL,
    DAY,
    DM,
    FRIDAY,
    FULL,
    NOW,
    READER,
    SPARSE,
    edition_of,
    numbered,
    plan_of,
    subscribed,
)

from bot.core.deliveries import PartState
from bot.core.papers import Links, PaperDraft, Signals
from bot.core.query import parse
from bot.services.ports import Upserted
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.library import LibraryRows
from bot.storage.paper_index import index_row
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from bot.core.papers import Paper

BRIDGE = replace(SPARSE, ids=(*SPARSE.ids, *FULL.ids))


async def test_one_draft_with_two_papers_ids_makes_them_one(database: Database) -> None:
    """The smaller key wins; the loser's key and all ids lead to it; what it lacked is filled in."""
    papers = PaperRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    assert await papers.upsert([BRIDGE], NOW) == Upserted(updated=(1,), merged=(2,))
    found = await papers.get([1, 2])
    assert found[1] == found[2]
    paper = found[1]
    assert (paper.key, paper.ids, paper.title) == (1, BRIDGE.ids, SPARSE.title)
    assert (paper.authors, paper.links, paper.signals) == (FULL.authors, FULL.links, FULL.signals)
    for external in BRIDGE.ids:
        assert await papers.by_external(external) == paper
    assert [row.key for row in await papers.titles()] == [1]
    assert [p.key for p in await papers.released_since(FRIDAY)] == [1]
    assert (await papers.holdings()).papers == 1


async def test_loser_is_not_found_by_search(database: Database) -> None:
    """Only the winner is found, by its own words."""
    papers = PaperRows(database)
    await papers.upsert([replace(FULL, title="Winning words"), numbered(7, title="Losing")], NOW)
    await papers.upsert([replace(FULL, ids=(*FULL.ids, *numbered(7).ids), title="Winning")], NOW)
    for text, keys in (("losing", []), ("winning", [1]), ("*", [1]), ("-losing", [1])):
        page = await papers.search(parse(text), "newest", 0, 10)
        assert ([p.key for p in page.papers], page.total) == (keys, len(keys))


async def test_chain_of_merges_leads_to_the_last_winner(database: Database) -> None:
    """Merged twice, at different times: every key of old leads to the one that is left."""
    papers = PaperRows(database)
    await papers.upsert([numbered(n) for n in range(4)], NOW)
    ids = [numbered(n).ids[0] for n in range(4)]
    await papers.upsert([numbered(9, ids=(ids[2], ids[3]))], NOW)
    await papers.upsert([numbered(9, ids=(ids[3], ids[1]))], NOW)
    await papers.upsert([numbered(9, ids=(ids[2], ids[0]))], NOW)
    assert {
        key: paper.key for key, paper in (await papers.get(range(1, 5))).items()
    } == dict.fromkeys(range(1, 5), 1)


async def test_papers_that_are_new_can_merge_in_their_batch(database: Database) -> None:
    """Two new drafts and the one that joins them in one batch make one new paper."""
    papers = PaperRows(database)
    assert await papers.upsert([SPARSE, FULL, BRIDGE], NOW) == Upserted(new=(1,), merged=(2,))
    assert (await papers.get([2]))[2].key == 1


async def test_saved_papers_follow(database: Database) -> None:
    """Saved once or twice, it is saved once; the earlier day and both notes stay."""
    papers, library = PaperRows(database), LibraryRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    await library.save(READER, 1, NOW + DAY)
    await library.save(READER, 2, NOW)
    await library.save(8, 2, NOW)
    async with database.write() as session:
        await session.run("UPDATE saved SET note = 'note ' || paper WHERE user = ?", [READER])
    await papers.upsert([BRIDGE], NOW)
    (mine,) = await library.list(READER, None, 10)
    (others,) = await library.list(8, None, 10)
    assert (mine.paper.key, mine.note, mine.saved) == (1, "note 1 · note 2", NOW)
    assert (others.paper.key, others.note) == (1, "")
    assert not await library.save(READER, 2, NOW)
    assert await library.remove(READER, 2)


async def test_what_was_shown_follows(database: Database) -> None:
    """Who was shown the loser was shown the winner; shown twice, a refusal gives nothing back."""
    papers, deliveries = PaperRows(database), DeliveryRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    here, there = await subscribed(database, CHANNEL), await subscribed(database, DM)
    edition = edition_of(1, 2)
    plans = [
        plan_of(here, "a", edition, (1,), (2,)),
        plan_of(there, "a", edition, (2,)),
    ]
    await deliveries.freeze(plans, NOW)
    await papers.upsert([BRIDGE], NOW)
    assert await deliveries.shown(CHANNEL) == await deliveries.shown(DM) == {1}
    parcels = await deliveries.claim(NOW, 10)
    await deliveries.record([(p.part_id, PartState.REFUSED, None, None, "") for p in parcels])
    assert await deliveries.shown(CHANNEL) == {1}
    assert await deliveries.shown(DM) == frozenset()


async def test_a_plan_from_before_the_merge_reserves_the_winner(database: Database) -> None:
    """A key that has become a loser since reserves the winner; an unknown one nothing."""
    papers, deliveries = PaperRows(database), DeliveryRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    subscription = await subscribed(database)
    await papers.upsert([BRIDGE], NOW)
    await deliveries.freeze([plan_of(subscription, "a", edition_of(2), (2, 99))], NOW)
    assert await deliveries.shown(CHANNEL) == {1}


EXTERNALS = [f"openreview:2608.{n:05}" for n in range(6)]
DRAFTS = st.lists(
    st.builds(
        PaperDraft,
        ids=st.lists(st.sampled_from(EXTERNALS), min_size=1, max_size=2).map(tuple),
        title=st.sampled_from(["One", "Two", "Three"]),
        source=st.sampled_from(["arxiv", "huggingface"]),
        released=st.integers(0, 3).map(lambda back: FRIDAY - back * DAY),
        authors=st.sampled_from([(), ("A",), ("B", "C")]),
        abstract=st.sampled_from(["", "Some", "More"]),
        links=st.builds(Links, code=st.sampled_from([None, "https://a.org", "https://b.org"])),
        signals=st.builds(
            Signals, st.integers(0, 2), st.integers(0, 2), st.sampled_from([None, 1, 2])
        ),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(drafts=DRAFTS, size=st.integers(1, 12))
def test_import_again_and_again_is_the_same(drafts: list[PaperDraft], size: int) -> None:
    """Papers are what their ids connect; a repeated import changes no paper and makes none.

    Where the first import merged, the second may still fill a gap of the winner differently, and
    where another source has the newest word, the votes that were told last count, of any day;
    from then on every import gives the same papers.
    """
    asyncio.run(_import_again(drafts, size))


async def _import_again(drafts: list[PaperDraft], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "paperboy.db", readers=1) as database:
            papers = PaperRows(database)
            states: list[dict[int, Paper]] = []
            merged = False
            for _ in range(3):
                for start in range(0, len(drafts), size):
                    await papers.upsert(drafts[start : start + size], NOW)
                found = await papers.get(range(1, 2 * len(drafts) + 1))
                states.append({paper.key: paper for paper in found.values()})
                merged = merged or len(found) > len(states[-1])
            first, second, third = states
            assert second == third
            assert first.keys() == second.keys()
            assert merged or uncounted(first) == uncounted(second)
            assert sorted(sorted(p.ids) for p in first.values()) == connected(drafts)
            assert await search_index(database) == sorted(map(index_row, third.values()))


def uncounted(papers: dict[int, Paper]) -> dict[int, Paper]:
    """The papers without their votes."""
    return {key: replace(paper, signals=Signals()) for key, paper in papers.items()}


async def search_index(database: Database) -> list[tuple[object, ...]]:
    """The rows of the search index."""
    async with database.read() as session:
        rows = await session.rows("SELECT rowid, * FROM paper_text ORDER BY rowid")
    return [tuple(row) for row in rows]


def connected(drafts: list[PaperDraft]) -> list[list[str]]:
    """Which ids belong together, counted the slow way."""
    groups: list[set[str]] = []
    for draft in drafts:
        mine = set(draft.ids).union(*(group for group in groups if group & set(draft.ids)))
        groups = [group for group in groups if not group & mine] + [mine]
    return sorted(sorted(group) for group in groups)


async def test_an_older_days_word_only_fills_what_is_missing(database: Database) -> None:
    """A paper on two days keeps the newer day's title and votes, in whichever order they come."""
    earlier = FULL.released - timedelta(days=3)
    older = replace(FULL, released=earlier, title="Before", signals=Signals(5))
    papers = PaperRows(database)
    await papers.upsert([FULL], NOW)
    assert await papers.upsert([older], NOW) == Upserted(unchanged=1)
    assert await papers.upsert([older, FULL], NOW) == Upserted(unchanged=1)
