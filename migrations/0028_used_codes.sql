-- A code of an authenticator app is good for about 90 seconds, and now only once: the step of time
-- (30 seconds) of the last one that was accepted. A code of this step or an earlier one is none.

ALTER TABLE second_factors ADD COLUMN lastStep INTEGER NOT NULL DEFAULT 0;
