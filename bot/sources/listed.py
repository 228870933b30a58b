"""Publications that the operator names for everybody: at an address, or in a file.

    address ── the one client, asked for what changed ──┐
    file    ── read where it lies, as a whole           ├─▶ as it was? ─▶ read beside the bot
                                                        ┘

- BibTeX, BibLaTeX, CSL-JSON, or a page whose entries can be told apart: by what stands there. A
  feed is none, for it tells its newest entries only; it has a place of its own.
- The operator may name any address and any file, inside the own network too.
- What cannot be read is one `SourceFault` that names the list and says what to do about it.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.services.ports import UnfitSourceError
from bot.sources.added import is_feed, state_of
from bot.sources.bibliographies import read_begun, read_bibliography
from bot.sources.errors import SourceAnswerInvalid, SourceUnreachable
from bot.sources.reading import MOST_BYTES, Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.services.ports import PublicationList, Told, Unfit
    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

_REMEDIES: dict[Unfit, str] = {
    "empty": "write the list there",
    "unknown": "give BibTeX, BibLaTeX, CSL-JSON or a web page",
    "no_entries": "give it as BibTeX; docs/sources-of-a-server.md says which pages can be read",
    "too_large": "give a part of it, such as the last years",
    "too_many": "give a part of it, such as the last years",
    "broken": "export it once more",
}


class ListAtAddress:
    """A `PublicationList` at an address."""

    def __init__(self, client: PoliteClient, name: str, address: str, reader: Reader) -> None:
        self._client = client
        self._address = address
        self._reader = reader
        self.name = name
        self.place = _place(address)

    async def read(self, before: str | None = None) -> Told | None:
        """What stands there; None where it is as it was. Raises `SourceFault`."""
        try:
            answer = await self._client.get(self.name, self._address, polled=True)
        except SourceAnswerInvalid as error:
            return await read_begun(error, lambda begun: self._told(begun, before))
        try:
            told = await self._told(answer, before)
        except UnfitSourceError:
            await self._client.forget(answer)  # perhaps it was not whole
            raise
        if told is not None and told.broken:
            await self._client.forget(answer)
        return told

    async def _told(self, answer: Answer, before: str | None) -> Told | None:
        return await _read(self.name, answer.body, before, self._reader, answer.address)


class ListInFile:
    """A `PublicationList` in a file, which is read again when its content is another one."""

    def __init__(self, name: str, path: Path, reader: Reader) -> None:
        self._path = path
        self._reader = reader
        self.name = name
        self.place = _place(str(path))

    async def read(self, before: str | None = None) -> Told | None:
        """What stands there; None where it is as it was. Raises `SourceFault`."""
        content = await asyncio.to_thread(_content, self.name, self._path)
        return await _read(self.name, content, before, self._reader)


def publication_lists(
    client: PoliteClient, places: Mapping[str, str | Path]
) -> tuple[PublicationList, ...]:
    """The lists by their names: an address is a text, a file a path."""
    reader = Reader()
    return tuple(
        ListInFile(name, place, reader)
        if isinstance(place, Path)
        else ListAtAddress(client, name, place, reader)
        for name, place in places.items()
    )


def _place(where: str) -> str:
    """A hash, for a name, a password or a key may stand in an address."""
    return hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()


async def _read(
    name: str, content: bytes, before: str | None, reader: Reader, address: str = ""
) -> Told | None:
    state = state_of(content)
    if state == before:
        return None
    if is_feed(content):
        raise UnfitSourceError(name, "unknown", "it is a feed; name it in sources.feeds")
    try:
        told = await read_bibliography(content, name, reader, address)
    except UnfitSourceError as error:
        remedy = _REMEDIES.get(error.why, "")
        detail = "; ".join(filter(None, (error.detail, remedy)))
        raise UnfitSourceError(name, error.why, detail) from error
    return replace(told, state=state)


def _content(name: str, path: Path) -> bytes:
    """What a file holds. Raises `SourceFault`."""
    try:
        if stat.S_ISFIFO(path.stat().st_mode):  # to open it would wait for somebody to write
            raise OSError(errno.EINVAL, "it is a pipe")  # noqa: TRY301 - as a folder is refused
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        remedy = "put it there, let Paperboy read it, or mend sources.publications"
        raise SourceUnreachable(name, str(path), f"cannot be read: {why}; {remedy}") from error
    if len(content) > MOST_BYTES:
        most = f"more than {MOST_BYTES // 1024 // 1024} MB"
        raise UnfitSourceError(name, "too_large", f"{most}; {_REMEDIES['too_large']}")
    return content
