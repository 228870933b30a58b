"""`paperboy preview`: the digest that would be posted now, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.compose import open_app
from bot.core.subscriptions import ChannelTarget, Subscription
from bot.core.wishes import Typed, WishError, apply, default_wish
from bot.core.zones import UnknownZoneError
from bot.errands.alone import alone
from bot.ui.digests.digest import Issue, digest
from bot.ui.failures import explain
from bot.ui.i18n import words_in
from bot.ui.link.courier import papers_of
from bot.ui.terminal import draw

if TYPE_CHECKING:
    from rich.console import Console

    from bot.config import Settings

_INSTEAD = "while it runs, `/digest preview` in Discord shows the same"
_NOWHERE = ChannelTarget(0, 0)


async def preview(  # noqa: PLR0913, PLR0917 - what the command line gives
    settings: Settings, query: str, limit: int, timezone: str, out: Console, err: Console
) -> int:
    """Print the digest; returns the exit code."""
    try:
        wish = apply(Typed(query=query, limit=limit), default_wish(timezone))
    except (WishError, UnknownZoneError) as error:
        err.print(explain(error, words_in("en")) or str(error), markup=False, highlight=False)
        return 2
    async with alone(settings, _INSTEAD), open_app(settings, titles="none") as app:
        now = app.desk.clock.now()
        edition = await app.desk.publisher.preview(wish, _NOWHERE)
        subscription = Subscription(0, _NOWHERE, wish, now, None, now)
        papers = await papers_of(edition, app.desk.papers)
        message = digest(Issue(edition, subscription, papers, 0, now))
        out.print(draw(message.to_components(), "preview"))
    return 0
