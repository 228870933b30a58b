"""Whose text it is, in words: the authors', a model's, a translator's.

A model's text has ✨ behind it where it stands. Which kinds a message has is said below it; of
several papers' abstracts some are whole and some shortened, which is one kind then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.passages import Passage, TextKind
from bot.ui.escape import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.services.translate import Translated
    from bot.ui.i18n import Words

_MODEL = 60


def shown_passage(passage: Passage, key: int, most: int, translated: Translated | None) -> str:
    """Return a passage of a paper as it is shown, translated where there is a translation."""
    other = None if translated is None else translated.of(key, passage.text)
    text = plain(passage.text if other is None else other, most)
    return f"{text} ✨" if passage.kind.by_machine else text


def card_kinds(passages: Iterable[Passage], words: Words) -> list[str]:
    """Return whose the texts of a card are, a model by its name."""
    return [_on_card(passage, words) for passage in passages]


def digest_kinds(passages: Iterable[Passage], words: Words) -> list[str]:
    """Return which kinds of text a digest has, each once; a source's models, which may be several,
    are named on the cards.
    """
    kinds = {passage.kind: _model(passage, words) for passage in passages}
    told = [words(f"text-{kind.value}", model=kinds[kind]) for kind in TextKind if kind in kinds]
    if kinds.keys() >= {TextKind.ABSTRACT, TextKind.OPENING}:  # they are the first two
        told[:2] = [words("digest-abstracts")]
    return told


def translator_words(translated: Translated, words: Words) -> str:
    """Return who translated."""
    kind, _, model = translated.provider.partition(":")
    return words(
        "translated-by", translator=words(f"translator-{kind}", model=plain(model, _MODEL))
    )


def _on_card(passage: Passage, words: Words) -> str:
    if not passage.kind.by_machine:
        return words(f"text-{passage.kind.value}")
    key = "card-own-summary" if passage.kind is TextKind.OWN else "card-machine-summary"
    return words(key, model=_model(passage, words))


def _model(passage: Passage, words: Words) -> str:
    return plain(passage.model or words("card-model-unknown"), _MODEL)
