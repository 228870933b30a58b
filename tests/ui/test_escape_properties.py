"""Text from outside stays text, whatever it is: read back by a reader of Discord's markdown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.excerpts import cut, first_sentences, one_line
from bot.ui.escape import is_web, link, plain

HOSTILE = [
    "@everyone",
    "@here read this",
    "<@123456789012345678>",
    "<@&1>",
    "<#1>",
    "</digest setup:1>",
    "<t:0>",
    "<:wave:123>",
    "<a:wave:123>",
    ":smile:",
    "[Free papers](https://evil.example)",
    "x](https://evil.example) [y",
    "[[a] b](https://evil.example)",
    "https://evil.example/a",
    "HTTPS://EVIL.EXAMPLE",
    "steam://run/1",
    "<https://evil.example>",
    "```py\nprint()\n```",
    "`code`",
    "# heading",
    "-# small",
    "> quote",
    ">>> all of it",
    "- list",
    "* list",
    "+ list",
    "12. list",
    "**bold** __under__ ~~gone~~ ||hidden||",
    "a\\",
    "\\*",
    "line\nbreak\r\nand\u2028more\u0085still",
    "\u202egnp.exe",
    "zero\u200bwidth\u2066hidden\u2069",
    "\u0000\u0007",
    "x" * 10_000,
    "*" * 10_000,
]
PIECES = [
    "@everyone",
    "<@1>",
    "](",
    "[",
    "]",
    "https://",
    "`",
    "```",
    "**",
    "||",
    "\\",
    "\n",
    "1. ",
]

texts = st.one_of(
    st.text(),
    st.sampled_from(HOSTILE),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5))).map("".join),
)

_ACTIVE = re.compile(r"[*_~`|<@\[\]]|\w*://|:\w+:")
_STARTS = re.compile(r"(?:[-+*]|-?#{1,3}|>{1,3}|\d+\.)(?:\s|$)|>")


def without_escapes(text: str) -> str:
    """What Discord still acts on: an escaped character is put out of its sight."""
    return re.sub(r"\\([^0-9A-Za-z\s])", "\N{MIDDLE DOT}", text)


def as_shown(text: str) -> str:
    """What a person sees of an escaped text."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text)


@given(texts)
def test_plain_text_leaves_discord_nothing_to_act_on(text: str) -> None:
    """No mention, link, emoji, emphasis, code, heading, list or quote survives."""
    left = without_escapes(plain(text, 500))
    assert _ACTIVE.search(left) is None
    assert _STARTS.match(left) is None
    assert not left.endswith("\\")


@given(texts)
def test_plain_text_is_one_visible_line(text: str) -> None:
    """Nothing breaks the line, turns its direction or hides in it."""
    shown = plain(text, 500)
    assert len(shown.splitlines()) <= 1
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


@given(texts, st.integers(1, 60))
def test_plain_text_is_bounded_with_its_backslashes(text: str, most: int) -> None:
    """The bound is on what Discord counts."""
    assert len(plain(text, most)) <= most


@given(texts)
def test_plain_text_shows_what_was_written(text: str) -> None:
    """Escaping takes nothing away and adds nothing that a reader sees."""
    assert as_shown(plain(text, 100_000)) == one_line(text)


@given(texts)
def test_a_cut_is_a_beginning_of_the_text(text: str) -> None:
    """What was cut ends in an ellipsis, and what stands before it is the text."""
    line = one_line(text)
    short = cut(line, 20)
    assert len(short) <= 20
    assert short == line or (short.endswith("…") and line.startswith(short[:-1]))


@given(texts, st.integers(2, 300))
def test_a_link_leads_only_where_it_was_meant_to(text: str, most: int) -> None:
    """The mask holds one link, whose address is ours, and its brackets come in flat pairs."""
    address = "https://arxiv.org/abs/2305.14314"
    made = link(text, address, most)
    assert made.endswith(f"]({address})")
    label = made[1 : -len(f"]({address})")]
    assert label
    assert "](" not in label
    assert "://" not in label.replace("\u200b", " ")
    assert re.fullmatch(r"[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*", label)
    assert _ACTIVE.search(without_escapes(label)) is None
    assert "\n" not in made


@given(texts)
def test_a_link_without_a_web_address_is_the_text_alone(text: str) -> None:
    """A foreign scheme, a space or a bracket in the address makes no link."""
    for address in (None, "javascript:alert(1)", "https://a b", "https://a)b", "ftp://a", text):
        if address is None or not is_web(address):
            assert "](" not in without_escapes(link(text, address, 200))


@given(texts, st.integers(1, 200))
def test_first_sentences_are_a_beginning_within_the_bound(text: str, most: int) -> None:
    """Sentences are never made up, and at most as long as asked for."""
    told = first_sentences(text, most)
    assert len(told) <= most
    assert one_line(text).startswith(told.removesuffix("…"))


@pytest.mark.parametrize("title", HOSTILE)
def test_a_second_reader_of_markdown_sees_text_only(title: str) -> None:
    """The markdown of the simulated Discord agrees."""
    markdown = pytest.importorskip("simcord.preview._markdown")
    (heading,) = markdown.markdown_tokens(f"### 1 · {plain(title, 300)}", "text_display")
    (line,) = heading["children"]
    assert {part["type"] for part in line["children"]} == {"text"}


def test_ordinary_titles_are_left_alone() -> None:
    """What cannot do anything gets no backslash."""
    title = "EnvHarness: Awakening Static Worlds (for Agents) - a 50/50 study, #1 of 2"
    assert plain(title, 200) == title


def test_brackets_in_a_title_stay_where_they_are_harmless() -> None:
    """A reproduction keeps its “[Re]”; brackets that do not pair up become round ones."""
    address = "https://openreview.net/forum?id=1"
    assert link("[Re] Attention", address, 80) == rf"[\[Re\] Attention]({address})"
    assert link("Half [open", address, 80) == f"[Half (open]({address})"


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://arxiv.org/abs/2305.14314", True),
        ("http://example.org", True),
        ("https://example.org/" + "x" * 600, False),
        ("https://example.org/a b", False),
        ("https://example.org/a)", False),
        ("attachment://a.png", False),
        ("", False),
        ("https://", False),
    ],
)
def test_only_plain_web_addresses_are_linked(address: str, taken: bool) -> None:
    """What Discord would refuse, or what could end a link early, is no address."""
    assert is_web(address) is taken
