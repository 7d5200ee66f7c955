-- That a column with a unique index is NULL is what SQLite thinks of as one row, though here it is true
-- of nearly the whole log: each decision read all others. The plus keeps the search to the comment's.
DROP TRIGGER thrown_out_joined;

-- By the log and not by the move, because the log knows the reason. After an undo the decision before
-- it stands again, with its own reason.
CREATE TRIGGER thrown_out_joined AFTER INSERT ON decisions BEGIN
  DELETE FROM thrown_out WHERE rowid = (SELECT seq FROM comments WHERE id = NEW.comment_id);
  INSERT INTO thrown_out (rowid, trace)
    SELECT c.seq, c.trace || ' x' || hex(c.site_key) || CASE (
        SELECT d.about_spam FROM decisions d
        WHERE d.comment_id = c.id AND +d.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)
        ORDER BY d.version DESC LIMIT 1) WHEN 0 THEN '' ELSE ' xx' END
    FROM comments c
    WHERE c.id = NEW.comment_id AND c.trace IS NOT NULL
      AND c.reviewed = 1 AND c.status IN ('spam', 'rejected');
END;
