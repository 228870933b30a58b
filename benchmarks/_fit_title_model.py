"""Fit the model of the title search anew and write ``bot/titles/model.json``.

Run it after a change to the features (`bot.titles.scoring`), to how candidates are brought, or to
the names and shorthands: ``python benchmarks/_fit_title_model.py`` takes about five minutes. It
needs the real titles and queries (``../shared/data``, or ``PAPERBOY_TITLES``).

The method: for every query the index brings its candidates; a network with one hidden layer, and
a linear model beside it, gives each a logit; the softmax over them and “none of these” (logit 0)
is to give the right one all the weight, or “none” where the paper is not there. Classes of queries
count alike, whatever their number. With ``--check`` four models are fitted, each without every
fourth query, and told by what they say of the queries they have not seen: that is what new queries
may expect.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from _titles_data import SHARED, read_titles
from _titles_queries import BEGUN, Query, recorded_queries

from bot.titles import TitleIndex, model, ranking, scoring

HIDDEN: Final = 32
TOGETHER: Final = 3
EPOCHS: Final = 24
DECAY: Final = 1e-3
STEP: Final = 4e-3
BATCH: Final = 64
FOLDS: Final = 4
FEWEST_OF_A_CLASS: Final = 40
HEAVIEST: Final = 8.0
COUNTS: Final = {
    "nickname": 1.3, "retitled_hard": 0.8, "initials": 0.3, "alias_oov": 0.2,
    "nomatch_title": 3.0, "nomatch_typo": 2.0, "nomatch_near": 0.3,
}  # fmt: skip
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Examples:
    """Every query's candidates, one behind the other: `features` and whether each is `right`.

    The candidates of query `i` are the rows ``starts[i]:starts[i] + counts[i]``.
    """

    features: Floats
    right: NDArray[np.bool_]
    starts: NDArray[np.int64]
    counts: NDArray[np.int64]
    kinds: list[str]

    def weights(self) -> Floats:
        """Return how much each query counts; on the average one."""
        sizes = Counter(self.kinds)
        weights = np.array(
            [COUNTS.get(kind, 1.0) / max(sizes[kind], FEWEST_OF_A_CLASS) for kind in self.kinds],
            np.float32,
        )
        return np.minimum(weights / weights.mean(), HEAVIEST)


@dataclass(slots=True)
class Network:
    """The weights, in the order in which they are trained."""

    parts: list[Floats]

    @classmethod
    def fresh(cls, width: int, random: np.random.Generator) -> Network:
        """Start with small random weights."""
        return cls(
            [
                random.normal(0, 0.25, (width, HIDDEN)).astype(np.float32),
                np.zeros(HIDDEN, np.float32),
                random.normal(0, 0.3, HIDDEN).astype(np.float32),
                np.zeros(width, np.float32),
                np.full(1, -2, np.float32),
            ]
        )

    def logits(self, inputs: Floats) -> tuple[Floats, Floats]:
        """Return each row's logit and its hidden layer."""
        hidden, hidden_bias, out, linear, bias = self.parts
        layer = np.tanh(inputs @ hidden + hidden_bias)
        return layer @ out + inputs @ linear + bias[0], layer

    def gradients(self, inputs: Floats, layer: Floats, slope: Floats) -> list[Floats]:
        """Return how the loss grows with each part, from how it grows with the logits."""
        hidden, _, out, linear, _ = self.parts
        inner = slope[:, None] * out[None] * (1 - layer * layer)
        grown = [
            inputs.T @ inner + DECAY * hidden,
            inner.sum(0),
            layer.T @ slope + DECAY * out,
            inputs.T @ slope + DECAY * linear,
            slope.sum(keepdims=True),
        ]
        return [part.astype(np.float32) for part in grown]


def examples(index: TitleIndex, queries: list[Query]) -> Examples:
    """Let the index bring its candidates for every query."""
    shelves = index.shelves()
    features: list[Floats] = []
    right: list[NDArray[np.bool_]] = []
    counts: list[int] = []
    for query in queries:
        wanted, found = ranking.gathered(shelves, query.text)
        counts.append(len(found))
        if wanted is not None and found:
            features.append(scoring.features(wanted, found))
            right.append(np.array([one.record.paper_id in query.right for one in found]))
    sizes = np.array(counts, np.int64)
    return Examples(
        np.concatenate(features),
        np.concatenate(right),
        np.cumsum(sizes) - sizes,
        sizes,
        [query.cls for query in queries],
    )


def fit(data: Examples, chosen: NDArray[np.int64]) -> dict[str, Any]:
    """Train a few networks on the chosen queries, and join them: what ``model.json`` holds."""
    several = [trained(data, chosen, seed) for seed in range(TOGETHER)]
    hidden, hidden_bias, out, linear, bias = zip(*several, strict=True)
    return {
        "features": list(scoring.FEATURES),
        "hidden": _rounded(np.concatenate(hidden, axis=1)),
        "hidden_bias": _rounded(np.concatenate(hidden_bias)),
        "out": _rounded((np.concatenate(out) / TOGETHER).astype(np.float32)),
        "linear": _rounded(np.mean(linear, axis=0)),
        "bias": _rounded(np.mean(bias, axis=0))[0],
    }


def trained(data: Examples, chosen: NDArray[np.int64], seed: int) -> list[Floats]:
    """Train one network on the chosen queries; returns its weights for features as they are."""
    random = np.random.default_rng(seed)
    mean, spread = data.features.mean(0), data.features.std(0) + np.float32(1e-3)
    network = Network.fresh(data.features.shape[1], random)
    moved = [np.zeros_like(part) for part in network.parts]
    scaled = [np.zeros_like(part) for part in network.parts]
    weights = data.weights()
    chosen = chosen[data.counts[chosen] > 0]
    steps = 0
    for epoch in range(EPOCHS):
        order = random.permutation(chosen)
        step = STEP * 0.5 * (1 + np.cos(np.pi * epoch / EPOCHS)) + 1e-5
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            sizes = data.counts[batch]
            edges = np.cumsum(sizes) - sizes
            owner = np.repeat(np.arange(len(batch)), sizes)
            rows = np.arange(len(owner)) + np.repeat(data.starts[batch] - edges, sizes)
            inputs = (data.features[rows] - mean) / spread
            logits, layer = network.logits(inputs)
            slope = _slope(logits, data.right[rows], edges, owner)
            slope *= weights[batch][owner] / len(batch)
            steps += 1
            for place, grown in enumerate(network.gradients(inputs, layer, slope)):
                moved[place] += 0.1 * (grown - moved[place])
                scaled[place] += 0.001 * (grown * grown - scaled[place])
                change = moved[place] / (1 - 0.9**steps)
                change /= np.sqrt(scaled[place] / (1 - 0.999**steps)) + 1e-8
                network.parts[place] = (network.parts[place] - step * change).astype(np.float32)
    hidden, hidden_bias, out, linear, bias = network.parts
    hidden = hidden / spread[:, None]
    linear = linear / spread
    weights = [hidden, hidden_bias - mean @ hidden, out, linear, bias - mean @ linear]
    return [part.astype(np.float32) for part in weights]


def _slope(
    logits: Floats, right: NDArray[np.bool_], edges: NDArray[np.int64], owner: NDArray[np.int64]
) -> Floats:
    """Return how the cross entropy of the softmax with “none” grows with each logit."""
    top = np.maximum(np.maximum.reduceat(logits, edges), 0)
    odds = np.exp(logits - top[owner])
    total = np.add.reduceat(odds, edges) + np.exp(-top)
    good = np.add.reduceat(np.where(right, odds, 0), edges)
    wanted = np.where(right, odds / np.where(good > 0, good, 1)[owner], 0)
    return (odds / total[owner] - wanted).astype(np.float32)


def _rounded(values: Floats) -> list[Any]:
    return (
        np.array([float(f"{value:.5g}") for value in values.ravel()]).reshape(values.shape).tolist()
    )


def told(data: Examples, logits: Floats, chosen: NDArray[np.int64]) -> dict[str, float]:
    """Return the share of each class whose first answer is right."""
    firsts: dict[str, list[bool]] = {}
    for query in chosen.tolist():
        rows = slice(data.starts[query], data.starts[query] + data.counts[query])
        good = bool(data.counts[query]) and bool(data.right[rows][np.argmax(logits[rows])])
        firsts.setdefault(data.kinds[query], []).append(good)
    return {
        kind: statistics.mean(good)
        for kind, good in firsts.items()
        if not kind.startswith("nomatch")
    }


def main() -> None:
    """Fit on all queries, or check on those left out."""
    rows = read_titles()
    recorded = recorded_queries(SHARED / "gold_dev.jsonl", set(rows.ids))
    queries = [query for query in recorded if query.cls not in BEGUN]
    pairs = zip(rows.ids, rows.titles, strict=True)
    data = examples(TitleIndex.build(pairs), queries)
    everything = np.arange(len(queries))
    if "--check" in sys.argv:
        logits = np.zeros(len(data.features), np.float32)
        for fold in range(FOLDS):
            fitted = model.network(fit(data, everything[everything % FOLDS != fold]))
            left_out = np.repeat(everything % FOLDS == fold, data.counts)
            logits[left_out] = fitted.logits(data.features[left_out])
        figures = told(data, logits, everything)
    else:
        content = fit(data, everything)
        model.FILE.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")
        figures = told(data, model.network(content).logits(data.features), everything)
    for kind, share in figures.items():
        print(f"{kind:18} {share:.3f}")


if __name__ == "__main__":
    main()
