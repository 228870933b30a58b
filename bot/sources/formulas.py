r"""Where in a text mathematics stands, between dollars that may as well be money.

- ``$$…$$``, ``\(…\)`` and ``\[…\]`` are formulas.
- Where dollars come in pairs and what stands in every pair is a formula to look at, every pair is
  one, also ``$ P $`` and ``1622$-$4950``: a command, a script, a relation, a letter or a sign, and
  never two words of prose.
- Else a dollar opens mathematics only as Pandoc reads it: no space behind the opening one, none
  before the closing one, no digit behind that unless a command or a script stands between them.
- A dollar left over that a script follows or precedes is what cutting a formula left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 400

_DISPLAYED = re.compile(
    r"\$\$(.{1,400}?)\$\$|\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]",
    re.DOTALL,
)
_DOLLAR = re.compile(r"(?<!\\)\$")
_INLINE = re.compile(
    r"(?<!\\)\$(?=[^\s$][^$]{0,400}[\\^_]|[\\^_])([^$]{0,400}?[^\s\\$])\$"
    r"|(?<!\\)\$(?=[^\s$])([^$]{0,400}?[^\s\\$])\$(?![0-9])",
    re.DOTALL,
)
# “costs $5M against US$” is money: a number and words, and nothing that only mathematics has.
_MONEY = re.compile(r"[0-9][^\\^_={}]*\s[^\\^_={}]*")
_TEXT = re.compile(r"\\(?:text|mbox|mathrm|rm|operatorname)\w{0,8}\s*\{[^{}]*\}|\\[A-Za-z]+")
_PROSE = re.compile(r"[A-Za-z]{3,}[,;]?\s+[A-Za-z]{3,}")
_SIGNS = re.compile("[\\\\^_={}<>|\u0370-\u03ff\u2190-\u22ff]")
_NUMBERS_SIGNS = re.compile(r"[\\^_=]")
_BARE = re.compile(r"[A-Za-z]'?|[A-Za-z]\([^\s()]{1,6}\)|[^\w\s]{1,3}")
_LEFT_OVER = re.compile(r"(?<!\\)\$(?=[_^])|(?<=[_^][\w+-])\$|(?<=[_^][\w+-]{2})\$")


def with_formulas(text: str, typeset: Callable[[str], str]) -> str:
    """`text` with each formula replaced by what `typeset` makes of what is enclosed."""

    def displayed(match: re.Match[str]) -> str:
        return typeset(match[1] or match[2] or match[3])

    def inline(match: re.Match[str]) -> str:
        if match[2] is not None and _MONEY.fullmatch(match[2]):
            return match[0].replace("$", "\\$")
        return typeset(match[1] or match[2])

    text = _DISPLAYED.sub(displayed, text)
    pieces = _DOLLAR.split(text)
    if len(pieces) % 2 and all(map(_is_formula, pieces[1::2])):
        return "".join(typeset(piece) if at % 2 else piece for at, piece in enumerate(pieces))
    return _LEFT_OVER.sub("", _INLINE.sub(inline, text))


def _is_formula(content: str) -> bool:
    bare = content.strip()
    if not bare or len(bare) > _LONGEST or _PROSE.search(_TEXT.sub(" ", bare)) is not None:
        return False
    if bare[0].isdecimal():
        return _NUMBERS_SIGNS.search(bare) is not None
    if _SIGNS.search(bare) is not None or _BARE.fullmatch(bare) is not None:
        return True
    return content == bare and not any(letter.isspace() for letter in bare)
