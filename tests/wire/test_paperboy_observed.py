"""What an operator sees of the running process: /healthz, /metrics, the log, and what ops/ makes of
them.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
import shutil
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml
from aiohttp import web
from discord_loopback import (
    MESSAGE_CREATE,
    BotProcess,
    DiscordServer,
    NoAnswer,
    Overwrite,
    Permission,
    Role,
    Settings,
    User,
)
from paperboy_peer import NOW, due_digest, due_readers, event, paperboy, query
from papers_site import PapersSite
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families
from promql import query_of

OPS = Path(__file__).resolve().parents[2] / "ops"
IMPATIENT = (
    "-c",
    "import bot.errands.pulse as pulse; pulse.TICK_DEAD = 8.0; from bot.cli import main; main()",
)
"""`paperboy` whose clock is dead after eight seconds without a tick instead of ninety."""

BY_THE_SCRAPER = frozenset({"job", "instance"})
"""Labels that Prometheus itself gives to all that it reads."""

Exported = dict[str, Metric]


async def port_of(bot: BotProcess) -> int:
    """Return the port that the process serves its pages at."""
    return int(str((await event(bot, "health_served"))["port"]))


async def exported(http: aiohttp.ClientSession, port: int) -> Exported:
    """Read /metrics; every family by its name."""
    async with http.get(f"http://127.0.0.1:{port}/metrics") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        text = await answer.text()
    return {family.name: family for family in text_string_to_metric_families(text)}


def value(families: Exported, name: str, /, **labels: str) -> float:
    """Return the sum of the samples of this name that have these labels."""
    samples = [one for family in families.values() for one in family.samples if one.name == name]
    return sum(one.value for one in samples if labels.items() <= one.labels.items())


async def health(http: aiohttp.ClientSession, port: int) -> tuple[int, dict[str, str]]:
    """Ask /healthz; its status and what each check found."""
    async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
        return answer.status, (await answer.json())["checks"]


async def health_becomes(
    http: aiohttp.ClientSession, port: int, status: int, **checks: str
) -> dict[str, str]:
    """Ask until the status is this one and the checks begin so."""
    async with asyncio.timeout(30):
        while True:
            told, found = await health(http, port)
            if told == status and all(found[k].startswith(v) for k, v in checks.items()):
                return found
            await asyncio.sleep(0.25)


async def a_refusal_for_pace(_request: web.Request) -> web.Response:
    """Answer 429 as Discord does."""
    told = {"message": "You are being rate limited.", "retry_after": 0.05, "global": False}
    headers = {"Via": "1.1 google", "X-RateLimit-Scope": "shared"}
    body = json.dumps(told).encode()
    return web.Response(body=body, status=429, headers=headers, content_type="application/json")


@pytest.fixture
async def busy(
    server: DiscordServer, site: PapersSite, database: Path
) -> AsyncIterator[tuple[BotProcess, int]]:
    """A process that has sent to a channel and a reader, was refused by another channel, braked
    once, and asked by people; and its port.
    """
    guild = server.add_guild("Lab")
    fine = guild.add_text_channel("papers")
    deny: dict[User | Role, Overwrite] = {guild.bot_role: Overwrite(deny=Permission.SEND_MESSAGES)}
    silent = guild.add_text_channel("silent", deny)
    ada = server.add_user("ada")
    await due_digest(database, guild, fine)
    await due_digest(database, guild, silent)
    await due_readers(database, {ada.id: server.dm(ada).id})
    braked = [True]

    async def brake(request: web.Request, route: str) -> web.Response | None:
        if route == MESSAGE_CREATE and str(fine.id) in request.path and braked:
            braked.clear()
            return await a_refusal_for_pace(request)
        return None

    async def broken(_request: web.Request) -> web.Response:
        return web.Response(status=400)

    server.before(brake)
    site.instead = {(NOW - timedelta(days=3)).date(): broken}
    async with paperboy(server, site, database, PAPERBOY_HEALTH__PORT="0") as bot:
        await server.message_in(fine)
        await server.message_in(server.dm(ada))
        await event(bot, "part_refused")
        await ada.slash(fine, "paper", {"title": "robots fold laundry"})
        await ada.autocomplete(fine, "paper", "title", "robots fold")
        message = server.messages(fine)[0]
        await ada.click(message, message.custom_id("Why these?"))
        yield bot, await port_of(bot)
        assert await bot.stop() == 0


async def test_what_was_done_is_counted(
    busy: tuple[BotProcess, int], http: aiohttp.ClientSession
) -> None:
    """Deliveries by outcome, lateness, the queue, 429, sources, answers, titles, the build."""
    _, port = busy
    families = await exported(http, port)

    sent = {"outcome": "sent"}
    assert value(families, "paperboy_deliveries_total", place="channel", **sent) == 1
    assert value(families, "paperboy_deliveries_total", place="dm", **sent) == 1
    assert value(families, "paperboy_deliveries_total", outcome="refused") == 1
    reason = {"reason": "missing_permission"}
    assert value(families, "paperboy_delivery_refusals_total", **reason) == 1
    assert value(families, "paperboy_delivery_lateness_seconds_count") == 2
    # Due two to three minutes before this test began.
    assert value(families, "paperboy_delivery_lateness_seconds_bucket", le="60.0") == 0
    assert value(families, "paperboy_delivery_lateness_seconds_bucket", le="900.0") == 2
    assert value(families, "paperboy_editions_total", content="papers") == 3
    assert value(families, "paperboy_open_parts") == 0
    assert value(families, "paperboy_due_subscriptions") == 0

    assert value(families, "paperboy_rate_limited_total", scope="shared") == 1
    assert value(families, "paperboy_rate_limited_total") == 1
    assert value(families, "paperboy_source_failures_total", source="huggingface") >= 1
    assert 0 <= value(families, "paperboy_source_age_seconds", source="huggingface") < 60
    assert value(families, "paperboy_titles_indexed") == 5 * 29

    answers = "paperboy_interaction_answer_seconds_count"
    assert value(families, answers, ask="command", name="paper") == 1
    assert value(families, answers, ask="autocomplete", name="paper") == 1
    assert value(families, answers, ask="component", name="why") == 1
    assert value(families, answers) == 3
    assert 0 < value(families, answers.replace("count", "sum")) < 3
    assert value(families, "paperboy_interactions_unanswered_total") == 0

    assert value(families, "paperboy_ticks_total") >= 1
    assert value(families, "paperboy_tick_age_seconds") < 60
    assert value(families, "paperboy_check_ok") == 4
    (build,) = families["paperboy_build_info"].samples
    assert build.labels.keys() == {"version", "python", "discord_py"}


async def test_no_label_tells_who_or_where(
    busy: tuple[BotProcess, int], http: aiohttp.ClientSession
) -> None:
    """Neither ids nor what was typed: a label has values that stand in the code."""
    _, port = busy
    for family in (await exported(http, port)).values():
        for sample in family.samples:
            for name, label in sample.labels.items():
                assert name == "le" or not any(c.isdigit() for c in label) or "build" in family.name
                assert "laundry" not in label


async def test_everything_logged_about_a_delivery_names_it(
    busy: tuple[BotProcess, int], database: Path
) -> None:
    """Subscription and occurrence, also in what discord.py says while it is on its way."""
    bot, _ = busy
    rows = "SELECT subscription, occurrence FROM delivery"
    delivered = {(one, str(two)) for one, two in query(database, rows)}
    lines = [json.loads(line) for line in bot.errors]
    about = [
        line
        for line in lines
        if line["event"].startswith(("part_", "edition_made", "We are being rate limited"))
    ]
    assert {line["event"].split(".")[0] for line in about} == {
        "edition_made",
        "part_refused",
        "part_sent",
        "We are being rate limited",
    }
    for line in about:
        assert (line["subscription"], line["occurrence"]) in delivered, line


async def test_who_got_no_answer_is_counted(
    site: PapersSite, database: Path, http: aiohttp.ClientSession
) -> None:
    """An answer that Discord did not take any more is none."""
    async with DiscordServer(Settings(interaction_limit=0.0)) as server:
        channel = server.add_guild("Lab").add_text_channel("papers")
        ada = server.add_user("ada")
        async with paperboy(server, site, database, PAPERBOY_HEALTH__PORT="0") as bot:
            port = await port_of(bot)
            await server.ready()
            with pytest.raises(NoAnswer):
                await ada.slash(channel, "paper", {"title": "robots fold laundry"})
            await bot.line('"event": "interaction_too_late"')
            families = await exported(http, port)
            assert value(families, "paperboy_interactions_unanswered_total", ask="command") == 1
            assert value(families, "paperboy_interaction_answer_seconds_count") == 0
            assert await bot.stop() == 0


async def test_healthz_is_red_while_the_database_takes_no_commit(
    server: DiscordServer, site: PapersSite, database: Path, http: aiohttp.ClientSession
) -> None:
    """Another program that holds the file is a fault within seconds; /metrics still answers and
    does not know the queue. Once the file is free, all is well again.
    """
    server.add_guild("Lab")
    async with paperboy(server, site, database, PAPERBOY_HEALTH__PORT="0") as bot:
        port = await port_of(bot)
        await event(bot, "clock_started")
        await health_becomes(http, port, 200)
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            found = await health_becomes(http, port, 503)
            assert found["database"] != "ok"
            assert found["gateway"] == "ok"
            families = await exported(http, port)
            assert value(families, "paperboy_check_ok", check="database") == 0
            assert value(families, "paperboy_check_ok", check="gateway") == 1
            (parts,) = families["paperboy_open_parts"].samples
            assert math.isnan(parts.value)
            other.execute("ROLLBACK")
        await health_becomes(http, port, 200, database="ok")
        assert await bot.stop() == 0


async def test_healthz_is_red_while_the_clock_cannot_tick(
    server: DiscordServer, site: PapersSite, database: Path, http: aiohttp.ClientSession
) -> None:
    """A tick that fails each time is no tick. Once it succeeds, all is well again."""
    server.add_guild("Lab")
    async with paperboy(server, site, database, IMPATIENT, PAPERBOY_HEALTH__PORT="0") as bot:
        port = await port_of(bot)
        await event(bot, "clock_started")
        await health_becomes(http, port, 200, tick="ok")
        query(database, "ALTER TABLE user RENAME TO lost")
        await event(bot, "job_failed")
        found = await health_becomes(http, port, 503, tick="no tick for")
        assert found["database"] == found["gateway"] == "ok"
        query(database, "ALTER TABLE lost RENAME TO user")
        await health_becomes(http, port, 200, tick="ok")
        assert await bot.stop() == 0


def rules() -> list[dict[str, Any]]:
    """Return the alert rules."""
    read = yaml.safe_load((OPS / "alerts.yaml").read_text("utf-8"))
    return [rule for group in read["groups"] for rule in group["rules"]]


def dashboard() -> dict[str, Any]:
    """Return the dashboard."""
    return json.loads((OPS / "grafana-dashboard.json").read_text("utf-8"))


def expressions(tree: object) -> Iterator[str]:
    """Return every expression within a dashboard."""
    if isinstance(tree, dict):
        for key, one in tree.items():
            if key == "expr":
                yield str(one)
            else:
                yield from expressions(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from expressions(one)


def labels_of(families: Exported) -> dict[str, set[str]]:
    """Return the labels that each exported series may have, by its name. A family without series
    (nothing of it has happened) has none.
    """
    found: dict[str, set[str]] = {}
    for family in families.values():
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


async def test_ops_asks_for_what_is_there_and_shows_all_of_it(
    busy: tuple[BotProcess, int], http: aiohttp.ClientSession
) -> None:
    """Every series that an alert or a panel names is exported by a real process, with the labels
    it is asked for; every metric that is exported says what it is, and has its place on the
    dashboard.
    """
    _, port = busy
    families = await exported(http, port)
    there = labels_of(families)
    there["up"] = set()  # Prometheus' own
    panels = list(expressions(dashboard()))
    for expression in [str(rule["expr"]) for rule in rules()] + panels:
        asked = query_of(expression)
        assert asked.selectors or expression == "time()", expression
        for one in asked.selectors:
            assert one.name in there, f"{one.name} in {expression}"
            assert one.labels <= there[one.name] | BY_THE_SCRAPER, f"{one} in {expression}"
        for label, selectors in asked.grouped:
            for one in selectors:
                assert label in there[one.name] | BY_THE_SCRAPER, f"{label} in {expression}"
    shown = {one.name for expression in panels for one in query_of(expression).selectors}
    for family in families.values():
        assert family.documentation, family.name
        assert family.samples, family.name
        assert shown & {sample.name for sample in family.samples}, f"{family.name} is nowhere shown"
    told = re.findall(r"`(paperboy_[a-z_]+)", (OPS / "README.md").read_text("utf-8"))
    names = families.keys() | there.keys()
    assert set(told) <= names
    assert {name for name in families if name.startswith("paperboy_")} <= {
        name.removesuffix("_total") for name in told
    }


def test_every_alert_says_what_to_do() -> None:
    """A name of its own, how bad it is, what it is about, and the remedy."""
    names = [rule["alert"] for rule in rules()]
    assert len(names) == len(set(names))
    for rule in rules():
        assert rule["alert"].startswith("Paperboy")
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert rule["annotations"].keys() == {"summary", "description"}
        assert len(rule["annotations"]["description"]) > 80
        assert len(rule["annotations"]["summary"]) < 100


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")
def test_promtool_takes_the_rules() -> None:
    """Prometheus' own checker has nothing to say."""
    command = ["promtool", "check", "rules", "--lint-fatal", str(OPS / "alerts.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_dashboard_can_be_imported() -> None:
    """It has a uid and no id, asks for its data source, and no two panels share a place."""
    board = dashboard()
    assert (board["uid"], board["id"], board["title"]) == ("paperboy", None, "Paperboy")
    assert board["schemaVersion"] >= 36
    sources = [one for one in board["templating"]["list"] if one["type"] == "datasource"]
    assert [(one["name"], one["query"]) for one in sources] == [("datasource", "prometheus")]
    taken: set[tuple[int, int]] = set()
    ids: set[int] = set()
    for panel in board["panels"]:
        place = panel["gridPos"]
        cells = {
            (place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])
        }
        assert not cells & taken, panel["title"]
        assert max(x for x, _ in cells) < 24, panel["title"]
        taken |= cells
        assert panel["id"] not in ids
        ids.add(panel["id"])
        if panel["type"] != "row":
            assert panel["datasource"]["uid"] == "${datasource}", panel["title"]
            assert panel["description"], panel["title"]


@pytest.mark.parametrize(
    "wrong",
    [
        "sum(rate(a_total[5m])",
        "sum by place (rate(a_total[5m]))",
        "rate(a_total)",
        "increase(a_total[5 minutes])",
        'a{b="c}',
        "a > ",
        "a b",
        "sums(a)",
    ],
)
def test_what_is_no_expression_is_a_fault(wrong: str) -> None:
    """The reader of expressions is not taken in."""
    with pytest.raises(ValueError, match=r"."):
        query_of(wrong)
