-- The desk's people and their sign-in, in the columns that better-auth expects (hence the names in
-- camelCase and times as ISO 8601 text, which differ from the rest of this database).

CREATE TABLE moderators (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  email         TEXT NOT NULL UNIQUE,
  emailVerified INTEGER NOT NULL,
  image         TEXT,
  createdAt     TEXT NOT NULL,
  updatedAt     TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('moderator', 'editor', 'admin')),
  -- JSON array of site keys; an admin has every site whatever stands here.
  sites         TEXT NOT NULL CHECK (json_valid(sites))
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id        TEXT PRIMARY KEY,
  expiresAt TEXT NOT NULL,
  token     TEXT NOT NULL UNIQUE,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  ipAddress TEXT,
  userAgent TEXT,
  userId    TEXT NOT NULL REFERENCES moderators (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (userId);

CREATE TABLE accounts (
  id                    TEXT PRIMARY KEY,
  accountId             TEXT NOT NULL,
  providerId            TEXT NOT NULL,
  userId                TEXT NOT NULL REFERENCES moderators (id) ON DELETE CASCADE,
  accessToken           TEXT,
  refreshToken          TEXT,
  idToken               TEXT,
  accessTokenExpiresAt  TEXT,
  refreshTokenExpiresAt TEXT,
  scope                 TEXT,
  password              TEXT,
  createdAt             TEXT NOT NULL,
  updatedAt             TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_user ON accounts (userId);

-- Single-use sign-in links; the token itself is only kept hashed.
CREATE TABLE sign_in_links (
  id         TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value      TEXT NOT NULL,
  expiresAt  TEXT NOT NULL,
  createdAt  TEXT NOT NULL,
  updatedAt  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_links_identifier ON sign_in_links (identifier);

-- Slows down whoever guesses passwords.
CREATE TABLE sign_in_attempts (
  id          TEXT PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,
  count       INTEGER NOT NULL,
  lastRequest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
