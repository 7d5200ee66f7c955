-- Passkeys: the public halves of keys that stay in a moderator's device or password manager.

CREATE TABLE passkeys (
  -- The credential's id, base64url.
  id           TEXT PRIMARY KEY,
  moderator_id TEXT NOT NULL REFERENCES moderators (id) ON DELETE CASCADE,
  name         TEXT NOT NULL,
  -- COSE, base64url.
  public_key   TEXT NOT NULL,
  -- Grows with every use where the device counts; one that shrinks is a copy.
  counter      INTEGER NOT NULL,
  -- JSON array: how a browser reaches it.
  transports   TEXT NOT NULL CHECK (json_valid(transports)),
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_moderator ON passkeys (moderator_id);
