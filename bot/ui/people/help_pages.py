"""Help: a first page for who asks, and a page a topic.

The pages are messages of the words (`help-<topic>`), so that a translator has whole sentences. The
examples of the query language are words too, `query-example-<n>` with what it finds; a test parses
each, and another finds every command on some page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.controls import Choice, select
from bot.ui.messages import Layout

if TYPE_CHECKING:
    from bot.ui.i18n import Words

FIRST = "start"
TOPICS = ("digest", "paper", "search", "subscribe", "library", "privacy")

_EXAMPLES = 9


def examples(words: Words) -> tuple[tuple[str, str], ...]:
    """Return queries that show the language, each with what it finds."""
    numbers = range(1, _EXAMPLES + 1)
    return tuple((words(f"query-example-{n}"), words(f"query-example-{n}-finds")) for n in numbers)


def help_text(topic: str, words: Words, *, manages: bool = False) -> str:
    """Return a page's text; the first page's for any topic there is not.

    `manages` is True for somebody who may set up a server's digest.
    """
    if topic == "search":
        lines = [f"`{query}` · {finds}" for query, finds in examples(words)]
        return "\n".join([words("help-search"), "", *lines, "", words("help-search-rules")])
    if topic in TOPICS:
        return words(f"help-{topic}")
    situation = "help-start-owner" if manages else "help-start-reader"
    return "\n".join([words("help-start"), "", words(situation)])


def help_page(topic: str, words: Words, *, manages: bool) -> Layout:
    """Return a page, with a menu of the others."""
    page = Layout()
    page.text(help_text(topic, words, manages=manages))
    choices = [
        Choice(words(f"help-topic-{one}"), one, chosen=one == topic) for one in (FIRST, *TOPICS)
    ]
    page.row(select("help", placeholder=words("help-choose"), choices=choices))
    return page
