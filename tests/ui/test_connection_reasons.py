"""Why a connection ended is told in a line, in the log and by `paperboy check` alike."""

from __future__ import annotations

import aiohttp
import pytest

from bot.ui.link.connection import in_short


async def test_a_place_where_nobody_listens_is_told_as_people_read_it() -> None:
    """Not as the library's objects."""
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientError) as caught:
            await http.get("http://127.0.0.1:1")
    told = in_short(caught.value)
    assert told.startswith("Cannot connect to host 127.0.0.1:1 ")
    assert "ConnectionKey" not in told


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (None, "it was closed"),
        (TimeoutError(), "TimeoutError"),
        (OSError("\n 503 \n<html>"), "503"),
        (OSError("x" * 10_000), "x" * 200),
    ],
)
def test_a_reason_is_one_short_line(error: BaseException | None, told: str) -> None:
    """Also where the error has no words, or a whole page of them."""
    assert in_short(error) == told
