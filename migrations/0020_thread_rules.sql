-- What moderators set for one thread, the log of it, and the desk's list of threads.

-- Kept open by hand, whatever the site says about old threads.
ALTER TABLE threads ADD COLUMN kept_open INTEGER NOT NULL DEFAULT 0 CHECK (kept_open IN (0, 1));
-- Texts for readers: {"source", "body"}, the body parsed once as that of a comment is. The first
-- stands in the place of the form while the thread is closed, the second above the comments.
ALTER TABLE threads ADD COLUMN message TEXT CHECK (message IS NULL OR json_valid(message));
ALTER TABLE threads ADD COLUMN announcement TEXT
  CHECK (announcement IS NULL OR json_valid(announcement));
-- Seconds between two comments of one author; 0 for none.
ALTER TABLE threads ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0 CHECK (slow_seconds >= 0);
-- NULL is the site's.
ALTER TABLE threads ADD COLUMN mode TEXT CHECK (mode IN ('pre', 'auto', 'post'));
-- Grows with every act of a moderator; an act names the version that it was made for.
ALTER TABLE threads ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Every act about a thread, kept for ever.
CREATE TABLE thread_acts (
  id           TEXT PRIMARY KEY,
  thread_id    TEXT NOT NULL,
  moderator_id TEXT NOT NULL,
  -- The name at that time: the log stays readable after the person has left.
  moderator    TEXT NOT NULL,
  done_at      INTEGER NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('change', 'move', 'merge')),
  -- What was changed, as it was and as it became.
  was          TEXT NOT NULL CHECK (json_valid(was)),
  became       TEXT NOT NULL CHECK (json_valid(became)),
  -- The thread's version after it.
  version      INTEGER NOT NULL,
  -- The act that this one takes back; an act can be taken back once.
  undoes       TEXT UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_acts_thread ON thread_acts (thread_id, version);

-- The desk's list: a row for each thread that got a comment, by its newest one. Not kept by a
-- trigger, since a post has no row to spare: whoever opens the list first brings it up to date, from
-- the newest comment that it knows of.
CREATE TABLE thread_list (
  n         INTEGER PRIMARY KEY,
  thread_id TEXT NOT NULL UNIQUE,
  site_key  TEXT NOT NULL,
  -- Number of the thread's newest comment, whatever became of it.
  newest    INTEGER NOT NULL,
  -- Title and address, for the search.
  words     TEXT NOT NULL
) STRICT;
CREATE INDEX thread_list_site ON thread_list (site_key, newest);
CREATE INDEX thread_list_newest ON thread_list (newest);

CREATE VIRTUAL TABLE thread_search USING fts5(
  words, content = 'thread_list', content_rowid = 'n', tokenize = 'trigram remove_diacritics 1'
);

CREATE TRIGGER thread_list_inserted AFTER INSERT ON thread_list BEGIN
  INSERT INTO thread_search (rowid, words) VALUES (NEW.n, NEW.words);
END;

CREATE TRIGGER thread_list_changed AFTER UPDATE OF words ON thread_list
WHEN OLD.words <> NEW.words BEGIN
  INSERT INTO thread_search (thread_search, rowid, words) VALUES ('delete', OLD.n, OLD.words);
  INSERT INTO thread_search (rowid, words) VALUES (NEW.n, NEW.words);
END;

CREATE TRIGGER thread_list_deleted AFTER DELETE ON thread_list BEGIN
  INSERT INTO thread_search (thread_search, rowid, words) VALUES ('delete', OLD.n, OLD.words);
END;

-- A thread that goes takes its place in the list and its log along.
CREATE TRIGGER threads_deleted AFTER DELETE ON threads BEGIN
  DELETE FROM thread_list WHERE thread_id = OLD.id;
  DELETE FROM thread_acts WHERE thread_id = OLD.id;
END;
