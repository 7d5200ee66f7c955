-- Search at the desk: inside words and in languages without spaces, so by trigrams. Nothing is kept
-- twice (content=''); the row's number leads to the comment.
CREATE VIRTUAL TABLE comment_search USING fts5(
  name, email, source, title,
  content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);

INSERT INTO comment_search (rowid, name, email, source, title)
  SELECT c.seq, c.name, c.email, c.source, t.title FROM comments c JOIN threads t ON t.id = c.thread_id
  WHERE c.status <> 'deleted';

CREATE TRIGGER search_inserted AFTER INSERT ON comments BEGIN
  INSERT INTO comment_search (rowid, name, email, source, title)
    VALUES (NEW.seq, NEW.name, NEW.email, NEW.source,
            (SELECT title FROM threads WHERE id = NEW.thread_id));
END;

-- An edit changes what is found, an erasure leaves nothing to be found.
CREATE TRIGGER search_changed AFTER UPDATE OF name, email, source ON comments BEGIN
  DELETE FROM comment_search WHERE rowid = OLD.seq;
  INSERT INTO comment_search (rowid, name, email, source, title)
    SELECT NEW.seq, NEW.name, NEW.email, NEW.source, title FROM threads
    WHERE id = NEW.thread_id AND NEW.source <> '';
END;

CREATE TRIGGER search_deleted AFTER DELETE ON comments BEGIN
  DELETE FROM comment_search WHERE rowid = OLD.seq;
END;
