"""How much fits on a page: by counting, never by a constant.

A message has a budget of components and characters (Discord's limits); every entry has a cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Components (nested ones counted) and characters of text."""

    components: int = 0
    characters: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.components + other.components, self.characters + other.characters)

    def within(self, budget: Cost) -> bool:
        """Return True where both counts are within the budget's."""
        return self.components <= budget.components and self.characters <= budget.characters


def fit(costs: Sequence[Cost], budget: Cost) -> int:
    """Return how many of the first entries fit into the budget together."""
    total = Cost()
    for count, cost in enumerate(costs):
        total += cost
        if not total.within(budget):
            return count
    return len(costs)


@dataclass(frozen=True, slots=True)
class Page:
    """Which entries a page shows, which page it is, of how many; all from 0, `end` exclusive."""

    start: int
    end: int
    number: int
    of: int


def page(costs: Sequence[Cost], budget: Cost, number: int) -> Page:
    """Return page `number`, or the nearest that there is. An entry that alone is over the budget
    has a page of its own; no entries make one empty page.
    """
    starts = [0]
    while starts[-1] < len(costs):
        step = max(1, fit(costs[starts[-1] :], budget))
        starts.append(starts[-1] + step)
    pages = max(1, len(starts) - 1)
    number = max(0, min(number, pages - 1))
    end = starts[number + 1] if len(starts) > 1 else 0
    return Page(starts[number], end, number, pages)
