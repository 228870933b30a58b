-- A paper's votes at the end of a day, of papers up to 60 days old (bot/core/trending.py): what rose is
-- seen from them. 0 is not noted: some sources do not tell votes.
CREATE TABLE paper_votes (
    paper   INTEGER NOT NULL REFERENCES paper (key) ON DELETE CASCADE,
    day     TEXT    NOT NULL,                          -- UTC
    upvotes INTEGER NOT NULL,                          -- its last word of the day
    PRIMARY KEY (paper, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER votes_told AFTER INSERT ON paper
WHEN NEW.upvotes > 0 AND NEW.released >= date(NEW.updated, 'unixepoch', '-60 days')
BEGIN
    INSERT INTO paper_votes (paper, day, upvotes)
        VALUES (NEW.key, date(NEW.updated, 'unixepoch'), NEW.upvotes);
END;

CREATE TRIGGER votes_changed AFTER UPDATE OF upvotes ON paper
WHEN NEW.upvotes IS NOT OLD.upvotes
    AND NEW.upvotes > 0
    AND NEW.released >= date(NEW.updated, 'unixepoch', '-60 days')
BEGIN
    INSERT INTO paper_votes (paper, day, upvotes)
        VALUES (NEW.key, date(NEW.updated, 'unixepoch'), NEW.upvotes)
        ON CONFLICT (paper, day) DO UPDATE SET upvotes = excluded.upvotes;
END;

-- Two papers that were found to be one have the votes of the one with more.
CREATE TRIGGER votes_followed AFTER UPDATE OF merged_into ON paper WHEN NEW.merged_into IS NOT NULL
BEGIN
    INSERT INTO paper_votes (paper, day, upvotes)
        SELECT NEW.merged_into, day, upvotes FROM paper_votes WHERE paper = NEW.key
        ON CONFLICT (paper, day) DO UPDATE SET upvotes = max(upvotes, excluded.upvotes);
    DELETE FROM paper_votes WHERE paper = NEW.key;
END;

-- What is known so far is of when it was last told.
INSERT INTO paper_votes (paper, day, upvotes)
    SELECT key, date(updated, 'unixepoch'), upvotes FROM paper
    WHERE merged_into IS NULL AND upvotes > 0
      AND released >= date(updated, 'unixepoch', '-60 days');
