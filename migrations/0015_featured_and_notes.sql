-- Comments that the newsroom puts on top, and what its people note for each other.
--
-- Featured is a column with an index of its own that holds nothing but featured comments: a post
-- writes no row to it, and a page reads as many rows as are featured. A comment that readers no
-- longer see, or whose text is another one now, leaves Featured in the same transaction.
ALTER TABLE comments ADD COLUMN featured_at INTEGER;

CREATE INDEX comments_featured ON comments (thread_id, featured_at) WHERE featured_at IS NOT NULL;

-- Who put a comment there or took it away, and when; kept for ever.
CREATE TABLE featurings (
  id           TEXT PRIMARY KEY,
  comment_id   TEXT NOT NULL,
  moderator_id TEXT NOT NULL,
  moderator    TEXT NOT NULL,
  at           INTEGER NOT NULL,
  featured     INTEGER NOT NULL CHECK (featured IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX featurings_comment ON featurings (comment_id, id);

CREATE TRIGGER featured_left AFTER UPDATE OF status, source ON comments
WHEN OLD.featured_at IS NOT NULL AND (NEW.status <> 'published' OR NEW.source <> OLD.source) BEGIN
  UPDATE comments SET featured_at = NULL WHERE seq = NEW.seq;
END;

-- For colleagues only. The name at that time, as in the log of decisions.
CREATE TABLE notes (
  id           TEXT PRIMARY KEY,
  comment_id   TEXT NOT NULL,
  moderator_id TEXT NOT NULL,
  moderator    TEXT NOT NULL,
  body         TEXT NOT NULL,
  -- Moderator and Idempotency-Key hashed: sent twice, a note is stored once.
  request_key  TEXT UNIQUE,
  created_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_comment ON notes (comment_id, id);

-- What is noted about somebody's words goes with the words.
CREATE TRIGGER notes_erased AFTER UPDATE OF status ON comments
WHEN OLD.status <> 'deleted' AND NEW.status = 'deleted' BEGIN
  DELETE FROM notes WHERE comment_id = NEW.id;
END;
