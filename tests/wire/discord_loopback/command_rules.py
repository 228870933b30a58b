"""Discord's rules for registered application commands.

Names of slash commands are lower case; the 8,000 characters of one command count its name,
description, options and choices, localisations at their longest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from .errors import Fault
from .rules import MAX_CHOICES, Path, length
from .settings import Json

CHAT, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
MAX_COMMANDS = {CHAT: 100, USER_MENU: 15, MESSAGE_MENU: 15}
MAX_OPTIONS, MAX_CHARACTERS = 25, 8000
_NAME = re.compile(r"[-_'\w]{1,32}")


def bulk_faults(commands: list[Json]) -> Iterator[Fault]:
    """What is wrong with a whole set of commands."""
    for kind, most in MAX_COMMANDS.items():
        if sum(command.get("type", CHAT) == kind for command in commands) > most:
            yield Fault(
                (), "APPLICATION_COMMANDS_TOO_MANY", f"At most {most} commands of type {kind}."
            )
    seen: set[tuple[object, object]] = set()
    for position, command in enumerate(commands):
        key = (command.get("type", CHAT), command.get("name"))
        if key in seen:
            yield Fault(
                (position, "name"),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        seen.add(key)
        yield from command_faults(command, (position,))


def command_faults(command: Json, path: Path = ()) -> Iterator[Fault]:
    """What is wrong with one command."""
    if command.get("type", CHAT) != CHAT:
        yield from length(command.get("name", ""), 1, 32, (*path, "name"))
        if command.get("description"):
            yield Fault(
                (*path, "description"),
                "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                "Context menu commands have no description",
            )
        return
    yield from _named(command, path)
    yield from _options(command.get("options") or [], (*path, "options"))
    if characters(command) > MAX_CHARACTERS:
        yield Fault(
            path,
            "APPLICATION_COMMAND_TOO_LARGE",
            f"Command exceeds maximum size ({characters(command)} > {MAX_CHARACTERS})",
        )


def characters(command: Json) -> int:
    """How many of the 8,000 characters a command or option takes."""
    own = _longest(command, "name") + _longest(command, "description")
    choices = sum(
        _longest(choice, "name") + len(str(choice.get("value", "")))
        for choice in command.get("choices") or []
    )
    return own + choices + sum(characters(option) for option in command.get("options") or [])


def _longest(item: Json, key: str) -> int:
    translations: dict[str, str] = item.get(f"{key}_localizations") or {}
    return max(len(text) for text in chain([item.get(key) or ""], translations.values()))


def _named(item: Json, path: Path) -> Iterator[Fault]:
    names: dict[Path, str] = {(*path, "name"): item.get("name", "")}
    for locale, name in (item.get("name_localizations") or {}).items():
        names[*path, "name_localizations", locale] = name
    for where, name in names.items():
        if not _NAME.fullmatch(name) or name != name.lower():
            yield Fault(where, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    yield from length(item.get("description", ""), 1, 100, (*path, "description"))
    for locale, text in (item.get("description_localizations") or {}).items():
        yield from length(text, 1, 100, (*path, "description_localizations", locale))


def _options(options: list[Json], path: Path) -> Iterator[Fault]:
    if len(options) > MAX_OPTIONS:
        yield Fault(path, "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_OPTIONS} or fewer in length.")
    optional_seen = False
    seen: set[object] = set()
    for position, option in enumerate(options):
        where = (*path, position)
        yield from _named(option, where)
        if option.get("name") in seen:
            yield Fault(
                (*where, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Names must differ."
            )
        seen.add(option.get("name"))
        if option.get("required") and optional_seen:
            yield Fault(
                where,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen |= not option.get("required")
        yield from _choices(option, where)
        if option.get("type") in (SUBCOMMAND, GROUP):
            yield from _options(option.get("options") or [], (*where, "options"))


def _choices(option: Json, path: Path) -> Iterator[Fault]:
    choices: list[Json] = option.get("choices") or []
    if len(choices) > MAX_CHOICES:
        yield Fault(
            (*path, "choices"),
            "BASE_TYPE_MAX_LENGTH",
            f"Must be {MAX_CHOICES} or fewer in length.",
        )
    if choices and option.get("autocomplete"):
        yield Fault(
            (*path, "autocomplete"),
            "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_FOUND",
            "An option has either choices or autocomplete",
        )
    for position, choice in enumerate(choices):
        yield from length(choice.get("name", ""), 1, 100, (*path, "choices", position, "name"))
        if isinstance(choice.get("value"), str):
            where = (*path, "choices", position, "value")
            yield from length(choice["value"], 1, 100, where)
