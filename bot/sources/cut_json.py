"""A list in JSON that breaks off: the entries before the break are whole, and are read.

    fetched whole ─▶ JSON · cut on the line, or at the source ─▶ its whole entries, and the fault

Rules everything here obeys:

- An entry counts where what closes it is there, and behind it the comma or the bracket that ends
  it; what stands behind the first entry that is not whole is not looked at.
- Each character is read once by the standard library's own decoder, which goes from entry to entry,
  and only so often: of a list of nothing but commas the beginning is enough.
- What was read is never taken for the whole: the fault is handed on, to be told in one line with
  how many came all the same, and no cache keeps it.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sources.errors import SourceAnswerInvalid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()

MOST_ENTRIES = 10_000
"""Entries that are read before a break, and members before ``items``: no list here has so many."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What came of a list. `fault` says why it is not the whole of it; None where it is."""

    answer: Answer
    data: object
    fault: SourceAnswerInvalid | None = None


async def polled_list(
    client: PoliteClient, source: str, address: str, params: Mapping[str, str] | None = None
) -> Listed:
    """A list that is asked for again and again, as far as it came. Raises what `PoliteClient.get`
    and `Answer.json` do where nothing of it is whole.
    """
    try:
        answer = await client.get(source, address, params=params, polled=True)
    except SourceAnswerInvalid as error:
        if error.begun is None:
            raise
        return Listed(error.begun, rescued(error.begun.body, error), error)
    try:
        return Listed(answer, answer.json())
    except SourceAnswerInvalid as error:
        await client.forget(answer)
        return Listed(answer, rescued(answer.body, error), error)


def rescued(body: bytes, fault: SourceAnswerInvalid) -> list[object]:
    """The whole entries of what a fault is about. Raises the fault where there is none."""
    entries = entries_before_cut(body)
    if not entries:
        raise fault
    return entries


def entries_before_cut(body: bytes) -> list[object]:
    """The whole entries of a list, or of the list that an object has as ``items``; the first
    `MOST_ENTRIES` of them.
    """
    try:
        # Half a letter at the end is none; anywhere else it is no text of ours.
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(body)
    except UnicodeDecodeError:
        return []
    at, _ = _mark(text, 0)
    entries: list[object] = []
    try:
        if text[at : at + 1] == "{":
            at = _items(text, at + 1)
        if text[at : at + 1] != "[":
            return []
        mark = ","
        while mark == "," and len(entries) < MOST_ENTRIES:
            entry, end = _DECODER.raw_decode(text, _mark(text, at + 1)[0])
            at, mark = _mark(text, end)
            if mark and mark in ",]":
                entries.append(entry)
    except (ValueError, RecursionError):  # the first that is not whole, or no JSON at all
        pass
    return entries


def _items(text: str, at: int) -> int:
    """Where the value of ``items`` begins, in an object whose members begin at `at`. Raises
    ValueError where it has none among its first `MOST_ENTRIES`, or breaks off before.
    """
    for _ in range(MOST_ENTRIES):
        key, end = _DECODER.raw_decode(text, _mark(text, at)[0])
        colon, mark = _mark(text, end)
        if not isinstance(key, str) or mark != ":":
            break
        begin, _ = _mark(text, colon + 1)
        if key == "items":
            return begin
        _, end = _DECODER.raw_decode(text, begin)
        at, mark = _mark(text, end)
        if mark != ",":
            break
        at += 1
    raise ValueError("no items")


def _mark(text: str, at: int) -> tuple[int, str]:
    """Where the next character stands that is no space, and that character; none at the end."""
    found = _SPACE.match(text, at)
    at = found.end() if found is not None else at
    return at, text[at : at + 1]
