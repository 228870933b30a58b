-- Instants are whole seconds since 1970 (UTC), days are ISO dates, lists are JSON arrays of text.

CREATE TABLE paper (
    key           INTEGER PRIMARY KEY AUTOINCREMENT,   -- never reused
    merged_into   INTEGER REFERENCES paper (key),      -- two that were found to be one
    ids           TEXT    NOT NULL,                    -- external ids, the source's own first
    title         TEXT    NOT NULL,
    authors       TEXT    NOT NULL DEFAULT '[]',
    abstract      TEXT    NOT NULL DEFAULT '',
    published     TEXT,
    released      TEXT    NOT NULL,                    -- the newest day a source brought it out
    source        TEXT    NOT NULL,                    -- that source
    categories    TEXT    NOT NULL DEFAULT '[]',
    keywords      TEXT    NOT NULL DEFAULT '[]',
    organization  TEXT,
    summary       TEXT,
    summary_model TEXT,
    page          TEXT,
    pdf           TEXT,
    code          TEXT,
    project       TEXT,
    thumbnail     TEXT,
    upvotes       INTEGER NOT NULL DEFAULT 0,
    comments      INTEGER NOT NULL DEFAULT 0,
    stars         INTEGER,
    withdrawn     INTEGER NOT NULL DEFAULT 0,
    first_seen    INTEGER NOT NULL,
    updated       INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_by_release ON paper (released, key);
CREATE INDEX paper_by_winner ON paper (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE paper_id (
    external TEXT PRIMARY KEY,                         -- arxiv:2305.14314, doi:10.…
    paper    INTEGER NOT NULL REFERENCES paper (key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_id_by_paper ON paper_id (paper);

-- Folded text (bot/core/query_fold.py), as queries are folded, so it is no copy of `paper`'s. What
-- was merged into another has no row.
CREATE VIRTUAL TABLE paper_text USING fts5 (
    title, abstract, authors, keywords,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- How each source is doing: what status and empty editions tell.
CREATE TABLE source_health (
    source      TEXT PRIMARY KEY,
    last_ok     INTEGER,
    last_error  INTEGER,
    error       TEXT,
    backfilled  INTEGER                                -- when its history was first fetched
) STRICT, WITHOUT ROWID;

-- Everything personal hangs on this row: deleting it forgets the person.
CREATE TABLE user (
    id           INTEGER PRIMARY KEY,                  -- Discord's
    language     TEXT,
    timezone     TEXT,
    machine_text INTEGER,
    dm_channel   INTEGER,
    created      INTEGER NOT NULL
) STRICT;

CREATE TABLE server (
    id           INTEGER PRIMARY KEY,                  -- Discord's
    language     TEXT,
    machine_text INTEGER
) STRICT;

CREATE TABLE subscription (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    server       INTEGER,                              -- a channel of a server …
    channel      INTEGER,
    user         INTEGER REFERENCES user (id) ON DELETE CASCADE,   -- … or a reader
    created_by   INTEGER REFERENCES user (id) ON DELETE SET NULL,
    query        TEXT    NOT NULL,
    timezone     TEXT    NOT NULL,
    at           TEXT    NOT NULL,                     -- HH:MM, local
    days         TEXT    NOT NULL,                     -- daily, weekdays, mon,wed …
    most         INTEGER NOT NULL,
    language     TEXT    NOT NULL,
    machine_text INTEGER NOT NULL,
    silent       INTEGER NOT NULL,
    notes        TEXT    NOT NULL,
    alerts       INTEGER,
    next_due     INTEGER NOT NULL,
    last_edition INTEGER,
    pause_reason TEXT,                                 -- NULL: it runs
    pause_since  INTEGER,
    pause_detail TEXT    NOT NULL DEFAULT '',
    created      INTEGER NOT NULL,
    CHECK ((user IS NULL) = (channel IS NOT NULL)),
    CHECK ((server IS NULL) = (channel IS NULL))
) STRICT;
CREATE INDEX subscription_due ON subscription (next_due) WHERE pause_reason IS NULL;
CREATE INDEX subscription_by_server ON subscription (server) WHERE server IS NOT NULL;
CREATE INDEX subscription_by_user ON subscription (user) WHERE user IS NOT NULL;
CREATE INDEX subscription_by_author ON subscription (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE delivery (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    occurrence   TEXT    NOT NULL,                     -- an ISO instant, or manual:<interaction>
    made         INTEGER NOT NULL,
    edition      TEXT    NOT NULL,                     -- frozen, JSON
    papers       INTEGER NOT NULL,                     -- how many it has
    UNIQUE (subscription, occurrence)                  -- delivered once, ever
) STRICT;
CREATE INDEX delivery_by_age ON delivery (subscription, id);

CREATE TABLE part (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery   INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    nonce      TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    ready      INTEGER,                                -- not before this; NULL: claimed, or done
    attempted  INTEGER,
    attempts   INTEGER NOT NULL DEFAULT 0,
    message    INTEGER,                                -- Discord's id, once sent
    detail     TEXT    NOT NULL DEFAULT '',
    UNIQUE (delivery, number)
) STRICT;
CREATE INDEX part_open ON part (ready) WHERE state IN ('planned', 'sending');

-- What a target was shown, or is about to be: reserved with the edition, given back when refused.
CREATE TABLE shown (
    paper   INTEGER NOT NULL REFERENCES paper (key) ON DELETE CASCADE,
    channel INTEGER,
    user    INTEGER REFERENCES user (id) ON DELETE CASCADE,
    part    INTEGER REFERENCES part (id) ON DELETE SET NULL,
    CHECK ((user IS NULL) = (channel IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX shown_in_channel ON shown (channel, paper) WHERE channel IS NOT NULL;
CREATE UNIQUE INDEX shown_to_user ON shown (user, paper) WHERE user IS NOT NULL;
CREATE INDEX shown_by_paper ON shown (paper);
CREATE INDEX shown_by_part ON shown (part) WHERE part IS NOT NULL;

CREATE TABLE saved (
    user  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    paper INTEGER NOT NULL REFERENCES paper (key),
    note  TEXT    NOT NULL DEFAULT '',
    saved INTEGER NOT NULL,
    PRIMARY KEY (user, paper)
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_by_paper ON saved (paper);

-- What a person is in the middle of: a panel's wish, a search being paged. Its buttons carry the id.
CREATE TABLE draft (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    user    INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    kind    TEXT    NOT NULL,
    body    TEXT    NOT NULL,                          -- JSON
    touched INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_user ON draft (user);
CREATE INDEX draft_by_age ON draft (touched);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,                            -- e.g. commands: the hash last synced
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
