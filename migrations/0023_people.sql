-- People of the desk, managed at the desk: what they may do is said for each site, an admin's word
-- holds for all of them, and nobody who left is deleted, because the log names them.
--
-- `role` stays as what it was to the code before this one: admin, else the most that the person is
-- on any site. Columns of `moderators` are in better-auth's manner (see 0002).

-- JSON array: those of `sites` whose rules this person sets.
ALTER TABLE moderators ADD COLUMN editorOf TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(editorOf));
UPDATE moderators SET editorOf = sites WHERE role = 'editor';

-- ISO 8601. Whoever is deactivated has no session and gets none.
ALTER TABLE moderators ADD COLUMN deactivatedAt TEXT;
ALTER TABLE moderators ADD COLUMN lastSeenAt TEXT;

-- One an address; inviting again replaces it. A row leaves when it is taken up or revoked, and the
-- link's token is only kept hashed.
CREATE TABLE invitations (
  id         TEXT PRIMARY KEY,
  email      TEXT NOT NULL UNIQUE,
  admin      INTEGER NOT NULL CHECK (admin IN (0, 1)),
  -- JSON array of { key, role }; empty for an admin.
  sites      TEXT NOT NULL CHECK (json_valid(sites)),
  token_hash TEXT NOT NULL UNIQUE,
  -- The admin's id and name at that time; what a former admin invited is no longer valid.
  invited_by TEXT NOT NULL,
  inviter    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
