"""Stretches of an array: where they lie, one behind the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def stretches(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of several stretches, one behind the other."""
    edges = np.cumsum(lengths)
    total = int(edges[-1]) if len(edges) else 0
    return np.arange(total) + np.repeat(begins - edges + lengths, lengths)
