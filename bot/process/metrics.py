"""/metrics: what happens, counted for Prometheus.

Rules:

- Names are Prometheus' own way: `paperboy_` first, base units, `_total` where it only grows.
- A label has a handful of values that stand in this code or in the configuration. No user, server
  or channel is in any, so the page is safe to keep for years.
- What can be counted as it happens is counted here (`Observer`); what stands in the database or in
  the process is read when the page is asked for (`Readings`) and is right after a restart, too.
- What could not be read is NaN, which no alert takes for 0; a source that never answered is +Inf.

`ops/` has the alerts and the dashboard; a test holds them to these names.
"""

from __future__ import annotations

import asyncio
import math
import platform
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

import discord
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from bot import __version__
from bot.core.deliveries import Failed, PartState, Refusal, Refused, Sent
from bot.core.editions import Edition, EmptyCause
from bot.core.subscriptions import ChannelTarget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.deliveries import Parcel
    from bot.core.editions import AnyEdition
    from bot.services.ports import Trouble
    from bot.services.ports.observer import Ask, Became, LimitScope

CONTENT_TYPE: Final = CONTENT_TYPE_PLAIN_0_0_4
"""What the page is served as."""

_LATE: Final = (1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600, 14_400, 43_200)
_ANSWER: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)  # Discord waits three seconds
_PLACES: Final = ("channel", "dm")
_OUTCOMES: Final = ("sent", "refused", "failed", "expired", "unsure")
_CAUSES: Final = (
    "dm_brake",
    "rate_limited",
    "discord_error",
    "discord_refused",
    "no_connection",
    "connection_lost",
    "broke",
)
_SCOPES: Final[tuple[LimitScope, ...]] = ("user", "global", "shared", "cloudflare")
_ASKS: Final[tuple[Ask, ...]] = ("command", "autocomplete", "component", "modal")


@dataclass(frozen=True, slots=True)
class Readings:
    """What is read when the page is asked for. None: it could not be read.

    `faults` are the checks of `/healthz` with what is wrong, `sources` the seconds since each
    source's last good answer, None where it never gave one.
    """

    faults: Mapping[str, str | None]
    tick_age: float
    titles: int
    due: int | None = None
    open_parts: int | None = None
    sources: Mapping[str, float | None] = field(default_factory=dict[str, "float | None"])


class Metrics:
    """The `Observer` that counts. One a process."""

    def __init__(self) -> None:
        disable_created_metrics()  # else every counter has a twin that tells when it was made
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._build = Gauge(
            "paperboy_build_info",
            "Always 1; the labels say what runs.",
            ("version", "python", "discord_py"),
            registry=registry,
        )
        self._build.labels(__version__, platform.python_version(), discord.__version__).set(1)
        self._deliveries = Counter(
            "paperboy_deliveries",
            "Attempts to bring a part of an edition, by what became of them: sent; refused for "
            "good; failed and tried again; expired after 12 hours; unsure whether it arrived.",
            ("place", "outcome"),
            registry=registry,
        )
        self._refusals = Counter(
            "paperboy_delivery_refusals",
            "Parts that Discord refused for good, by reason.",
            ("reason",),
            registry=registry,
        )
        self._failures = Counter(
            "paperboy_delivery_failures",
            "Attempts that failed and are made again, by cause.",
            ("cause",),
            registry=registry,
        )
        self._lateness = Histogram(
            "paperboy_delivery_lateness_seconds",
            "Seconds between when a part was due and when Discord had it; what somebody asked for "
            "by hand has no such time.",
            ("place",),
            buckets=_LATE,
            registry=registry,
        )
        self._editions = Counter(
            "paperboy_editions",
            "Editions made, by what is in them: papers, or why there are none.",
            ("content",),
            registry=registry,
        )
        self._editions_failed = Counter(
            "paperboy_editions_failed",
            "Editions that could not be made; the subscription is looked at again within the hour.",
            registry=registry,
        )
        self._skipped = Counter(
            "paperboy_occurrences_skipped",
            "Occurrences that were slept through for too long to be caught up.",
            registry=registry,
        )
        self._limited = Counter(
            "paperboy_rate_limited",
            "Answers 429 of Discord, by whose limit was met.",
            ("scope",),
            registry=registry,
        )
        self._source_failures = Counter(
            "paperboy_source_failures",
            "Questions to a source or lookup service that got no good answer, by trouble.",
            ("source", "trouble"),
            registry=registry,
        )
        self._answers = Histogram(
            "paperboy_interaction_answer_seconds",
            "Seconds from an interaction's arrival until Discord took the first answer to it.",
            ("ask", "name"),
            buckets=_ANSWER,
            registry=registry,
        )
        self._unanswered = Counter(
            "paperboy_interactions_unanswered",
            "Interactions that got no answer, or one that Discord did not take any more.",
            ("ask",),
            registry=registry,
        )
        self._ticks = Counter(
            "paperboy_ticks",
            "Times that the clock rang and everything due was looked at.",
            registry=registry,
        )
        self._checks = Gauge(
            "paperboy_check_ok",
            "Whether a check of /healthz finds all well: 1 or 0.",
            ("check",),
            registry=registry,
        )
        self._tick_age = Gauge(
            "paperboy_tick_age_seconds", "Seconds since the clock last rang.", registry=registry
        )
        self._due = Gauge(
            "paperboy_due_subscriptions",
            "Running subscriptions whose time has come and whose edition is not made yet.",
            registry=registry,
        )
        self._open = Gauge(
            "paperboy_open_parts",
            "Parts of editions that are on their way or wait for their turn.",
            registry=registry,
        )
        self._source_age = Gauge(
            "paperboy_source_age_seconds",
            "Seconds since a source's last good answer; +Inf where it never gave one.",
            ("source",),
            registry=registry,
        )
        self._titles = Gauge(
            "paperboy_titles_indexed", "Titles that can be found at once.", registry=registry
        )
        self._begin_at_zero()

    def _begin_at_zero(self) -> None:
        """Let what has not happened yet be 0: a rate cannot be taken of what is not there."""
        for place in _PLACES:
            self._lateness.labels(place)
            for outcome in _OUTCOMES:
                self._deliveries.labels(place, outcome)
        for reason in Refusal:
            self._refusals.labels(reason.value)
        for cause in _CAUSES:
            self._failures.labels(cause)
        for content in ("papers", *(cause.value for cause in EmptyCause)):
            self._editions.labels(content)
        for scope in _SCOPES:
            self._limited.labels(scope)
        for ask in _ASKS:
            self._unanswered.labels(ask)

    def part(self, parcel: Parcel, became: Became, now: datetime) -> None:
        """Count an attempt, and how late it was where it arrived."""
        place = "channel" if isinstance(parcel.subscription.target, ChannelTarget) else "dm"
        match became:
            case Sent():
                outcome = "sent"
                if (due := _due(parcel.occurrence)) is not None:
                    self._lateness.labels(place).observe(max(0.0, (now - due).total_seconds()))
            case Refused(reason=reason):
                outcome = "refused"
                self._refusals.labels(reason.value).inc()
            case Failed(cause=cause):
                outcome = "failed"
                self._failures.labels(cause.partition(" ")[0]).inc()
            case PartState.EXPIRED | PartState.UNSURE:
                outcome = became.value
        self._deliveries.labels(place, outcome).inc()

    def edition(self, edition: AnyEdition) -> None:
        """Count an edition."""
        content = "papers" if isinstance(edition, Edition) else edition.cause.value
        self._editions.labels(content).inc()

    def edition_failed(self) -> None:
        """Count an edition that could not be made."""
        self._editions_failed.inc()

    def skipped(self, occurrences: int) -> None:
        """Count what was slept through."""
        self._skipped.inc(occurrences)

    def ticked(self) -> None:
        """Count a tick."""
        self._ticks.inc()

    def source_failed(self, source: str, trouble: Trouble) -> None:
        """Count a source's failure."""
        self._source_failures.labels(source, trouble).inc()

    def rate_limited(self, scope: LimitScope) -> None:
        """Count an answer 429."""
        self._limited.labels(scope).inc()

    def answered(self, ask: Ask, name: str, seconds: float) -> None:
        """Count an interaction and how long it took."""
        self._answers.labels(ask, name).observe(seconds)

    def unanswered(self, ask: Ask) -> None:
        """Count an interaction without an answer."""
        self._unanswered.labels(ask).inc()

    async def page(self, read: Readings) -> bytes:
        """Return the page. It is written beside the event loop, which it would hold up."""
        for check, fault in read.faults.items():
            self._checks.labels(check).set(fault is None)
        self._tick_age.set(read.tick_age)
        self._titles.set(read.titles)
        self._due.set(math.nan if read.due is None else read.due)
        self._open.set(math.nan if read.open_parts is None else read.open_parts)
        self._source_age.clear()
        for source, age in read.sources.items():
            self._source_age.labels(source).set(math.inf if age is None else age)
        return await asyncio.to_thread(generate_latest, self._registry)


def _due(occurrence: str) -> datetime | None:
    """Return when an occurrence was due; None for what somebody asked for by hand."""
    try:
        return datetime.fromisoformat(occurrence)
    except ValueError:
        return None
