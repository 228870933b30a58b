"""What a search may become while somebody types it: how it is read, and what could follow.

The first choice is the query as it is understood, or what is wrong with it; then the names that an
unfinished `author:` may mean; with nothing typed yet, examples of the language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.query import QuerySyntaxError, parse, unparse
from bot.ui.desk import reader_of
from bot.ui.failures import expected_words
from bot.ui.forgiving import Choices, choice, desk_of, forgiving
from bot.ui.people.help_pages import examples

if TYPE_CHECKING:
    import discord

    from bot.ui.i18n import Words

_AUTHOR = re.compile(r"(.*\b)authors?:\s*\"?([^\"():|,]{2,40})", re.IGNORECASE | re.DOTALL)
_NAMES = 10


@forgiving
async def search_choices(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer the reading of the typed query, names of authors, or examples."""
    desk = desk_of(interaction)
    words = (await reader_of(interaction, desk)).words
    typed = typed.strip()
    if not typed:
        offered = [choice(f"{query} · {says}", query) for query, says in examples(words)]
        return [one for one in offered if one is not None]
    offered = [choice(_reading(typed, words), typed)]
    if (author := _AUTHOR.fullmatch(typed)) is not None:
        names = await desk.lookup.authors(author[2].strip())
        queries = (f'{author[1]}author:"{name.replace(chr(34), "")}"' for name in names[:_NAMES])
        offered += [choice(query, query) for query in queries]
    return [one for one in offered if one is not None]


def _reading(typed: str, words: Words) -> str:
    try:
        return words("search-reads", query=unparse(parse(typed)))
    except QuerySyntaxError as error:
        return words("search-reads-not", expected=expected_words(error, words))
