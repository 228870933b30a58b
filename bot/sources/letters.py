"""Letters as they were meant, whatever a typesetter or somebody's keyboard made of them.

- A Cyrillic or Greek letter inside a word of Latin letters that looks like one is that one. Words
  in their own alphabet stay, and so do letters that look like none: ``ΛCDM``.
- Ligatures, letters and digits of full width and words in mathematical bold, italic or script are
  plain letters. One or two such letters are a symbol, as in ``O(n)`` with a calligraphic O.
- A word that the end of a line parted is one again. Its hyphen stays where it is a part of the
  word, which is a guess: another place in the text tells, else what stands around it.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = (
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422"
    "\u0423\u0425\u0430\u0435\u043e\u0441\u0440\u0443\u0445\u0455\u0456\u0458\u04bb"
    "\u0501\u051b\u051d\u0475"
)
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
)
_LOOK_ALIKES = str.maketrans(_CYRILLIC + _GREEK, "ABESIJKMHOPCTYXaeocpyxsijhdqwvABEZHIKMNOPTYXo")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_COMPATIBLE = re.compile(
    "[\ufb00-\ufb06\u01c4-\u01cc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
    "|[\U0001d400-\U0001d7ff]{3,}"
)
_WHOLE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_END_OF_LINE = re.compile(r"-[ \t]*\r?\n")
_PARTED = re.compile(r"([^\W\d_]{2,})-[ \t]*\r?\n[ \t]*([^\W_]+)")
_LISTED = frozenset({"and", "or", "to", "und", "et", "ou"})
_STANDS_BEFORE = frozenset(
    "all any anti audio auto bi bottom class closed co coarse code cost cross data decision deep "
    "domain double down early end energy event ex eye face fact few fine first free full general "
    "graph ground half hand hard high higher human image inter intra in just knowledge language "
    "large life light long low lower machine many meta mid mini mixed model multi near neuro new "
    "non object off on one open out over pair part peer per plug point post pre problem pseudo "
    "quasi question real re right role rule run safety sample scene second self semi sentence "
    "sequence set short side simple single small soft source sparse speech state step sub super "
    "systems task term test text third three time token top train turn two ultra under up user "
    "value video view vision visual weak well wide word work world x zero".split()
)
_STANDS_BEHIND = frozenset(
    "agent agnostic aligned as augmented aware based behaved by centric channel class conditioned "
    "conditional consistent consuming constrained context day dependent depth dimensional domain "
    "driven edge efficient end era eye fold form free friendly grade grained granularity guided "
    "head in independent intensive invariant known language layer length level like line long "
    "lingual making modal model of off on oriented out parameter point purpose quality range rank "
    "ray regressive relevant resolution resource rich round scale sensitive series shot side size "
    "source space specific stage state step structured supervised task term test text "
    "the time to token trained training tuned tuning turn type up video view wide wise word "
    "world".split()
)


def meant(text: str) -> str:
    """`text` in the letters that were meant; its lines as they are but for parted words."""
    if _END_OF_LINE.search(text) is not None:
        known = set(_WHOLE.findall(text.casefold()))
        text = _PARTED.sub(lambda match: _rejoined(match, known), text)
    if text.isascii():
        return text
    text = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _WORD.sub(_in_latin, text) if _FOREIGN.search(text) is not None else text


def _in_latin(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or _LATIN.search(word) is None or _FOREIGN.search(word) is None:
        return word
    latin = word.translate(_LOOK_ALIKES)
    foreign = sum(one != other for one, other in zip(word, latin, strict=True))
    return latin if _FOREIGN.search(latin) is None and foreign * 2 <= len(word) else word


def _rejoined(match: re.Match[str], known: set[str]) -> str:
    """A word that was parted, with or without its hyphen; `known` are the words of the text."""
    before, behind = match.groups()
    if behind.casefold() in _LISTED:
        return f"{before}- {behind}"  # “low- and high-level”
    whole, hyphenated = before + behind, f"{before}-{behind}"
    if whole.casefold() in known:
        return whole
    stays = (
        hyphenated.casefold() in known
        or before.casefold() in _STANDS_BEFORE
        or behind.casefold() in _STANDS_BEHIND
        or not behind.islower()
        or before.isupper()
    )
    return hyphenated if stays else whole
