"""Where to look for the names of authors that begin as somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.query_marks import AUTHOR
from bot.storage.paper_index import words_beginning

if TYPE_CHECKING:
    from bot.storage.session import Session

_WORDS = 300  # that a beginning may stand for; more, and the newest papers have enough of them
_WIDELY = 2_000  # papers looked through then

_NEWEST = "SELECT rowid AS place FROM paper_text ORDER BY rowid DESC LIMIT ?"
_NAMED = """SELECT rowid AS place FROM paper_text WHERE paper_text MATCH ?
            ORDER BY rowid DESC LIMIT ?"""


async def places_of_authors(session: Session, typed: str, most: int) -> list[int]:
    """Return places, newest first, among which are up to `most` whose authors' names hold the
    folded text `typed`, its last word perhaps unfinished. Nothing typed is in every name.
    """
    before, _, begun = typed.rpartition(" ")
    words = await words_beginning(session, AUTHOR + begun, _WORDS) if begun else None
    if words is None:
        rows = await session.rows(_NEWEST, [_WIDELY if typed else most])
    elif words:
        whole = "".join(f"{AUTHOR}{word} " for word in before.split())
        names = " OR ".join(f'"{whole}{word}"' for word in words)  # letters, digits and marks
        rows = await session.rows(_NAMED, [names, most])
    else:
        rows = []
    return [row["place"] for row in rows]
