-- Videos of a tag in the order of their publication, so that the newest ones are read without the others. Kept by triggers.
CREATE TABLE sepiola."taggedVideo" (
  "videoId" integer,
  "tagId" integer,
  "publishedAt" timestamptz NOT NULL
);
INSERT INTO sepiola."taggedVideo"
SELECT t."videoId", t."tagId", v."publishedAt" FROM public."videoTag" t JOIN public."video" v ON v."id" = t."videoId"
 ORDER BY 1, 2;
ALTER TABLE sepiola."taggedVideo" ADD PRIMARY KEY ("videoId", "tagId");
CREATE INDEX "taggedVideo_newest" ON sepiola."taggedVideo" ("tagId", "publishedAt" DESC, "videoId");

CREATE FUNCTION sepiola.tags_added() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."taggedVideo" SELECT n."videoId", n."tagId", v."publishedAt"
    FROM changed n JOIN public."video" v ON v."id" = n."videoId" ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION sepiola.tags_removed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  DELETE FROM sepiola."taggedVideo" k USING changed o WHERE k."videoId" = o."videoId" AND k."tagId" = o."tagId";
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_tagged_added AFTER INSERT ON public."videoTag"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tags_added();
CREATE TRIGGER sepiola_tagged_removed AFTER DELETE ON public."videoTag"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tags_removed();
-- Restored or merged rows may change what they join.
CREATE TRIGGER sepiola_tagged_moved_away AFTER UPDATE ON public."videoTag"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tags_removed();
CREATE TRIGGER sepiola_tagged_moved_here AFTER UPDATE ON public."videoTag"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tags_added();

CREATE FUNCTION sepiola.tagged_video_published() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE sepiola."taggedVideo" SET "publishedAt" = NEW."publishedAt" WHERE "videoId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_tagged_published AFTER UPDATE OF "publishedAt" ON public."video" FOR EACH ROW
  WHEN (OLD."publishedAt" IS DISTINCT FROM NEW."publishedAt") EXECUTE FUNCTION sepiola.tagged_video_published();
