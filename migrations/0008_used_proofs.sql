-- Proofs of work that have let a comment in: each counts once.
--
-- A challenge says itself when it expires, so a row is needed no longer than that; every new one
-- sweeps away up to two old ones. Nothing here belongs to a person: a challenge is a random number.

CREATE TABLE used_proofs (
  expires_at INTEGER NOT NULL,
  challenge  TEXT NOT NULL,
  -- By time first, so that sweeping needs no index of its own, which would be another row written.
  PRIMARY KEY (expires_at, challenge)
) STRICT, WITHOUT ROWID;
