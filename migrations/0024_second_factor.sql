-- One-time codes as a second factor, in the columns that better-auth's plugin expects (see 0002).
-- Secret and recovery codes are encrypted with a key made of SECRET.

ALTER TABLE moderators ADD COLUMN twoFactorEnabled INTEGER NOT NULL DEFAULT 0;

CREATE TABLE second_factors (
  id                      TEXT PRIMARY KEY,
  userId                  TEXT NOT NULL UNIQUE REFERENCES moderators (id) ON DELETE CASCADE,
  secret                  TEXT NOT NULL,
  backupCodes             TEXT NOT NULL,
  -- 0 until the first right code: an app that never got the secret locks nobody out.
  verified                INTEGER NOT NULL DEFAULT 0,
  failedVerificationCount INTEGER NOT NULL DEFAULT 0,
  lockedUntil             TEXT
) STRICT, WITHOUT ROWID;
