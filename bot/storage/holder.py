"""Who holds the lock of a database, as people are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: process id, host name, and since when."""

    pid: int
    host: str
    started: datetime

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}, since {self.started:%Y-%m-%d %H:%M} UTC"
