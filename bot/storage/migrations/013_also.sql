-- Which public sources told of a paper besides `source`, a JSON array in alphabetical order: `source:`
-- in a query means them all. Of what was told before this is known as far as a field was theirs.
ALTER TABLE paper ADD COLUMN also TEXT NOT NULL DEFAULT '[]';
UPDATE paper SET also = (
    SELECT json_group_array(name) FROM (
        SELECT DISTINCT value AS name FROM json_each(paper.origins)
        WHERE value <> paper.source AND value NOT LIKE 'added:%' ORDER BY value
    )
) WHERE origins IS NOT NULL AND source NOT LIKE 'added:%';

-- The marks of what is found by more names than before.
UPDATE paper_text SET marks = (
    SELECT paper_marks(
        paper_text.authors, paper.categories, paper.organization, paper.source,
        paper.upvotes, paper.code, paper.also
    ) FROM paper WHERE paper.key = (paper_text.rowid & 0xFFFFFFFF)
) WHERE rowid IN (
    SELECT (CAST(julianday(released) - 1721424.5 AS INTEGER) << 32) + key FROM paper
    WHERE also <> '[]' AND withdrawn = 0 AND merged_into IS NULL AND source NOT LIKE 'added:%'
);
INSERT INTO paper_word (word)
    SELECT DISTINCT word.value FROM paper
    JOIN paper_text ON paper_text.rowid
        = (CAST(julianday(paper.released) - 1721424.5 AS INTEGER) << 32) + paper.key
    JOIN json_each('["' || replace(paper_text.marks, ' ', '","') || '"]') AS word
    WHERE paper.also <> '[]'
    ON CONFLICT DO NOTHING;
