"""What a server reads besides what all get: `/digest source add`, `list` and `remove`.

A source is read while whoever adds it waits, so that they see at once what was found; what cannot
be a source is refused with its reason and what to do about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.services.added_sources import (
    MOST_IN_A_FILE,
    MOST_SOURCES,
    File,
    SourceNotAddedError,
)
from bot.services.ports import TOO_MANY_NEW, SourceFault, UnfitSourceError
from bot.services.taking import MOST_NEW
from bot.ui.escape import plain
from bot.ui.failures import ToldError
from bot.ui.forgiving import choice, desk_of, forgiving
from bot.ui.messages import Layout, Notice, answer

if TYPE_CHECKING:
    import discord

    from bot.services.added_sources import Added
    from bot.services.ports import AddedSource
    from bot.ui.controls import Press
    from bot.ui.forgiving import Choices
    from bot.ui.i18n import Words

_NAME, _TITLE, _WHY, _PLACE = 60, 100, 80, 120
_LISTED, _HOST = 40, 30  # characters; twenty sources that all fail still fit in one message
_FAULTS = 3


async def add(press: Press, name: str, address: str, attachment: discord.Attachment | None) -> None:
    """Read what was given, add it and say what was found. Raises `ToldError`."""
    words, interaction = press.reader.words, press.interaction
    await interaction.response.defer(ephemeral=True, thinking=True)
    file = None
    if attachment is not None:
        if attachment.size > MOST_IN_A_FILE:
            raise ToldError("source-refused-too-large")
        file = File(attachment.filename, await attachment.read())
    try:
        added = await press.desk.added.add(
            interaction.guild_id or 0, press.reader.user_id, name=name, address=address, file=file
        )
    except SourceNotAddedError as error:
        key = f"source-refused-{error.why.replace('_', '-')}"
        raise ToldError(key, name=plain(error.name, _NAME), most=MOST_SOURCES) from error
    except UnfitSourceError as error:
        key = f"source-unfit-{error.why.replace('_', '-')}"
        raise ToldError(key, place=plain(error.detail, _PLACE)) from error
    except SourceFault as error:
        raise ToldError("source-unread", why=words(f"trouble-{error.trouble}")) from error
    await answer(interaction, added_card(added, words))


async def show(press: Press) -> None:
    """List the server's sources."""
    present = await press.desk.added.of_server(press.interaction.guild_id or 0)
    if not present:
        raise ToldError("sources-none")
    await answer(press.interaction, sources_card(present, press.reader.words))


async def remove(press: Press, chosen: str) -> None:
    """Remove a source."""
    source = await source_of(press, chosen)
    await press.desk.added.remove(source)
    words = press.reader.words
    await answer(press.interaction, Notice(words("source-removed", name=plain(source.name, _NAME))))


async def source_of(press: Press, chosen: str) -> AddedSource:
    """Return the server's source that was chosen or typed. Raises `ToldError`."""
    server = press.interaction.guild_id or 0
    source = await press.desk.added.find(server, chosen)
    if source is not None:
        return source
    present = await press.desk.added.of_server(server)
    raise ToldError("source-not-found" if present else "sources-none")


@forgiving
async def sources(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer the server's sources by their names."""
    present = await desk_of(interaction).added.of_server(interaction.guild_id or 0)
    wanted = typed.strip().casefold()
    found = [one for one in present if wanted in one.name.casefold()]
    return [one for source in found if (one := choice(source.name, str(source.id))) is not None]


def added_card(added: Added, words: Words) -> Layout:
    """Return what was found in a source that is there from now on, and what could not be read."""
    source = added.source
    name = plain(source.name, _NAME)
    if added.again:
        first = words("source-read-again", name=name, count=added.entries, news=added.new)
    else:
        first = words(f"source-added-{source.kind}", name=name, count=added.entries)
    lines = [first, *(f"-# {plain(title, _TITLE)}" for title in added.titles)]
    if added.faults:
        lines.append(words("source-faults", count=len(added.faults)))
        lines += [
            f"-# {plain(fault.item, _NAME)} · {plain(fault.why, _WHY)}"
            for fault in added.faults[:_FAULTS]
        ]
    lines.append(words("source-what-now" if source.address else "source-what-now-file"))
    return Notice("\n".join(lines))


def sources_card(present: list[AddedSource], words: Words) -> Layout:
    """Return a server's sources, a line each, with what is wrong with them."""
    lines = [f"### {words('sources-title')}"]
    lines += [_line(source, words) for source in present]
    card = Layout()
    card.text("\n".join(lines))
    return card


def _line(source: AddedSource, words: Words) -> str:
    name = plain(source.name, _LISTED)
    host = urlsplit(source.address).hostname or "" if source.address is not None else ""
    where = plain(host, _HOST) if host else words("source-of-file")
    told = words("source-line", name=name, count=source.entries, where=where)
    if source.error is None:
        return told
    if source.error == TOO_MANY_NEW:
        return f"{told}\n-# {words('source-capped', most=MOST_NEW)}"
    since = words.day(source.last_ok or source.added)
    return f"{told}\n-# {words('source-failing', since=since)}"
