"""What is wrong with a text that is no query, and where.

An error speaks in codes: the words for people are looked up elsewhere, in their language.
"""

from __future__ import annotations

from typing import Final, Literal

ExpectedCode = Literal[
    "term",
    "end",
    "closing_quote",
    "closing_parenthesis",
    "number",
    "yes_or_no",
    "field_value",
    "known_field",
    "shorter_text",
    "fewer_terms",
    "less_nesting",
]

_FOUND_LENGTH: Final = 40


class QuerySyntaxError(ValueError):
    """A text that is no query.

    `position` is the 0-based offset in `text` of what is at fault (for what was never closed: of
    what opened it), `found` what stands there, at most 40 characters, ``""`` at the end;
    `expected` are codes, of which any would do. `suggestion` is the known field nearest to an
    unknown one, where one is near.
    """

    def __init__(
        self,
        position: int,
        found: str,
        expected: tuple[ExpectedCode, ...],
        text: str,
        suggestion: str | None = None,
    ) -> None:
        super().__init__(f"at {position}: expected {' or '.join(expected)}, found {found!r}")
        self.position = position
        self.found = found
        self.expected = expected
        self.text = text
        self.suggestion = suggestion


def fault(
    text: str, position: int, *expected: ExpectedCode, suggestion: str | None = None
) -> QuerySyntaxError:
    """Make the error for `position` in `text`; `found` is what stands there up to a space."""
    found = text[position:].split(maxsplit=1)[0] if text[position:].strip() else ""
    return QuerySyntaxError(position, found[:_FOUND_LENGTH], expected, text, suggestion)
