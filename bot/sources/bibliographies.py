"""Bibliographies and publications pages, read beside the bot (`reading`, `bibliography_reading`).

A broken entry is one line of the log, naming source and item, up to fifty of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import structlog

from bot.services.ports import ItemFault, Told, Unfit, UnfitSourceError
from bot.sources.reading import Order, UnreadableError

if TYPE_CHECKING:
    from bot.sources.reading import Reader

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
        log.warning("source_item_unread", source=source, item=one.item, why=one.why)
    if len(read.remarks) > _FAULTS_TOLD:
        more = len(read.remarks) - _FAULTS_TOLD
        log.warning("source_items_unread", source=source, more=more)
    if read.broken:
        items = len(read.papers)
        log.warning("list_broken", source=source, error=read.broken, items=items)
    faults = tuple(ItemFault(one.item, one.why) for one in read.remarks)
    return Told("bibliography", read.papers, read.title, faults, broken=read.broken)
