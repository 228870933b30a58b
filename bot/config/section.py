"""What all sections of the configuration have in common: what the environment gives, and secrets.

A secret is never in the file: a variable of the environment has it, or a file of its own.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, SecretStr

TOKEN_VARIABLE = "DISCORD_TOKEN"  # noqa: S105 - a name, no token
S2_VARIABLE = "SEMANTIC_SCHOLAR_API_KEY"
TRANSLATION_VARIABLE = "TRANSLATION_API_KEY"
SUMMARIES_VARIABLE = "SUMMARIES_API_KEY"

PREFIX, BETWEEN = "PAPERBOY_", "__"
"""What stands before a section and before its key in the name of an environment variable."""

UNLIKELY = (
    "no bot's token, which has three parts with dots between them; "
    "copy it anew from the developer portal: Bot → Reset Token"
)

_TOKEN = re.compile(r"[\w=+/-]+(\.[\w=+/-]+){2}", re.ASCII)


class Section(BaseModel):
    """A table of the file; it has no key but those that are known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def words_of(value: object) -> object:
    """Read a list of plain words where the environment gives it as text: with commas or blanks
    between them, or in brackets as `tables_of` takes them. What is no text is left as it is.
    """
    if not isinstance(value, str) or value.lstrip().startswith("["):
        return tables_of(value)
    return value.replace(",", " ").split()


def tables_of(value: object) -> object:
    """Read a list where the environment gives it as text: as it stands in the file, or as JSON;
    nothing is an empty list. What is no text is left as it is. Raises `ValueError`.
    """
    if not isinstance(value, str):
        return value
    text = value.strip() or "[]"
    for read in (_toml_value, json.loads):
        try:
            found: object = read(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, list):
            return found  # pyright: ignore[reportUnknownVariableType] - the model looks into it
    raise ValueError("should be a list in brackets, as it stands in the file or as JSON")


def _toml_value(text: str) -> object:
    """Read a value as it stands behind a key. Raises `ValueError`, also where more follows it."""
    (value,) = tomllib.loads(f"value = {text}").values()
    return value


def is_token(text: str) -> bool:
    """Tell whether it may be a bot's token, as far as that can be seen."""
    return _TOKEN.fullmatch(text) is not None


def from_environment(variable: str) -> str:
    """Return a secret of the environment; "" without one."""
    return os.environ.get(variable, "").strip()


def holding(path: Path | None, variable: str, what: str) -> Path | None:
    """Check a secret's file, unless the environment has the secret; `ValueError` says what is."""
    if path is not None and not from_environment(variable):
        try:
            empty = not path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is no text"
            raise ValueError(f"cannot be read: {why}") from error
        if empty:
            raise ValueError(f"holds no {what}")
    return path


def named(model: str) -> str:
    """Return a model's name without spaces around it; `ValueError` where nothing is left."""
    if not model.strip():
        raise ValueError("is blank: name a model, or take the line out")
    return model.strip()


def secret_of(variable: str, path: Path | None) -> SecretStr | None:
    """Read a secret. The environment wins over the file."""
    if told := from_environment(variable):
        return SecretStr(told)
    return None if path is None else SecretStr(path.read_text("utf-8").strip())
