"""Words as they are compared: folded, split, and the same for papers, queries and the index.

- A word is a run of letters and digits; everything else parts words, as in SQLite FTS5's
  ``unicode61``. `fine-tuning` is two words, so a query for it is a phrase.
- Case, accents, compatibility forms and a few letters of Latin alphabets that Unicode does not
  take apart do not count: ``Łukasz``, ``ﬁne``, ``x²`` are ``lukasz``, ``fine``, ``x2``.
- Folding a second time changes nothing, and ``unicode61 remove_diacritics 2`` leaves folded text
  as it is. Therefore a full-text index must be filled with folded text (`fts_row`): SQLite's own
  tables stop at Unicode 6.1, take newer emoji for letters, and keep ``ł``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LOOK_ALIKES = str.maketrans(
    {
        "æ": "ae",
        "ð": "d",
        "ø": "o",
        "þ": "th",
        "đ": "d",
        "ħ": "h",
        "\u0131": "i",
        "ł": "l",
        "œ": "oe",
        "ŧ": "t",
    }
)
# Letters today, marks in SQLite's tables: New Tai Lue vowels and tones, two Vedic signs.
_PARTING_LETTERS = frozenset(
    chr(point) for point in (*range(0x19B0, 0x19C1), 0x19C8, 0x19C9, 0x1CF2, 0x1CF3)
)


def _bare(text: str) -> str:
    """Take `text` apart and leave out the combining accents U+0300–036F, no other marks."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not "\u0300" <= char <= "\u036f"
    )


def _parts_words(char: str) -> bool:
    return unicodedata.category(char)[0] not in "LN" or char in _PARTING_LETTERS


class _Folding(dict[int, str]):
    """A table for `str.translate`, filled as letters are met."""

    def __missing__(self, point: int) -> str:
        bare = _bare(_bare(chr(point)).casefold()).translate(_LOOK_ALIKES)
        folded = "".join(
            " " if _parts_words(char) else char for char in unicodedata.normalize("NFC", bare)
        )
        self[point] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Give the folded words of `text`, one space between them; ``""`` where it has none."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDING).split())


@lru_cache(maxsize=65_536)
def fold_term(text: str) -> str:
    """Fold a query's term as `fold` does. Remembered, since a day's papers meet the same terms."""
    return fold(text)


def is_accent(char: str) -> bool:
    """Tell whether `char` vanishes when folded: it belongs to the letter before it."""
    return not _FOLDING[ord(char)]


def is_letter(char: str) -> bool:
    """Tell whether `char` is, or contains, a letter or a digit."""
    return bool(_FOLDING[ord(char)].strip())
