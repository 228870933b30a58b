"""What a page of search results says of how it came about."""

from __future__ import annotations

from datetime import date

from bot.core.papers import Paper
from bot.services.ports import SearchPage
from bot.ui.i18n import words_in
from bot.ui.messages import Layout
from bot.ui.papers.search_results import Search, nothing_page, results_page

WORDS = words_in("en")
PAPER = Paper(1, ("arxiv:1",), "One", "arXiv", date(2026, 8, 21))
BEST = Search("the", "best")


def said(page: Layout) -> str:
    """Everything legible on a page."""
    return str(page.to_components())


def test_best_says_that_it_chose_among_the_newest() -> None:
    """Where more match than are ranked, the order is the best of so many."""
    text = said(
        results_page(BEST, 1, SearchPage((PAPER,), 1_000, capped=True, ranked=20_000), 0, WORDS)
    )
    assert "1,000+ papers · best match first, of the newest 20,000" in text
    text = said(results_page(BEST, 1, SearchPage((PAPER,), 900), 0, WORDS))
    assert "900 papers · best match first · page" in text
    assert "rarer word" not in text


def test_a_search_that_was_stopped_says_so() -> None:
    """How many there are is not known then, and the remedy is told."""
    text = said(results_page(BEST, 1, SearchPage((PAPER,), 1, stopped=True), 0, WORDS))
    assert "1+ papers" in text
    assert "A rarer word beside them finds it." in text


def test_nothing_found_in_time_is_not_nothing() -> None:
    """A search that was stopped empty-handed does not say that nothing matches."""
    stopped = said(nothing_page(BEST, 1, "Indexed.", WORDS, stopped=True))
    assert "stopped early" in stopped
    assert "Nothing matches" not in stopped
    assert "Nothing matches" in said(nothing_page(BEST, 1, "Indexed.", WORDS))
