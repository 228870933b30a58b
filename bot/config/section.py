"""What all sections of the configuration have in common, and how they get at secrets.

A secret is never in the file: a variable of the environment has it, or a file of its own.
"""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, SecretStr

TOKEN_VARIABLE = "DISCORD_TOKEN"  # noqa: S105 - a name, no token
S2_VARIABLE = "SEMANTIC_SCHOLAR_API_KEY"
TRANSLATION_VARIABLE = "TRANSLATION_API_KEY"
SUMMARIES_VARIABLE = "SUMMARIES_API_KEY"


class Section(BaseModel):
    """A table of the file; it has no key but those that are known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def holding(path: Path | None, variable: str, what: str) -> Path | None:
    """Check a secret's file, unless the environment has the secret; `ValueError` says what is."""
    if path is not None and not os.environ.get(variable, "").strip():
        try:
            empty = not path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is no text"
            raise ValueError(f"cannot be read: {why}") from error
        if empty:
            raise ValueError(f"holds no {what}")
    return path


def secret_of(variable: str, path: Path | None) -> SecretStr | None:
    """Read a secret. The environment wins over the file."""
    if told := os.environ.get(variable, "").strip():
        return SecretStr(told)
    return None if path is None else SecretStr(path.read_text("utf-8").strip())
