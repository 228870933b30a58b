"""What a pause missed, as a private list, and the button that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.pages import Cost, page
from bot.ui.controls import button
from bot.ui.messages import MOST_CHARACTERS, Layout
from bot.ui.pager import pager
from bot.ui.papers.cards import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.core.subscriptions import Subscription
    from bot.ui.controls import Control, Press

_LINES = 10
_ROOM = Cost(_LINES + _LINES // 5, MOST_CHARACTERS - 600)


async def missed_buttons(
    press: Press, subscriptions: Sequence[Subscription], action: str, *arguments: int
) -> list[Control]:
    """Return the button that shows what these missed; none where that is nothing."""
    count = len(await press.desk.subscriptions.missed(subscriptions))
    if not count:
        return []
    return [button(action, *arguments, label=press.reader.words("button-missed", count=count))]


async def my_missed(press: Press) -> list[Control]:
    """Return the button that shows a reader what all their subscriptions missed."""
    mine = await press.desk.subscriptions.of_user(press.reader.user_id)
    return await missed_buttons(press, mine, "missed")


def missed_page(
    papers: Sequence[Paper], press: Press, number: int, action: str, *arguments: int
) -> Layout:
    """Return a page of what was missed, ten lines a page; `action` turns it."""
    words = press.reader.words
    message = Layout()
    message.text(f"### {words('missed-title', count=len(papers))}")
    if not papers:
        message.text(words("missed-none"))
        return message
    texts = [line(n, paper, words) for n, paper in enumerate(papers, start=1)]
    costs = [Cost(1 + (n % 5 == 0), len(text) + 1) for n, text in enumerate(texts, start=1)]
    at = page(costs, _ROOM, number)
    message.text("\n".join(texts[at.start : at.end]))
    numbers = range(at.start, at.end)
    message.rows([button("paper", papers[n].key, label=str(n + 1)) for n in numbers])
    message.row(*pager(action, *arguments, number=at.number, of=at.of, words=words))
    return message
