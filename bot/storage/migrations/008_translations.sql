-- What a provider made of a text of a paper, kept for ever. The original's text is known by its hash:
-- a changed one is another one. NULL: it cannot be relied on, and the original stands.
CREATE TABLE translation (
    paper    INTEGER NOT NULL REFERENCES paper (key) ON DELETE CASCADE,
    language TEXT    NOT NULL,
    provider TEXT    NOT NULL,                         -- deepl, openai:a-model
    original TEXT    NOT NULL,                         -- BLAKE2b of the text, 16 bytes in hex
    text     TEXT,
    made     INTEGER NOT NULL,
    PRIMARY KEY (paper, language, provider, original)
) STRICT, WITHOUT ROWID;

-- Characters that were sent or are about to be; what is given back was surely not charged for.
CREATE TABLE translation_month (
    month TEXT    PRIMARY KEY,                         -- 2026-08, UTC
    used  INTEGER NOT NULL CHECK (used >= 0)
) STRICT, WITHOUT ROWID;
