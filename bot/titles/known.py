"""Names that everybody uses for a paper though its title does not say them: *ResNet*, *Gopher*.

Rule: a name is matched whole, folded and without spaces, but for ``+``, ``#`` and ``*``, which part
names (*LoRA+* is not *LoRA*). It leads to titles, and only those that are in the index count.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from bot.titles.folding import fold

NAMES: Final = Path(__file__).with_name("known_names.tsv")
_MARKS: Final = "+#*"


def titles_named(name: str) -> frozenset[str]:
    """Return the folded titles of the papers that go by a name, as somebody wrote it."""
    return _table().get(_key(name), frozenset())


def _key(name: str) -> str:
    return fold(name).replace(" ", "") + "".join(mark for mark in name if mark in _MARKS)


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in NAMES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, title = line.split("\t")
            table.setdefault(_key(name), set()).add(fold(title))
    return {name: frozenset(titles) for name, titles in table.items()}
