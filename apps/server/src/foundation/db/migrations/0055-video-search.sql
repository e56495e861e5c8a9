-- What searches for videos read. Kept by triggers and a job beside PeerTube's tables, so that whatever writes a video
-- (an upload, another server's update, a plugin's SQL) is found.

-- Words as they are searched: without case and accents, each once. Punctuation and space part them in every locale.
CREATE FUNCTION sepiola.search_words(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(array_agg(DISTINCT left(w, 60)), '{}')
     FROM regexp_split_to_table(lower(public.immutable_unaccent(coalesce($1, ''))), '[[:space:][:punct:]]+') w
    WHERE w <> '' $$;

CREATE TABLE sepiola."videoSearch" (
  "videoId" integer PRIMARY KEY REFERENCES public."video" ("id") ON DELETE CASCADE,
  -- Name and tags without case and accents.
  "name" text NOT NULL,
  "tags" text[] NOT NULL,
  -- Words of name and tags; "document" adds channel, account and description. Both hold marks of the video's age.
  "title" tsvector NOT NULL,
  "document" tsvector NOT NULL
);
CREATE INDEX "videoSearch_title" ON sepiola."videoSearch" USING gin ("title");
CREATE INDEX "videoSearch_document" ON sepiola."videoSearch" USING gin ("document");

-- Words of names, tags and channels: what a mistyped or half word is looked up in.
CREATE TABLE sepiola."searchWord" ("word" text COLLATE "C" PRIMARY KEY);
CREATE INDEX "searchWord_trigram" ON sepiola."searchWord" USING gin ("word" public.gin_trgm_ops);

CREATE TABLE sepiola."captionText" (
  "captionId" integer PRIMARY KEY REFERENCES public."videoCaption" ("id") ON DELETE CASCADE,
  "videoId" integer NOT NULL,
  "language" text NOT NULL,
  -- [[seconds, text], …]
  "cues" jsonb NOT NULL,
  "words" tsvector NOT NULL
);
CREATE INDEX "captionText_words" ON sepiola."captionText" USING gin ("words");
CREATE INDEX "captionText_video" ON sepiola."captionText" ("videoId");

-- What changed since it was last read.
CREATE TABLE sepiola."videoSearchPending" ("videoId" integer PRIMARY KEY);
CREATE TABLE sepiola."captionTextPending" ("captionId" integer PRIMARY KEY);
INSERT INTO sepiola."videoSearchPending" SELECT "id" FROM public."video";
INSERT INTO sepiola."captionTextPending" SELECT "id" FROM public."videoCaption";

CREATE FUNCTION sepiola.search_videos_inserted() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."videoSearchPending" SELECT n."id" FROM inserted n ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_search_inserted AFTER INSERT ON public."video"
  REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION sepiola.search_videos_inserted();

CREATE FUNCTION sepiola.search_video_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."videoSearchPending" VALUES (NEW."id") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_search_changed AFTER UPDATE OF "name", "description", "channelId" ON public."video" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name" OR OLD."description" IS DISTINCT FROM NEW."description"
    OR OLD."channelId" IS DISTINCT FROM NEW."channelId") EXECUTE FUNCTION sepiola.search_video_changed();

CREATE FUNCTION sepiola.search_tags_inserted() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."videoSearchPending" SELECT DISTINCT c."videoId" FROM changed c ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_search_inserted AFTER INSERT ON public."videoTag"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.search_tags_inserted();
CREATE TRIGGER sepiola_search_deleted AFTER DELETE ON public."videoTag"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.search_tags_inserted();

CREATE FUNCTION sepiola.search_channel_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."videoSearchPending" SELECT v."id" FROM public."video" v WHERE v."channelId" = NEW."id" ORDER BY 1
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_search_changed AFTER UPDATE OF "name", "accountId" ON public."videoChannel" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name" OR OLD."accountId" IS DISTINCT FROM NEW."accountId")
  EXECUTE FUNCTION sepiola.search_channel_changed();

CREATE FUNCTION sepiola.search_account_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."videoSearchPending" SELECT v."id" FROM public."video" v
    JOIN public."videoChannel" c ON c."id" = v."channelId" WHERE c."accountId" = NEW."id" ORDER BY 1
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_search_changed AFTER UPDATE OF "name" ON public."account" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION sepiola.search_account_changed();

CREATE FUNCTION sepiola.search_caption_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."captionTextPending" VALUES (NEW."id") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_search_changed AFTER INSERT OR UPDATE ON public."videoCaption"
  FOR EACH ROW EXECUTE FUNCTION sepiola.search_caption_changed();
