"""Who may be brought a paper: everybody, or one server alone.

What Paperboy's operator configured is public; the lists of publications among it are stored as if
a server that is `EVERYBODY` had added them, and tell in their own names. A source that a server's
administrator added is that server's own: what nobody but it told of is news in that server's
digests and browsed there, and is found nowhere else. Direct messages have no server, so no added
source reaches them.

Such a paper's `source` is ``added:`` and the number of the source. As soon as a public source or a
lookup service tells of the work, that is its source, and the paper is everybody's. Two servers that
tell of one work have a paper each (`own_id`): neither reads the other's words.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from bot.core.query_fold import fold
from bot.core.subscriptions import ChannelTarget, Target

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.core.papers import Paper

EVERYBODY = 0
"""The server of what is everybody's: Discord gives no server this number."""

_ADDED = "added:"
_NUMBER = re.compile(r"added:([1-9][0-9]{0,17})")
_OWN = "pub:"


def source_name(added: int) -> str:
    """The `source` of what the added source of this number (≥ 1) brought."""
    return f"{_ADDED}{added}"


def added_number(source: str) -> int | None:
    """The number of an added source; None for a public one."""
    found = _NUMBER.fullmatch(source)
    return int(found[1]) if found is not None else None


def is_public(source: str) -> bool:
    """Whether what this source brought is everybody's. A name that only begins like an added
    source's is nobody's.
    """
    return not source.startswith(_ADDED)


def own_candidates(
    target: Target, news: Mapping[int, Sequence[Paper]], public: Collection[int]
) -> tuple[Paper, ...]:
    """The papers that only this target's server may be brought, of what is news by server; without
    those whose keys are `public` candidates anyway. A reader's direct messages get none.
    """
    if not isinstance(target, ChannelTarget):
        return ()
    here = {paper.key: paper for paper in news.get(target.guild_id, ())}
    return tuple(paper for key, paper in here.items() if key not in public)


def own_id(server: int, title: str, authors: Sequence[str]) -> str:
    """The external id that a work has in a server alone: of its title and its first author's last
    word, as they are compared, so that reading it again gives the same one whatever is written
    otherwise. `EVERYBODY`'s is the one in public, and what an entry goes by until it is known in
    which server its list is read.
    """
    first = fold(authors[0]).split() if authors else []
    told = f"{server}\n{fold(title) or title}\n{first[-1] if first else ''}"
    return _OWN + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def is_own_id(external: str) -> bool:
    """Whether an external id was made here, so that it says nothing to anybody."""
    return external.startswith(_OWN)
