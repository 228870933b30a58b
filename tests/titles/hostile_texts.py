"""Hostile texts: what somebody may ask for, or call a paper, at the worst. A seed makes them again.

Rules: first come the extremes, each once; then every kind in turn, with lengths evenly spread over
the orders of magnitude up to 10,000 characters. The kinds that need real titles take them from
those given. What is said of a text here is only its kind: what to answer is not known, but that
it is answered, soon and without an error, is.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Final

LONGEST: Final = 10_000
WORD: Final = 1_000  # letters of the longest run-together word
COMMON: Final = 200  # of the commonest words
COUNTED: Final = 20_000  # titles, to know the commonest words
STOP_WORDS: Final = "the a an of and or in on at to for from with by via is are we how what".split()
CONTROLS: Final = [
    *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)),
    "\x1b[31m", "\x1b]0;", "\r\n", "\u2028", "\u200b", "\u200d", "\ufeff", "\ufffe", "\U000e0041",
]  # fmt: skip
EMOJI: Final = "🤗 👩‍🔬 👨‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 1️⃣ 👍🏽 ❤️ 🧑‍🚀 ☕ 🤖 📄".split()
RIGHT_TO_LEFT: Final = (
    "שלום למידה עמוקה مرحبا تعلم عميق شبكة \u202eaa\u202c \u2067x\u2069 \u200f \u061c ﷺ".split()
)
PUNCTUATION: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~…–—‘’“”«»·•§¿¡、。「」（）"
LATEX: Final = [
    "$", "$$", "{", "}", "{\\", "\\", "\\\\", "^", "_", "^{", "_{", "&", "~", "%", "\\(", "\\]",
    "\\alpha", "\\frac{", "\\sqrt[", "\\mathbb{R}", "\\textbf{", "\\emph", "\\'", '\\"{o', "\\c{c",
    "\\begin{array}", "\\end{", "\\left(", "\\url{http://", "\\verb|", "\\ensuremath{", "x^2$",
]  # fmt: skip
MARKS: Final = [*map(chr, range(0x300, 0x370)), "\u20dd", "\ufe0f", "\u0e31", "\u0e49", "\u064b"]
DIGITS: Final = [
    *"0123456789",
    "٣",
    "४",
    "５",
    "²",
    "₉",
    "½",
    "Ⅻ",
    "⑩",
    "一",
    ".",
    ",",
    "-",
    "e",
    "/",
]
SPACES: Final = [" ", "\t", "\n", "\u00a0", "\u2003", "\u202f", "\u3000", "\u200b", "\u1680"]
UNFOLDED: Final = [*"ßİıſΣςﬁﬃǅŒæøłđÅΩµ𝔘𝒜ℌ①Ⓐ㎏㍿ｆ", "K", "ΐ", "ŉ", "ǰ", "각", "a", "а", "é"]
IDEOGRAPHS: Final = [(0x4E00, 0x9FFF), (0x3040, 0x30FF), (0xAC00, 0xD7A3), (0x20000, 0x2A6DF)]
EXTREMES: Final = (
    "", " ", "\x00", "\ud800", "a", "a" * LONGEST, "ab " * 5_000, " " * LONGEST, "((((" * 2_500,
    "the", "the of and a in", "?" * LONGEST, "\\" * LONGEST, "{" * LONGEST, "$" * LONGEST,
    "深" * LONGEST, "🤗" * LONGEST, "et al 2023 " * 1_000, "\u202eaa", ":" * LONGEST, "- " * 5_000,
    "e\u0301" * 5_000, "\u0301" * LONGEST, "1" * LONGEST, "1 " * 5_000, "ﷺ" * LONGEST,
    "a:" * 5_000, "\\frac{" * 1_500, "\U0010ffff" * LONGEST, "a b c d e f g h i j " * 500,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chance:
    """What a kind of text is made from."""

    random: random.Random
    titles: Sequence[str]
    words: Sequence[str]
    common: Sequence[str]

    def length(self, most: int = LONGEST) -> int:
        """Return a length from 1 to `most`, every order of magnitude as likely."""
        return int(most ** self.random.random())

    def of(self, pieces: Sequence[str], between: str = "", most: int = LONGEST) -> str:
        """Return chosen pieces in a row, at most so many characters."""
        length = self.length(most)
        count = max(1, length * len(pieces) // sum(len(piece) + len(between) for piece in pieces))
        return between.join(self.random.choices(pieces, k=count))[:most]

    def title(self) -> str:
        """Return a real title."""
        return self.random.choice(self.titles)

    def mixed(self, pieces: Sequence[str], share: float) -> str:
        """Return a real title with such a share of its characters replaced by pieces."""
        return "".join(
            self.random.choice(pieces) if self.random.random() < share else letter
            for letter in self.title()
        )


def run_together(chance: Chance) -> str:
    """Words without a space between them, up to 1,000 letters, some several times."""
    most = chance.length(WORD)
    return " ".join(
        "".join(chance.random.choices(chance.words, k=1 + most // 8))[:most]
        for _ in range(chance.random.choice([1, 1, 1, 2, 10]))
    )


def ideographs(chance: Chance) -> str:
    """Chinese, Japanese and Korean letters, with and without words in Latin ones."""
    letters = [chr(chance.random.randint(*chance.random.choice(IDEOGRAPHS))) for _ in range(40)]
    return chance.of([*letters, "深度学习", "ガン", " ", chance.random.choice(chance.words)])


def marked(chance: Chance) -> str:
    """Few letters under masses of combining marks, or one such letter in a real title."""
    masses = "".join(chance.random.choices(MARKS, k=chance.length(3_000)))
    return chance.random.choice([f"a{masses}", f"{chance.title()}{masses}", masses * 3])


def glued(chance: Chance) -> str:
    """Real titles, two to forty, with and without something between them."""
    between = chance.random.choice(["", " ", ": ", "; ", "\n", " - ", "$"])
    return between.join(chance.title() for _ in range(1 + chance.length(40)))


def any_points(chance: Chance) -> str:
    """Any code points at all, surrogates and unassigned ones too."""
    return "".join(chr(chance.random.randrange(0x110000)) for _ in range(chance.length(2_000)))


def surrogates(chance: Chance) -> str:
    """Halves of characters, alone, in pairs the wrong way round, and within a title."""
    halves = ["\ud800", "\udfff", "\udbff\udc00", "\udc00\ud800", "\udead"]
    return chance.random.choice([chance.of([*halves, "a"]), chance.mixed(halves, 0.1)])


def repeated(chance: Chance) -> str:
    """One letter, or one word, again and again."""
    piece = chance.random.choice([chance.random.choice("aeioxz0Ω深é"), chance.of(chance.words)])
    return (piece * LONGEST)[: chance.length()]


def shuffled(chance: Chance) -> str:
    """A title's words in another order, each of them mistyped."""
    words = chance.title().split()
    chance.random.shuffle(words)
    return " ".join(
        word[: (cut := chance.random.randrange(len(word)))] + word[cut + 1 :] for word in words
    )


KINDS: Final[dict[str, Callable[[Chance], str]]] = {
    "spaces": lambda chance: chance.of(SPACES),
    "a title among spaces": lambda chance: chance.of(SPACES, "", 2_000).join(
        chance.title().split()[:5]
    ),
    "control characters": lambda chance: chance.of([*CONTROLS, "a"]),
    "a title with control characters": lambda chance: chance.mixed(CONTROLS, 0.2),
    "emoji": lambda chance: chance.of([*EMOJI, " "]),
    "right to left": lambda chance: chance.of(RIGHT_TO_LEFT, " "),
    "a title with right to left": lambda chance: chance.mixed(RIGHT_TO_LEFT, 0.1),
    "lone surrogates": surrogates,
    "one thing repeated": repeated,
    "only stop words": lambda chance: chance.of(STOP_WORDS, " "),
    "only punctuation": lambda chance: chance.of(PUNCTUATION),
    "a title with punctuation": lambda chance: chance.mixed(PUNCTUATION, 0.3),
    "torn LaTeX": lambda chance: chance.of(LATEX),
    "a title with torn LaTeX": lambda chance: chance.mixed(LATEX, 0.1),
    "combining marks": marked,
    "ideographs": ideographs,
    "digits": lambda chance: chance.of(DIGITS),
    "numbers": lambda chance: chance.of(list(map(str, range(0, 3000, 7))), " "),
    "run-together words": run_together,
    "the commonest words": lambda chance: chance.of(chance.common, " "),
    "the commonest words, run together": lambda chance: chance.of(chance.common, "", WORD),
    "single letters": lambda chance: chance.of([*"abcdefghijklmnopqrstuvwxyz"], " "),
    "words of titles": lambda chance: chance.of(chance.words, " "),
    "titles glued together": glued,
    "a title with its words shuffled and mistyped": shuffled,
    "letters that fold to others": lambda chance: chance.of([*UNFOLDED, " "]),
    "any code points": any_points,
    "everything": lambda chance: chance.of(
        [*CONTROLS, *EMOJI, *RIGHT_TO_LEFT, *LATEX, *MARKS, *UNFOLDED, *chance.common, "\ud800"]
    ),
}


def hostile_texts(count: int, seed: int, titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (kind, text), `count` of them; the same for the same seed and titles."""
    counts = Counter(word for title in titles[:COUNTED] for word in title.lower().split())
    chance = Chance(
        random.Random(seed),
        titles,
        list(counts),
        [word for word, _ in counts.most_common(COMMON)],
    )
    yield from islice((("an extreme", text) for text in EXTREMES), count)
    for kind in islice(cycle(KINDS), max(0, count - len(EXTREMES))):
        yield kind, KINDS[kind](chance)
