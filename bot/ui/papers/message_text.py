"""What a message says, all of it: its content, embeds, components, and what it forwards.

`mentions` then reads papers out of it: ids and addresses wherever they stand; titles where they are
quoted, or a line of their own. Nothing here knows which of them exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.core.ids import find_ids

if TYPE_CHECKING:
    from discord.components import Component

MOST_IDS, MOST_TITLES = 20, 12
"""How many of each are read out of one message."""

_READ = 20_000  # characters; the rest of a longer message is not looked at
_WORDS, _WORDS_MARKED = 3, 2  # the fewest of a title on its own line, and in quotes or bold
_LETTERS, _LONGEST = 10, 300
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»\n]{4,300})[\"“”»]|\*\*([^*\n]{4,300})\*\*")
_MASKED = re.compile(r"\[([^\[\]\n]{1,300})\]\(<?https?://[^\s)]*\)")
_ADDRESS = re.compile(r"<?https?://\S+")
_ORNAMENT = re.compile(
    r"^(?:\s|>|#{1,3} |-# |[-*+•] |\d{1,3}[.)]? +(?:· +)?)+|[*_`~|]{1,3}|\\(?=\W)"
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a text may mention: external ids, and texts that could be titles."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]


def text_of(message: discord.Message) -> str:
    """Return everything that a message says, one piece a line."""
    pieces: list[str | None] = [message.content, *_embedded(message.embeds)]
    pieces += _shown(message.components)
    for forwarded in message.message_snapshots:
        pieces += [
            forwarded.content,
            *_embedded(forwarded.embeds),
            *_shown(forwarded.components),
        ]
    return "\n".join(piece for piece in pieces if piece)[:_READ]


def _embedded(embeds: Iterable[discord.Embed]) -> Iterator[str | None]:
    for embed in embeds:
        yield from (embed.title, embed.url, embed.description, embed.author.name)
        for field in embed.fields:
            yield from (field.name, field.value)
        yield embed.footer.text


def _shown(components: Iterable[Component]) -> Iterator[str | None]:
    for component in components:
        match component:
            case discord.TextDisplay():
                yield component.content
            case discord.Button():
                yield component.url
            case discord.SectionComponent():
                yield from _shown([*component.children, component.accessory])
            case discord.Container() | discord.ActionRow():
                yield from _shown(component.children)
            case _:
                pass


def mentions(text: str) -> Mentioned:
    """Read ids and possible titles out of a text, in the order of appearance."""
    ids = find_ids(text)[:MOST_IDS]
    unmasked = _MASKED.sub(r"\1", text)
    marked = [_bare(quoted or bold) for quoted, bold in _QUOTED.findall(unmasked)]
    lines = [_bare(_ADDRESS.sub(" ", one)) for one in unmasked.splitlines()]
    titles = [one for one in marked if _could_be_title(one, _WORDS_MARKED)]
    titles += [one for one in lines if _could_be_title(one, _WORDS)]
    return Mentioned(ids, tuple(dict.fromkeys(titles))[:MOST_TITLES])


def _bare(text: str) -> str:
    return " ".join(_ORNAMENT.sub("", text).split())


def _could_be_title(text: str, fewest: int) -> bool:
    letters = sum(character.isalpha() for character in text)
    return (
        len(text) <= _LONGEST
        and letters >= _LETTERS
        and (len(text.split()) >= fewest or not text.isascii())
        and not find_ids(text)
    )
