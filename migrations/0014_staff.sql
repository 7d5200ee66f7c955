-- Staff replies, the badge that readers see beside a name, and replies that a newsroom keeps ready.
--
-- The badge is a column that only the desk's own route writes, so no name that a reader chooses can
-- pass for it. The index holds badged comments alone: a reader's post writes no row to it.
ALTER TABLE comments ADD COLUMN badge TEXT CHECK (badge IN ('staff', 'author'));
-- The account behind the badge; it may be removed while its replies stay.
ALTER TABLE comments ADD COLUMN moderator_id TEXT;

CREATE INDEX comments_answers ON comments (parent_id, id) WHERE badge IS NOT NULL;

CREATE TABLE saved_replies (
  id         TEXT PRIMARY KEY,
  site_key   TEXT NOT NULL REFERENCES sites (key),
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,
  -- Who wrote it last, by the name at that time.
  moderator  TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_replies_site ON saved_replies (site_key, id);
