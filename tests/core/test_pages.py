"""Pages: counted, never by a constant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.pages import Cost, Page, fit, page

COSTS = st.lists(st.builds(Cost, st.integers(0, 12), st.integers(0, 900)), max_size=40)
BUDGETS = st.builds(Cost, st.integers(1, 40), st.integers(1, 4_000))


@given(COSTS, BUDGETS)
def test_every_entry_is_on_exactly_one_page_in_order(costs: list[Cost], budget: Cost) -> None:
    """The pages, one after the other, are the entries."""
    pages = [page(costs, budget, number) for number in range(page(costs, budget, 0).of)]
    assert [index for one in pages for index in range(one.start, one.end)] == [*range(len(costs))]
    assert [one.number for one in pages] == [*range(len(pages))]


@given(COSTS, BUDGETS)
def test_a_page_is_within_its_budget_and_as_full_as_it_can_be(
    costs: list[Cost], budget: Cost
) -> None:
    """Only an entry that is over the budget by itself stands on a page that is."""
    for number in range(page(costs, budget, 0).of):
        one = page(costs, budget, number)
        entries = costs[one.start : one.end]
        total = sum(entries, Cost())
        assert total.within(budget) or len(entries) == 1
        if one.end < len(costs) and total.within(budget):
            assert not (total + costs[one.end]).within(budget)


@given(COSTS, BUDGETS, st.integers(-9, 99))
def test_a_page_that_is_not_there_is_the_nearest(
    costs: list[Cost], budget: Cost, number: int
) -> None:
    """Any number leads to a page."""
    one = page(costs, budget, number)
    assert 0 <= one.number < one.of
    if 0 <= number < one.of:
        assert one.number == number


def test_no_entries_make_one_empty_page() -> None:
    """There is always something to show."""
    assert page([], Cost(1, 1), 3) == Page(0, 0, 0, 1)


def test_both_counts_bound_what_fits() -> None:
    """Components and characters are budgets of their own."""
    assert fit([Cost(1, 10)] * 5, Cost(3, 999)) == 3
    assert fit([Cost(1, 10)] * 5, Cost(99, 25)) == 2
    assert fit([Cost(1, 10)] * 5, Cost(99, 999)) == 5
