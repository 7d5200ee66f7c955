-- Sites, threads, comments, decisions.
--
-- Ids of threads, comments and decisions are 20 characters: time first, so that the order of ids
-- is the order of creation and one column serves both as key and as sort order.
-- Times are integer milliseconds since 1970. JSON columns are checked to be JSON.

CREATE TABLE sites (
  key              TEXT PRIMARY KEY,
  name             TEXT NOT NULL,
  origins          TEXT NOT NULL CHECK (json_valid(origins)),
  mode             TEXT NOT NULL CHECK (mode IN ('pre', 'auto', 'post')),
  email            TEXT NOT NULL CHECK (email IN ('off', 'optional', 'required')),
  website          TEXT NOT NULL CHECK (website IN ('off', 'optional', 'required')),
  close_after_days INTEGER CHECK (close_after_days > 0),
  edit_window_ms   INTEGER NOT NULL CHECK (edit_window_ms >= 0),
  max_length       INTEGER NOT NULL CHECK (max_length > 0),
  max_links        INTEGER NOT NULL CHECK (max_links >= 0),
  banned           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(banned)),
  suspect          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(suspect)),
  created_at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE threads (
  id         TEXT PRIMARY KEY,
  site_key   TEXT NOT NULL REFERENCES sites (key),
  -- The page's address without scheme, fragment and trackers, or 'key:' and the key that the page
  -- gives: what makes two visits the same thread.
  page       TEXT NOT NULL,
  url        TEXT,
  title      TEXT,
  closed_at  INTEGER,
  -- Published comments; kept by the triggers below.
  count      INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
  created_at INTEGER NOT NULL,
  UNIQUE (site_key, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE comments (
  -- An integer key beside the id, for a search index to point at.
  seq            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  site_key       TEXT NOT NULL REFERENCES sites (key),
  thread_id      TEXT NOT NULL REFERENCES threads (id),
  parent_id      TEXT,
  -- The comment at the top of this branch; a top comment is its own root.
  root_id        TEXT NOT NULL,
  -- Ids from the root down to the parent, so that nothing needs to walk the tree.
  ancestors      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ancestors)),
  -- 0 for a top comment; answers are numbered in the order in which they were first published.
  -- NULL until then, so that spam never takes one of the three places that a folded branch shows.
  branch_seq     INTEGER,
  -- Published answers: of a top comment all in its branch, of another the direct ones. Kept by the
  -- triggers below.
  reply_count    INTEGER NOT NULL DEFAULT 0 CHECK (reply_count >= 0),
  -- Whether a reader sees it: published, or something published hangs below it. Kept by the
  -- triggers below; apart from `status` so that counting an answer touches no index.
  shown          INTEGER NOT NULL CHECK (shown IN (0, 1)),
  name           TEXT NOT NULL,
  email          TEXT,
  website        TEXT,
  source         TEXT NOT NULL,
  -- The parsed source as a JSON tree, and the version of the parser that made it.
  body           TEXT NOT NULL CHECK (json_valid(body)),
  body_parser    INTEGER NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('published', 'held', 'spam', 'rejected', 'deleted')),
  reviewed       INTEGER NOT NULL DEFAULT 0 CHECK (reviewed IN (0, 1)),
  verdict        TEXT NOT NULL CHECK (verdict IN ('publish', 'hold', 'spam', 'reject')),
  findings       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  rules_version  INTEGER NOT NULL,
  -- Keyed hashes: an address or an e-mail cannot be read back from them.
  address_hash   TEXT,
  author_hash    TEXT NOT NULL,
  -- The folded body, for finding the same text again.
  body_hash      TEXT NOT NULL,
  -- Site and Idempotency-Key hashed, and a hash of what was sent with it.
  request_key    TEXT UNIQUE,
  request_hash   TEXT,
  created_at     INTEGER NOT NULL,
  edited_at      INTEGER,
  -- Grows with every change of status or text; a decision names the version it was made for.
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A page of a thread: top comments in order, each with at most three answers. Only what a reader
-- may see is in these two, so a page costs the same in a thread of 20 and of 100,000.
CREATE INDEX comments_newest ON comments (thread_id, root_id DESC, branch_seq)
  WHERE branch_seq <= 3 AND shown = 1;
CREATE INDEX comments_oldest ON comments (thread_id, root_id, branch_seq)
  WHERE branch_seq <= 3 AND shown = 1;
-- A whole branch, and the next free place in it.
CREATE INDEX comments_branch ON comments (root_id, branch_seq);
-- The desk's queues.
CREATE INDEX comments_queue ON comments (site_key, status, reviewed, id);
-- Screening: how often this address and this author, and where this text, lately. The author's
-- index carries the status, because the desk's history of an author is counted from it.
CREATE INDEX comments_address ON comments (address_hash, created_at) WHERE address_hash IS NOT NULL;
CREATE INDEX comments_author ON comments (site_key, author_hash, created_at, status);
CREATE INDEX comments_text ON comments (site_key, body_hash, created_at);

-- What a comment said before it was edited.
CREATE TABLE revisions (
  comment_id  TEXT NOT NULL,
  version     INTEGER NOT NULL,
  source      TEXT NOT NULL,
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, version)
) STRICT, WITHOUT ROWID;

-- One act of a moderator, kept for ever.
CREATE TABLE decisions (
  id            TEXT PRIMARY KEY,
  comment_id    TEXT NOT NULL,
  moderator_id  TEXT NOT NULL,
  -- The name at that time: the log stays readable after the person has left.
  moderator     TEXT NOT NULL,
  decided_at    INTEGER NOT NULL,
  from_status   TEXT NOT NULL,
  from_reviewed INTEGER NOT NULL,
  to_status     TEXT NOT NULL,
  -- The comment's version after this decision.
  version       INTEGER NOT NULL,
  reason        TEXT,
  -- The decision that this one takes back; a decision can be taken back once.
  undoes        TEXT UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_comment ON decisions (comment_id, id);

-- The desk's numbers, a row for each site, status and reviewed; kept by the triggers below.
CREATE TABLE queue_counts (
  site_key TEXT NOT NULL,
  status   TEXT NOT NULL,
  reviewed INTEGER NOT NULL,
  count    INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (site_key, status, reviewed)
) STRICT, WITHOUT ROWID;

-- Numbers that people see are changed by the database itself, in the transaction that changes the
-- comment. No code path can forget them, so they cannot drift.
CREATE TRIGGER comments_inserted AFTER INSERT ON comments BEGIN
  INSERT INTO queue_counts VALUES (NEW.site_key, NEW.status, NEW.reviewed, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER comments_inserted_published AFTER INSERT ON comments
WHEN NEW.status = 'published' BEGIN
  UPDATE threads SET count = count + 1 WHERE id = NEW.thread_id;
  UPDATE comments SET reply_count = reply_count + 1
    WHERE id IN (NEW.root_id, NEW.parent_id) AND id <> NEW.id;
  UPDATE comments SET shown = 1
    WHERE shown = 0 AND id IN (SELECT value FROM json_each(NEW.ancestors));
END;

CREATE TRIGGER comments_moved AFTER UPDATE OF status, reviewed ON comments
WHEN OLD.status <> NEW.status OR OLD.reviewed <> NEW.reviewed BEGIN
  UPDATE queue_counts SET count = count - 1
    WHERE site_key = OLD.site_key AND status = OLD.status AND reviewed = OLD.reviewed;
  INSERT INTO queue_counts VALUES (NEW.site_key, NEW.status, NEW.reviewed, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- An answer gets its place in the folded branch when it is published for the first time.
CREATE TRIGGER comments_published AFTER UPDATE OF status ON comments
WHEN OLD.status <> 'published' AND NEW.status = 'published' BEGIN
  UPDATE threads SET count = count + 1 WHERE id = NEW.thread_id;
  UPDATE comments SET reply_count = reply_count + 1
    WHERE id IN (NEW.root_id, NEW.parent_id) AND id <> NEW.id;
  UPDATE comments SET shown = 1, branch_seq = COALESCE(branch_seq,
    (SELECT COALESCE(MAX(branch_seq), 0) + 1 FROM comments WHERE root_id = NEW.root_id))
    WHERE seq = NEW.seq;
  UPDATE comments SET shown = 1
    WHERE shown = 0 AND id IN (SELECT value FROM json_each(NEW.ancestors));
END;

-- What is taken away stays as a tombstone while something published hangs below it, and so do
-- the tombstones above it.
CREATE TRIGGER comments_unpublished AFTER UPDATE OF status ON comments
WHEN OLD.status = 'published' AND NEW.status <> 'published' BEGIN
  UPDATE threads SET count = count - 1 WHERE id = NEW.thread_id;
  UPDATE comments SET reply_count = reply_count - 1
    WHERE id IN (NEW.root_id, NEW.parent_id) AND id <> NEW.id;
  UPDATE comments SET shown = EXISTS (
      SELECT 1 FROM comments below, json_each(below.ancestors) above
      WHERE below.root_id = comments.root_id AND below.status = 'published'
        AND above.value = comments.id)
    WHERE seq = NEW.seq OR (shown = 1 AND status <> 'published'
      AND id IN (SELECT value FROM json_each(NEW.ancestors)));
  -- The places of a folded branch move up to what is still shown, in the same order.
  UPDATE comments SET branch_seq = NULL
    WHERE root_id = NEW.root_id AND branch_seq BETWEEN 1 AND 3 AND shown = 0;
  UPDATE comments SET branch_seq = 1 WHERE branch_seq > 1 AND seq =
    (SELECT seq FROM comments WHERE root_id = NEW.root_id AND branch_seq >= 1 AND shown = 1
     ORDER BY branch_seq LIMIT 1);
  UPDATE comments SET branch_seq = 2 WHERE branch_seq > 2 AND seq =
    (SELECT seq FROM comments WHERE root_id = NEW.root_id AND branch_seq >= 2 AND shown = 1
     ORDER BY branch_seq LIMIT 1);
  UPDATE comments SET branch_seq = 3 WHERE branch_seq > 3 AND seq =
    (SELECT seq FROM comments WHERE root_id = NEW.root_id AND branch_seq >= 3 AND shown = 1
     ORDER BY branch_seq LIMIT 1);
END;
