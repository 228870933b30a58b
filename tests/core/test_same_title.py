"""Titles that may be those of one work."""

from __future__ import annotations

import pytest

from bot.core.same_title import same_title


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("QLoRA: Efficient Finetuning", "Qlora efficient finetuning.", True),
        ("QLoRA", "QLoRA: Efficient Finetuning", True),
        ("QLoRA", "QLoRAs and more", False),
        ("Alpha nets", "Beta nets", False),
        ("Beta nets", "Alpha and Beta nets", False),
        ("", "Alpha", False),
        ("∞", "∞", True),
        ("∞", "→", False),
    ],
)
def test_a_title_may_lack_its_end_and_nothing_else(one: str, other: str, same: bool) -> None:
    """Whichever comes first; case, accents and signs do not count."""
    assert same_title(one, other) is same
    assert same_title(other, one) is same


def test_a_hyphen_makes_no_other_title() -> None:
    """Nor does its absence."""
    assert same_title("Efficient Fine-Tuning of LLMs", "Efficient Finetuning of LLMs")
