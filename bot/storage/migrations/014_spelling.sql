-- Titles that are spelled in two ways are looked up by one number: that of their consonants.

UPDATE paper SET title_number = paper_title_number(title);
