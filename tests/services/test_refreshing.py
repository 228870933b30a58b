"""The lists of weeks and months keep the votes of older papers current, as Hugging Face tells them
over HTTP.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import pytest
import structlog
from aiohttp import web
from service_world import DAY, EARLY, FRIDAY, HOUR, NINE, SECOND

from bot.core.editions import Edition
from bot.services.ingest import Ingest
from bot.services.ports.observer import Nobody
from bot.services.trending import trending
from bot.sources.http import Limits, PoliteClient
from bot.sources.huggingface import HuggingFaceDaily, read_items

if TYPE_CHECKING:
    from service_world import World

    from bot.core.papers import Paper, PaperDraft
    from bot.services.ports import Trouble

MONDAY = EARLY - 4 * DAY
SHORT = Limits(connect=2, deadline=2, attempts=1, spacing=0)


def item(number: int, day: date, votes: int, **changed: object) -> dict[str, object]:
    """A paper as the site tells it, of its own day."""
    return {
        "paper": {
            "id": f"2608.{number:05}",
            "title": f"Alpha{number} Beta{number} Gamma{number}",
            "summary": "We show it.",
            "publishedAt": f"{day - timedelta(days=1)}T17:00:00.000Z",
            "submittedOnDailyAt": f"{day}T00:00:00.000Z",
            "upvotes": votes,
            **changed,
        },
        "publishedAt": f"{day - timedelta(days=1)}T20:00:00.000Z",
        "numComments": votes // 10,
    }


def drafts(items: list[dict[str, object]]) -> tuple[PaperDraft, ...]:
    """The drafts of such papers."""
    return read_items(items, day=None).papers


@dataclass
class Site:
    """Hugging Face on loopback: `lists` by their names, days and periods; `failing` ones answer
    500.
    """

    address: str = ""
    lists: dict[str, list[dict[str, object]]] = field(
        default_factory=dict[str, list[dict[str, object]]]
    )
    failing: set[str] = field(default_factory=set[str])
    asked: list[str] = field(default_factory=list[str])

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a day, a week, a month, or what trends."""
        query = request.query
        name = query.get("week") or query.get("month")
        if name is not None:
            self.asked.append(name)
        if (name or query.get("date")) in self.failing:
            return web.json_response({"error": "Internal Error"}, status=500)
        return web.json_response(self.lists.get(name or query.get("date") or "trending", []))


class Counting(Nobody):
    """Counts what sources did not answer."""

    def __init__(self) -> None:
        self.failed: list[tuple[str, Trouble]] = []

    def source_failed(self, source: str, trouble: Trouble) -> None:
        """Count it."""
        self.failed.append((source, trouble))


@dataclass
class Reading:
    """A site, who reads it, and the world in which that is stored."""

    site: Site
    ingest: Ingest
    world: World
    told: Counting

    async def poll(self, moment: datetime) -> list[str]:
        """Poll at a moment; return the lists that were asked for."""
        self.site.asked.clear()
        self.world.clock.to(moment)
        await self.ingest.poll()
        return list(self.site.asked)

    async def paper(self, number: int) -> Paper:
        """Return the paper of a number."""
        found = await self.world.papers.by_external(f"arxiv:2608.{number:05}")
        assert found is not None
        return found


@pytest.fixture
async def reading(world: World) -> AsyncIterator[Reading]:
    """An installation that reads the site."""
    site, told = Site(), Counting()
    app = web.Application()
    app.router.add_get("/api/daily_papers", site.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    transport = httpx.AsyncHTTPTransport()
    async with PoliteClient(user_agent="test", limits=SHORT, transport=transport) as client:
        source = HuggingFaceDaily(client, site.address)
        ingest = Ingest(world.papers, world.titles, [source], world.clock, told)
        yield Reading(site, ingest, world, told)
    await runner.cleanup()


async def test_weeks_are_read_every_six_hours_and_months_every_day(reading: Reading) -> None:
    """The week before until Tuesday, the month before as long as `/trending month` looks back."""
    both = ["2026-08", "2026-07"]
    assert await reading.poll(MONDAY) == ["2026-W34", "2026-W33", *both]
    assert await reading.poll(MONDAY + 5 * HOUR) == []
    assert await reading.poll(MONDAY + 6 * HOUR) == ["2026-W34", "2026-W33"]
    assert await reading.poll(MONDAY + DAY) == ["2026-W34", "2026-W33", *both]
    assert await reading.poll(MONDAY + 2 * DAY) == ["2026-W34", *both]
    assert await reading.poll(MONDAY + 14 * DAY) == ["2026-W36", "2026-W35", "2026-08"]
    assert await reading.poll(MONDAY + 15 * DAY) == ["2026-W36", "2026-W35", "2026-09", "2026-08"]


@pytest.mark.parametrize("name", ["2026-W34", "2026-07"])
async def test_votes_and_comments_of_older_papers_become_current(
    reading: Reading, name: str
) -> None:
    """On their own day: what is known stays as it was else."""
    old = FRIDAY - 25 * DAY
    await reading.world.bring(*drafts([item(1, old, 12)]))
    before = await reading.paper(1)
    reading.site.lists[name] = [item(1, old, 240)]
    await reading.poll(EARLY)
    paper = await reading.paper(1)
    assert (paper.signals.upvotes, paper.signals.comments) == (240, 24)
    assert (paper.released, paper.published) == (old, before.published)
    assert (paper.key, paper.source) == (before.key, "huggingface")


async def test_a_paper_that_was_missed_is_added_on_its_own_day(reading: Reading) -> None:
    """It is chosen while its day is among those that are chosen from, and is no news after that,
    whenever it was found; one that does not tell a day has that of its publication.
    """
    older = FRIDAY - 20 * DAY
    undated = item(3, older, 90)
    del undated["paper"]["submittedOnDailyAt"]  # type: ignore[attr-defined] - an object
    reading.site.lists["2026-W34"] = [item(1, FRIDAY - 2 * DAY, 30)]
    reading.site.lists["2026-08"] = [item(2, older, 500), undated]
    await reading.world.set_up()
    await reading.poll(EARLY)
    assert (await reading.paper(2)).released == older
    assert (await reading.paper(3)).released == older - DAY
    await reading.world.beat(NINE)
    (post,) = reading.world.courier.posts
    assert isinstance(post.parcel.edition, Edition)
    assert post.keys == [(await reading.paper(1)).key]


async def test_what_is_trending_goes_by_the_refreshed_votes(reading: Reading) -> None:
    """A paper of six days ago that nobody asked about since is first once its list was read."""
    old = FRIDAY - 9 * DAY
    field_ = [item(n, old, 20 + n) for n in range(1, 12)]
    world = reading.world
    world.clock.to(EARLY - 7 * DAY)
    await world.bring(*drafts(field_))
    world.clock.to(EARLY)
    await world.bring(*drafts([item(11, old, 60)]))
    eleventh = (await reading.paper(11)).key
    assert (await trending(world.papers, "week", world.clock)).papers[0].key == eleventh
    reading.site.lists["2026-08"] = [item(4, old, 900), *field_[4:]]
    await reading.poll(EARLY + HOUR)
    for period in ("week", "month"):
        found = await trending(world.papers, period, world.clock)  # type: ignore[arg-type] - a period
        assert found.papers[0].key == (await reading.paper(4)).key
        assert found.rises[found.papers[0].key].votes == 900


@pytest.mark.parametrize("where", [f"{FRIDAY - 3 * DAY}", "trending"])
async def test_an_older_list_leaves_fresher_votes_as_they_are(reading: Reading, where: str) -> None:
    """What its day or what trends told of, in this poll or since the last whole week; the others in
    the list are refreshed.
    """
    day = FRIDAY - 3 * DAY
    reading.site.lists[where] = [item(1, day, 75)]
    reading.site.lists["2026-W34"] = [item(1, day, 60), item(2, day, 40)]
    reading.site.failing = {"2026-08"}
    await reading.poll(EARLY)
    assert (await reading.paper(1)).signals.upvotes == 75
    assert (await reading.paper(2)).signals.upvotes == 40
    reading.site.failing.clear()
    reading.site.lists["2026-08"] = reading.site.lists["2026-W34"]
    assert "2026-08" in await reading.poll(EARLY + HOUR)
    assert (await reading.paper(1)).signals.upvotes == 75


async def test_a_day_that_came_in_pieces_is_made_whole_by_its_list(reading: Reading) -> None:
    """Only what was told of is fresher."""
    reading.site.failing = {f"{FRIDAY - 3 * DAY}"}
    reading.site.lists["2026-W34"] = [item(1, FRIDAY - 3 * DAY, 60)]
    await reading.poll(EARLY)
    assert (await reading.paper(1)).signals.upvotes == 60


async def test_a_list_that_fails_is_one_line_and_read_in_an_hour(reading: Reading) -> None:
    """The months do not wait for a week, nor do days and sources of news, nor their health."""
    reading.site.failing = {"2026-W34"}
    with structlog.testing.capture_logs() as logs:
        assert await reading.poll(EARLY) == ["2026-W34", "2026-08", "2026-07"]
    lines = [one for one in logs if one["event"] == "source_failed"]
    assert [(one["source"], one["list"]) for one in lines] == [("huggingface", "2026-W34")]
    assert reading.told.failed == [("huggingface", "broken")]
    (health,) = await reading.world.papers.health()
    assert (health.error, health.last_ok) == (None, EARLY)
    assert await reading.poll(EARLY + HOUR - SECOND) == []
    reading.site.failing.clear()
    assert await reading.poll(EARLY + HOUR) == ["2026-W34"]
    assert await reading.poll(EARLY + 2 * HOUR) == []


async def test_a_list_that_is_refused_for_ever_holds_no_other_up(reading: Reading) -> None:
    """Those of its kind come with the next poll; it is asked for once an hour."""
    reading.site.failing = {"2026-W34", "2026-08"}
    assert await reading.poll(MONDAY) == ["2026-W34", "2026-08"]
    assert await reading.poll(MONDAY + HOUR / 2) == ["2026-W33", "2026-07"]
    asked = [await reading.poll(MONDAY + (2 + half) * HOUR / 2) for half in range(10)]
    assert asked == [["2026-W34", "2026-08"], []] * 5


async def test_a_source_whose_days_all_fail_is_not_asked_for_lists(reading: Reading) -> None:
    """It has said enough."""
    reading.site.failing = {f"{FRIDAY - back * DAY}" for back in range(7)}
    assert await reading.poll(EARLY) == []


async def test_a_source_without_lists_is_not_asked_for_any(world: World) -> None:
    """Days and what trends are enough to be one."""
    done = await world.ingest.poll()
    assert (done.new, done.failed) == (0, ())
