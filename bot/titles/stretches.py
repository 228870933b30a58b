"""Stretches of an array: where they lie, one behind the other; and each of some numbers once."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound="np.generic[Any]")


def stretches(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of several stretches, one behind the other."""
    edges = np.cumsum(lengths)
    total = int(edges[-1]) if len(edges) else 0
    return np.arange(total) + np.repeat(begins - edges + lengths, lengths)


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """Return each of the numbers once, the smallest first.

    `np.unique` does the same, but imports numpy's masked arrays for it, which are 4 MB.
    """
    ordered = np.sort(values)
    first = np.ones(len(ordered), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]
