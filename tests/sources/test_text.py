"""Text is cleaned once, at the door: LaTeX, entities and controls become plain Unicode."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.sources.text import (
    LONGEST_ABSTRACT,
    LONGEST_TITLE,
    clean_abstract,
    clean_name,
    clean_title,
)

RECORDED = Path(__file__).parents[2] / ".." / "shared" / "data" / "hf_daily"

LATEX = [
    ("Align$^2$LLaVA", "Align²LLaVA"),
    ("Low-Rank Adaptation~(LoRA)", "Low-Rank Adaptation (LoRA)"),
    ("GLM~5.1 on AIME~2024, about ~12K steps", "GLM 5.1 on AIME 2024, about ~12K steps"),
    (r"\textbf{Bold} and \emph{slanted \textsc{small}}", "Bold and slanted small"),
    ("texttt{D}ual-texttt{H}ead", "Dual-Head"),
    (r"\method is \ours{} and \name\ too", "method is ours and name too"),
    (r"(\eg, this), \ie that", "(e.g., this), i.e. that"),
    (r"46\% of \$0.34 \& C\# in a\_b \{x\}", "46% of $0.34 & C# in a_b {x}"),
    (r"G\"odel, Erd\H{o}s, Ko\v{c}i\'c and GPT\'s", "Gödel, Erdős, Kočić and GPT's"),
    (r"called \"a thing\" here", 'called "a thing" here'),
    (r"$\mathcal{O}(n \log n)$ in $\mathbb{R}^{10}$", "𝒪(n log n) in ℝ¹⁰"),
    (r"$\alpha_t$, $x_{max}$, $L_2$, $\epsilon$-greedy, $k$NN", "αₜ, xₘₐₓ, L₂, ϵ-greedy, kNN"),
    (r"$\sim$3$\times$ at 90$^\circ$ and $10^{-3}$", "∼3× at 90° and 10⁻³"),
    (r"\(TPP\) and \[y^2\]", "TPP and y²"),
    ("6{,}690 at R^2{=}0.86, M^{6}Doc, π_{0.5}", "6,690 at R^2=0.86, M⁶Doc, π_0.5"),
    ("{Quantile Advantage} is {two-sided}", "Quantile Advantage is two-sided"),
    ("``think'' -- 86--94%---so", "“think” – 86–94%—so"),
    (r"see \url{https://a.org/b_c~d--e}.", "see https://a.org/b_c~d--e."),
    (r"\href{https://a.org}{our page}", "our page (https://a.org)"),
    ("at~https://a.org/MIGU{this https URL}.", "at https://a.org/MIGU."),
    (r"https://a.org/SDXL\_NCP\_v0.1", "https://a.org/SDXL_NCP_v0.1"),
    (r"two tasks\footnote{Code soon}", "two tasks (Code soon)"),
    ("A &amp; B &lt;i&gt; &#945;&#x3b2;", "A & B <i> αβ"),
    ("two\n  lines\tand\u00a0more", "two lines and more"),
    (r"one\\two", "one two"),
    ("{" * 60 + "deep" + "}" * 60, "deep"),
    (r"\emph{" * 60 + "deeper" + "}" * 60, "deeper"),
    ("e\u0301", "\u00e9"),
    ("a\u200bb\u202ec\u2066d\ufeffe\u00adf\x00g\ud800h\ue000i\u3164j", "abcdefghij"),
    ("&#x202e;evil&#8203;", "evil"),
    ("z" + "\u0335" * 60, "z" + "\u0335" * 3),
]

PLAIN = [
    "100% accuracy",
    "$5 and $10",
    "from $5 to $10, not US$5/US$6",
    "A & B, AT&T; R&D",
    "C# and #1, snake_case and 2^10",
    "~100x faster, 10~20",
    "c in {True, False} or {0,1}",
    'an object {"a": 1}',
    "run --verbose",
    "https://a.org/~me/x_y--z?a=1&b=%20#top",
    "a < b > c * d _e_ `f`",
    "论文 título Überschrift",
    "World Modeling$ (WM)",
    "first $5M in all or 7M US$.",
    "https://a.io/ " * 1_100 + "the end",
]

MALFORMED = [
    "\\",
    "{",
    r"\begin{",
    r"$\frac$",
    r"\frac",
    r"\textbf",
    r"\href{x",
    r"$\left($",
    r"\verb|",
    r"\sqrt[",
    "$$",
]


@pytest.mark.parametrize(("raw", "shown"), LATEX)
def test_markup_becomes_unicode(raw: str, shown: str) -> None:
    """LaTeX, entities and invisible characters become what a reader would see."""
    assert clean_abstract(raw) == shown


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_survives(text: str) -> None:
    """What only contains LaTeX's special characters is not LaTeX."""
    assert clean_abstract(text) == text


@pytest.mark.parametrize("raw", MALFORMED)
def test_malformed_markup_never_raises(raw: str) -> None:
    """Commands without arguments and open braces cost at most themselves."""
    cleaned = clean_abstract(f"before {raw} after")
    assert cleaned.startswith("before")
    assert "\\" not in cleaned


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    """600 characters stay whole; one more costs the last for “…”."""
    assert clean_title("x" * LONGEST_TITLE) == "x" * LONGEST_TITLE
    cut = clean_title("x" * 10_000)
    assert len(cut) == LONGEST_TITLE
    assert cut.endswith("x…")
    assert len(clean_abstract("word " * 100_000)) <= LONGEST_ABSTRACT
    assert clean_name("a" * 500).endswith("…")


@pytest.mark.parametrize(
    "unit",
    ["\\a", "\\frac", "\\textbf{", "$", "{", "{a,", "\\(", "``", "$\\x^", '\\"a', "&amp;", "^{"],
)
def test_hostile_markup_is_bounded(unit: str) -> None:
    """A megabyte of nested or open markup is answered, cut to a title's length."""
    assert len(clean_title(unit * 500_000)) <= LONGEST_TITLE


@given(
    st.text(
        st.one_of(st.sampled_from("\\${}^_~&%#-`'\"(),[]1ab \n"), st.characters()), max_size=200
    )
)
@example("\\verb|")
@example("\\begin{itemize}\\item")
@example("\\sqrt[")
@example("$$$$")
@example("\\u{1}\\d\\.")
def test_whatever_comes_in_one_clean_line_goes_out(raw: str) -> None:
    """The promise of the module holds for every text."""
    cleaned = clean_title(raw)
    assert cleaned == " ".join(cleaned.split())
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {unicodedata.category(letter) for letter in cleaned} & {"Cc", "Cf", "Cs", "Co"}
    assert len(cleaned) <= LONGEST_TITLE


@given(st.text("abcdefg ABC.,:;!?()0123456789%#&_", max_size=200))
def test_plain_sentences_are_only_tidied(raw: str) -> None:
    """Text without a command, a group or a dollar changes in its spaces alone."""
    assert clean_abstract(raw) == " ".join(raw.split())


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded days are not here")
def test_every_recorded_title_and_abstract_is_cleaned() -> None:
    """Of 8,471 real titles and abstracts, at most 0.5 % keep a backslash or a dollar."""
    texts = [
        cleaner(item["paper"][field])
        for path in sorted(RECORDED.glob("*.json"))
        for item in json.loads(path.read_bytes())
        for field, cleaner in (("title", clean_title), ("summary", clean_abstract))
    ]
    left = sum("\\" in text or "$" in text for text in texts)
    print(f"{left} of {len(texts)} texts keep a backslash or a dollar: {left / len(texts):.2%}")  # noqa: T201 -- the figure is shown with -s
    assert texts
    assert all(texts)
    assert left / len(texts) <= 0.005
