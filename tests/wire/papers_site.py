"""A small Hugging Face on loopback: every day has papers, made up, the same ones each time. Beside
it stand the services that look papers up, which know what a test tells arXiv.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from types import TracebackType
from typing import Self
from xml.sax.saxutils import escape

from aiohttp import web

TITLES = (
    "Attention Is Somewhat Useful: A Study of Heads",
    "Robots That Fold Laundry and Complain About It",
    "A Gentle Theory of Very Deep Sandwiches",
    "Diffusion Models Dream of Electric Sheep",
    "Measuring How Much Coffee a Proof Needs",
)


NOTHING_KNOWN: dict[str, object] = {
    "/api/papers/search": [],
    "/api/papers/{id}": None,
    "/graph/v1/paper/{id:.+}": None,
    "/works": {"results": [], "message": {"items": []}},
    "/works/{id:.+}": None,
    "/notes": {"notes": []},
}
"""What the lookup services beside arXiv answer; None is 404."""

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PapersSite:
    """Answers `GET /api/daily_papers?date=…`; `asked` are the dates, in order.

    `instead` answers for a date; for None on every date that it does not name, and for all
    that is no day: what trends, the lists of weeks and months.

    `knows` are arXiv's papers by their ids; `looked_up` are the paths of what was asked of the
    lookup services, which all stand at the same address; `down` lets every one of them answer 500.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.instead: dict[date | None, Answering] = {}
        self.knows: dict[str, str] = {}
        self.looked_up: list[str] = []
        self.down = False
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/api/daily_papers", self._day)
        app.router.add_get("/api/query", self._arxiv)
        for path, answer in NOTHING_KNOWN.items():
            app.router.add_get(path, self._knowing_nothing(answer))
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

    async def _arxiv(self, request: web.Request) -> web.Response:
        self.looked_up.append(request.path)
        wanted = request.query.get("id_list")
        entries = [
            f"<entry><id>http://arxiv.org/abs/{number}v1</id><title>{escape(title)}</title>"
            "<published>2023-05-23T17:50:33Z</published><summary>We show it.</summary>"
            "<author><name>Ada Lovelace</name></author></entry>"
            for number, title in self.knows.items()
            if wanted in {None, number}
        ]
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'
        return web.Response(text=feed, status=500 if self.down else 200)

    def _knowing_nothing(self, answer: object) -> Answering:
        async def answering(request: web.Request) -> web.Response:
            self.looked_up.append(request.path)
            status = 500 if self.down else 404 if answer is None else 200
            return web.json_response(answer, status=status)

        return answering

    async def _day(self, request: web.Request) -> web.StreamResponse:
        if "date" not in request.query:  # what trends, a week's list or a month's
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
