"""Whether two titles may be those of one work: what somebody else tells is held against it."""

from __future__ import annotations

from bot.core.query_fold import fold


def same_title(one: str, other: str) -> bool:
    """True where the folded titles are equal, spaces aside, or one begins with the other's words,
    as a title does with the one that lacks its subtitle. A title without a letter is only itself.
    """
    mine, others = fold(one), fold(other)
    if not mine or not others:
        return one == other
    if mine.replace(" ", "") == others.replace(" ", ""):
        return True
    return f"{mine} ".startswith(f"{others} ") or f"{others} ".startswith(f"{mine} ")
