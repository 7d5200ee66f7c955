-- Campaigns: comments that are variants of what a moderator has thrown out before.
--
-- Prints are kept of thrown out comments only, and say nothing about a text that could be read. The
-- two indexes below are kept by triggers, so that no decision, undo, edit or erasure can leave them
-- behind.

-- Where the links of a comment and its author's website lead: a JSON array, NULL for none.
ALTER TABLE comments ADD COLUMN places TEXT CHECK (places IS NULL OR json_valid(places));

CREATE TABLE campaign_prints (
  comment_id TEXT PRIMARY KEY,
  -- Under which a variant is found: pieces of the sketch, places.
  keys       TEXT NOT NULL CHECK (json_valid(keys)),
  -- The sketch of the wording.
  minima     TEXT NOT NULL CHECK (json_valid(minima))
) STRICT, WITHOUT ROWID;

-- Of comments that stand thrown out by a moderator.
CREATE TABLE campaign_keys (
  site_key   TEXT NOT NULL,
  key        TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  PRIMARY KEY (site_key, key, comment_id)
) STRICT, WITHOUT ROWID;

-- Of published comments: a place that stands in one is no sign of a campaign.
CREATE TABLE published_places (
  site_key   TEXT NOT NULL,
  place      TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  PRIMARY KEY (site_key, place, comment_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER places_inserted AFTER INSERT ON comments
WHEN NEW.status = 'published' AND NEW.places IS NOT NULL BEGIN
  INSERT INTO published_places SELECT NEW.site_key, value, NEW.id FROM json_each(NEW.places);
END;

CREATE TRIGGER places_taken AFTER UPDATE OF status, places ON comments
WHEN OLD.status = 'published' AND OLD.places IS NOT NULL
  AND (NEW.status <> 'published' OR OLD.places IS NOT NEW.places) BEGIN
  DELETE FROM published_places WHERE site_key = OLD.site_key AND comment_id = OLD.id
    AND place IN (SELECT value FROM json_each(OLD.places));
END;

CREATE TRIGGER places_given AFTER UPDATE OF status, places ON comments
WHEN NEW.status = 'published' AND NEW.places IS NOT NULL BEGIN
  INSERT INTO published_places SELECT NEW.site_key, value, NEW.id FROM json_each(NEW.places)
    WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER campaign_left AFTER UPDATE OF status, reviewed ON comments
WHEN OLD.reviewed = 1 AND OLD.status IN ('spam', 'rejected')
  AND NOT (NEW.reviewed = 1 AND NEW.status IN ('spam', 'rejected')) BEGIN
  DELETE FROM campaign_keys WHERE site_key = OLD.site_key AND comment_id = OLD.id
    AND key IN (SELECT k.value FROM campaign_prints p, json_each(p.keys) k
                WHERE p.comment_id = OLD.id);
END;

CREATE TRIGGER campaign_joined AFTER UPDATE OF status, reviewed ON comments
WHEN NEW.reviewed = 1 AND NEW.status IN ('spam', 'rejected') BEGIN
  INSERT INTO campaign_keys
    SELECT NEW.site_key, k.value, NEW.id FROM campaign_prints p, json_each(p.keys) k
    WHERE p.comment_id = NEW.id ON CONFLICT DO NOTHING;
END;

-- A print is of one text: an edit or an erasure takes it away.
CREATE TRIGGER campaign_text_changed AFTER UPDATE OF source ON comments BEGIN
  DELETE FROM campaign_keys WHERE site_key = OLD.site_key AND comment_id = OLD.id
    AND key IN (SELECT k.value FROM campaign_prints p, json_each(p.keys) k
                WHERE p.comment_id = OLD.id);
  DELETE FROM campaign_prints WHERE comment_id = OLD.id;
END;
