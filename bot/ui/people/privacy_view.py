"""What is kept about a person, and the question before all of it is deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import TYPE_CHECKING, cast

import discord

from bot.ui.controls import button
from bot.ui.messages import Notice

if TYPE_CHECKING:
    from bot.ui.i18n import Words


def is_kept(kept: Mapping[str, object]) -> bool:
    """Say whether an export has anything of the person in it."""
    return any(_count(kept, name) for name in kept if name != "user") or bool(kept.get("user"))


def delete_question(kept: Mapping[str, object], words: Words) -> Notice:
    """Return the question, which names what goes and what stays."""
    lines = [
        f"### {words('privacy-delete-title')}",
        words(
            "privacy-delete-what",
            subscriptions=_count(kept, "subscriptions"),
            papers=_count(kept, "library"),
        ),
        *_stays(kept, words),
        words("privacy-backups"),
    ]
    sure = button(
        "privacy_delete", label=words("button-privacy-delete"), style=discord.ButtonStyle.danger
    )
    return Notice("\n".join(lines), [sure, button("privacy_keep", label=words("button-keep"))])


def deleted_card(kept: Mapping[str, object], words: Words) -> Notice:
    """Return that everything is deleted, and what remains."""
    lines = [words("privacy-deleted"), *_stays(kept, words), words("privacy-backups")]
    return Notice("\n".join(lines))


def _stays(kept: Mapping[str, object], words: Words) -> list[str]:
    digests, sources = _count(kept, "digests_set_up"), _count(kept, "sources_added")
    lines = [words("privacy-digests-stay", count=digests)] if digests else []
    return [*lines, words("privacy-sources-stay", count=sources)] if sources else lines


def _count(kept: Mapping[str, object], name: str) -> int:
    value = kept.get(name)
    if isinstance(value, Mapping):
        return int(cast("Mapping[str, int]", value).get("count", 0))
    return len(value) if isinstance(value, Sized) else 0
