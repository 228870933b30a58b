-- Where a paper came out, and how exactly its day is known.
ALTER TABLE paper ADD COLUMN venue TEXT;
ALTER TABLE paper ADD COLUMN dated TEXT NOT NULL DEFAULT 'day'
    CHECK (dated IN ('day', 'month', 'year'));

-- Which fields another source told than `source`: a JSON object of field and source, NULL for none.
ALTER TABLE paper ADD COLUMN origins TEXT;

-- What titles of one work have in common (bot/core/same_work.py), NULL where a title is no sign.
ALTER TABLE paper ADD COLUMN title_number INTEGER;
UPDATE paper SET title_number = paper_title_number(title);
CREATE INDEX paper_by_title ON paper (title_number) WHERE merged_into IS NULL;
