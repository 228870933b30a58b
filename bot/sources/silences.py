"""Until when a house is not to be asked, kept in a small file so that a restart does not forget it.

Rules everything here obeys:

- One file of JSON: by the house's hosts the instants (UTC) since when and until when. It is read
  when a house is asked for the first time and written when one says that it is asked too often:
  seldom, and less than a kilobyte. It is written beside and moved into place.
- What is damaged or cannot be read is no silence; what cannot be written costs a line in the log.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.sources.values import is_object, text_of

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 64 * 1024  # bytes that are looked at

_log: Any = structlog.get_logger(__name__)


def silences_file(database: Path) -> Path:
    """Where they are kept: ``paperboy.silences`` beside ``paperboy.db``."""
    return database.with_suffix(".silences")


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when a house is left alone, and until when; both in UTC."""

    since: datetime
    until: datetime


class Silences:
    """The file of them. Nothing is touched before the first use."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, house: str) -> Silence | None:
        """What was kept for a house, whether it is over or not."""
        told = self._read().get(house)
        if not is_object(told):
            return None
        try:
            since, until = (
                datetime.fromisoformat(text_of(told, key)) for key in ("since", "until")
            )
            return Silence(since.astimezone(UTC), until.astimezone(UTC))
        except (ValueError, OverflowError):
            return None

    def keep(self, house: str, silence: Silence) -> None:
        """Keep it, in place of the one before."""
        told = {"since": silence.since.isoformat(), "until": silence.until.isoformat()}
        beside = self._path.with_name(f"{self._path.name}.part")
        try:
            beside.write_text(json.dumps({**self._read(), house: told}), "utf-8")
            beside.replace(self._path)
        except OSError as error:
            _log.warning("silence_not_kept", path=str(self._path), error=str(error))

    def _read(self) -> dict[str, object]:
        try:
            with self._path.open("rb") as file:
                told: object = json.loads(file.read(_MOST))
        except (OSError, ValueError, RecursionError):
            return {}
        return told if is_object(told) else {}
