-- What was spent of something that costs, in a period: characters for translations and for summaries in
-- a month (2026-08, UTC), summaries in a day (2026-08-21). What is given back was surely not charged for.
CREATE TABLE spent (
    what   TEXT    NOT NULL,                           -- translation, summary, summary_papers
    period TEXT    NOT NULL,
    used   INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (what, period)
) STRICT, WITHOUT ROWID;

INSERT INTO spent (what, period, used) SELECT 'translation', month, used FROM translation_month;
DROP TABLE translation_month;

-- What a model made of an abstract, kept for ever. The abstract is known by its hash: a changed one is
-- another one. NULL: the answer did not count, and the abstract's first sentences stand.
CREATE TABLE summary (
    paper    INTEGER NOT NULL REFERENCES paper (key) ON DELETE CASCADE,
    model    TEXT    NOT NULL,
    original TEXT    NOT NULL,                         -- BLAKE2b of the abstract, 16 bytes in hex
    text     TEXT,
    made     INTEGER NOT NULL,
    PRIMARY KEY (paper, model, original)
) STRICT, WITHOUT ROWID;
