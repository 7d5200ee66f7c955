-- Who writes, and how fast.

-- How many comments come in, a row for each site and each of its threads, whatever their number:
-- this stretch of ten minutes and the one before, this week and the one before. Two neighbouring
-- stretches give the number of any last ten minutes closely enough. Kept with each posted comment;
-- no number that people rely on, so what an import brings is not counted.
CREATE TABLE tempo (
  site_key    TEXT NOT NULL,
  -- Of the thread, as there; '' for the site as a whole.
  page        TEXT NOT NULL,
  -- Stretches since 1970.
  slot        INTEGER NOT NULL,
  in_slot     INTEGER NOT NULL,
  slot_before INTEGER NOT NULL,
  week        INTEGER NOT NULL,
  in_week     INTEGER NOT NULL,
  week_before INTEGER NOT NULL,
  -- When the first comment was counted.
  since       INTEGER NOT NULL,
  -- Since when more comes in than usual; NULL in quiet times.
  flood_since INTEGER,
  PRIMARY KEY (site_key, page)
) STRICT, WITHOUT ROWID;
-- What the desk shows: empty in quiet times.
CREATE INDEX tempo_floods ON tempo (site_key, flood_since) WHERE flood_since IS NOT NULL;

-- What became of an author's and an address's recent comments is counted from these two alone.
DROP INDEX comments_author;
CREATE INDEX comments_author ON comments (site_key, author_hash, created_at, status, reviewed);
DROP INDEX comments_address;
CREATE INDEX comments_address ON comments (address_hash, created_at, site_key, status, reviewed)
  WHERE address_hash IS NOT NULL;
