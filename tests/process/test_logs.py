"""Logs: one line an event, the libraries' too, and never a secret."""

from __future__ import annotations

import contextlib
import io
import json
import logging
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.process import logs

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "MTk4NjIy.not-a-real.token-of-anybody"


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    """Give logging back as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in ("httpx", "discord", "asyncio")}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()


def told(form: str, level: str = "info") -> tuple[str, list[str]]:
    """Log in every way that there is, with the secret in all of them; return text and lines."""
    text = io.StringIO()
    with contextlib.redirect_stderr(text):
        logs.configure(level, form, (TOKEN, ""))  # type: ignore[arg-type] - one of the forms
        log = structlog.stdlib.get_logger("bot.somewhere")
        log.info("opened", token=TOKEN, papers=3, path="a\nb")
        log.debug("unheard")
        logging.getLogger("discord.http").warning("with %s in it", TOKEN)
        logging.getLogger("httpx").info("unheard of")
        try:
            int(f"bad token {TOKEN}")
        except ValueError:
            log.exception("job_failed", job="beat")
            logging.getLogger("aiohttp").exception("it broke")
        logging.getLogger("asyncio").error("lost: %r", {"Authorization": f"Bot {TOKEN}"})
    return text.getvalue(), text.getvalue().splitlines()


@pytest.mark.parametrize("form", ["json", "console", "auto"])
@pytest.mark.parametrize("level", ["debug", "info"])
def test_the_token_is_never_logged(form: str, level: str) -> None:
    """Not as a value, not in a sentence, not in a traceback, not by a library."""
    text, _ = told(form, level)
    assert "opened" in text
    assert "job_failed" in text
    assert "[token]" in text
    assert not [piece for piece in (TOKEN, "not-a-real", "token-of-anybody") if piece in text]


@pytest.mark.parametrize("form", ["json", "auto"])
def test_machines_read_one_object_a_line(form: str) -> None:
    """Also where a value or a traceback has several lines; away from a terminal by itself."""
    _, lines = told(form)
    events = [json.loads(line) for line in lines]
    assert [event["event"] for event in events] == [
        "opened",
        "with [token] in it",
        "job_failed",
        "it broke",
        "lost: {'Authorization': 'Bot [token]'}",
    ]
    first = events[0]
    assert (first["level"], first["logger"], first["papers"]) == ("info", "bot.somewhere", 3)
    assert first["path"] == "a\nb"
    assert first["timestamp"].endswith("Z")
    assert "ValueError" in events[2]["exception"]


def test_people_read_a_line_without_colours_in_a_file() -> None:
    """Colours are for terminals."""
    text, _ = told("console")
    assert "\x1b[" not in text
    assert "job_failed" in text
    assert "Traceback" in text


def test_levels_are_kept() -> None:
    """What is below the level is not there; chatty libraries are heard from warnings on."""
    assert "unheard" not in told("json")[0]
    events = [json.loads(line)["event"] for line in told("json", "debug")[1]]
    assert "unheard" in events
    assert "unheard of" not in events
    assert "opened" not in told("json", "warning")[0]


def test_nothing_secret_hides_nothing() -> None:
    """An empty secret is none."""
    text = io.StringIO()
    with contextlib.redirect_stderr(text):
        logs.configure("info", "json", ("",))
        structlog.stdlib.get_logger("x").info("plain")
    assert json.loads(text.getvalue())["event"] == "plain"
