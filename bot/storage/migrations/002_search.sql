-- Search at any size. The full-text index is in the order of the days: the place of a paper in it is
-- its day (days since 0001-01-01, the first is 1), then its key (32 bits). What is withdrawn or
-- merged into another has no row. `marks` is what can be asked for besides words
-- (bot/core/query_marks.py).
ALTER TABLE paper_text RENAME TO paper_text_1;
CREATE VIRTUAL TABLE paper_text USING fts5 (
    title, abstract, authors, keywords, marks,
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO paper_text (rowid, title, abstract, authors, keywords, marks)
    SELECT (CAST(julianday(paper.released) - 1721424.5 AS INTEGER) << 32) + paper.key AS place,
           old.title, old.abstract, old.authors, old.keywords,
           paper_marks(
               old.authors, paper.categories, paper.organization, paper.source,
               paper.upvotes, paper.code
           )
    FROM paper JOIN paper_text_1 AS old ON old.rowid = paper.key
    WHERE paper.withdrawn = 0
    ORDER BY place;
DROP TABLE paper_text_1;

-- Every word and mark that the index has, or once had: what a beginning of a word may stand for.
CREATE TABLE paper_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE temp.paper_words USING fts5vocab (main, paper_text, row);
INSERT INTO paper_word SELECT term FROM temp.paper_words;
DROP TABLE temp.paper_words;
