"""A language has one code, whatever a client calls it."""

from __future__ import annotations

import pytest

from bot.core.languages import language_of


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en-US", "en"),
        ("en", "en"),
        ("pt-BR", "pt"),
        ("es-419", "es"),
        ("sv-SE", "sv"),
        ("no", "nb"),
        ("zh-CN", "zh"),
        ("zh", "zh"),
        ("zh-TW", "zh-hant"),
        ("zh_Hant_HK", "zh-hant"),
        ("zh-hant", "zh-hant"),
        (" DE ", "de"),
        ("", ""),
    ],
)
def test_a_client_s_code_is_the_language_alone(code: str, language: str) -> None:
    """Two scripts of one language are two texts; regions are none."""
    assert language_of(code) == language
