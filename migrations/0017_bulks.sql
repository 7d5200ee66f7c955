-- Deciding about many comments at once, and a moderator's own decisions.
--
-- What a bulk is about is written down comment by comment, with the version that counts, before
-- anybody confirms it: the number that is told is exact, what arrives later is not swept in, and a
-- bulk that was cut goes on where it stood without deciding twice. It costs one row a comment where
-- a decision itself costs about ten.

CREATE TABLE bulks (
  id            TEXT PRIMARY KEY,
  moderator_id  TEXT NOT NULL,
  moderator     TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  to_status     TEXT NOT NULL CHECK (to_status IN ('published', 'held', 'spam', 'rejected')),
  reason        TEXT,
  -- The queue, sites and filter that it gathers from; NULL where the comments were named.
  about         TEXT CHECK (about IS NULL OR json_valid(about)),
  state         TEXT NOT NULL CHECK (state IN
    ('gathering', 'ready', 'deciding', 'stopped', 'done', 'undoing', 'undone', 'dropped')),
  -- How far gathering, deciding and taking back have come: an id of a comment, and positions.
  gathered      TEXT,
  decided_to    INTEGER NOT NULL DEFAULT 0,
  undone_to     INTEGER NOT NULL DEFAULT 0,
  total         INTEGER NOT NULL DEFAULT 0,
  -- How many items have which outcome; kept by the trigger below.
  done          INTEGER NOT NULL DEFAULT 0 CHECK (done >= 0),
  conflicts     INTEGER NOT NULL DEFAULT 0 CHECK (conflicts >= 0),
  undone        INTEGER NOT NULL DEFAULT 0 CHECK (undone >= 0),
  kept          INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulks_moderator ON bulks (moderator_id, id);

CREATE TABLE bulk_items (
  bulk_id    TEXT NOT NULL,
  -- From 1 on.
  position   INTEGER NOT NULL,
  comment_id TEXT NOT NULL,
  version    INTEGER NOT NULL,
  -- NULL until its turn. `conflict`: somebody was quicker. `kept`: could not be taken back, for the
  -- same reason.
  outcome    TEXT CHECK (outcome IN ('done', 'conflict', 'undone', 'kept')),
  PRIMARY KEY (bulk_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_items_conflict ON bulk_items (bulk_id, position)
  WHERE outcome IN ('conflict', 'kept');

CREATE TRIGGER bulk_items_moved AFTER UPDATE OF outcome ON bulk_items
WHEN OLD.outcome IS NOT NEW.outcome BEGIN
  UPDATE bulks SET
    done = done + (NEW.outcome IS 'done') - (OLD.outcome IS 'done'),
    conflicts = conflicts + (NEW.outcome IS 'conflict') - (OLD.outcome IS 'conflict'),
    undone = undone + (NEW.outcome IS 'undone') - (OLD.outcome IS 'undone'),
    kept = kept + (NEW.outcome IS 'kept') - (OLD.outcome IS 'kept')
    WHERE id = NEW.bulk_id;
END;

ALTER TABLE decisions ADD COLUMN bulk_id TEXT;
-- One's own decisions, newest first: those of a bulk are one line of it.
CREATE INDEX decisions_own ON decisions (moderator_id, id)
  WHERE undoes IS NULL AND bulk_id IS NULL;
