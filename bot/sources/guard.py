"""What people add is asked only where everybody could ask it: never inside the operator's network.

Rules everything here obeys:

- Only http and https, at the ports of the web: 80, 443, and 8080 and 8443 where some have it. An
  address with a name and password in it is refused: those would stand in logs.
- A name is resolved once. Every address that it has must be public, and the connection goes to one
  of those very addresses: a second answer of the DNS is never asked for, so it cannot differ. The
  name stays in the Host header, and is what a certificate has to be for.
- Each request is a connection of its own: none that was opened for one name is used for another.
- Every redirect is a request like the first and is checked the same.
- Public is what IANA's special-purpose registries do not reserve: no loopback, private, link-local,
  shared (CGNAT), benchmark, documentation, multicast or reserved network, and in IPv6 nothing but
  global unicast, without 6to4, Teredo and mapped IPv4, which lead to IPv4 addresses unseen. NAT64
  (64:ff9b::/96) is how a network without IPv4 reaches it, and as public as the address within.

It asks directly, also where the environment names a proxy: a proxy would resolve names by itself.
The addresses in the operator's own configuration are the operator's, and are not guarded.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import TYPE_CHECKING, Final

import httpx

from bot.sources.errors import Forbidden, SourceForbidden, SourceUnreachable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Sequence

    Resolver = Callable[[str, int], Awaitable[Sequence[str]]]

PORTS: Final = frozenset({80, 443, 8080, 8443})

_USUAL = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4  # of a name's that are tried, one after the other

# https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast and class E.
_NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(one)
    for one in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 "
        "192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3"
    ).split()
)
# https://www.iana.org/assignments/iana-ipv6-special-registry, within global unicast.
_UNICAST = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(one)
    for one in "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split()
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address, as text, is one of the public Internet. What is no address is not."""
    try:
        told = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(told, ipaddress.IPv6Address):
        if told.scope_id is not None:
            return False
        if told not in _NAT64:
            return told in _UNICAST and not any(told in network for network in _NOT_PUBLIC_6)
        told = ipaddress.IPv4Address(int(told) & 0xFFFF_FFFF)
    return not any(told in network for network in _NOT_PUBLIC_4)


async def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as the system orders them. Raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


class ForbiddenAddressError(httpx.TransportError):
    """Raised by the transport; the client tells it as a `SourceForbidden`."""

    def __init__(self, reason: Forbidden) -> None:
        super().__init__(f"forbidden address: {reason}")
        self.reason: Forbidden = reason


class Guard:
    """Who says which addresses may be asked. The defaults are the rules above."""

    def __init__(
        self,
        *,
        resolver: Resolver = resolve,
        allows: Callable[[str], bool] = is_public,
        ports: Collection[int] = PORTS,
    ) -> None:
        self._resolver = resolver
        self._allows = allows
        self._ports = ports

    async def check(self, source: str, address: str) -> None:
        """Whether an address may be added at all, as things are now.

        Raises SourceForbidden; SourceUnreachable where it is none, or its host has no address.
        """
        try:
            await self.addresses(httpx.URL(address))
        except ForbiddenAddressError as error:
            raise SourceForbidden(source, address, error.reason) from error
        except (httpx.InvalidURL, OSError, ValueError) as error:
            raise SourceUnreachable(source, address, "is no address") from error

    async def addresses(self, url: httpx.URL) -> Sequence[str]:
        """Where to connect to, every one allowed. Raises ForbiddenAddressError, OSError."""
        usual = _USUAL.get(url.scheme)
        if usual is None or not url.host:
            raise ForbiddenAddressError("scheme")
        if url.userinfo:
            raise ForbiddenAddressError("credentials")
        port = url.port or usual
        if port not in self._ports:
            raise ForbiddenAddressError("port")
        found = await self._resolver(url.raw_host.decode("ascii").strip("[]"), port)
        if not all(map(self._allows, found)):
            raise ForbiddenAddressError("private")
        if not found:
            raise OSError("the name has no address")
        return found[:_MOST_ADDRESSES]


class GuardedTransport(httpx.AsyncBaseTransport):
    """Connects to checked addresses only."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._inner = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to an address of its host, the next one where nobody answers there."""
        try:
            addresses = await self._guard.addresses(request.url)
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(str(error) or "no such host") from error
        unheard: httpx.TransportError | None = None
        for address in addresses:
            try:
                return await self._inner.handle_async_request(_to(address, request))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                unheard = error
        raise unheard or httpx.ConnectError("no address")

    async def aclose(self) -> None:
        """Close what is open."""
        await self._inner.aclose()


def _to(address: str, request: httpx.Request) -> httpx.Request:
    """The same request, to an address; certificates are checked for the host's name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )
