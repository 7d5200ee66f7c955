-- What moderators have set against an author: that their new comments are always held, or thrown
-- out. An author is what screening takes for one on a site: an e-mail address, else a name from a
-- network, as a keyed hash. Every row stays as the log of it; a measure always has an end.

CREATE TABLE author_measures (
  id           TEXT PRIMARY KEY,
  site_key     TEXT NOT NULL,
  author_hash  TEXT NOT NULL CHECK (author_hash <> ''),
  kind         TEXT NOT NULL CHECK (kind IN ('hold', 'ban')),
  -- The comment on whose card it was taken.
  comment_id   TEXT NOT NULL,
  moderator_id TEXT NOT NULL,
  -- The name at that time, as in the log of decisions.
  moderator    TEXT NOT NULL,
  taken_at     INTEGER NOT NULL,
  until        INTEGER NOT NULL CHECK (until > taken_at),
  reason       TEXT,
  -- When it was lifted or another took its place, and by whom; NULL while it runs or has run out.
  ended_at     INTEGER,
  ended_by     TEXT
) STRICT, WITHOUT ROWID;

-- Read with every post, so it is as small as can be: one open row an author. No post writes here.
CREATE UNIQUE INDEX author_measures_open ON author_measures (site_key, author_hash)
  WHERE ended_at IS NULL;
CREATE INDEX author_measures_author ON author_measures (site_key, author_hash, id);
