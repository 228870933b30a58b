"""Whether the feeds and the LibreTranslate that the configuration names answer as such.

Each feed is read as the bot would, and nothing of it kept; ``GET {url}/languages`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errands.counted import counted
from bot.errands.models import Seen
from bot.services.clock import SystemClock
from bot.sources.errors import SourceAnswerInvalid, SourceError, shown_address
from bot.sources.http import Limits, PoliteClient
from bot.sources.values import objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from bot.config import Settings
    from bot.sources.errors import Reason

_LIMITS = Limits(deadline=10.0, attempts=1)
_INSTEAD: Mapping[Reason, str] = {
    "html": "a web page",
    "empty": "nothing",
    "truncated": "half an answer",
    "too_large": "too much",
    "not_json": "no JSON",
}


async def feeds(settings: Settings) -> AsyncIterator[Seen]:
    """Yield what is seen of each feed that is named."""
    if not settings.sources.feeds:
        return
    from bot.sources.arxiv_manners import ARXIV  # noqa: PLC0415 - seldom needed
    from bot.sources.feeds import Feed  # noqa: PLC0415 - as above
    from bot.sources.reading import Reader  # noqa: PLC0415 - as above
    from bot.sources.silences import Silences, silences_file  # noqa: PLC0415 - as above

    silences = Silences(silences_file(settings.database.path))
    reader, clock = Reader(), SystemClock()
    async with PoliteClient(
        user_agent=settings.user_agent, limits=_LIMITS, manners=[ARXIV], silences=silences
    ) as client:
        for one in settings.sources.feeds:
            feed = Feed(client, one.name, one.url, reader=reader, today=lambda: clock.now().date())
            try:
                page = await feed.latest()
            except SourceError as error:
                told = f"{one.name}: {_wrong(error, one.url, 'a feed')}"
                yield Seen("feeds", well=False, told=told)
                continue
            entries = counted(len(page.papers), "entry", "entries")
            broken = f"; it is broken: {page.broken}" if page.broken else ""
            yield Seen("feeds", well=not broken, told=f"{one.name}: {entries}{broken}")


async def libretranslate(settings: Settings) -> AsyncIterator[Seen]:
    """Yield what is seen of the LibreTranslate that is named."""
    translation = settings.translation
    if translation.provider != "libretranslate":
        return
    from bot.sources.translation.libretranslate import HOME  # noqa: PLC0415 - as above

    url = translation.url or HOME
    where = shown_address(url)
    try:
        async with PoliteClient(user_agent=settings.user_agent, limits=_LIMITS) as client:
            told = (await client.get("translation", f"{url}/languages")).json()
    except SourceError as error:
        yield Seen("translation", well=False, told=_wrong(error, url, "LibreTranslate"))
        return
    languages = [code for one in objects_of(told) if (code := text_of(one, "code"))]
    if not languages:
        yield Seen("translation", well=False, told=f"{where} names no languages; is it ready?")
        return
    named = counted(len(languages), "language")
    yield Seen("translation", well=True, told=f"LibreTranslate is at {where}, with {named}")


def _wrong(error: SourceError, url: str, wanted: str) -> str:
    """Say what is wrong with what answers there, without what may be a key in an address."""
    where = shown_address(url)
    if isinstance(error, SourceAnswerInvalid):
        instead = _INSTEAD.get(error.reason, "something else")
        return f"{where} answers {instead}, not {wanted}; mend its address"
    return f"{where} cannot be asked: {error}"
