"""`/trending`, as a reader sees it: what rose, and why it is there."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from reading import buttons_of, text_of, weight_of
from stage import Stage

from bot.core.papers import PaperDraft, Signals

DAY = 24 * 3600
YESTERDAY, BEFORE = date(2025, 12, 31), date(2025, 12, 30)


async def tell(stage: Stage, number: int, title: str, votes: int, released: date) -> None:
    """Let a source tell a paper's votes."""
    ids, signals = (f"arxiv:2512.{10_000 + number}",), Signals(votes)
    draft = PaperDraft(ids, title, "huggingface", released, signals=signals)
    await stage.desk.ingest.store([draft])


async def test_new_papers_trend_with_their_votes(stage: Stage) -> None:
    """The day's papers in the order of their votes, each with why, for one person."""
    seen = await stage.reader.slash(stage.general, "trending")
    text = text_of(seen)
    assert seen.ephemeral
    assert "📈 Trending · since Wed 31 Dec" in text
    assert "new, ▲14 in its first day · Author L +1 · 31 Dec 2025" in text
    assert text.index("Graph Kernels") < text.index("Code Repair") < text.index("Weather")
    assert "Diffusion" not in text
    assert "Votes are counted here since Thu 1 Jan" in text
    assert {"1", "10"} <= buttons_of(seen).keys()
    assert "11" not in buttons_of(seen)
    components, characters = weight_of(seen)
    assert components <= 40
    assert characters <= 4_000


async def test_what_rose_leads_and_says_since_when(stage: Stage) -> None:
    """Two days later an old paper that doubles is ahead of everything, over a day and a week."""
    await stage.env.advance_time(2 * DAY)
    await tell(stage, 3, "Folded Proteins", 60, YESTERDAY)
    await tell(stage, 90, "Brand News", 20, date(2026, 1, 3))
    seen = await stage.reader.slash(stage.general, "trending")
    text = text_of(seen)
    assert "📈 Trending · since Fri 2 Jan" in text
    assert "Folded Proteins\n-# ▲60 · +54 since Fri 2 Jan" in text
    assert "Brand News\n-# new, ▲20 in its first day" in text
    assert text.index("Folded") < text.index("Brand News")
    assert "Graph Kernels" not in text
    assert "Votes are counted" not in text
    assert seen.response is not None
    await stage.reader.click(seen.response.message, label="Week")
    text = text_of(seen)
    assert "📈 Trending · since Sat 27 Dec" in text
    assert "new, ▲60 in 3 days" in text
    assert "Graph Kernels" in text
    assert "Week" not in buttons_of(seen)


async def test_where_nothing_rose_papers_are_by_votes_and_that_is_said(stage: Stage) -> None:
    """Days without news, and without votes."""
    await stage.env.advance_time(5 * DAY)
    seen = await stage.reader.slash(stage.general, "trending")
    text = text_of(seen)
    assert "📈 Most voted for · Wed 31 Dec" in text
    assert "How votes rose is not known here yet" in text
    assert "Graph Kernels · ▲14" in text
    await stage.env.advance_time(20 * DAY)
    week = await stage.reader.slash(stage.general, "trending", period="week")
    assert "📈 Most voted for · Thu 25 Dec – Wed 31 Dec" in text_of(week)


async def test_old_votes_are_tidied_away(stage: Stage) -> None:
    """After sixty days, when the bot tidies."""
    await stage.env.advance_time(61 * DAY)
    await stage.app.tidy()
    async with stage.app.database.read() as session:
        assert await session.rows("SELECT * FROM paper_votes") == []
