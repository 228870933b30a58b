"""What a choice has to know of the past, read for many subscriptions at once.

One statement each, however many ask; each looks up what is asked for in an index.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import structlog

from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.storage.editions_json import read_edition
from bot.storage.errors import EditionFormatError
from bot.storage.paper_rows import json_list

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.core.editions import AnyEdition
    from bot.core.subscriptions import Target
    from bot.storage.session import Session

log = structlog.stdlib.get_logger(__name__)

SHOWN: Final = {
    column: f"""SELECT asked.value ->> 0 AS number, shown.paper
                FROM json_each(?) AS asked
                CROSS JOIN json_each(asked.value, '$[2]') AS wanted
                CROSS JOIN shown ON shown.{column} = asked.value ->> 1
                                 AND shown.paper = wanted.value"""  # noqa: S608 - one of the two below
    for column in ("channel", "user")
}
"""What was shown, by the kind of place: asked are ``[[number, place, [paper, …]], …]``."""


async def shown_each(
    session: Session, asked: Sequence[tuple[Target, Collection[int]]]
) -> list[frozenset[int]]:
    """Return for each target which of its keys it was shown or is about to be shown."""
    places: dict[str, list[tuple[int, int, list[int]]]] = {"channel": [], "user": []}
    for number, (target, keys) in enumerate(asked):
        if not keys:
            continue
        match target:
            case ChannelTarget(channel_id=place):
                places["channel"].append((number, place, list(keys)))
            case UserTarget(user_id=place):
                places["user"].append((number, place, list(keys)))
    found: list[set[int]] = [set() for _ in asked]
    for column, those in places.items():
        if those:
            for row in await session.rows(SHOWN[column], [json.dumps(those)]):
                number: int = row["number"]
                found[number].add(row["paper"])
    return [frozenset(keys) for keys in found]


async def last_editions(
    session: Session, subscriptions: Collection[int]
) -> Mapping[int, AnyEdition]:
    """Return the newest edition with papers of each that has one; one that cannot be read is
    logged and is none.
    """
    rows = await session.rows(
        """SELECT asked.value AS subscription,
                  (SELECT edition FROM delivery
                   WHERE delivery.subscription = asked.value AND papers > 0
                   ORDER BY id DESC LIMIT 1) AS edition
           FROM json_each(?) AS asked""",
        [json_list(list(subscriptions))],
    )
    read: dict[int, AnyEdition] = {}
    for row in rows:
        if row["edition"] is None:
            continue
        try:
            read[row["subscription"]] = read_edition(row["edition"])
        except EditionFormatError:
            log.exception("edition_unreadable", subscription=row["subscription"])
    return read
