-- What the spam filter has learned from each site's decisions.
--
-- Only a cache: it is made anew from the comments whose decision stands, and may be deleted at any
-- time. The lessons themselves are the comments; nothing is kept of one that is erased.

CREATE TABLE site_models (
  site_key      TEXT PRIMARY KEY,
  -- Grows with every training, also after the site was removed and made again: isolates ask for
  -- the model only where theirs is another one.
  version       INTEGER NOT NULL,
  -- Of the features and the base model that it was trained on top of.
  model_version INTEGER NOT NULL,
  -- NULL while there are too few decisions to learn from.
  model         TEXT CHECK (model IS NULL OR json_valid(model))
) STRICT, WITHOUT ROWID;
