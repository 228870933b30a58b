"""Values to store: drafts, wishes, targets, editions and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.core.deliveries import nonce
from bot.core.editions import Chosen, Edition, Reason, ReasonCode
from bot.core.papers import Links, MachineSummary, PaperDraft, Signals
from bot.core.schedules import WEEKDAYS, Schedule
from bot.core.subscriptions import ChannelTarget, UserTarget, Wish
from bot.services.ports import PartPlan, Plan
from bot.storage.papers import PaperRows
from bot.storage.subscriptions import SubscriptionRows

if TYPE_CHECKING:
    from bot.core.editions import AnyEdition
    from bot.core.subscriptions import Subscription, Target
    from bot.storage.database import Database

NOW = datetime(2026, 8, 21, 7, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FRIDAY = date(2026, 8, 21)
READER, ADMIN = 700_000_000_000_000_001, 700_000_000_000_000_002
CHANNEL = ChannelTarget(800_000_000_000_000_001, 900_000_000_000_000_001)
DM = UserTarget(READER)
WISH = Wish("world models", Schedule("Europe/Berlin", time(9, 30), WEEKDAYS))

SPARSE = PaperDraft(("openreview:2608.00001",), "Sparse Things", "arxiv", FRIDAY)
FULL = PaperDraft(
    ids=("openreview:2608.00002", "doi:10.1000/xyz"),
    title="Full Things: a Study of Wörds",
    source="huggingface",
    released=FRIDAY,
    authors=("Ada Lovelace", "Łukasz Kaiser"),
    abstract="All there is to say.",
    published=date(2026, 8, 20),
    categories=("cs.lg", "cs.cl"),
    keywords=("fullness",),
    organization="Example Labs",
    summary=MachineSummary("It says it all.", "a-model"),
    links=Links(
        "https://example.org/page",
        "https://example.org/pdf",
        "https://example.org/code",
        "https://example.org/project",
        "https://example.org/thumbnail",
    ),
    signals=Signals(12, 3, 4),
    venue="Transactions on Examples",
    dated="month",
)


def numbered(number: int, **changed: object) -> PaperDraft:
    """Make the draft of one of many papers."""
    draft = replace(SPARSE, ids=(f"openreview:2608.{number:05}",), title=f"Paper {number}")
    return replace(draft, **changed)  # type: ignore[arg-type] - fields by name


async def stored_papers(database: Database, count: int) -> tuple[int, ...]:
    """Store papers and return their keys."""
    drafts = [numbered(number) for number in range(count)]
    return (await PaperRows(database).upsert(drafts, NOW)).new


async def subscribed(
    database: Database, target: Target = CHANNEL, due: datetime = NOW, by: int = ADMIN
) -> Subscription:
    """Store a subscription."""
    return await SubscriptionRows(database).create(target, WISH, due, by, NOW)


def edition_of(*keys: int, made: datetime = NOW) -> Edition:
    """Make an edition of these papers."""
    return Edition(made, tuple(Chosen(key, (Reason(ReasonCode.EVERYTHING),), 5) for key in keys))


def plan_of(
    subscription: Subscription,
    occurrence: str,
    edition: AnyEdition,
    *reserves: tuple[int, ...],
    next_due: datetime | None = NOW + DAY,
) -> Plan:
    """Plan an edition with one part per tuple of reserved keys."""
    parts = tuple(
        PartPlan(number, nonce(subscription.id, occurrence, number), keys)
        for number, keys in enumerate(reserves, start=1)
    )
    return Plan(subscription, occurrence, edition, parts, next_due)
