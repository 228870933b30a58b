-- What servers' administrators added: feeds, publications pages, bibliographies.
CREATE TABLE added_source (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,        -- never reused: papers are marked with it
    server   INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    folded   TEXT    NOT NULL,                         -- the name as names are compared
    kind     TEXT    NOT NULL,                         -- feed, bibliography
    address  TEXT,                                     -- NULL: a file was handed over …
    file     TEXT,                                     -- … of this name
    added_by INTEGER REFERENCES user (id) ON DELETE SET NULL,
    added    INTEGER NOT NULL,
    checked  INTEGER NOT NULL,                         -- when it was last read, well or not
    last_ok  INTEGER,
    error    TEXT,
    told     TEXT,                                     -- a hash of what it told last
    gone     INTEGER,                                  -- since when the bot is not in the server
    CHECK ((address IS NULL) = (file IS NOT NULL)),
    UNIQUE (server, folded)
) STRICT;
CREATE INDEX added_source_by_check ON added_source (checked) WHERE address IS NOT NULL;
CREATE INDEX added_source_by_author ON added_source (added_by) WHERE added_by IS NOT NULL;

-- The entries of a source, in its order, and what it says of them; the rest is the paper's. One that
-- it tells no more has no place, and is remembered for a while, so that it is no news when it
-- comes back.
CREATE TABLE added_entry (
    source    INTEGER NOT NULL REFERENCES added_source (id) ON DELETE CASCADE,
    paper     INTEGER NOT NULL REFERENCES paper (key),
    place     INTEGER,
    ids       TEXT    NOT NULL,                        -- the names that the source ever gave it
    published TEXT,
    dated     TEXT    NOT NULL,
    venue     TEXT,
    news      TEXT,                                    -- the day it was new; NULL: it was history
    seen      INTEGER NOT NULL,
    PRIMARY KEY (source, paper)
) STRICT, WITHOUT ROWID;
CREATE INDEX added_entry_by_paper ON added_entry (paper);
CREATE INDEX added_entry_by_news ON added_entry (news) WHERE news IS NOT NULL;

-- What only an added source told of is in no title index (`source` begins with added:). Once a public
-- source tells of it, it is.
CREATE TRIGGER title_published AFTER UPDATE OF source ON paper
WHEN OLD.source LIKE 'added:%' AND NEW.source NOT LIKE 'added:%'
BEGIN
    DELETE FROM title_change WHERE paper = NEW.key;
    INSERT INTO title_change (paper) VALUES (NEW.key);
END;
