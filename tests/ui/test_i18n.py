"""Words: every key that is used is there, every one that is there is used and can be said."""

from __future__ import annotations

import ast as python
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast

from bot.config import LookupName, TranslatorName
from bot.core.deliveries import PartState
from bot.core.editions import EmptyCause, ReasonCode, Rule
from bot.core.passages import TextKind
from bot.core.query import ExpectedCode
from bot.core.subscriptions import Notes, PauseReason
from bot.services.ports import Trouble
from bot.ui.i18n import Words, best_language, command_text, keys, languages, own_name, words_in

ROOT = Path(__file__).parents[2]
FTL = ROOT / "bot" / "ui" / "i18n"
KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
BETWEEN = {"list-or", "list-and", "sentence-gap"}
"""What stands between other texts: a space, or nothing."""
TELLING = {"words", "command_text", "ToldError", "Words"}

SCHEDULE_CODES = re.findall(
    r"^    ([a-z_]+)  +\S", (ROOT / "bot/core/schedules.py").read_text("utf-8"), re.MULTILINE
)


def dashed(*families: tuple[str, object]) -> set[str]:
    """Make the keys of families: a beginning, and codes with underscores."""
    return {
        f"{begin}-{str(code).replace('_', '-')}"
        for begin, codes in families
        for code in codes  # type: ignore[attr-defined] - enums and tuples
    }


FAMILIES = dashed(
    ("reason", ReasonCode),
    ("left-out", [rule for rule in Rule if rule is not Rule.DROPPED]),
    ("empty", EmptyCause),
    ("expected", ExpectedCode.__args__),  # type: ignore[attr-defined] - a Literal has them
    ("failure", SCHEDULE_CODES),
    ("alert", [PauseReason.MISSING_PERMISSION, PauseReason.CHANNEL_GONE]),
    ("paused", PauseReason),
    ("status", PartState),
    ("digest-panel-notes", Notes),
    ("permission", ["view_channel", "send_messages", "read_message_history"]),
    ("service", LookupName.__args__),  # type: ignore[attr-defined] - a Literal has them
    ("trouble", [*get_args(Trouble), "key", "quota", "budget", "language"]),
    ("translator", get_args(TranslatorName)),
    ("text", TextKind),
    ("day", range(7)),
    ("days-weekly", range(7)),
)


@cache
def nodes() -> list[python.AST]:
    """Parse the whole program, once somebody wants to know what it says."""
    return [
        node
        for room in ("bot", "cogs")
        for file in sorted((ROOT / room).rglob("*.py"))
        for node in python.walk(python.parse(file.read_text("utf-8")))
    ]


def text_of(node: object) -> str:
    """Return a literal's text; of one that is put together, its beginning."""
    if isinstance(node, python.Constant) and isinstance(node.value, str):
        return node.value
    return text_of(node.values[0]) if isinstance(node, python.JoinedStr) and node.values else ""


def is_telling(call: python.Call) -> bool:
    """Say whether a call looks words up: words(…), words_in(…)(…), reader.words(…)."""
    match call.func:
        case python.Name(id=name) | python.Attribute(attr=name):
            return name in TELLING
        case python.Call(func=python.Name(id="words_in" | "words_of")):
            return True
        case _:
            return False


def literals() -> set[str]:
    """All texts that may be keys."""
    return {text for node in nodes() if KEY.fullmatch(text := text_of(node))}


def called() -> set[str]:
    """The keys of words that are looked up."""
    return {
        text
        for node in nodes()
        if isinstance(node, python.Call) and node.args and is_telling(node)
        if isinstance(first := node.args[0], python.Constant)
        and KEY.fullmatch(text := text_of(first))
    }


def begun() -> tuple[str, ...]:
    """What keys that are put together begin with."""
    return tuple(
        {
            text
            for node in nodes()
            if isinstance(node, python.JoinedStr | python.BinOp)
            and (text := text_of(node.left if isinstance(node, python.BinOp) else node)).endswith(
                "-"
            )
            and KEY.fullmatch(text + "x")
        }
    )


@cache
def messages(language: str) -> dict[str, ast.Message]:
    """Parse a language's file; what is no message there is a fault."""
    body = FluentParser().parse((FTL / f"{language}.ftl").read_text("utf-8")).body
    assert not [entry.content for entry in body if isinstance(entry, ast.Junk)]
    found = [entry for entry in body if isinstance(entry, ast.Message)]
    names = [entry.id.name for entry in found]
    assert len(names) == len(set(names)), "a key stands twice"
    return dict(zip(names, found, strict=True))


def walk(node: object) -> Iterator[ast.BaseNode]:
    """Every node of a tree."""
    if isinstance(node, ast.BaseNode):
        yield node
        for child in vars(node).values():
            yield from walk(child)
    elif isinstance(node, list):
        for child in node:
            yield from walk(child)


@cache
def variables(node: object) -> frozenset[str]:
    """Name the parameters of a message."""
    return frozenset({one.id.name for one in walk(node) if isinstance(one, ast.VariableReference)})


@cache
def counted(node: object) -> frozenset[str]:
    """Name the parameters that are numbers: those that choose a form, or are written as one."""
    found: set[str] = set()
    for one in walk(node):
        if isinstance(one, ast.SelectExpression):
            found |= variables(one.selector)
        if isinstance(one, ast.FunctionReference):
            found |= variables(one.arguments)
    return frozenset(found)


ENGLISH = messages("en")


def test_every_key_that_is_called_is_there() -> None:
    """A key that English lacks would be an error in front of somebody."""
    assert len(called()) > 50
    assert sorted(called() - keys("en")) == []


def test_every_key_of_a_family_is_there() -> None:
    """Each reason, rule, cause, code and state has its words."""
    assert len(SCHEDULE_CODES) == 6
    assert sorted(FAMILIES - keys("en")) == []


def test_no_words_are_left_over() -> None:
    """What nobody says, no translator should translate."""
    said, beginnings = literals() | FAMILIES, begun()
    assert [k for k in sorted(keys("en")) if k not in said and not k.startswith(beginnings)] == []


def filled(message: ast.Message, number: float, text: str) -> dict[str, str | float]:
    """Return a message's parameters: numbers where it, or the English one, counts, else text."""
    numbers = counted(message) | counted(ENGLISH[message.id.name])
    return {name: number if name in numbers else text for name in variables(message)}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("number", [0, 1, 2, 5.5, 10_000])
@pytest.mark.parametrize("text", ["words", "{ $x } *"])
def test_every_message_can_be_said(language: str, number: float, text: str) -> None:
    """With no, one and many of what is counted, and text from outside in all the rest."""
    words = words_in(language)
    for key, message in messages(language).items():
        assert words(key, **filled(message, number, text)).strip() or key in BETWEEN, key


@pytest.mark.parametrize("language", languages())
def test_every_language_is_complete(language: str) -> None:
    """The same keys with no parameters but English's."""
    other = messages(language)
    assert sorted(ENGLISH.keys() - other.keys()) == []
    assert sorted(other.keys() - ENGLISH.keys()) == []
    for key, message in other.items():
        assert variables(message) <= variables(ENGLISH[key]), key


@pytest.mark.parametrize("language", languages())
def test_messages_are_found_without_reading_them_all(language: str) -> None:
    """The file is cut at its messages, each of which is parsed when it is said."""
    words = words_in(language)
    for key, message in messages(language).items():
        if not variables(message):
            assert words.own(key) == words(key)
            assert words(key).strip() or key in BETWEEN
    assert words.own("no-such-key") is None


@pytest.mark.parametrize("language", languages())
def test_a_language_is_called_as_its_words_say(language: str) -> None:
    """Though only one line of its file is read."""
    assert own_name(language) == words_in(language)("language-name")


@pytest.mark.parametrize("language", languages())
def test_days_are_written_in_every_language(language: str) -> None:
    """With the patterns of its file: the day and its month, the year, the time."""
    words = words_in(language)
    assert "21" in words.day(date(2026, 8, 21))
    assert "21" in words.full_day(date(2026, 8, 21))
    assert "2026" in words.full_day(date(2026, 8, 21))
    assert words.weekday_time(datetime(2026, 8, 24, 9, 5, tzinfo=UTC)).count("09:05") == 1


def most(key: str) -> int | None:
    """Return how many characters a message may have where it is shown, None for as many as it
    wants: descriptions, labels and choices are Discord's limits, forms cut what is longer.
    """
    match key.split("-"):
        case ["cmd" | "opt", *_] | ["form", *_, "help"]:
            return 100
        case ["choice" | "format" | "period", *_] | ["help", "topic", *_]:
            return 100 if not variables(ENGLISH[key]) else None  # what is filled in is cut with it
        case ["button", *_]:
            return 80
        case ["form", _, "title"]:
            return 45
        case ["form", *_] if f"{key}-help" in ENGLISH:
            return 45
        case ["menu" | "name", *_]:
            return 32
        case _:
            return None


def test_the_limits_are_those_of_all_kinds_of_words() -> None:
    """The rules above find what they are about."""
    limits = [most(key) for key in ENGLISH]
    assert all(limits.count(limit) > 5 for limit in (32, 45, 80, 100))
    assert [most(key) for key in ("form-days", "form-days-help", "form-fault")] == [45, 100, None]


@pytest.mark.parametrize("language", languages())
def test_words_are_within_the_limits_of_where_they_stand(language: str) -> None:
    """What is longer would be refused by Discord, or cut by a form; large numbers fit, too."""
    words = words_in(language)
    for key, message in messages(language).items():
        if (limit := most(key)) is not None:
            text = words(key, **filled(message, 9_999, "9999"))
            assert 1 <= len(text) <= limit, (key, len(text))


BOLD = re.compile(r"\*\*([^*]+)\*\*")
LABELS = [
    key for key in ENGLISH if key.startswith(("button-", "menu-")) and not variables(ENGLISH[key])
]


@pytest.mark.parametrize("language", languages())
def test_a_button_in_bold_is_called_as_it_is_labelled(language: str) -> None:
    """Where an English text names a button or a menu, the other one does so letter by letter."""
    english, words = words_in("en"), words_in(language)
    named = 0
    for key, message in messages(language).items():
        present = BOLD.findall(words(key, **filled(message, 2, "words")))
        for label in BOLD.findall(english(key, **filled(ENGLISH[key], 2, "words"))):
            fitting = {words(one) for one in LABELS if english(one) == label}
            named += bool(fitting)
            assert not fitting or fitting & set(present), (key, label)
    assert named > 10


@pytest.mark.parametrize(
    ("language", "items", "sentences"),
    [
        ("en", "a, b", "A. B."),
        ("de", "a, b", "A. B."),
        ("zh", "a、b", "A.B."),
        ("ja", "a、b", "A.B."),
    ],
)
def test_lists_and_sentences_are_put_together_as_the_language_does(
    language: str, items: str, sentences: str
) -> None:
    """With its comma, and with a space or without."""
    words = words_in(language)
    assert words.listed(["a", "b"]) == items
    assert words.sentences(["A.", "B."]) == sentences
    assert words.listed([]) == words.sentences([]) == ""


@pytest.mark.parametrize(
    ("language", "total", "newest", "a_day"),
    [
        ("en", "12,345+ papers", "20,000", "1.9"),
        ("de", "12.345+ Paper", "20.000", "1,9"),
        ("ja", "12,345+件", "20,000", "1.9"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    language: str, total: str, newest: str, a_day: str
) -> None:
    """With its point and comma, and no more digits than people read."""
    words = words_in(language)
    assert total in words("search-count", count=12_346, total=12_345, plus="+")
    assert newest in words("search-sorted-best-of", newest=20_000)
    assert a_day in (told := words("dry-run", papers=58, aday=58 / 30, busiest=9))
    assert "58" in told
    assert "1.93" not in told.replace(",", ".")
    assert words("topics-one", name="x", now=7, usual=1.75).rstrip("）件").endswith("2")


def test_the_readme_names_the_languages_that_there_are() -> None:
    """As many, and each."""
    (told,) = re.findall(
        r"speaks eight languages\*\*: (.+)", (ROOT / "README.md").read_text("utf-8")
    )
    assert len(languages()) == 8
    assert all(Locale(code).get_language_name("en") in told for code in languages())


def test_an_unknown_key_is_an_error_of_ours() -> None:
    """And so is a parameter that is missing."""
    with pytest.raises(KeyError):
        words_in("en")("no-such-key")
    with pytest.raises(KeyError):
        words_in("en")("digest-late-and-more")
    with pytest.raises(KeyError, match="digest-title"):
        words_in("en")("digest-title")


def test_parameters_are_text_and_never_parsed() -> None:
    """What looks like Fluent stays as it is."""
    assert words_in("en")("digest-title", day="{ $x }").endswith("{ $x }")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(("en-US",), "en"), (("xx", "en"), "en"), ((None,), "en"), ((), "en"), (("tlh",), "en")],
)
def test_the_first_wanted_language_that_there_is(
    wanted: tuple[str | None, ...], language: str
) -> None:
    """Else English."""
    assert best_language(*wanted) == language
    assert Words(wanted[0] if wanted and wanted[0] else "xx").language == language


def test_days_and_times_as_people_write_them() -> None:
    """Short where they stand in a line."""
    words = words_in("en")
    assert words.day(date(2026, 8, 21)) == "Fri 21 Aug"
    assert words.full_day(date(2026, 8, 21)) == "21 Aug 2026"
    assert words.weekday_time(datetime(2026, 8, 24, 9, tzinfo=UTC)) == "Mon 09:00"


def test_a_commands_text_carries_its_key_for_the_translator() -> None:
    """English, and where to look for the rest."""
    text = command_text("cmd-digest")
    assert text.message == words_in("en")("cmd-digest")
    assert text.extras == {"key": "cmd-digest"}
