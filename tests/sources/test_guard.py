"""Addresses that people add lead nowhere but into the public Internet, at every step."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.sources.errors import SourceForbidden, SourceUnreachable
from bot.sources.guard import Guard, is_public
from bot.sources.http import Limits, PoliteClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.sources.conftest import Upstream

LIMITS = Limits(connect=2, deadline=2, attempts=1, first_wait=0, jitter=0, spacing=0)

V4 = st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address)
V6 = st.integers(0, 2**128 - 1).map(ipaddress.IPv6Address)
UNICAST = st.integers(2**125, 2**126 - 1).map(ipaddress.IPv6Address)  # 2000::/3
INSIDE = st.sampled_from(
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 "
    "198.18.0.0/15 224.0.0.0/4 240.0.0.0/4".split()
).flatmap(
    lambda network: st.integers(0, ipaddress.IPv4Network(network).num_addresses - 1).map(
        lambda at: ipaddress.IPv4Network(network)[at]
    )
)


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.19.0.1 198.51.100.1 203.0.113.1
    224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::ffff:8.8.8.8 ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1
    64:ff9b:1::8.8.8.8 100::1 2001::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 4000::1
    5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2606:4700::1%eth0
    localhost 2130706433 0x7f.1 1.2.3 127.1 1.2.3.4.5
    """.split(),
)
def test_what_is_not_public(address: str) -> None:
    """Reserved, private, embedded, scoped, or no address at all."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", "8.8.8.8 1.1.1.1 100.63.0.1 172.32.0.1 2606:4700::1111 64:ff9b::8.8.8.8".split()
)
def test_what_is_public(address: str) -> None:
    """Also what a network without IPv4 reaches it by."""
    assert is_public(address)


@given(V4 | V6 | UNICAST)
@example(ipaddress.IPv4Address("192.0.0.9"))
def test_nothing_is_public_that_the_standard_library_knows_to_be_reserved(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    """Its lists are another reading of the same registries; ours are stricter."""
    nat64 = ipaddress.IPv6Network("64:ff9b::/96")
    if is_public(str(address)) and address not in nat64:
        assert address.is_global
        assert not address.is_multicast


@given(INSIDE)
def test_no_form_of_an_address_inside_is_public(address: ipaddress.IPv4Address) -> None:
    """As itself, and embedded in every form of IPv6 that leads to it."""
    number = int(address)
    prefixes = (0, 0xFFFF << 32, 0x64FF9B << 96, 0x64FF9B0001 << 80)
    forms: list[object] = [address, *(ipaddress.IPv6Address(one | number) for one in prefixes)]
    forms.append(ipaddress.IPv6Address((0x2002 << 112) | (number << 80)))
    forms.append(ipaddress.IPv6Address((0x20010000 << 96) | (number ^ 0xFFFF_FFFF)))
    assert not [one for one in forms if is_public(str(one))]


class Names:
    """A name service: each name has its answers in order, the last one for ever."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Sequence[str]]] = {}
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        """Say what is next."""
        assert port
        self.asked.append(host)
        if host not in self.answers:
            raise OSError("no such name")
        queue = self.answers[host]
        return queue.pop(0) if len(queue) > 1 else queue[0]


@pytest.fixture
def names() -> Names:
    """Nothing has a name yet."""
    return Names()


@pytest.fixture
async def guarded(upstream: Upstream, names: Names) -> AsyncIterator[PoliteClient]:
    """A guarded client to which 127.0.0.1 alone is public, at the server's port and its next."""
    port = int(upstream.address.rpartition(":")[2])
    guard = Guard(
        resolver=names.resolve,
        allows=lambda address: address == "127.0.0.1",
        ports={port, port + 1},
    )
    async with PoliteClient(user_agent="t", limits=LIMITS, guard=guard) as client:
        yield client.guarded()


def named(upstream: Upstream, host: str, path: str = "/a") -> str:
    """An address at the server by a name of its own."""
    return f"http://{host}:{upstream.address.rpartition(':')[2]}{path}"


async def test_the_connection_goes_to_the_address_that_was_checked(
    upstream: Upstream, guarded: PoliteClient, names: Names
) -> None:
    """The name is resolved once a request, stays in the Host header and in the answer's address;
    a name that leads inside the next time is refused then.
    """
    names.answers["feed.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    upstream.says("/a", upstream.answer(b"fine"))
    address = named(upstream, "feed.example")
    answer = await guarded.get("feed", address)
    assert (answer.body, answer.address) == (b"fine", address)
    assert names.asked == ["feed.example"]
    assert "Host: feed.example:" in upstream.requests[0]
    with pytest.raises(SourceForbidden) as caught:
        await guarded.get("feed", address)
    assert (caught.value.reason, caught.value.trouble) == ("private", "refused")
    assert len(upstream.requests) == 1


async def test_one_address_inside_is_enough_to_refuse_a_name(
    upstream: Upstream, guarded: PoliteClient, names: Names
) -> None:
    """Whatever stands beside it."""
    names.answers["feed.example"] = [["127.0.0.1", "10.0.0.1"]]
    with pytest.raises(SourceForbidden, match="private"):
        await guarded.get("feed", named(upstream, "feed.example"))
    assert upstream.requests == []


async def test_every_redirect_is_checked(
    upstream: Upstream, guarded: PoliteClient, names: Names
) -> None:
    """By name, by address, by port and by scheme; one that stays outside is followed."""
    names.answers |= {"feed.example": [["127.0.0.1"]], "other.example": [["127.0.0.1"]]}
    names.answers |= {"inside.example": [["192.168.0.7"]], "127.0.0.2": [["127.0.0.2"]]}
    upstream.says("/b", upstream.answer(b"there"))
    for target, reason in (
        (named(upstream, "inside.example"), "private"),
        (named(upstream, "127.0.0.2"), "private"),
        ("http://other.example:22/", "port"),
        (named(upstream, "a:b@other.example"), "credentials"),
    ):
        upstream.says("/a", upstream.answer(status=302, Location=target))
        with pytest.raises(SourceForbidden) as caught:
            await guarded.get("feed", named(upstream, "feed.example"))
        assert caught.value.reason == reason
    away = upstream.answer(status=302, Location=named(upstream, "other.example", "/b"))
    upstream.says("/a", away)
    assert (await guarded.get("feed", named(upstream, "feed.example"))).body == b"there"


async def test_no_connection_of_one_name_is_used_for_another(names: Names) -> None:
    """Each request has its own, though the address is the same and the server would go on."""
    heads: list[list[str]] = []
    open_ends = set[asyncio.Task[None]]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine: list[str] = []
        heads.append(mine)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                mine.append((await reader.readuntil(b"\r\n\r\n")).decode())
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
        writer.close()
        await writer.wait_closed()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_ends.add(asyncio.get_running_loop().create_task(serve(reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    names.answers |= {"one.example": [["127.0.0.1"]], "two.example": [["127.0.0.1"]]}
    guard = Guard(resolver=names.resolve, allows=lambda _: True, ports={port})
    async with PoliteClient(user_agent="t", limits=LIMITS, guard=guard) as client:
        for host in ("one.example", "two.example"):
            assert (await client.guarded().get("feed", f"http://{host}:{port}/")).body == b"x"
    server.close()
    await asyncio.gather(*open_ends)
    assert [len(one) for one in heads] == [1, 1]


async def test_a_name_without_an_address_is_unreachable(
    upstream: Upstream, guarded: PoliteClient, names: Names
) -> None:
    """It is no forbidden one; neither is one at which nobody listens."""
    names.answers["empty.example"] = [[]]
    names.answers["closed.example"] = [["127.0.0.1"]]
    port = int(upstream.address.rpartition(":")[2])
    for address in (
        named(upstream, "nobody.example"),
        named(upstream, "empty.example"),
        f"http://closed.example:{port + 1}/",
    ):
        with pytest.raises(SourceUnreachable):
            await guarded.get("feed", address)


async def test_the_real_resolver_and_rules_keep_loopback_out(upstream: Upstream) -> None:
    """In every way to write it; the operator's own addresses are not guarded."""
    upstream.says("/a", upstream.answer(b"inside"))
    async with PoliteClient(user_agent="t", limits=LIMITS) as client:
        assert (await client.get("own", f"{upstream.address}/a")).body == b"inside"
        for host in "127.0.0.1 localhost 2130706433 0x7f.1 127.1 0.0.0.0 [::1]".split():
            with pytest.raises((SourceForbidden, SourceUnreachable)):
                await client.guarded().get("feed", f"http://{host}/a")
    assert len(upstream.requests) == 1


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/feed", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("https://example.org:22/feed", "port"),
        ("https://ada:secret@example.org/feed", "credentials"),
        ("https://inside.example/feed", "private"),
        ("http://[::1]/feed", "private"),
    ],
)
async def test_an_address_can_be_checked_before_it_is_added(
    names: Names, address: str, reason: str
) -> None:
    """The reason is told; what is fine raises nothing."""
    names.answers |= {"inside.example": [["10.0.0.1"]], "::1": [["::1"]]}
    names.answers["example.org"] = [["8.8.8.8"]]
    guard = Guard(resolver=names.resolve)
    with pytest.raises(SourceForbidden) as caught:
        await guard.check("added", address)
    assert caught.value.reason == reason
    await guard.check("added", "https://example.org:8443/feed")
    for nothing in ("http://[", "http://xn--/", "http://nobody.example/", "http://a\x00b/"):
        with pytest.raises((SourceUnreachable, SourceForbidden)):
            await guard.check("added", nothing)
