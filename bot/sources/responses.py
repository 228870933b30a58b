"""What is read off an HTTP response: a body within bounds, what headers and addresses say."""

from __future__ import annotations

import zlib
from email.utils import parsedate_to_datetime

import httpx

from bot.sources.errors import SourceAnswerInvalid

_PORTS = 65_535
_GZIP = 16 + zlib.MAX_WBITS


class BodyCutError(Exception):
    """A body that ends before it is whole; `begun` is what came of it, decompressed."""

    def __init__(self, detail: str, begun: bytes) -> None:
        super().__init__(detail)
        self.begun = begun


async def read_body(source: str, address: str, response: httpx.Response, most: int) -> bytes:
    """The decompressed body; never more than `most` bytes in memory, whatever it claims to be.

    Raises BodyCutError, whose cause is the connection's fault where it was one; SourceAnswerInvalid
    (too_large, wrong_shape for an encoding that was not asked for); zlib.error.
    """
    too_large = SourceAnswerInvalid(source, address, "too_large", f"more than {most} bytes")
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > most:
        raise too_large
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", ""}:
        raise SourceAnswerInvalid(source, address, "wrong_shape", f"encoded as {encoding[:40]}")
    unpack = zlib.decompressobj(_GZIP) if encoding.endswith("gzip") else None
    body = bytearray()
    try:
        async for chunk in response.aiter_raw():
            room = most + 1 - len(body)
            body += chunk if unpack is None else unpack.decompress(chunk, room)
            if len(body) > most:
                raise too_large
    except (httpx.RemoteProtocolError, httpx.ReadError) as error:
        raise BodyCutError(str(error), bytes(body)) from error
    if unpack is not None and body and not unpack.eof:
        raise BodyCutError("compressed data ends early", bytes(body))
    return bytes(body)


def is_web(url: httpx.URL) -> bool:
    """Whether there is something to ask: a scheme we speak, a host, a port that exists."""
    port = url.port
    return url.scheme in {"http", "https"} and bool(url.host) and (port is None or port <= _PORTS)


def place_of(url: httpx.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port: what a request's own headers are for."""
    return url.scheme, url.host, url.port


def house_of(url: httpx.URL) -> str:
    """Host and port, as `Houses` knows them."""
    return f"{url.host}:{url.port or (443 if url.scheme == 'https' else 80)}"


def retry_after_of(headers: httpx.Headers) -> float | None:
    """Seconds from a Retry-After of seconds, or of a date measured against the answer's own."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and value.isascii():
        return float(value[:9])
    try:
        then, now = parsedate_to_datetime(value), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (then - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def next_page_of(response: httpx.Response) -> str | None:
    """The address of the Link header's next page, absolute."""
    target = response.links.get("next", {}).get("url")
    if not target:
        return None
    try:
        return str(response.url.join(target))
    except (httpx.InvalidURL, ValueError):
        return None
