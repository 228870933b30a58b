"""Text is cleaned once, at the door: LaTeX, entities and controls become plain Unicode."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
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

TITLES = Path(__file__).parents[2] / ".." / "shared" / "data" / "titles.tsv.zst"
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

FORMULAS = [
    ("of order $ P$ and $ \\beta $-mixing", "of order P and β-mixing"),
    ("PSR J1622$-$4950 and 1E 1547.0$-$5408", "PSR J1622-4950 and 1E 1547.0-5408"),
    (r"AdS$_3\times $S$^3$", "AdS₃×S³"),
    ("Sm$ _{2} $NiMnO$ _{6} $", "Sm₂NiMnO₆"),
    ("in $ O(n) $ time", "in O(n) time"),
    ("decays $ b →s γ$ seen", "decays b →s γ seen"),
    (r"$Λ\barΛ$ and $D^+\toπ^-$", "Λ̅Λ and D⁺→π⁻"),
    (r"${\cal N}=4$ and $\left( n\right) $", "N=4 and ( n)"),
    ("LiGaO$_2$ and NaGaO$_2 too", "LiGaO₂ and NaGaO_2 too"),
    (r"costs \$5, then $x^2$", "costs $5, then x²"),
]

LETTERS = [
    ("M\u0430chine \u0391ttention", "Machine Attention"),
    ("\u041f\u0430\u0440\u0430 and \u039bCDM", "\u041f\u0430\u0440\u0430 and \u039bCDM"),
    ("b\u0431trees", "b\u0431trees"),
    ("e\ufb03cient \ufb01ne", "efficient fine"),
    ("\uff27\uff30\uff34\uff14", "GPT4"),
    ("\U0001d406\U0001d40f\U0001d413-4, \U0001d4aa(n)", "GPT-4, \U0001d4aa(n)"),
]

PARTED = [
    ("a trans-\nformer", "a transformer"),
    ("a trans- \r\n  former", "a transformer"),
    ("pre-\ntrained models", "pre-trained models"),
    ("low-\nand high-level", "low- and high-level"),
    ("decision-\nmaking", "decision-making"),
    ("a re-\nsult, this result", "a result, this result"),
    ("an auto-\nencoder, the auto-encoder", "an auto-encoder, the auto-encoder"),
    ("a Frank-\nWolfe step of GPT-\n4", "a Frank-Wolfe step of GPT-4"),
    ("MLP-\nmixer", "MLP-mixer"),
    ("the range 3-\n4 - \n and so on", "the range 3- 4 - and so on"),
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
    "costs $5-$10 a day",
    "spend <$10 and <$20",
    "US$ and $10 or $5",
    "majority and $-games",
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


@pytest.mark.parametrize(("raw", "shown"), FORMULAS)
def test_formulas_are_told_from_money(raw: str, shown: str) -> None:
    """Dollars in pairs enclose formulas where each pair looks like one."""
    assert clean_title(raw) == shown


@pytest.mark.parametrize(("raw", "shown"), LETTERS)
def test_letters_are_those_that_were_meant(raw: str, shown: str) -> None:
    """Look-alikes, ligatures and typesetters' alphabets; other alphabets' words stay."""
    assert clean_title(raw) == unicodedata.normalize("NFC", shown)


@pytest.mark.parametrize(("raw", "shown"), PARTED)
def test_words_that_a_line_parted_are_whole(raw: str, shown: str) -> None:
    """With the hyphen where it is the word's own."""
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


@pytest.mark.skipif(
    not TITLES.is_file() or shutil.which("zstd") is None, reason="the titles are not here"
)
def test_real_titles_are_cleaned_and_stay_clean() -> None:
    """2,000 of 1.4 million: each one visible line, and cleaning what is clean changes no letter."""
    with subprocess.Popen(["zstd", "-dc", str(TITLES)], stdout=subprocess.PIPE) as unpacked:  # noqa: S607 - zstd, wherever it is
        assert unpacked.stdout is not None
        lines = itertools.islice(unpacked.stdout, 0, 2_000 * 40, 40)
        titles = [line.decode().split("\t")[1] for line in lines]
        unpacked.kill()
    cleaned = [clean_title(raw) for raw in titles]
    assert len(cleaned) == 2_000
    assert all(title and title == " ".join(title.split()) for title in cleaned)
    again = [clean_title(title) for title in cleaned]
    assert sum(one != other for one, other in zip(cleaned, again, strict=True)) <= 20
    assert sum("\\" in title or "$" in title for title in cleaned) <= 10


@pytest.mark.parametrize("marks", ["\u0316\u0301", "\u0591\u05b0", "\u0f71\u0f72"])
def test_marks_that_pile_up_by_the_thousand_are_few_afterwards(marks: str) -> None:
    """Whatever their script; to sort them all would take minutes."""
    assert len(clean_abstract("a" + marks * 40_000 + "b")) <= 10
