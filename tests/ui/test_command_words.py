"""The commands in every language: what Discord would take, what a text may call them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio
from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.compose import open_app
from bot.config import Database, Settings
from bot.ui.i18n import best_language, keys, languages
from bot.ui.link.translator import Translator
from cogs import FACTORIES

NAME = re.compile(r"[-_\w]{1,32}")
FTL = Path(__file__).parents[2] / "bot" / "ui" / "i18n"
MOST_TOGETHER = 8_000
MENTION = re.compile(r"`/([^`:]+?)(?: [-\w]+:[^`]*)?`")  # without an option behind it
OTHERS = [code for code in languages() if code != "en"]
CHAT_INPUT = 1
SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def payload(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[dict[str, Any]]]:
    """Everything that Discord is told of the commands."""
    path: Path = tmp_path_factory.mktemp("commands") / "paperboy.db"
    async with open_app(Settings(database=Database(path=path)), sources=(), titles="none") as app:
        tree = app.client.tree
        translator = Translator()
        await tree.set_translator(translator)
        for factory in FACTORIES:
            await app.client.add_cog(factory(app.client))
        yield [
            dict(await command.get_translated_payload(tree, translator))
            for command in tree.get_commands()
        ]


def nodes(items: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Every command, group and option, with those beside it."""
    for item in items:
        yield item, items
        yield from nodes(item.get("options") or [])


def named(item: dict[str, Any], locale: str) -> str:
    """What Discord shows as an item's name in a locale."""
    return (item.get("name_localizations") or {}).get(locale, item["name"])


def longest(item: dict[str, Any]) -> int:
    """How many characters Discord counts: of each text the longest of all languages."""
    texts = [
        max(map(len, [item.get(what) or "", *(item.get(f"{what}_localizations") or {}).values()]))
        for what in ("name", "description")
    ]
    choices = [
        len(str(choice["value"]))
        + max(map(len, [choice["name"], *(choice.get("name_localizations") or {}).values()]))
        for choice in item.get("choices") or []
    ]
    return sum(texts) + sum(choices) + sum(map(longest, item.get("options") or []))


def paths(items: list[dict[str, Any]], locale: str, before: str = "") -> Iterator[str]:
    """The commands as they are typed in a locale."""
    for item in items:
        path = f"{before}{named(item, locale)}"
        inner = [
            o for o in item.get("options") or [] if o["type"] in {SUBCOMMAND, SUBCOMMAND_GROUP}
        ]
        yield path
        yield from paths(inner, locale, f"{path} ")


def locales_of(language: str) -> list[str]:
    """Discord's locales that are one language of ours."""
    return [one.value for one in discord.Locale if best_language(one.value) == language]


def texts(language: str) -> dict[str, str]:
    """A language's messages as its file has them."""
    body = FluentParser().parse((FTL / f"{language}.ftl").read_text("utf-8")).body
    write = FluentSerializer().serialize_entry
    return {one.id.name: write(one) for one in body if isinstance(one, ast.Message)}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("language", languages())
async def test_discord_would_take_every_name(payload: list[dict[str, Any]], language: str) -> None:
    """Small letters without spaces, and none twice in one place, in any of its locales."""
    commands = [one for one in payload if one.get("type", CHAT_INPUT) == CHAT_INPUT]
    assert len(commands) > 8
    for locale in locales_of(language):
        for item, beside in nodes(commands):
            name = named(item, locale)
            assert NAME.fullmatch(name), name
            assert name == name.lower()
            alike = [one for one in beside if named(one, locale) == name]
            assert alike == [item], name


@pytest.mark.asyncio(loop_scope="module")
async def test_every_text_is_told_in_every_language(payload: list[dict[str, Any]]) -> None:
    """Names, descriptions and the choices that have words."""
    wanted = {one.value for one in discord.Locale if best_language(one.value) != "en"}
    for item, _ in nodes(payload):
        assert set(item.get("name_localizations") or {}) == wanted, item["name"]
        if item.get("description"):
            assert set(item.get("description_localizations") or {}) == wanted, item["name"]
            every = [item["description"], *item.get("description_localizations", {}).values()]
            assert all(1 <= len(text) <= 100 for text in every), item["name"]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_command_is_no_longer_than_discord_allows(payload: list[dict[str, Any]]) -> None:
    """8,000 characters, the longest language counted (Discord's “Application Commands”)."""
    for command in payload:
        assert longest(command) <= MOST_TOGETHER, command["name"]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("language", languages())
async def test_texts_mention_commands_by_the_names_they_have(
    payload: list[dict[str, Any]], language: str
) -> None:
    """`/digest status` of an English text is `/…` as people see it in the other language."""
    locale = locales_of(language)[0]
    known = set(paths([one for one in payload if one.get("type", 1) == CHAT_INPUT], locale))
    mentioned = {one for text in texts(language).values() for one in MENTION.findall(text)}
    assert mentioned
    assert sorted(mentioned - known) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_no_name_is_left_over(payload: list[dict[str, Any]]) -> None:
    """What no command is called, no translator should translate."""
    used = {item["name"] for item, _ in nodes(payload)}
    assert sorted(k for k in keys("en") if k.startswith("name-") and k[5:] not in used) == []
    assert (
        sorted(
            item["name"]
            for item, _ in nodes(payload)
            if item.get("type", CHAT_INPUT) == CHAT_INPUT
            and f"name-{item['name']}" not in keys("en")
        )
        == []
    )


@pytest.mark.parametrize("language", OTHERS)
def test_mentions_are_as_many_as_in_english(language: str) -> None:
    """A text that tells what to type does so in every language."""
    english, other = texts("en"), texts(language)
    for key, text in english.items():
        assert len(MENTION.findall(other[key])) == len(MENTION.findall(text)), key
