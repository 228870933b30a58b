"""Whether two records are of one work, decided from what they say of it alone.

Merging is for ever, so a doubt is a no:

- **An id in common** makes them one. Ids are in their normal form (`bot/core/ids.py`): versions do
  not count, and a DOI of arXiv is the arXiv id.
- **An id that contradicts** makes them two: a work has one arXiv id, one id of the ACL Anthology,
  one DOI of a publisher. A DOI of a repository of preprints says nothing of the publisher's.
- Else it is one work where **the titles are alike** (`same_titles`), **an author is shared**
  (`bot/core/same_names.py`) and the years are near. Of two lists of three and more at least two
  authors are shared; under a short title everybody is, but for a list that ends in `et al.`
- A title that many works have is no sign: an editorial, a review, an erratum, what is too short.
  It has no key.

The key of a title is its folded letters without spaces: `fine-tuning`, `fine tuning`, `finetuning`
and a word that a line break parted are the same. So are `and` and `&`, a Greek letter and its name,
`×` and `x`, and what only says which version it is: `(extended version)`. A number, `Part II`,
`Reply to` and a year make another work.

In a long title a long word may be spelled otherwise: `learing` and `learning`, `modelling` and
`modeling`, `contextualised` and `contextualized` have the same first letter and consonants, which
many a slip of the pen leaves, and the other side of an ocean. Therefore papers are looked up by the
consonants of their titles (`title_number`).
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from bot.core.query_fold import fold
from bot.core.same_names import in_common, somebody

if TYPE_CHECKING:
    from datetime import date

SHORTEST = 10
"""A key of fewer letters is no sign of anything."""

SHORT = 24
"""A title of fewer letters may be that of two works of different people."""

YEARS = 2
"""How many years the records of one work may lie apart: a preprint and what became of it."""

YEARS_OF_ALL = 5
"""As many where the title is long and two or more authors are the same to the last one: a talk at a
conference and its journal.
"""

LONG_WORD = 7
"""A word of fewer letters is only itself: *Qwen-VL* is not *Qwen-VLA*."""

_MANY = 3
"""Of two lists of so many authors one in common is not enough."""

_GREEK = str.maketrans(
    dict(
        zip(
            "αβγδεζηθικλμνξπρστφχψω",
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma "
            "tau phi chi psi omega".split(),
            strict=True,
        )
    )
)
_SPOKEN = str.maketrans("z", "s", "aeiou")
_TWICE = re.compile(r"([^\W\d_])\1+")
_VERSION = re.compile(
    r"\s*[(\[](?:(?:extended|full|long|complete|preprint|technical)\s+(?:version|paper|report)"
    r"|preprint|version\s+\d+|v\d)[)\]]\W*$",
    re.IGNORECASE,
)
# What stands above something else in every issue, or at a volume's front.
_OF_MANY = re.compile(
    r"(?:an? |the )?(?:"
    r"(?:guest |special )?editor(?:ial|s?(?: s)? (?:note|message|introduction|letter|comment|choice"
    r"|page|report|foreword)s?)|editorial (?:note|board|comment|introduction|preface)s?"
    r"|introduction(?: to (?:the |this )?(?:special )?(?:issue|section|volume|minitrack))?"
    r"|preface|foreword|afterword|epilogue|prologue|front ?matter|back ?matter|table of contents"
    r"|contents|title page|copyright|author index|subject index|list of (?:reviewers|papers)"
    r"|(?:\w+ )?reviewers|acknowledge?ments?(?: to reviewers)?|announcements?|call for papers|news"
    r"|book reviews?(?: column)?|reviews?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)|correction"
    r"|publisher s note|retraction(?: note)?|expression of concern|obituary|in memoriam|reply"
    r"|response|rebuttal|comments?|discussion|rejoinder|keynote(?: \w+)?|invited talk|panel"
    r"|tutorial|opening remarks|conclusions?|summary|abstracts?|appendix|supplement(?:ary \w+)?"
    r"|(?:information )?(?:chair|treasurer|president|director)s?(?: s)? (?:message|letter|report)"
    r"|(?:reminiscences on )?influential papers|standards in practice|poster session|proceedings"
    r"|(?:annual|progress|technical|final|status|workshop|conference|system) report"
    r"|letters? to the editor|from the editors?|in this issue|untitled)"
)
_PREPRINTS = re.compile(
    r"doi:10\.(?:1101|64898|2139|21203|31234|31219|31222|20944|36227|26434|22541|5281|6084|17605"
    r"|48550|51094|32388|14293|35542|47611|33774|55458|31730|31235)/"
)


class Record(Protocol):
    """What is asked of a paper or a draft."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Its external ids."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def authors(self) -> tuple[str, ...]:
        """Its authors."""
        ...

    @property
    def published(self) -> date | None:
        """The day it came out; None where that is not known."""
        ...


def same_work(one: Record, other: Record) -> bool:
    """Whether the two are of one work, as the module's rules say."""
    if not set(one.ids).isdisjoint(other.ids):
        return True
    if not same_titles(one.title, other.title) or ids_contradict(one.ids, other.ids):
        return False
    ones, others = somebody(one.authors), somebody(other.authors)
    shared = in_common(ones, others)
    fewer, more = sorted((len(ones), len(others)))
    is_short = len(title_key(one.title)) < SHORT
    if is_short:
        cut = len(one.authors) > len(ones) or len(other.authors) > len(others)
        enough = fewer if cut else more
    else:
        enough = 1 if fewer < _MANY else 2
    everybody = shared == more > 1 and not is_short
    return 0 < enough <= shared and _years(one, other) <= (YEARS_OF_ALL if everybody else YEARS)


def same_titles(one: str, other: str) -> bool:
    """Whether two titles may be one work's: their keys are equal, or they are long, and so are the
    words in which they differ, and these sound alike. False where one is no sign of its work.
    """
    mine, theirs = title_key(one), title_key(other)
    if mine == theirs:
        return bool(mine)
    if min(len(mine), len(theirs)) < SHORT or _consonants(mine) != _consonants(theirs):
        return False
    words, others = _words(one), _words(other)
    return len(words) == len(others) and all(map(_sound_alike, words, others))


def title_key(title: str) -> str:
    """Return what titles of one work have in common; empty where a title is no sign of its work."""
    words = _words(title)
    if _OF_MANY.fullmatch(" ".join(words)) is not None:
        return ""
    key = "".join(word for word in words if word != "and")
    return key.translate(_GREEK) if len(key) >= SHORTEST else ""


@lru_cache(maxsize=1_024)
def title_number(title: str) -> int | None:
    """Return what alike titles share as a number of 64 bits with a sign, for an index: the
    consonants of the key. None where there is no key.
    """
    key = title_key(title)
    if not key:
        return None
    digest = hashlib.blake2b(
        _consonants(key).encode("utf-8", "surrogatepass"), digest_size=8
    ).digest()
    return int.from_bytes(digest, "big", signed=True)


def ids_contradict(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether ids of a kind of which a work has one are there, and others on the other side."""
    mine, theirs = _single(ones), _single(others)
    return any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys())


def without_contradiction(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids but for those that contradict one before them."""
    first = _single(ids)
    return tuple(one for one in ids if first.get(_kind(one), one) == one)


def _words(title: str) -> list[str]:
    return fold(_VERSION.sub("", title).replace("×", "x")).split()


def _consonants(word: str) -> str:
    """Return what is left without vowels and double letters; numbers and other alphabets stay."""
    return _TWICE.sub(r"\1", word.translate(_SPOKEN))


def _sound_alike(one: str, other: str) -> bool:
    long = min(len(one), len(other)) >= LONG_WORD
    return one == other or (long and one[0] == other[0] and _consonants(one) == _consonants(other))


def _single(ids: tuple[str, ...]) -> dict[str, str]:
    """Return the ids of which a work has one, the first of each kind."""
    found: dict[str, str] = {}
    for external in ids:
        if kind := _kind(external):
            found.setdefault(kind, external)
    return found


def _kind(external: str) -> str:
    """Return an id's kind where a work has one of it, else nothing."""
    kind = external.partition(":")[0]
    single = kind in {"arxiv", "acl"} or (kind == "doi" and not _PREPRINTS.match(external))
    return kind if single else ""


def _years(one: Record, other: Record) -> int:
    """Return how many years lie between two records, 0 where one does not say its year."""
    if one.published is None or other.published is None:
        return 0
    return abs(one.published.year - other.published.year)
