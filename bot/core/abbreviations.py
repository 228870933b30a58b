"""What abbreviations among keywords stand for, learned from the keywords themselves.

- A word with two capitals is an abbreviation of a phrase where somebody says so in brackets,
  *diffusion transformer (DiT)*, or where it is the phrase's initials, those of *of* and *to* with
  or without: *LLMs*, *CoT*, *RLHF*. A *model* at the end need not be among them: *VLA*.
- The phrase is a common one, and ten times as common as any other that would do: *TTS* is nothing
  while there is *test-time scaling* beside *text-to-speech*. What is said in brackets counts as ten
  that name it.
- Words are folded (`query_fold`), the plural does not count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.core.query_fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

JOINTS: Final = frozenset("a an and as by for from in of on or the to via with".split())
"""Words that join what comes before to what comes behind."""

_FEWEST, _FEWEST_OF_TWO = 5, 10  # that name a phrase of three initials and more, and of two
_SAID_COUNTS = _CLEARLY = 10
_SHORTEST, _LONGEST = 2, 6  # letters of an abbreviation
_SAID = re.compile(r"^(?P<phrase>[^()]+?)\s*\((?P<short>[^()\s]+)\)")
_PLURAL = re.compile(r"(?<=\w{2}[^\Wsui])s$")
_PLURAL_Y = re.compile(r"(?<=\w{2})ies$")


@lru_cache(maxsize=4_096)
def singular(word: str) -> str:
    """Return a folded word without the sign of its plural."""
    return _PLURAL.sub("", _PLURAL_Y.sub("y", word))


def abbreviation(word: str) -> str:
    """Return what an abbreviation is compared by; ``""`` where the word is none."""
    if word.islower():  # as nearly all are
        return ""
    bare = word.removesuffix("s")
    capitals = sum(char.isupper() for char in bare)
    short = (
        bare.isalpha() and bare.isascii() and _SHORTEST <= len(bare) <= _LONGEST and capitals > 1
    )
    return bare.lower() if short else ""


def meanings(keywords: Iterable[str]) -> Mapping[str, str]:
    """Return what each abbreviation stands for, as folded words, the last in the singular."""
    phrases: Counter[str] = Counter()
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shorts: set[str] = set()
    for keyword, named in Counter(keywords).items():
        short = _SAID.match(keyword)
        phrase = singular(fold(short["phrase"] if short else keyword))
        if " " in phrase:
            phrases[phrase] += named
            if short and (key := abbreviation(short["short"])):
                said[key][phrase] += _SAID_COUNTS * named
        shorts.update(filter(None, map(abbreviation, keyword.split())))
    for phrase, times in phrases.items():
        for initials in _initials(phrase.split()) & shorts:
            said[initials][phrase] += times
    found: dict[str, str] = {}
    for short, known in said.items():
        (phrase, times), *others = known.most_common(2)
        fewest = _FEWEST if len(short) > _SHORTEST else _FEWEST_OF_TWO
        if times >= max([fewest, *(_CLEARLY * other for _, other in others)]):
            found[short] = phrase
    return found


def _initials(words: list[str]) -> set[str]:
    """Return by what initials a phrase may be known."""
    bare = words[:-1] if words[-1] == "model" else words
    said = (words, bare)
    full = {"".join(word[0] for word in some) for some in said}
    return full | {"".join(word[0] for word in some if word not in JOINTS) for some in said}
