"""The model that says how sure it is: a small network with one hidden layer, beside a linear one.

Rule: ``model.json`` names the features in the order of `scoring.FEATURES`; it is made by
``benchmarks/_fit_title_model.py`` from pairs of queries and the candidates that the index brings.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

FILE: Final = Path(__file__).with_name("model.json")
_Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """The weights: features × hidden, hidden, hidden, features, and one."""

    hidden: _Rows
    hidden_bias: _Rows
    out: _Rows
    linear: _Rows
    bias: float

    def logits(self, features: _Rows) -> _Rows:
        """Return for each row of features how likely it is meant, as log odds against “none”."""
        layer = np.tanh(features @ self.hidden + self.hidden_bias)
        logits = layer @ self.out + features @ self.linear + self.bias
        return logits.astype(np.float32)


def network(content: dict[str, Any]) -> Network:
    """Read the weights from what the file holds."""
    names = ("hidden", "hidden_bias", "out", "linear")
    hidden, hidden_bias, out, linear = (np.array(content[name], np.float32) for name in names)
    return Network(hidden, hidden_bias, out, linear, content["bias"])


@cache
def fitted() -> Network:
    """Return the network of the file."""
    return network(json.loads(FILE.read_text("utf-8")))
