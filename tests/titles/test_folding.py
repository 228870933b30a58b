"""Folding: two ways of writing one title fold to one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.titles.folding import MAX_LENGTH, fold, without_chatter
from bot.titles.records import record


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Align$^2$LLaVA", "align2llava"),
        ("Align²LLaVA", "ALIGN2LLAVA"),
        (r"$\beta$-VAE", "Beta VAE"),
        ("β-VAE", "beta-vae"),
        (r"TNF$\alpha$ and $\varepsilon$", "TNFα and epsilon"),
        (r"K\"{a}hler Manifolds", "Kähler manifolds"),
        (r"Erd\H{o}s--R\'enyi", "Erdős–Rényi"),
        (r"\textbf{Deep} \emph{Learning}", "deep learning"),
        ("H$_2$O", "H2O"),
        ("Don’t Retrieve", "Don't retrieve"),
        ("Ｆｕｌｌｗｉｄｔｈ", "fullwidth"),
        ("Аttеntiоn", "attention"),
        ("Straße", "STRASSE"),
        ("Search & Rescue", "search and rescue"),
        ("a\x00b\u200b c", "a b c"),
        ("生成对抗网络", "生 成 对 抗 网 络"),
    ],
)
def test_ways_of_writing_a_title_fold_alike(one: str, other: str) -> None:
    """Case, accents, LaTeX, Greek, look-alikes and punctuation make no difference."""
    assert fold(one) == fold(other)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_folding_is_total_and_idempotent(text: str) -> None:
    """Every text folds, lone surrogates included, and a folded text is its own folding."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())
    folded.encode()


def test_a_long_text_is_cut() -> None:
    """No more than the first thousand characters count."""
    assert len(fold("a" * 10_000)) == MAX_LENGTH


def test_a_title_of_symbols_keeps_them() -> None:
    """What has no letter is known by its symbols; nothing visible is nothing."""
    assert fold("???") == "???"
    assert fold(" \x07\ud800 ") == ""


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("QLoRA: Efficient Finetuning of Quantized LLMs", 1),
        ("RT-H: Action Hierarchies using Language", 2),
        ("Sangam - A Solution to Support Multiple Data Models", 1),
        ("Attention Is All You Need", 0),
        ("Trailing colon:", 0),
        (": leading colon", 0),
    ],
)
def test_a_titles_name_is_what_stands_before_the_colon(title: str, words: int) -> None:
    """The head counts the folded words before a colon or a dash that stands alone."""
    assert record("1", title, 0.0, 1).head == words


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("the QLoRA paper", "qlora"),
        ("anyone read Segment Anything?", "segment anything"),
        ("graph attention networks arxiv", "graph attention networks"),
        ("graph attention networks (Velickovic et al. 2018)", "graph attention networks"),
        ("the paper", "the paper"),
        ("something like attention is all you ned", "attention is all you ned"),
        ("I'm looking for the qlora paper", "qlora"),
        ("what's that LoRA paper?", "lora"),
        ("what is a knot", "what is a knot"),
        ("the i-ted paper", "i ted"),
        ("proximal policy optimization (PPO)", "proximal policy optimization"),
        ("random forests (see below)", "random forests see below"),
    ],
)
def test_chatter_around_a_title_is_left_out(asked: str, meant: str) -> None:
    """Words of asking are no words of the title, unless nothing else is there."""
    assert without_chatter(asked) == meant
