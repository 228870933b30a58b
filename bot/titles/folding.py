r"""Folding: what two ways of writing one title have in common.

Rules:

- A folded text is words of letters and digits, in lower case, with one space between them.
- Accents, letter case, LaTeX commands, ``$``, braces, ``^``, ``_`` and apostrophes vanish without
  parting a word (``Align$^2$LLaVA`` is ``align2llava``); other punctuation parts words.
- Greek letters are spelled (``β`` and ``\beta`` are ``beta``); Cyrillic letters that look Latin
  are Latin; a CJK character is a word by itself, since nobody types spaces between them.
- Folding is idempotent and total: any `str` folds, lone surrogates and control characters included.
- Texts are cut after `MAX_LENGTH` characters and `MAX_WORDS` words, for one character may fold to
  many: hardly a title is longer, and work stays bounded.
- A title made of nothing but symbols folds to these symbols, so that it can still be found.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_LENGTH: Final = 600
MAX_WORDS: Final = 100
HEAD_REACH: Final = 60

_GREEK: Final = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma sigma tau upsilon phi chi psi omega"
).split()
_CYRILLIC_LOOKALIKES: Final = dict(zip("авекмнорстухіјѕ", "abekmhopctyxijs", strict=True))
_VARIANT_COMMANDS: Final = {f"var{name}": name for name in _GREEK}
_LETTER_COMMANDS: Final = {
    **{name: name for name in ("ss", "ae", "oe", "aa", "o", "l", "i", "j")},
    **{name.upper(): name for name in ("ae", "oe", "aa", "o", "l")},
    **_VARIANT_COMMANDS,
}
_STYLE_COMMANDS: Final = frozenset(
    "rm bf it em sf tt cal frak bb sl sc text textbf textit textrm textsf texttt textsc "
    "textsuperscript textsubscript textnormal textup textsl emph mathbf mathit mathrm mathsf "
    "mathtt mathcal mathbb mathfrak mathscr boldsymbol bm pmb mbox hbox operatorname ensuremath "
    "left right big Big large Large small displaystyle url href hat bar tilde vec overline "
    "underline widehat widetilde dot ddot acute grave check breve quad qquad".split()
)

_GLUE: Final = "$^_{}'’‘´`ʼ"  # noqa: RUF001 - every apostrophe there is
_KEEP: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_ASCII: Final = {
    code: (
        None
        if (letter := chr(code).lower()) in _GLUE
        else letter
        if letter in _KEEP
        else " and "
        if letter == "&"
        else " "
    )
    for code in range(128)
}
_LETTERS: Final = {
    **{ord(letter): None for letter in _GLUE},
    **{0x3B1 + place: name for place, name in enumerate(_GREEK)},
    **{ord(letter): latin for letter, latin in _CYRILLIC_LOOKALIKES.items()},
    **{ord(letter): latin for letter, latin in zip("øłđðħıŧ", "olddhit", strict=True)},
    **dict(zip(map(ord, "æœþ"), ("ae", "oe", "th"), strict=True)),
    ord("&"): " and ",
    ord("∞"): " infty ",
    ord("_"): None,
}
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)\s?|\\([^A-Za-z])")
_ACCENT: Final = re.compile(r"\\(?:['`^\"~=.]\s*|[uvHtcdbkr](?:\s+|(?=\{)))\{?\\?([A-Za-z])\}?")
_NO_WORD: Final = re.compile(r"[\W_]+")
_CJK: Final = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_HEAD_END: Final = re.compile(r":(?!\w*\$)|\s[-–—]+\s|—")
_CITED: Final = re.compile(
    r"\(?\b\w{1,40}\s(?:(?:and|&)\s\w{1,40}|et\sal\.?),?\s?\(?(?:19|20)\d\d\)?[\s.]*$"
)
_STOPS: Final = re.compile(r"[.,;?!](?=\s)|[\"“”()\[\]]|\.$")
_OPENING: Final = re.compile(
    r"\s*(?:something\s+like|(?:i\s*['’]?\s*a?m\s+)?(?:looking|searching)\s+for"
    r"|what(?:\s+is|\s+was|['’]?s)(?=.*\bpapers?\W*$))\s+",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\(([A-Za-z]{2,8})\)")
_WORD: Final = re.compile(r"\w+")
_FEWEST_PIECES: Final = 3
_SHORTEST_PART: Final = 3
_MOST_PARTS: Final = 12
_ASKING: Final = frozenset(
    "anyone everyone somebody read seen know knows paper papers called titled named find show "
    "link article arxiv".split()
)
_CHAT_BEFORE: Final = _ASKING | frozenset(
    "the that this original has have did on about me to".split()
)
_CHAT_AFTER: Final = frozenset("paper papers arxiv pdf article preprint abstract link".split())


def fold(text: str) -> str:
    """Fold a title or a query, by the rules above. A blank text folds to an empty one."""
    return " ".join(fold_words(text))


def fold_words(text: str) -> tuple[str, ...]:
    """Fold a text into its words."""
    text = text[:MAX_LENGTH]
    if "\\" in text:
        text = _COMMAND.sub(_spell_command, _ACCENT.sub(r"\1", text))
    folded = text.translate(_ASCII) if text.isascii() else _fold_unicode(text)[:MAX_LENGTH]
    words = tuple(folded.split())
    return words[:MAX_WORDS] or ((symbols,) if (symbols := _symbols(text)) else ())


def head_end(title: str) -> int:
    """Return where a title's name ends, the part before a colon or dash; 0 where it has none.

    ``QLoRA: Efficient Finetuning of Quantized LLMs`` is known as its head, ``QLoRA``.
    """
    if ":" not in title and "- " not in title and "– " not in title and "—" not in title:
        return 0  # four times as fast, and most titles have none
    end = _HEAD_END.search(title, 1, HEAD_REACH)
    return end.start() if end is not None and title[end.end() :].strip() else 0


def without_chatter(text: str) -> str:
    """Fold a query without the words around a title: “anyone read … ?”, “the … paper”, “(X 2023)”.

    Little words go only together with one that asks: “on the …” may well begin a title. Where
    nothing but such words is there, they are the title.
    """
    words = fold(_without_initials(_CITED.sub("", _opened(text)))).split()
    first, last = _chatter(words)
    return " ".join(words[first:last]) or " ".join(words)


def as_written(text: str) -> str:
    """Return a query without the words around a title, in the letters in which it was written."""
    written = _opened(text).split()
    first, last = _chatter([fold(word) for word in written])
    return "".join(written[first:last] or written)


def _opened(text: str) -> str:
    """Leave out how a question begins: “something like …”, “what is the … paper”."""
    text = text[:MAX_LENGTH]
    opening = _OPENING.match(text)
    return text[opening.end() :] if opening else text


def _chatter(words: list[str]) -> tuple[int, int]:
    """Return where what is no chatter begins and ends."""
    first, last = 0, len(words)
    while first < last and words[last - 1] in _CHAT_AFTER:
        last -= 1
    while first < last and words[first] in _CHAT_BEFORE:
        first += 1
    if last == len(words) and _ASKING.isdisjoint(words[:first]):
        first = 0
    return first, last


def _without_initials(text: str) -> str:
    """Leave out the initials that a text gives for what stands before them: “… (PPO)”."""
    for match in _BRACKETED.finditer(text):
        name = match[1].casefold()
        words = _WORD.findall(text[: match.start()].casefold())[-len(name) :]
        if "".join(word[0] for word in words) == name:
            return text[: match.start()] + " " + text[match.end() :]
    return text


def parts(text: str) -> list[str]:
    """Fold what stands between the stops of a citation, where it has the length of a title."""
    pieces = _STOPS.split(text[:MAX_LENGTH])
    if len(pieces) < _FEWEST_PIECES:
        return []
    folded = [fold(piece) for piece in pieces]
    return [piece for piece in folded if piece.count(" ") + 1 >= _SHORTEST_PART][:_MOST_PARTS]


def _spell_command(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return " "
    if name in _STYLE_COMMANDS:
        return ""
    return _LETTER_COMMANDS.get(name, name if name.lower() in _GREEK else f" {name} ")


def _fold_unicode(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = unicodedata.normalize("NFC", text.casefold().translate(_LETTERS))
    return _CJK.sub(r" \1 ", _NO_WORD.sub(" ", text))


def _symbols(text: str) -> str:
    """Return the printable symbols alone, each kind of space, control and surrogate left out."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if unicodedata.category(letter)[0] in "PS"
    )
