-- Threads that move to another address, and threads that become one.
--
-- An old address stays a row of `threads`, which says where its comments are now. So the address
-- stays taken, a link to the old thread's id finds the way as well, and a comment that is posted
-- there at the very moment of the move arrives at the right place.

-- The thread that this row leads to; never a row that leads on itself.
ALTER TABLE threads ADD COLUMN merged_into TEXT;
CREATE INDEX threads_merged ON threads (merged_into) WHERE merged_into IS NOT NULL;

-- All comments of a thread are found by what stands at the top of their branches. Those that readers
-- see have their indexes; these are the others. A published comment is none of them, so posting one
-- costs no row more.
CREATE INDEX comments_unseen_tops ON comments (thread_id, root_id)
  WHERE parent_id IS NULL AND shown = 0;

-- The numbers of both threads change in the transaction that moves the comment.
CREATE TRIGGER comments_changed_thread AFTER UPDATE OF thread_id ON comments
WHEN OLD.thread_id <> NEW.thread_id BEGIN
  UPDATE threads SET count = count - (NEW.status = 'published'),
      like_level = like_level
        - (SELECT COALESCE(SUM(share), 0) FROM likes WHERE comment_id = NEW.id)
    WHERE id = OLD.thread_id;
  UPDATE threads SET count = count + (NEW.status = 'published'),
      like_level = like_level
        + (SELECT COALESCE(SUM(share), 0) FROM likes WHERE comment_id = NEW.id)
    WHERE id = NEW.thread_id;
END;

-- The search finds a comment by the title that it stands under now.
CREATE TRIGGER search_changed_thread AFTER UPDATE OF thread_id ON comments
WHEN OLD.thread_id <> NEW.thread_id AND NEW.source <> '' AND
  (SELECT title FROM threads WHERE id = OLD.thread_id)
    IS NOT (SELECT title FROM threads WHERE id = NEW.thread_id) BEGIN
  DELETE FROM comment_search WHERE rowid = OLD.seq;
  INSERT INTO comment_search (rowid, name, email, source, title)
    SELECT NEW.seq, NEW.name, NEW.email, NEW.source, title FROM threads WHERE id = NEW.thread_id;
END;
