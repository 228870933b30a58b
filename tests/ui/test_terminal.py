"""A message in the terminal: what was sent, readable."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from bot.ui.controls import Choice, button, select
from bot.ui.messages import Layout, link_button
from bot.ui.terminal import draw


def drawn(components: list[dict[str, Any]]) -> str:
    """Draw a message without colours."""
    text = io.StringIO()
    Console(file=text, width=80, color_system=None).print(draw(components, "a message"))
    return text.getvalue()


def test_everything_that_a_message_has_is_drawn() -> None:
    """Text, sections, lines, buttons, selects; links by their text, marks by their look."""
    message = Layout()
    message.text("## Title\n### Smaller\n-# small print\n> said\n**bold** and plain")
    message.pictured("[Attention](https://example.org/a) here", "https://example.org/p.png", "x")
    message.line()
    message.row(
        button("save", 1, label="Save", emoji="🔖"),
        button("none", 2, label="Off", disabled=True),
        link_button("PDF", "https://example.org/a.pdf"),
    )
    message.row(select("pick", 1, placeholder="Choose one", choices=[Choice("A", "a")]))
    text = drawn(message.to_components())
    for piece in (
        "a message",
        "Title",
        "Smaller",
        "small print",
        "said",
        "bold and plain",
        "Attention here",
        "[🔖 Save]",
        "[Off]",
        "[PDF]",
        "[ Choose one ▾ ]",
        "───",
    ):
        assert piece in text
    assert "example.org/a)" not in text
    assert "**" not in text
    assert "#" not in text


def test_escaped_text_is_drawn_as_it_was_meant() -> None:
    """Backslashes are Discord's business; what they protect is text, never rich's markup."""
    text = drawn([{"type": 10, "content": r"a\*b\_c [red]not red[/red] **\[x\]** tail \* "}])
    assert "a*b_c [red]not red[/red] [x] tail *" in text


def test_files_and_unknown_components_do_no_harm() -> None:
    """A file is named; what is not known is drawn by what is in it."""
    text = drawn(
        [
            {"type": 13, "name": "library.bib"},
            {"type": 13},
            {"type": 99, "components": [{"type": 10, "content": "inside"}]},
            {"type": 98},
            {"type": 1, "components": [{"type": 2}]},
        ]
    )
    assert "📎 library.bib" in text
    assert "📎 file" in text
    assert "inside" in text


def test_a_gap_is_no_line() -> None:
    """Room between two texts is room here, too."""
    message = Layout()
    message.text("above")
    message.gap()
    message.text("below")
    assert drawn(message.to_components()).count("──") == drawn([]).count("──")
