-- What an index of the titles has to follow: each change of a title, of its votes, or of whether the
-- paper is there, numbered in the order of the changes. Of one paper only its last change stays.
CREATE TABLE title_change (
    version INTEGER PRIMARY KEY AUTOINCREMENT,         -- never reused: greater than all before it
    paper   INTEGER NOT NULL UNIQUE                    -- its key, also once it is gone
) STRICT;

-- Which version the saved index with this stamp had seen. An index whose stamp is not here belongs to
-- another database, or to a later state of this one than the copy that was put back.
CREATE TABLE title_stamp (
    stamp   TEXT    PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER title_added AFTER INSERT ON paper BEGIN
    DELETE FROM title_change WHERE paper = NEW.key;
    INSERT INTO title_change (paper) VALUES (NEW.key);
END;

CREATE TRIGGER title_changed AFTER UPDATE OF title, upvotes, merged_into ON paper
WHEN NEW.title IS NOT OLD.title
    OR NEW.upvotes IS NOT OLD.upvotes
    OR NEW.merged_into IS NOT OLD.merged_into
BEGIN
    DELETE FROM title_change WHERE paper = NEW.key;
    INSERT INTO title_change (paper) VALUES (NEW.key);
END;

CREATE TRIGGER title_gone AFTER DELETE ON paper BEGIN
    DELETE FROM title_change WHERE paper = OLD.key;
    INSERT INTO title_change (paper) VALUES (OLD.key);
END;
