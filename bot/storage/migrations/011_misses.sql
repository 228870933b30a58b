-- Questions to which the services behind the sources answered that they know nothing, for a day: after
-- a restart they need not be asked again (bot/services/elsewhere.py). A question is known by its hash, so
-- nobody can read here what somebody typed.
CREATE TABLE lookup_miss (
    question TEXT    PRIMARY KEY,                      -- BLAKE2b of an id or a folded title, 16 bytes in hex
    asked    TEXT    NOT NULL,                         -- JSON array: the services, in their order
    at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX lookup_miss_at ON lookup_miss (at);
