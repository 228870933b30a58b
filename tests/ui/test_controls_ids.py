"""Controls: what their ids may hold, and that every id on a page has its action."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.query import parse, unparse
from bot.services.lookup import NoPaper
from bot.services.ports import Holdings
from bot.ui.controls import Choice, button, control_id, select
from bot.ui.handlers import HANDLERS
from bot.ui.i18n import words_in
from bot.ui.messages import Layout
from bot.ui.papers.library_view import library_page
from bot.ui.papers.lookup_cards import elsewhere_button, not_here_card
from bot.ui.papers.search_results import any_word, every_word
from bot.ui.people.help_pages import FIRST, help_page
from bot.ui.people.privacy_view import delete_question

WORDS = words_in("en")


def test_an_id_names_version_action_and_arguments() -> None:
    """As the design has it: `v1:save:8412`."""
    assert control_id("save", 8412) == "v1:save:8412"
    assert control_id("help") == "v1:help"


def test_an_id_over_discords_limit_is_never_sent() -> None:
    """A hundred characters are taken, one more is an error in the code."""
    assert len(control_id("x", "a" * 95)) <= 100
    with pytest.raises(ValueError, match="over 100 characters"):
        control_id("x", "a" * 96)


@given(st.text(max_size=300), st.text(max_size=300))
def test_labels_are_cut_to_discords_limits(label: str, detail: str) -> None:
    """A button's label is at most 80 characters, an option's texts at most 100."""
    made = button("save", 1, label=label).item
    assert len(made.label or "") <= 80
    menu = select("pick", placeholder=label, choices=[Choice(label, "1", detail)]).item
    (option,) = menu.options
    assert 1 <= len(option.label) <= 100
    assert len(option.description or "") <= 100


def test_every_control_of_a_page_has_its_action() -> None:
    """Nothing that can be pressed leads nowhere."""
    none_yet = Holdings(0, None, None)
    several = Layout()
    several.row(elsewhere_button(1, WORDS))
    pages = [
        help_page(FIRST, WORDS, manages=True),
        library_page([], WORDS, find="", draft_id=0, page=0),
        not_here_card(NoPaper("x", (), none_yet), WORDS, 1),
        several,
        delete_question({"user": {}, "library": [1]}, WORDS),
    ]
    named = {
        str(part["custom_id"]).split(":")[1]
        for page in pages
        for row in page.to_components()[0]["components"]
        for part in row.get("components", [])
    }
    assert named == {"help", "abstracts", "elsewhere", "privacy_delete", "privacy_keep"}
    assert named <= HANDLERS.keys()


@given(st.text(max_size=1_500))
def test_a_title_becomes_a_query_of_its_words(text: str) -> None:
    """Nothing in a title is read as the query language."""
    for query in (every_word(text), any_word(text)):
        if query is not None:
            assert set(unparse(parse(query))) <= set(query) | {'"'}


@pytest.mark.parametrize("text", ["", "  ", "!?", "—", "***", "__"])
def test_a_text_without_a_word_is_no_query(text: str) -> None:
    """There is nothing to search abstracts for."""
    assert every_word(text) is None
    assert any_word(text) is None


def test_operators_in_a_title_are_words() -> None:
    """A title may hold NOT, OR, minus signs, fields and quotes."""
    assert every_word('Why NOT "author:x" OR -y | z*') == "why not author x or y z"
    assert any_word("On the use of tea") == "on | the | use | of | tea"
    assert any_word("On the making of tea") == "making"
