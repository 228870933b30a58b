"""Answers kept on disk, so that a source is asked whether anything changed, not for all of it.

    ask ─▶ find(address) ─▶ If-None-Match, If-Modified-Since ─▶ 304: the body kept · 200: keep(…)

Rules everything here obeys:

- What is kept is never used without asking: only the source's 304 makes it an answer. So there is
  no freshness to compute, and news is never late by somebody's ``max-age``.
- Only a 200 that has an ``ETag`` or ``Last-Modified`` is kept, and none that says ``no-store`` or
  ``Vary: *`` (RFC 9111). A request with headers of its own (a key may be among them) is none of
  this: neither kept nor asked conditionally.
- One file an answer: a line of JSON, then the body, whose SHA-256 stands in the line. It is written
  beside and moved into place. Together at most `most_bytes`, and `most_answers`: the longest unused
  go first.
- There may be a key in an address. So it is kept as its hash, and the next page's in a form that
  only whoever has the address can read.
- It is a cache. What is damaged is dropped, all of it, with one line in the log; a disk that cannot
  be written costs a line at the first time, and no answer.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog

from bot.sources.values import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORM = 2
_ENDING = ".answer"
_KEPT_HEADERS = ("etag", "last-modified", "content-type")

_log: Any = structlog.get_logger(__name__)


def answers_folder(database: Path) -> Path:
    """Where the answers are kept: ``paperboy.answers`` beside ``paperboy.db``."""
    return database.with_name(f"{database.stem}.answers")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was. `headers` are those that matter, lower-case."""

    headers: dict[str, str]
    body: bytes
    next_page: str | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask whether it is still so."""
        asked = {
            "If-None-Match": self.headers.get("etag"),
            "If-Modified-Since": self.headers.get("last-modified"),
        }
        return {name: value for name, value in asked.items() if value is not None}


class AnswerCache:
    """A folder of answers. Its methods are safe from many tasks; the disk is read beside the loop.

    Nothing is touched before the first use.
    """

    def __init__(
        self,
        folder: Path,
        *,
        most_bytes: int = 64 * 1024 * 1024,
        most_answers: int = 1_000,
    ) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._most_answers = most_answers
        self._busy = threading.Lock()
        self._told = False

    async def find(self, address: str) -> Kept | None:
        """The answer that is kept of an address."""
        return await asyncio.to_thread(self._find, address)

    async def keep(
        self, address: str, headers: Mapping[str, str], body: bytes, next_page: str | None = None
    ) -> None:
        """Keep a 200, if it may and need be kept; else forget what is kept of the address."""
        await asyncio.to_thread(self._keep, address, headers, body, next_page)

    async def forget(self, address: str) -> None:
        """Keep nothing of an address."""
        await asyncio.to_thread(self._forget, address)

    def _forget(self, address: str) -> None:
        with self._busy:
            try:
                self._path(address).unlink(missing_ok=True)
            except OSError as error:
                self._drop(error)

    def _find(self, address: str) -> Kept | None:
        path = self._path(address)
        with self._busy:
            try:
                head, _, body = path.read_bytes().partition(b"\n")
                kept = _read(head, body, address)
                os.utime(path)
            except FileNotFoundError:
                return None
            except (OSError, ValueError) as error:
                self._drop(error)
                return None
        return kept

    def _keep(
        self, address: str, headers: Mapping[str, str], body: bytes, next_page: str | None
    ) -> None:
        path = self._path(address)
        told = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
        with self._busy:
            try:
                if not _may_be_kept(headers) or len(body) > self._most_bytes // 4:
                    path.unlink(missing_ok=True)
                    return
                self._folder.mkdir(parents=True, exist_ok=True)
                digest = hashlib.sha256(body).hexdigest()
                head = {"form": _FORM, "address": _hashed(address), "headers": told}
                head |= {
                    "sha256": digest,
                    "next": next_page and _masked(next_page.encode(), address).hex(),
                }
                beside = path.with_suffix(".part")
                beside.write_bytes(json.dumps(head).encode() + b"\n" + body)
                beside.replace(path)
                self._tidy()
            except OSError as error:
                if not self._told:
                    _log.warning("answers_not_kept", folder=str(self._folder), error=str(error))
                self._told = True

    def _tidy(self) -> None:
        """Let go what is too much, the longest unused first, and what was left half written."""
        with os.scandir(self._folder) as entries:
            files = [(one.stat(), one.path) for one in entries if one.is_file()]
        files.sort(key=lambda file: (not file[1].endswith(_ENDING), -file[0].st_mtime_ns))
        total = 0
        for place, (stat, path) in enumerate(files):
            total += stat.st_size
            fits = total <= self._most_bytes and place < self._most_answers
            if not fits or not path.endswith(_ENDING):
                os.unlink(path)  # noqa: PTH108 - scandir tells paths as text

    def _drop(self, error: Exception) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        _log.warning("answers_dropped", folder=str(self._folder), error=str(error)[:200])

    def _path(self, address: str) -> Path:
        return self._folder / (_hashed(address) + _ENDING)


def _hashed(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()


def _masked(text: bytes, address: str) -> bytes:
    """A text made unreadable without the address, and one that was made so readable with it."""
    mask = hashlib.shake_256(address.encode()).digest(len(text))
    return bytes(one ^ other for one, other in zip(text, mask, strict=True))


def _read(head: bytes, body: bytes, address: str) -> Kept:
    """What a file holds. Raises ValueError where it is not as it was written."""
    told: object = json.loads(head)
    if not is_object(told) or told.get("form") != _FORM or told.get("address") != _hashed(address):
        raise ValueError("an answer of another form")
    if told.get("sha256") != hashlib.sha256(body).hexdigest():
        raise ValueError("a damaged answer")
    raw, following = told.get("headers"), told.get("next")
    headers = (
        {key: value for key, value in raw.items() if isinstance(value, str)}
        if (is_object(raw))
        else {}
    )
    if not isinstance(following, str):
        return Kept(headers, body)
    return Kept(headers, body, _masked(bytes.fromhex(following), address).decode())


def _may_be_kept(headers: Mapping[str, str]) -> bool:
    said = headers.get("cache-control", "").lower()
    varies = {one.strip() for one in headers.get("vary", "").split(",")}
    known = "etag" in headers or "last-modified" in headers
    return known and "no-store" not in said and "*" not in varies
