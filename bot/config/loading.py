"""Reading the settings: the file, the environment over it, and every fault at once."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bot.config.section import (
    BETWEEN,
    PREFIX,
    TOKEN_VARIABLE,
    UNLIKELY,
    from_environment,
    is_token,
    secret_of,
)
from bot.config.settings import Settings

if TYPE_CHECKING:
    from pydantic import SecretStr

DEFAULT_PATH = Path("config.toml")


class ConfigError(Exception):
    """The configuration cannot be used. `faults` has one line each, beginning with its key; the
    error's own words say how many there are.
    """

    def __init__(self, faults: list[str], path: Path | None) -> None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        where = f" {path}" if path is not None else ""
        super().__init__(f"{count} in the configuration{where}")
        self.faults = faults
        self.path = path


def load(path: Path | None = None) -> Settings:
    """Read the settings. A named file has to be there; `config.toml` is read where it is.

    Raises `ConfigError` with every fault.
    """
    used = path if path is not None else DEFAULT_PATH if DEFAULT_PATH.is_file() else None
    content = _read(used) if used is not None else {}
    faults = [
        f"{key}: there is no such key; config.example.toml names them all"
        for key in content
        if key.startswith("_")
    ]
    if "token" in content:
        faults.append(f"token: is a secret; give it as {TOKEN_VARIABLE} or in a file")
    if (token := from_environment(TOKEN_VARIABLE)) and not is_token(token):
        faults.append(f"{TOKEN_VARIABLE}: is {UNLIKELY}")
    told = {key: value for key, value in content.items() if key != "token" and key[:1] != "_"}
    faults += _overlay(told)
    try:
        settings = Settings.model_validate(told)
    except ValidationError as error:
        from bot.config.faults import sentence  # noqa: PLC0415 - seldom needed

        raise ConfigError([*faults, *map(sentence, error.errors())], used) from error
    if faults:
        raise ConfigError(faults, used)
    return settings.model_copy(update={"token": _token(settings, used)})


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ConfigError([f"{path}: no such file"], path) from error
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read: {error.strerror}"], path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        from bot.config.faults import no_toml  # noqa: PLC0415 - seldom needed

        raise ConfigError([no_toml(path, error)], path) from error


def _overlay(told: dict[str, Any]) -> list[str]:
    """Let the environment's keys win over the file's; return the faults of the variables' names.

    Done by hand: pydantic-settings would cost every start 50 ms and 6 MB.
    """
    faults: list[str] = []
    sections = Settings.model_fields.keys() - {"token"}
    for name, value in sorted(os.environ.items()):
        section, between, key = name.upper().removeprefix(PREFIX).lower().partition(BETWEEN)
        if not name.upper().startswith(PREFIX) or section not in sections:
            continue
        if not between:
            faults.append(f"{section}: {name} names no key; add it as in {name}{BETWEEN}KEY")
        elif isinstance(there := told.setdefault(section, {}), dict):
            told[section] = {**there, key: value}
    return faults


def _token(settings: Settings, used: Path | None) -> SecretStr | None:
    path = settings.discord.token_file
    try:
        return secret_of(TOKEN_VARIABLE, path)
    except (OSError, UnicodeDecodeError) as error:  # gone since it was looked at
        raise ConfigError([f"discord.token_file: {path} cannot be read: {error}"], used) from error
