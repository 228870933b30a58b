"""What is shown of a paper, and whose text it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.core.editions import Chosen, Edition, EmptyCause, EmptyEdition
from bot.core.excerpts import cut, first_sentences
from bot.core.papers import MachineSummary, Paper
from bot.core.passages import (
    IN_FULL,
    RETOLD,
    Passage,
    TextKind,
    brief,
    headline,
    on_card,
    texts_in_edition,
    texts_on_card,
    titles,
)

NOW = datetime(2026, 8, 21, tzinfo=UTC)
PAPER = Paper(
    1,
    ("arxiv:2608.00001",),
    "A Title\nof Two Lines",
    "huggingface",
    date(2026, 8, 21),
    abstract="What the authors say. " * 40,
    summary=MachineSummary("What a model says.", "a-model"),
)


def test_an_edition_has_a_model_s_summary_where_it_may_and_else_the_authors_words() -> None:
    """Whose it is, is known; a long abstract is told by its first sentences."""
    assert brief(PAPER, machine_text=True) == Passage(
        TextKind.MACHINE, "What a model says.", "a-model"
    )
    told = brief(PAPER, machine_text=False)
    assert told is not None
    assert told.kind is TextKind.OPENING
    assert told.text.endswith("say.")
    assert len(told.text) <= 220
    short = replace(PAPER, abstract="All of it.", summary=None)
    assert brief(short, machine_text=True) == Passage(TextKind.ABSTRACT, "All of it.")


def test_a_card_has_both_and_hides_the_model_s() -> None:
    """In the order of reading."""
    assert [one.kind for one in on_card(PAPER, machine_text=True)] == ["machine", "abstract"]
    assert [one.kind for one in on_card(PAPER, machine_text=False)] == ["abstract"]
    long = replace(PAPER, abstract="Word. " * 1_000)
    assert [one.kind for one in on_card(long, machine_text=False)] == ["opening"]


def test_what_is_retold_is_nobodys_abstract_and_no_machines_text() -> None:
    """However much of it is shown; a model's summary stands beside it, and an abstract that
    another source told is one.
    """
    retold = replace(PAPER, source=RETOLD)
    assert [one.kind for one in on_card(retold, machine_text=False)] == ["retold"]
    told = brief(replace(retold, summary=None), machine_text=True)
    assert told is not None
    assert told.kind is TextKind.RETOLD
    assert not told.kind.by_machine
    assert len(told.text) <= 220
    assert [one.kind for one in on_card(retold, machine_text=True)] == ["machine", "retold"]
    really = replace(retold, origins=(("abstract", "arxiv"),))
    assert [one.kind for one in on_card(really, machine_text=False)] == ["abstract"]


def test_texts_without_letters_are_none() -> None:
    """What is invisible is not shown and not translated."""
    empty = replace(PAPER, abstract="\u200b \n", summary=MachineSummary("\u202e"), title="\u200b")
    assert brief(empty, machine_text=True) is None
    assert on_card(empty, machine_text=True) == ()
    assert texts_on_card(empty) == titles([empty]) == []


def test_an_edition_s_texts_are_all_titles_and_the_first_passages() -> None:
    """Of papers that are there; of an empty edition none."""
    papers = {key: replace(PAPER, key=key, title=f"Title {key}") for key in range(2, 8)}
    chosen = tuple(Chosen(key, ()) for key in range(1, 8))
    texts = texts_in_edition(Edition(NOW, chosen), papers)
    assert [text for _, text in texts[:6]] == [f"Title {key}" for key in range(2, 8)]
    assert texts[6:] == [(key, "What a model says.") for key in range(2, 2 + IN_FULL)]
    bare = {2: replace(papers[2], abstract="", summary=None)}
    assert texts_in_edition(Edition(NOW, chosen), bare) == [(2, "Title 2")]
    assert texts_in_edition(EmptyEdition(NOW, EmptyCause.WEEKEND), papers) == []


def test_a_card_s_texts_are_its_title_and_passages() -> None:
    """Exactly as they are shown."""
    assert texts_on_card(PAPER) == [
        (1, "A Title of Two Lines"),
        (1, "What a model says."),
        (1, on_card(PAPER, machine_text=True)[1].text),
    ]
    assert len(headline(replace(PAPER, title="x" * 10_000))) == 250


@given(st.text(max_size=400), st.integers(2, 300))
def test_what_is_cut_fits(text: str, most: int) -> None:
    """On one line, whatever it is."""
    assert len(cut(text, most)) <= most
    sentences = first_sentences(text, most)
    assert len(sentences) <= most
    assert len(sentences.splitlines()) <= 1
    assert first_sentences("One. Two is longer.", 8) == "One."
    assert first_sentences("Endless words without an end", 10) == "Endless…"
