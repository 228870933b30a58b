"""Asking a lookup service: one at a time, once, and not again for a while if it is too much."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.sources.asking import Asking
from bot.sources.errors import SourceRefused, SourceUnreachable

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream


async def test_what_it_does_not_know_is_an_answer(upstream: Upstream, client: PoliteClient) -> None:
    """404 and 410 are no fault; another refusal is."""
    asking = Asking(client, "house")
    assert await asking.get(upstream.says("/a", upstream.answer(b"{}", 404))) is None
    assert await asking.get(upstream.says("/b", upstream.answer(b"{}", 410))) is None
    with pytest.raises(SourceRefused) as refused:
        await asking.get(upstream.says("/c", upstream.answer(b"", 403)))
    assert (refused.value.status, refused.value.trouble) == (403, "refused")


async def test_a_request_is_tried_once(upstream: Upstream, client: PoliteClient) -> None:
    """Somebody waits, and there are other services."""
    address = upstream.says("/", upstream.answer(b"", 500), upstream.answer(b"fine"))
    with pytest.raises(SourceRefused):
        await Asking(client, "house").get(address)
    assert len(upstream.requests) == 1


async def test_requests_go_one_after_the_other_with_a_gap(
    upstream: Upstream, client: PoliteClient
) -> None:
    """However many ask at once, the service sees one connection at a time, in its pace."""
    address = upstream.says("/", upstream.answer(b"x"))
    asking = Asking(client, "house", gap=0.05)
    await asyncio.gather(*(asking.get(address) for _ in range(4)))
    gaps = [b - a for a, b in zip(upstream.moments, upstream.moments[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) > 0.04


@pytest.mark.parametrize("status", [429, 503])
async def test_who_is_asked_too_often_is_left_alone(
    upstream: Upstream, client: PoliteClient, status: int
) -> None:
    """After the refusal asking fails at once, without a request, until the silence is over."""
    address = upstream.says("/", upstream.answer(b"", status), upstream.answer(b"fine"))
    asking = Asking(client, "house", silence=0.2)
    with pytest.raises(SourceRefused):
        await asking.get(address)
    with pytest.raises(SourceRefused) as refused:
        await asking.get(address)
    assert refused.value.trouble == "busy"
    assert len(upstream.requests) == 1
    assert refused.value.retry_after is not None
    await asyncio.sleep(refused.value.retry_after)
    answer = await asking.get(address)
    assert answer is not None
    assert answer.body == b"fine"


async def test_a_service_may_ask_for_a_longer_silence(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Retry-After counts where it is the longer one, up to an hour."""
    address = upstream.says("/", upstream.answer(b"", 429, Retry_After="999999"))
    asking = Asking(client, "house", silence=0.01)
    with pytest.raises(SourceRefused):
        await asking.get(address)
    with pytest.raises(SourceRefused) as refused:
        await asking.get(address)
    assert refused.value.retry_after is not None
    assert 3_500 < refused.value.retry_after <= 3_600


async def test_whoever_gives_up_waiting_gives_the_turn_on(
    upstream: Upstream, client: PoliteClient
) -> None:
    """A deadline that passes within a request leaves the next one its turn."""
    gate = asyncio.Event()

    async def hang(_: asyncio.StreamWriter) -> None:
        await gate.wait()

    slow = upstream.says("/slow", hang)
    asking = Asking(client, "house")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await asking.get(slow)
    answer = await asking.get(upstream.says("/fast", upstream.answer(b"x")))
    gate.set()
    assert answer is not None


async def test_nobody_there_is_unreachable(client: PoliteClient) -> None:
    """A port where nobody listens."""
    with pytest.raises(SourceUnreachable) as caught:
        await Asking(client, "house").get("http://127.0.0.1:1/")
    assert caught.value.trouble == "unreachable"
