"""The query language: what searches and subscriptions alike are written in.

::

    "world models" -survey (category:cs.LG | category:cs.RO) upvotes:>=20 code:yes

- A query is a frozen tree (`query_terms`). `parse` reads it from text (`query_parse`, its tokens in
  `query_lex`, its faults in `query_error`), `unparse` writes it in its canonical spelling.
- `matches` judges one paper (`query_match`); `to_fts` compiles for SQLite's full-text index
  (`query_fts`); a `PaperIndex` finds which of many papers to judge at all (`query_index`). All
  compare words as `query_fold` folds them, and agree.

Everything else in Paperboy imports the language from here.
"""

from __future__ import annotations

from bot.core.query_error import ExpectedCode, QuerySyntaxError
from bot.core.query_fts import FtsQuery, beginnings, to_fts
from bot.core.query_index import PaperIndex
from bot.core.query_lex import KNOWN_FIELDS
from bot.core.query_match import (
    FTS_COLUMNS,
    NEUTRAL,
    FoldedPaper,
    Hit,
    fold_paper,
    fts_row,
    matches,
)
from bot.core.query_parse import parse
from bot.core.query_terms import (
    MAX_COUNT,
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_TERMS,
    And,
    Author,
    Category,
    Code,
    Comparison,
    Everything,
    Field,
    Not,
    Or,
    Organization,
    Phrase,
    Query,
    Source,
    Term,
    Upvotes,
    Word,
    all_of,
    any_of,
    is_everything,
    negate,
    positive_terms,
    term_text,
    unparse,
)

__all__ = [
    "FTS_COLUMNS",
    "KNOWN_FIELDS",
    "MAX_COUNT",
    "MAX_DEPTH",
    "MAX_LENGTH",
    "MAX_TERMS",
    "NEUTRAL",
    "And",
    "Author",
    "Category",
    "Code",
    "Comparison",
    "Everything",
    "ExpectedCode",
    "Field",
    "FoldedPaper",
    "FtsQuery",
    "Hit",
    "Not",
    "Or",
    "Organization",
    "PaperIndex",
    "Phrase",
    "Query",
    "QuerySyntaxError",
    "Source",
    "Term",
    "Upvotes",
    "Word",
    "all_of",
    "any_of",
    "beginnings",
    "fold_paper",
    "fts_row",
    "is_everything",
    "matches",
    "negate",
    "parse",
    "positive_terms",
    "term_text",
    "to_fts",
    "unparse",
]
