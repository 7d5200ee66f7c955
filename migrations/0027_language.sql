-- The language of a comment's own words (ISO 639-1), as screening told it when the text was taken in.
-- NULL where it was not known, and for every comment from before this column. A queue is filtered
-- by looking (see README), so there is no index: a post writes no row more.

ALTER TABLE comments ADD COLUMN language TEXT CHECK (length(language) = 2);
