"""Bibliographies and publications pages, read beside the bot (`reading`, `bibliography_reading`).

A broken entry is one line of the log, naming source and item, up to fifty of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import structlog

from bot.services.ports import ItemFault, SourceFault, Told, Unfit, UnfitSourceError
from bot.sources.reading import Order, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.sources.answers import Answer
    from bot.sources.errors import SourceAnswerInvalid
    from bot.sources.reading import Reader

_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"
_FAULTS_TOLD = 50
_UNFIT: dict[str, Unfit] = {one: one for one in get_args(Unfit)}

log = structlog.stdlib.get_logger(__name__)


async def read_bibliography(content: bytes, source: str, reader: Reader, address: str = "") -> Told:
    """What a list tells; `source` names it in the log, `address` is where a page's links begin.

    Raises `UnfitSourceError`.
    """
    try:
        read = await reader.read(Order("bibliography", source, address), content)
    except UnreadableError as error:
        why = _UNFIT.get(error.reason, "unknown")
        raise UnfitSourceError(source, why, error.detail) from error
    for one in read.remarks[:_FAULTS_TOLD]:
        event = "source_item_mended" if one.mended else "source_item_unread"
        log.warning(event, source=source, item=one.item, why=one.why)
    if len(read.remarks) > _FAULTS_TOLD:
        more = len(read.remarks) - _FAULTS_TOLD
        log.warning("source_items_unread", source=source, more=more)
    if read.broken:
        items = len(read.papers)
        log.warning("list_broken", source=source, error=read.broken, items=items)
    faults = tuple(ItemFault(one.item, one.why, one.mended) for one in read.remarks)
    return Told("bibliography", read.papers, read.title, faults, broken=read.broken, keys=read.keys)


async def read_begun(
    fault: SourceAnswerInvalid, read: Callable[[Answer], Awaitable[Told | None]]
) -> Told:
    """Read what came of a list in JSON before the line was cut: of that it is known which entries
    are whole. Raises the fault for anything else.
    """
    begun = fault.begun
    if begun is None or not begun.body.lstrip(_BEFORE_JSON).startswith((b"[", b"{")):
        raise fault
    try:
        told = await read(begun)
    except SourceFault as error:
        raise fault from error
    if told is None:
        raise fault
    return replace(told, broken=told.broken or fault.reason)
