"""A small Hugging Face on loopback: every day has papers, made up, the same ones each time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from types import TracebackType
from typing import Self

from aiohttp import web

TITLES = (
    "Attention Is Somewhat Useful: A Study of Heads",
    "Robots That Fold Laundry and Complain About It",
    "A Gentle Theory of Very Deep Sandwiches",
    "Diffusion Models Dream of Electric Sheep",
    "Measuring How Much Coffee a Proof Needs",
)


Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PapersSite:
    """Answers `GET /api/daily_papers?date=…`; `asked` are the dates, in order.

    `instead` answers for a date; for None on every date that it does not name, and for what trends.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.instead: dict[date | None, Answering] = {}
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/api/daily_papers", self._day)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _day(self, request: web.Request) -> web.StreamResponse:
        if request.query.get("sort") == "trending":
            always = self.instead.get(None)
            return web.json_response([]) if always is None else await always(request)
        asked = request.query["date"]
        self.asked.append(asked)
        day = date.fromisoformat(asked)
        instead = self.instead.get(day, self.instead.get(None))
        return web.json_response(items_of(day)) if instead is None else await instead(request)


def items_of(day: date) -> list[dict[str, object]]:
    """Return the items of a day: five papers whose ids and titles carry the day."""
    return [
        {
            "paper": {
                "id": f"{day:%y%m}.{day.day * 100 + number:05d}",
                "title": f"{title} ({day:%d %b %Y})",
                "summary": f"We show this for the first time on {day:%d %B %Y}.",
                "authors": [{"name": "Ada Lovelace"}, {"name": "Max Perutz"}],
                "publishedAt": f"{day}T00:00:00.000Z",
                "submittedOnDailyAt": f"{day}T00:00:00.000Z",
                "upvotes": 10 * number,
            },
            "title": title,
            "publishedAt": f"{day}T00:00:00.000Z",
            "numComments": number,
        }
        for number, title in enumerate(TITLES, start=1)
    ]
