-- What readers do with comments: likes, reports, and the two orders that follow from it.
--
-- Who liked or reported is kept as hashes that are different for every comment: nobody can read
-- from these tables what else a browser or a network has liked. All numbers are kept by triggers.

-- One a browser. A network gives only a few to one comment.
CREATE TABLE likes (
  comment_id   TEXT NOT NULL,
  reader_hash  TEXT NOT NULL,
  network_hash TEXT,
  -- By how much this like raised the thread's level, so that taking it back takes back the same.
  share        INTEGER NOT NULL,
  PRIMARY KEY (comment_id, reader_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX likes_network ON likes (comment_id, network_hash);

-- One a browser and one a network.
CREATE TABLE reports (
  seq          INTEGER PRIMARY KEY,
  comment_id   TEXT NOT NULL,
  reader_hash  TEXT NOT NULL,
  network_hash TEXT,
  reason       TEXT NOT NULL,
  text         TEXT,
  created_at   INTEGER NOT NULL,
  -- The moderator's decision that has answered it; NULL while it is open.
  closed_by    TEXT,
  UNIQUE (comment_id, reader_hash),
  UNIQUE (comment_id, network_hash)
) STRICT;
CREATE INDEX reports_open ON reports (comment_id, seq) WHERE closed_by IS NULL;

-- The last minute's likes and reports, so that a network cannot do hundreds of them.
CREATE TABLE reader_acts (
  network_hash TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX reader_acts_network ON reader_acts (network_hash, at);
CREATE INDEX reader_acts_at ON reader_acts (at);

-- The likes that an average comment of the thread has got so far, in millionths.
ALTER TABLE threads ADD COLUMN like_level INTEGER NOT NULL DEFAULT 0;

ALTER TABLE comments ADD COLUMN likes INTEGER NOT NULL DEFAULT 0 CHECK (likes >= 0);
-- The thread's level when the comment was first published; NULL before that.
ALTER TABLE comments ADD COLUMN head_start INTEGER;
-- Head start and likes of the branch's top comment, in millionths of a like. True in the rows that
-- a page reads: the top comment and the first three answers.
ALTER TABLE comments ADD COLUMN root_rank INTEGER NOT NULL DEFAULT 0;
-- Open reports.
ALTER TABLE comments ADD COLUMN reports INTEGER NOT NULL DEFAULT 0 CHECK (reports >= 0);

-- The orders `top` and `replies`. Answers are not in the second: to move the first three with each
-- new answer would cost more rows than a post may write.
CREATE INDEX comments_top ON comments (thread_id, root_rank DESC, root_id DESC, branch_seq)
  WHERE branch_seq <= 3 AND shown = 1;
CREATE INDEX comments_replies ON comments (thread_id, reply_count DESC, root_id DESC)
  WHERE branch_seq = 0 AND shown = 1;
-- The desk's queue Reported: what is published or held and has open reports.
CREATE INDEX comments_reported ON comments (site_key, status, id) WHERE reports > 0;

CREATE TABLE report_counts (
  site_key TEXT NOT NULL,
  status   TEXT NOT NULL,
  count    INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (site_key, status)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER likes_given AFTER INSERT ON likes BEGIN
  UPDATE comments SET likes = likes + 1 WHERE id = NEW.comment_id;
  UPDATE comments SET root_rank = root_rank + 1000000
    WHERE root_id = NEW.comment_id AND branch_seq <= 3;
  UPDATE threads SET like_level = like_level + NEW.share
    WHERE id = (SELECT thread_id FROM comments WHERE id = NEW.comment_id);
END;

CREATE TRIGGER likes_taken AFTER DELETE ON likes BEGIN
  UPDATE comments SET likes = likes - 1 WHERE id = OLD.comment_id;
  UPDATE comments SET root_rank = root_rank - 1000000
    WHERE root_id = OLD.comment_id AND branch_seq <= 3;
  UPDATE threads SET like_level = like_level - OLD.share
    WHERE id = (SELECT thread_id FROM comments WHERE id = OLD.comment_id);
END;

-- A comment that waited for a moderator starts where the others are when readers first see it.
CREATE TRIGGER ranks_started AFTER UPDATE OF status ON comments
WHEN NEW.status = 'published' AND NEW.parent_id IS NULL AND NEW.head_start IS NULL BEGIN
  UPDATE comments SET head_start = (SELECT like_level FROM threads WHERE id = NEW.thread_id)
    WHERE seq = NEW.seq;
  UPDATE comments SET root_rank = head_start + 1000000 * likes WHERE seq = NEW.seq;
END;

-- An answer that comes into the folded branch stands where its branch stands.
CREATE TRIGGER ranks_placed AFTER UPDATE OF branch_seq ON comments
WHEN NEW.branch_seq BETWEEN 1 AND 3 BEGIN
  UPDATE comments SET root_rank = (SELECT root_rank FROM comments WHERE id = NEW.root_id)
    WHERE seq = NEW.seq;
END;

CREATE TRIGGER reports_made AFTER INSERT ON reports BEGIN
  UPDATE comments SET reports = reports + 1 WHERE id = NEW.comment_id;
END;

CREATE TRIGGER reports_moved AFTER UPDATE OF closed_by ON reports
WHEN (OLD.closed_by IS NULL) <> (NEW.closed_by IS NULL) BEGIN
  UPDATE comments SET reports = reports + iif(NEW.closed_by IS NULL, 1, -1)
    WHERE id = NEW.comment_id;
END;

CREATE TRIGGER reports_gone AFTER DELETE ON reports WHEN OLD.closed_by IS NULL BEGIN
  UPDATE comments SET reports = reports - 1 WHERE id = OLD.comment_id;
END;

CREATE TRIGGER reports_left AFTER UPDATE OF reports, status ON comments
WHEN OLD.reports > 0 AND OLD.status IN ('published', 'held')
  AND (NEW.reports = 0 OR NEW.status <> OLD.status) BEGIN
  UPDATE report_counts SET count = count - 1
    WHERE site_key = OLD.site_key AND status = OLD.status;
END;

CREATE TRIGGER reports_joined AFTER UPDATE OF reports, status ON comments
WHEN NEW.reports > 0 AND NEW.status IN ('published', 'held')
  AND (OLD.reports = 0 OR NEW.status <> OLD.status) BEGIN
  INSERT INTO report_counts VALUES (NEW.site_key, NEW.status, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- A moderator's decision answers what readers have reported, and taking it back asks again. That
-- readers' reports have held a comment stands in the log too; it answers nothing.
CREATE TRIGGER reports_answered AFTER INSERT ON decisions
WHEN NEW.undoes IS NULL AND NEW.moderator_id <> 'readers' BEGIN
  UPDATE reports SET closed_by = NEW.id WHERE comment_id = NEW.comment_id AND closed_by IS NULL;
END;

CREATE TRIGGER reports_asked_again AFTER INSERT ON decisions WHEN NEW.undoes IS NOT NULL BEGIN
  UPDATE reports SET closed_by = NULL
    WHERE comment_id = NEW.comment_id AND closed_by = NEW.undoes;
END;

-- What its author takes back takes its likes and reports along.
CREATE TRIGGER acts_erased AFTER UPDATE OF status ON comments
WHEN OLD.status <> 'deleted' AND NEW.status = 'deleted' BEGIN
  DELETE FROM likes WHERE comment_id = NEW.id;
  DELETE FROM reports WHERE comment_id = NEW.id;
END;
