"""What a translation must not touch: names, formulae, ids and links.

A text is taken apart into pieces: what may be translated, and protected parts, each with its
number. A translator gets the pieces in a form that it can keep apart; what it tells is put together
with the protected parts as they were, in whatever order they now stand. A translation in which one
is missing, doubled or altered is none, and neither is one that brings a link of its own.

What is a name is a guess from how it is written: `ImageNet`, `GPT-4`, `LoRA` and `LLMs` are, by a
capital letter inside or a digit; `Deep Learning` is not. A paper's own nickname (what stands before
the colon of its title), its authors and its organisation are names wherever they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.excerpts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.papers import Paper

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?'\")\]}]", re.IGNORECASE)
_FIXED = (
    _LINK,
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:arxiv:\s?)?\b\d{4}\.\d{4,5}(?:v\d+)?\b", re.IGNORECASE),
    re.compile(r"(?:arxiv:\s?)?\b[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?\b"),
    re.compile(r"(?:doi:\s?)?\b10\.\d{4,9}/[^\s<>]*[^\s<>.,;:!?'\")\]}]", re.IGNORECASE),
    re.compile(r"\$[^$]+\$"),
    re.compile(r"\b[^\W\d_]\w+ et al\b\.?"),
)
_TOKEN = re.compile(r"\S+")
_AROUND = ".,;:!?\"'“”‘’…"
_SYMBOLS = "=<>≤≥≠≈≡±×÷∑∏∫√∞∂∇∈∉∋⊂⊆⊃⊇∪∩→←↔↦⇒⇔∀∃∝∼^_{}\\$|‖⟨⟩⊗⊕⊙∘ℓ†"  # noqa: RUF001 - signs of formulae
_MATH = re.compile(
    f"[{re.escape(_SYMBOLS)}\u0370-\u03ff\u2070-\u209f\u00b2\u00b3\u00b9\u2100-\u214f\U0001d400-\U0001d7ff]"
)
_OPERAND = re.compile(r"[(\[]?(?:[A-Za-z]|\d[\d.,]*%?)[)\]]?")
_WORD = re.compile(r"[^\W_]+(?:[-./+][^\W_]+)*\+{0,2}")
_PART = re.compile(r"[^\W_]+")
_COUNTED = re.compile(r"\d+(?:st|[nr]d|th|s|x|k)", re.IGNORECASE)
_ORDINARY = frozenset({"AI", "DNA", "RNA", "MRI", "EU", "UN", "US", "USA", "UK", "2D", "3D"})
_NICKNAME = re.compile(r"([^\s:]+(?: [^\s:]+)?): \S")
_NO_NICKNAMES = frozenset(
    "position survey review abstract background introduction method methods results conclusion "
    "objective objectives purpose towards toward".split()
)
_LONGER = 4  # times as long as the original: no translation is
_SLACK = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; a protected one has its number, from 0 in the original's order."""

    text: str
    number: int | None = None


Pieces = tuple[Piece, ...]


def names_of(paper: Paper) -> tuple[str, ...]:
    """Return what is a name in a paper's texts, however it is written: its nickname, its authors,
    its organisation.
    """
    names = [name for author in paper.authors if " " in (name := one_line(author))]
    if paper.organization:
        names.append(one_line(paper.organization))
    begun = _NICKNAME.match(one_line(paper.title))
    if begun is not None and _is_nickname(begun[1]):
        names.append(begun[1])
    return tuple(name for name in dict.fromkeys(names) if name)


def protect(text: str, names: Iterable[str] = ()) -> Pieces:
    """Take a text apart. The pieces' texts, joined, are the text; `names` count where they stand as
    whole words.
    """
    spans = sorted({*_fixed(text), *_given(text, names), *_formulae(text), *_written(text)})
    pieces: list[Piece] = []
    at = number = 0
    for start, end in _merged(spans):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], number))
        at, number = end, number + 1
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return tuple(pieces)


def has_words(pieces: Sequence[Piece]) -> bool:
    """Say whether there is anything to translate."""
    return any(
        piece.number is None and any(letter.isalpha() for letter in piece.text) for piece in pieces
    )


def restore(original: Sequence[Piece], told: Sequence[Piece]) -> str | None:
    """Put a translation together, on one line; None where it cannot be relied on: a protected part
    is missing, doubled or altered, there is a link that the original has not, there are no words,
    or far too many.
    """
    wanted = {piece.number: piece.text for piece in original if piece.number is not None}
    got = [(piece.number, piece.text) for piece in told if piece.number is not None]
    if len(got) != len(wanted) or {number for number, _ in got} != wanted.keys():
        return None
    if any(text.strip() != wanted[number].strip() for number, text in got):
        return None
    if not has_words(told) or any(_LINK.search(p.text) for p in told if p.number is None):
        return None
    text = one_line("".join(p.text if p.number is None else wanted[p.number] for p in told))
    longest = _LONGER * sum(len(piece.text) for piece in original) + _SLACK
    return text if len(text) <= longest else None


def _is_nickname(text: str) -> bool:
    words = text.split()
    return (
        text[0].isalnum()
        and words[0].casefold() not in _NO_NICKNAMES
        and all(word[0].isupper() or not word[0].isalpha() for word in words)
    )


def _fixed(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _FIXED:
        yield from (match.span() for match in pattern.finditer(text))


def _given(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text))


def _formulae(text: str) -> Iterator[tuple[int, int]]:
    """Find words with a sign of mathematics, and what a sign that stands alone stands between."""
    tokens = [(*_trimmed(match), match.group()) for match in _TOKEN.finditer(text)]
    maths = [_MATH.search(token) is not None for *_, token in tokens]
    inside = list(maths)
    for at, (*_, token) in enumerate(tokens):
        if maths[at] and not any(letter.isalnum() for letter in token):
            for beside in (at - 1, at + 1):
                if 0 <= beside < len(tokens) and _OPERAND.fullmatch(
                    tokens[beside][2].strip(_AROUND)
                ):
                    inside[beside] = True
    begun: int | None = None
    for at, (start, end, _) in enumerate(tokens):
        if not inside[at]:
            continue
        begun = start if begun is None else begun
        if at + 1 == len(tokens) or not inside[at + 1]:
            yield begun, end
            begun = None


def _trimmed(token: re.Match[str]) -> tuple[int, int]:
    """Return where a token begins and ends without the marks around it."""
    text = token.group()
    core = text.strip(_AROUND) or text
    start = token.start() + text.index(core)
    return start, start + len(core)


def _written(text: str) -> Iterator[tuple[int, int]]:
    """Find words that are written like names."""
    letters = [word for word in text.split() if word.isalpha()]
    shouted = sum(word.isupper() for word in letters) * 2 > len(letters) > 3  # noqa: PLR2004 - words enough to tell
    for word in _WORD.finditer(text):
        parts = list(_PART.finditer(word.group()))
        at = 0
        while at < len(parts):
            first, last = at, at
            named = _is_name(parts[at].group(), shouted=shouted)
            begins = named or parts[at].group()[0].isupper()
            while begins and last + 1 < len(parts) and parts[last + 1].group()[0].isdigit():
                last += 1
                named = True
            if named:
                yield word.start() + parts[first].start(), word.start() + parts[last].end()
            at = last + 1


def _is_name(part: str, *, shouted: bool) -> bool:
    if part in _ORDINARY or _COUNTED.fullmatch(part):
        return False
    digits = any(letter.isdigit() for letter in part)
    if digits and not part.isdecimal():
        return True
    inner = any(letter.isupper() for letter in part[1:])
    return inner and not (shouted and part.isupper())


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join spans that overlap; they come in order."""
    open_: tuple[int, int] | None = None
    for start, end in spans:
        if open_ is None:
            open_ = (start, end)
        elif start < open_[1]:
            open_ = (open_[0], max(open_[1], end))
        else:
            yield open_
            open_ = (start, end)
    if open_ is not None:
        yield open_
