"""From what a person typed to a wish: every field read, every fault reported at once.

Only what is given changes; the rest is taken from a base wish. So setting up, editing, the
panel and "Send me mine" all go through one function.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.query import (
    And,
    Author,
    Or,
    Query,
    QuerySyntaxError,
    Upvotes,
    all_of,
    any_of,
    parse,
    unparse,
)
from bot.core.schedules import DAILY, Schedule, ScheduleError, parse_days, parse_time
from bot.core.subscriptions import DEFAULT_LIMIT, MOST_PAPERS, Notes, Wish
from bot.core.zones import UnknownZoneError, resolve_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_TIME = "09:00"
_NO_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»〝〞\uff02', " "))
WishFault = QuerySyntaxError | ScheduleError | UnknownZoneError


class WishError(ValueError):
    """What was typed is no wish. `faults` has one error per field, in the order of the fields."""

    def __init__(self, faults: Sequence[WishFault]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person gave, None where they gave nothing. Text is as typed."""

    query: str | None = None
    timezone: str | None = None
    time: str | None = None
    days: str | None = None
    limit: int | None = None
    language: str | None = None
    machine_text: bool | None = None
    silent: bool | None = None
    notes: Notes | None = None
    alerts_channel_id: int | None = None


def default_wish(timezone: str, language: str = "en") -> Wish:
    """Return the wish of somebody who only gave a zone: everything, daily at 09:00, 9 papers."""
    schedule = Schedule(resolve_zone(timezone), parse_time(DEFAULT_TIME), DAILY)
    return Wish("*", schedule, DEFAULT_LIMIT, language)


def apply(typed: Typed, base: Wish) -> Wish:
    """Return `base` with what was typed. Raises `WishError` with every fault."""
    faults: list[WishFault] = []
    query, zone, at, days = base.query, base.schedule.timezone, base.schedule.at, base.schedule.days
    try:
        query = base.query if typed.query is None else unparse(parse(typed.query))
    except QuerySyntaxError as fault:
        faults.append(fault)
    try:
        zone = zone if typed.timezone is None else resolve_zone(typed.timezone)
    except UnknownZoneError as fault:
        faults.append(fault)
    try:
        at = at if typed.time is None else parse_time(typed.time)
    except ScheduleError as fault:
        faults.append(fault)
    try:
        days = days if typed.days is None else parse_days(typed.days)
    except ScheduleError as fault:
        faults.append(fault)
    if faults:
        raise WishError(faults)
    return replace(
        base,
        query=query,
        schedule=Schedule(zone, at, days),
        limit=base.limit if typed.limit is None else max(1, min(typed.limit, MOST_PAPERS)),
        language=typed.language or base.language,
        machine_text=base.machine_text if typed.machine_text is None else typed.machine_text,
        silent=base.silent if typed.silent is None else typed.silent,
        notes=typed.notes or base.notes,
        alerts_channel_id=typed.alerts_channel_id or base.alerts_channel_id,
    )


@dataclass(frozen=True, slots=True)
class Interests:
    """A query as the panel shows it: topics (any query), author names, least upvotes (0: any)."""

    topics: str
    authors: tuple[str, ...] = ()
    least_upvotes: int = 0


def interests_of(query_text: str) -> Interests:
    """Take a query apart for the panel; what does not fit its fields stays in `topics`."""
    query = parse(query_text)
    parts: list[Query] = list(query.parts) if isinstance(query, And) else [query]
    authors = [names for part in parts if (names := _authors(part))]
    votes = [p.count for p in parts if isinstance(p, Upvotes) and p.op == ">="]
    rest = [
        part
        for part in parts
        if not (_authors(part) or (isinstance(part, Upvotes) and part.op == ">="))
    ]
    if len(authors) > 1:  # several at once are all wanted, the panel's are any of them
        return Interests(unparse(query))
    topics = unparse(And(tuple(rest))) if len(rest) > 1 else unparse(rest[0]) if rest else "*"
    return Interests(topics, authors[0] if authors else (), max(votes, default=0))


def _authors(part: Query) -> tuple[str, ...]:
    """Return the names where a part asks for an author, or for any of several; else nothing."""
    wanted = part.parts if isinstance(part, Or) else (part,)
    names = tuple(one.name for one in wanted if isinstance(one, Author))
    return names if len(names) == len(wanted) else ()


def query_of(interests: Interests) -> str:
    """Put the panel's fields together. Raises `QuerySyntaxError` for topics or names that
    do not parse, and where it is too long together.
    """
    topics = parse(interests.topics.strip() or "*")
    names = [name.translate(_NO_QUOTES) for name in interests.authors if name.strip()]
    authors = [parse(f'author:"{name}"') for name in names]
    pieces = [topics]
    if authors:
        pieces.append(any_of(*authors))
    if interests.least_upvotes > 0:
        pieces.append(Upvotes(">=", interests.least_upvotes))
    return unparse(parse(unparse(all_of(*pieces))))
