-- How a site wants its comments screened. One JSON column: settings come and go more often than
-- anything asks for them by SQL, and what a row does not have is the default in the code.
ALTER TABLE sites ADD COLUMN screening TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(screening));
