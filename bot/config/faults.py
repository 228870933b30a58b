"""Faults of a configuration, in sentences for whoever wrote it; loaded only where there are some.

Each begins with the key it is about. Entries are counted as people do: what pydantic calls
``sources.feeds.0.url`` is ``sources.feeds, the 1st entry: url``. A value that may be a secret, put
where a file's path should be, is not repeated.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from bot.config.section import BETWEEN, PREFIX, Section
from bot.config.settings import Settings

if TYPE_CHECKING:
    import tomllib

    from pydantic_core import ErrorDetails

_LONGEST_SHOWN: Final = 100
_SECRET_LENGTH: Final = 24  # letters; keys and tokens have more
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}
_TEENS: Final = range(11, 14)
_PLACE_IN_TOML: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_Sentence = str | Callable[[Mapping[str, Any]], str]
_WHOLE: Final = "should be a whole number"
_NUMBER: Final = "should be a number"
_SWITCH: Final = "should be true or false"
_TABLE: Final = "should be a table: its keys with their values"
_SENTENCES: Final[Mapping[str, _Sentence]] = {
    "int_parsing": _WHOLE,
    "int_parsing_size": "should be a smaller number",
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": _SWITCH,
    "bool_type": _SWITCH,
    "string_type": "should be text in quotes",
    "path_type": "should be a path in quotes",
    "list_type": "should be a list in brackets",
    "model_type": _TABLE,
    "dict_type": _TABLE,
    "missing": "is missing",
    "literal_error": lambda told: f"should be one of {told['expected']}",
    "greater_than": lambda told: f"should be more than {told['gt']:g}",
    "greater_than_equal": lambda told: f"should be at least {told['ge']:g}",
    "less_than": lambda told: f"should be less than {told['lt']:g}",
    "less_than_equal": lambda told: f"should be at most {told['le']:g}",
    "string_too_short": "should not be empty",
    "string_too_long": lambda told: f"should have at most {told['max_length']} letters",
    "value_error": lambda told: str(told["error"]),
}
"""By pydantic's name for the fault."""


def sentence(fault: ErrorDetails) -> str:
    """Say what is wrong with one value, where, and what it is."""
    loc = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return no_such(loc)
    told = _SENTENCES.get(fault["type"], fault["msg"])
    if not isinstance(told, str):
        told = told(fault.get("ctx", {}))
    if fault["type"] == "missing":
        return f"{_place(loc)}{told}"
    meant = ""
    if fault["type"] == "literal_error":
        meant = _meant(str(fault["input"]), re.findall(r"'([^']+)'", told))
    return f"{_place(loc)}{told}{_shown(loc, fault['input'])}{meant}"


def no_such(loc: Sequence[str | int]) -> str:
    """Say that there is no such key, and which one may be meant."""
    *before, last = loc
    key = str(last)
    keys = [one for one in _keys(before) if one != "token"]
    meant = _meant(key, keys)
    if not meant:
        sections = [one for one in _keys(()) if one != "token" and key in _keys((one,))]
        meant = f"; did you mean {sections[0]}.{key}?" if sections else ""
    if any(isinstance(part, int) for part in loc):
        return f"{_place(loc)}is no key; there are {', '.join(keys)}{meant}"
    return f"{_place(loc)}there is no such key{meant or '; config.example.toml names them all'}"


def no_toml(path: Path, error: tomllib.TOMLDecodeError | UnicodeDecodeError) -> str:
    """Say where a file stops being TOML, and why."""
    if isinstance(error, UnicodeDecodeError):
        return f"{path}: is no TOML, for it is no text in UTF-8"
    why, where = str(error), ""
    if found := _PLACE_IN_TOML.search(why):
        why = why[: found.start()]
        where = f", line {found[1]}, column {found[2]}" if found[1] else ", at its end"
    if why == "Invalid value":
        why = "invalid value; text stands in quotes"
    elif why.startswith("Cannot"):  # declare, overwrite, redefine …
        why = "a key or a section stands there twice"
    return f"{path}{where}: is no TOML: {why[:1].lower()}{why[1:]}"


def _place(loc: Sequence[str | int]) -> str:
    """Return where it is, and what stands between that and the sentence."""
    at = next((at for at, part in enumerate(loc) if isinstance(part, int)), None)
    if at is None:
        return f"{'.'.join(map(str, loc))}: "
    entry = f"{'.'.join(map(str, loc[:at]))}, the {_ordinal(int(loc[at]) + 1)} entry: "
    return entry + "".join(f"{part} " for part in loc[at + 1 :])


def _ordinal(number: int) -> str:
    last = 0 if number % 100 in _TEENS else number % 10
    return f"{number}{_ORDINALS.get(last, 'th')}"


def _shown(loc: Sequence[str | int], value: object) -> str:
    """Return a value in parentheses, with the variable that it comes from; "" for a table, a list,
    nothing, and what may be a secret.
    """
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, str | int | float):
        text = repr(value)
    elif isinstance(value, Path):
        text = repr(str(value))
    else:
        return ""
    if str(loc[-1]).endswith("_file") and "/" not in text and len(text) > _SECRET_LENGTH:
        return " (its value is not shown: it may be a secret)"
    if len(text) > _LONGEST_SHOWN:
        text = text[: _LONGEST_SHOWN - 1] + "…"
    name = f"{PREFIX}{BETWEEN.join(map(str, loc))}".upper()
    return f" ({name if name in map(str.upper, os.environ) else 'it'} is {text})"


def _meant(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word.lower(), known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _keys(loc: Sequence[str | int]) -> Collection[str]:
    """Return the keys of the table there, or of each in the list there; () are the sections."""
    model: type[Section] = Settings
    for part in loc:
        if isinstance(part, str):
            told = model.model_fields[part].annotation
            kinds = get_args(told) or (told,)
            model = next(one for one in kinds if isinstance(one, type) and issubclass(one, Section))
    return model.model_fields
