"""What can go wrong with the file, told with its path and, where there is one, the remedy.

StorageError
├── DatabaseFileError       something is wrong with the file at `path`
│   ├── DatabaseUnusable    it can be neither opened nor created
│   ├── NotADatabase        it belongs to another program, or is damaged
│   ├── DatabaseTooNew      a newer Paperboy wrote it
│   ├── DatabaseTooOld      an older one did, and it is only to be looked at
│   ├── MigrationError      a step to a newer version failed; the file is as it was
│   └── BackupError         a copy could not be made
├── AlreadyRunning          another process holds the database
├── StatementError          SQLite refused a statement: busy, full, damaged
└── EditionFormatError      a stored edition cannot be read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.holder import Holder


class StorageError(Exception):
    """Any failure of storage."""


class DatabaseFileError(StorageError):
    """`path` is the file, `reason` what is wrong with it, `remedy` what mends it."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


class DatabaseUnusable(DatabaseFileError):
    """The file can be neither opened nor created: a folder, no permission, no such disk."""


class NotADatabase(DatabaseFileError):
    """The file is none of Paperboy's: another program's database, no database, or damaged."""


class DatabaseTooNew(DatabaseFileError):
    """The file has version `version`; this Paperboy knows versions up to `ours`."""

    def __init__(self, path: Path, version: int, ours: int) -> None:
        super().__init__(
            path,
            f"it has version {version}, this Paperboy knows up to version {ours}",
            f"install the newer Paperboy again, or put the copy {path.name}.before-{version} back",
        )
        self.version = version
        self.ours = ours


class DatabaseTooOld(DatabaseFileError):
    """The file has version `version` and was opened for looking at: it is not brought to `ours`."""

    def __init__(self, path: Path, version: int, ours: int) -> None:
        super().__init__(
            path,
            f"it has version {version}, this Paperboy reads version {ours}",
            "`paperboy run` brings it there, and keeps a copy of it as it is",
        )
        self.version = version
        self.ours = ours


class MigrationError(DatabaseFileError):
    """The step to `version` failed and was undone."""

    def __init__(self, path: Path, version: int, name: str, cause: str) -> None:
        super().__init__(
            path,
            f"migration {version} ({name}) failed: {cause}",
            "the database is as it was before; run the Paperboy that it came from and report this",
        )
        self.version = version


class BackupError(DatabaseFileError):
    """A copy could not be made at `path`; nothing is left there."""


class AlreadyRunning(StorageError):
    """Another process, `holder`, uses the database; None where it did not say who it is."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(f"{path}: in use by {holder or 'another process'}")
        self.path = path
        self.holder = holder


class StatementError(StorageError):
    """SQLite refused a statement on the file at `path`."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class EditionFormatError(StorageError):
    """A stored edition is damaged or of an unknown format."""
