-- Campaigns across threads and sites, and the cluster around any comment.
--
-- Every comment has a trace: a few dozen short tokens that variants of it share (pieces of a sketch
-- of its wording, where its links lead, a keyed hash of its author). It says nothing about a text
-- that could be read. Two inverted indexes are made of it: of all comments, for the desk, and of
-- those that moderators have thrown out, for screening. Nothing is kept twice (content=''), and
-- triggers keep both, so that no decision, undo, edit or erasure can leave anything behind.
--
-- The tables of 0004 are not read any more and begin empty; the release after this one drops them.
-- What was thrown out before is known again once it is decided again.

-- Tokens with spaces between, NULL for none.
ALTER TABLE comments ADD COLUMN trace TEXT;

-- Whether a decision says anything about spam: one for an insult or for being off the topic does not.
ALTER TABLE decisions ADD COLUMN about_spam INTEGER NOT NULL DEFAULT 1
  CHECK (about_spam IN (0, 1));

DROP TRIGGER campaign_left;
DROP TRIGGER campaign_joined;
DELETE FROM campaign_keys;
DELETE FROM campaign_prints;

CREATE VIRTUAL TABLE comment_traces USING fts5(
  trace, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- Of comments that stand thrown out by a moderator, with two tokens more: 'x' and the site's key in
-- hexadecimal, and 'xx' where the standing decision is about spam, so that it counts at other sites.
CREATE VIRTUAL TABLE thrown_out USING fts5(
  trace, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE TRIGGER trace_inserted AFTER INSERT ON comments WHEN NEW.trace IS NOT NULL BEGIN
  INSERT INTO comment_traces (rowid, trace) VALUES (NEW.seq, NEW.trace);
END;

CREATE TRIGGER trace_changed AFTER UPDATE OF trace ON comments WHEN OLD.trace IS NOT NEW.trace BEGIN
  DELETE FROM comment_traces WHERE rowid = OLD.seq;
  INSERT INTO comment_traces (rowid, trace) SELECT NEW.seq, NEW.trace WHERE NEW.trace IS NOT NULL;
END;

CREATE TRIGGER trace_deleted AFTER DELETE ON comments BEGIN
  DELETE FROM comment_traces WHERE rowid = OLD.seq;
  DELETE FROM thrown_out WHERE rowid = OLD.seq;
END;

CREATE TRIGGER thrown_out_left AFTER UPDATE OF status, reviewed, trace ON comments
WHEN OLD.reviewed = 1 AND OLD.status IN ('spam', 'rejected')
  AND NOT (NEW.reviewed = 1 AND NEW.status IN ('spam', 'rejected') AND NEW.trace IS OLD.trace) BEGIN
  DELETE FROM thrown_out WHERE rowid = OLD.seq;
END;

-- By the log and not by the move, because the log knows the reason. After an undo the decision before
-- it stands again, with its own reason.
CREATE TRIGGER thrown_out_joined AFTER INSERT ON decisions BEGIN
  DELETE FROM thrown_out WHERE rowid = (SELECT seq FROM comments WHERE id = NEW.comment_id);
  INSERT INTO thrown_out (rowid, trace)
    SELECT c.seq, c.trace || ' x' || hex(c.site_key) || CASE (
        SELECT d.about_spam FROM decisions d
        WHERE d.comment_id = c.id AND d.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)
        ORDER BY d.version DESC LIMIT 1) WHEN 0 THEN '' ELSE ' xx' END
    FROM comments c
    WHERE c.id = NEW.comment_id AND c.trace IS NOT NULL
      AND c.reviewed = 1 AND c.status IN ('spam', 'rejected');
END;
