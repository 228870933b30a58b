"""Messages: what Discord would refuse is not put in."""

from __future__ import annotations

from bot.ui.controls import button
from bot.ui.messages import Layout, Notice, link_button


def kinds(message: Layout) -> list[int]:
    """The kinds of the components in the message's box."""
    (box,) = message.to_components()
    return [component["type"] for component in box["components"]]


def test_blank_text_is_left_out() -> None:
    """Discord refuses an empty text."""
    message = Layout()
    message.text("  \n ")
    message.text("words")
    assert kinds(message) == [10]


def test_a_picture_that_discord_would_not_take_is_left_out() -> None:
    """Its text stays."""
    message = Layout()
    message.pictured("one", None, "x")
    message.pictured("two", "javascript:alert(1)", "x")
    message.pictured("three", "https://example.org/p.png", "d" * 999)
    message.pictured("four", "https://example.org/p.png", "")
    assert kinds(message) == [10, 10, 9, 9]
    assert len(message.to_components()[0]["components"][2]["accessory"]["description"]) == 256


def test_buttons_come_five_a_row() -> None:
    """And no row is empty."""
    message = Layout()
    message.rows([button("paper", n, label=str(n)) for n in range(7)])
    message.row()
    message.rows([])
    rows = message.to_components()[0]["components"]
    assert [len(row["components"]) for row in rows] == [5, 2]


def test_a_message_is_weighed_as_discord_weighs_it() -> None:
    """Nested components count, and so do all characters of text."""
    notice = Notice("12345", [button("a", label="x"), link_button("b", "https://example.org")])
    assert notice.weight() == (1 + 1 + 1 + 2, 5)
    assert kinds(notice) == [10, 1]


def test_a_message_lasts() -> None:
    """Its controls work for ever, also after a restart."""
    assert Layout().timeout is None
