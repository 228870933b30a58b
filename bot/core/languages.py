"""Languages that papers are read in, by one code each, whatever a client calls them.

Codes are BCP 47 in lower case, the language alone, except where its two scripts are two texts:
``zh`` is Chinese in simplified, ``zh-hant`` in traditional characters.
"""

from __future__ import annotations

PAPERS_LANGUAGE = "en"
"""What titles and abstracts are written in; no source tells another language."""

_TRADITIONAL = frozenset({"zh-tw", "zh-hk", "zh-mo"})
_SAME = {"no": "nb"}


def language_of(code: str) -> str:
    """Return the language of a code such as Discord's locales: “pt-BR” is ``pt``, “zh-TW” is
    ``zh-hant``, “no” is ``nb``.
    """
    whole = code.strip().lower().replace("_", "-")
    if whole in _TRADITIONAL or whole.startswith("zh-hant"):
        return "zh-hant"
    base = whole.partition("-")[0]
    return _SAME.get(base, base)
