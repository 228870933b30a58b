"""The linear model's weights, one a feature of `scoring.features`, in its order.

Fitted on pairs of queries and candidates among 1.46 million titles; see `scoring` for the rule.
"""

from __future__ import annotations

from typing import Final

BIAS: Final = -14.470
WEIGHTS: Final = (
    2.113, 4.346, 2.308, 2.384, 1.932, 1.475, 2.443, 1.065, 2.244, -0.360,
    -1.823, 1.736, -0.322, 1.053, 1.559, -0.823, 2.810, -0.495, 1.259, 0.592,
    3.879, -1.632, 0.775, 1.161, 1.750, -0.304, 2.204, -0.147, -0.931, 0.304,
    -0.239, 3.879, 0.154, 1.043, 1.861, -0.023, 0.793, 0.359, -2.310,
)  # fmt: skip
