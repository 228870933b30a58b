"""Weekdays as people type them in their own language, in the English that schedules are read from.

A language's words for days are those that its file shows (`days_words`: daily, weekdays, weekends,
weekly on one of them, short weekdays, a run of them) and the names of weekdays that Unicode's CLDR
has for it, long and short. Capitals, accents and full stops do not count. Where letters are no
alphabet, words need nothing between them: 月水金. English is understood in every language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.core.schedules import (
    DAILY,
    WEEKDAYS,
    WEEKENDS,
    ScheduleError,
    format_days,
    parse_days,
    weekly,
)
from bot.ui.i18n import SOURCE_LANGUAGE, words_in
from bot.ui.subscriptions.schedule_words import days_words

if TYPE_CHECKING:
    from bot.core.wishes import Typed
    from bot.ui.i18n import Words

_WEEK = tuple(weekly(day) for day in range(7))
_ONE = "|".join(format_days(day) for day in _WEEK)
_ASIDE = re.compile(r"\s*\(.*")  # what is shown in parentheses is not typed


def in_english(typed: Typed, words: Words) -> Typed:
    """Return what was typed with its days in English, as far as they are words of the language."""
    return typed if typed.days is None else replace(typed, days=english_days(typed.days, words))


def english_days(typed: str, words: Words) -> str:
    """Return days for `parse_days`; what is no word of the language stays as it was typed."""
    if words.language == SOURCE_LANGUAGE:
        return typed
    try:
        parse_days(typed)
    except ScheduleError:
        return _translated(unicodedata.normalize("NFC", typed), words)
    return typed


def _translated(typed: str, words: Words) -> str:
    english, pattern = _vocabulary(words.language)
    pieces, end = list[str](), 0
    for match in pattern.finditer(_folded(typed)):  # character for character as long as typed
        pieces += [typed[end : match.start()], f" {english[match[1] or match[2]]} "]
        end = match.end()
    text = "".join([*pieces, typed[end:]])
    return _run(words.language).sub(r"\1-\2", text) if pieces else typed


@cache
def _vocabulary(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the English of each form, and what finds the longest of them."""
    from babel.dates import get_day_names  # noqa: PLC0415 - babel costs 5 MB before it is needed

    words = words_in(language)
    forms = [(days_words(days, words), days) for days in (DAILY, WEEKDAYS, WEEKENDS, *_WEEK)]
    for day, days in enumerate(_WEEK):
        forms.append((words(f"day-{day}"), days))
        for width in ("wide", "abbreviated", "short"):
            name = get_day_names(width, "format", locale=language)[day]
            forms += [(name, days), (name.partition("-")[0], days)]  # segunda-feira, segunda
    english = {
        form: format_days(days)
        for shown, days in forms
        for form in (_folded(shown).rstrip("."), _ASIDE.sub("", _folded(shown)).rstrip("."))
    }
    longest = sorted(map(re.escape, english), key=len, reverse=True)
    spaced = "|".join(form for form in longest if form.isascii())
    close = "|".join(form for form in longest if not form.isascii())
    return english, re.compile(rf"(?<!\w)({spaced or '(?!)'})(?!\w)\.?|({close or '(?!)'})")


@cache
def _run(language: str) -> re.Pattern[str]:
    """Return what finds a run of days as the language writes it, its days in English already."""
    shown = words_in(language)("days-run", first="\0", last="\0").split("\0")
    before, between, behind = (rf"\s*{re.escape(part.strip())}\s*" for part in shown)
    return re.compile(rf"{before}({_ONE}){between}({_ONE}){behind}", re.IGNORECASE)


def _folded(text: str) -> str:
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    """Return one character for one: small, without its accent, of the usual width."""
    apart = unicodedata.normalize("NFKD", char.casefold())
    bare = "".join(part for part in apart if not unicodedata.combining(part))
    whole = unicodedata.normalize("NFC", bare)
    return whole if len(whole) == 1 else char
