"""Words: every visible string is looked up here by key, in one file a language.

The files are Fluent (projectfluent.org): plurals and sentences are a translator's matter, the code
gives a key and parameters. A key that a language lacks is taken from English; a key that English
lacks is an error in the code and raises `KeyError`, and a test holds every key that is used.

Parameters are text from outside more often than not, so they are never parsed as Fluent; escaping
them for Discord is the caller's (`ui.escape`).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from discord.app_commands import locale_str
from fluent.runtime import FluentBundle, FluentResource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

SOURCE_LANGUAGE = "en"
_HERE = "bot.ui.i18n"
_PARAMETER = 1_000
_OWN_NAME = re.compile(r"^language-name = (?P<name>.+)$", re.MULTILINE)
# A message begins a line with its key; the lines that belong to it are empty or indented.
_MESSAGE = re.compile(r"^(?P<key>[a-z][\w-]*) *=.*(?:\n(?:[ ].*)?)*", re.MULTILINE)


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first."""
    names = (entry.name for entry in resources.files(_HERE).iterdir())
    found = {name.removesuffix(".ftl") for name in names if name.endswith(".ftl")}
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


def own_name(language: str) -> str:
    """Return what a language is called in itself, read from its file's line and nothing more: to
    say it would take the language's numbers and dates, a megabyte each.
    """
    text = resources.files(_HERE).joinpath(f"{language}.ftl").read_text("utf-8")
    found = _OWN_NAME.search(text)
    return found["name"] if found else language


class _Dictionary:
    """A language's messages, each parsed when it is first said: all of them would take 50 ms and
    1.5 MB, and few are said in most languages.
    """

    def __init__(self, language: str) -> None:
        text = resources.files(_HERE).joinpath(f"{language}.ftl").read_text("utf-8")
        self._unread = {match["key"]: match[0] for match in _MESSAGE.finditer(text)}
        self._bundle = FluentBundle([language], use_isolating=False)

    def __contains__(self, key: str) -> bool:
        return key in self._unread or self._bundle.has_message(key)

    def say(self, key: str, params: dict[str, str | float]) -> str:
        """Return the text of a key that is here. Raises `KeyError` where a parameter is missing."""
        unread = self._unread.pop(key, None)
        if unread is not None:
            self._bundle.add_resource(FluentResource(unread))
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, faults = self._bundle.format_pattern(pattern, params)
        if faults:
            raise KeyError(f"{key}: {faults[0]}")
        return str(text)


@cache
def _dictionary(language: str) -> _Dictionary:
    return _Dictionary(language)


def all_texts() -> bytes:
    """Return what all files hold together: who has told somebody of it can see that it changed."""
    folder = resources.files(_HERE)
    return b"".join(folder.joinpath(f"{code}.ftl").read_bytes() for code in languages())


def best_language(*wanted: str | None) -> str:
    """Return the first wanted language that there is ("de-AT" is "de"), else English."""
    for code in wanted:
        if code is not None and (base := code.split("-")[0]) in languages():
            return base
    return SOURCE_LANGUAGE


def keys(language: str) -> frozenset[str]:
    """Return the keys that a language's file has, for the tests."""
    from fluent.syntax import FluentParser, ast  # noqa: PLC0415 - only the tests parse files twice

    text = resources.files(_HERE).joinpath(f"{language}.ftl").read_text("utf-8")
    body = FluentParser().parse(text).body
    return frozenset(entry.id.name for entry in body if isinstance(entry, ast.Message))


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = best_language(language)

    def __call__(self, key: str, **params: str | float) -> str:
        """Return the text of `key` with its parameters. Raises `KeyError` for an unknown key."""
        fitting = {name: _fitting(value) for name, value in params.items()}
        for language in (self.language, SOURCE_LANGUAGE):
            if key in (dictionary := _dictionary(language)):
                return dictionary.say(key, fitting)
        raise KeyError(key)

    def own(self, key: str) -> str | None:
        """Return the text of a key without parameters, None where this very language lacks it."""
        return self(key) if key in _dictionary(self.language) else None

    def listed(self, items: Iterable[str]) -> str:
        """Return things that all count, one behind the other: “Mon, Fri”."""
        return self("list-and").join(items)

    def sentences(self, sentences: Iterable[str]) -> str:
        """Return whole sentences side by side; not every language has a space between them."""
        return self("sentence-gap").join(sentences)

    def day(self, day: date) -> str:
        """Return a day as people write it: “Fri 21 Aug”."""
        from babel.dates import format_date  # noqa: PLC0415 - babel costs 5 MB before it is needed

        return format_date(day, self("pattern-day"), locale=self.language)

    def full_day(self, day: date) -> str:
        """Return a day with its year: “21 Aug 2026”."""
        from babel.dates import format_date  # noqa: PLC0415 - see above

        return format_date(day, self("pattern-full-day"), locale=self.language)

    def month(self, day: date) -> str:
        """Return a day's month and year: “Aug 2026”."""
        from babel.dates import format_date  # noqa: PLC0415 - see above

        return format_date(day, self("pattern-month"), locale=self.language)

    def weekday_time(self, moment: datetime) -> str:
        """Return a local moment within the week: “Mon 09:00”."""
        from babel.dates import format_datetime  # noqa: PLC0415 - see above

        return format_datetime(moment, self("pattern-weekday-time"), locale=self.language)


def _fitting(value: str | float) -> str | float:
    """Fluent refuses a text parameter over 1,000 characters; a longer one is cut before that."""
    if isinstance(value, str) and len(value) > _PARAMETER:
        return value[: _PARAMETER - 1] + "…"
    return value


@cache
def words_in(language: str) -> Words:
    """Return the words of a language; English where there is none such."""
    return Words(language)


def command_text(key: str) -> locale_str:
    """Return a command's name or description: English, and the key for the translator."""
    return locale_str(words_in(SOURCE_LANGUAGE)(key), key=key)
