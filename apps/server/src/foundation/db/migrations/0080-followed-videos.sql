-- Remote videos that lists show because the instance follows their channel, their account, or somebody who shared them
-- (spec 03 §1.1). Kept by triggers, so that whether a video is listed is one look into one index, however many channels
-- and servers are followed and however much they shared.
CREATE TABLE sepiola."followedVideo" (
  "videoId" integer PRIMARY KEY REFERENCES public."video" ("id") ON DELETE CASCADE
);

CREATE FUNCTION sepiola.follows_of_instance() RETURNS SETOF integer LANGUAGE sql STABLE AS
$$ SELECT f."targetActorId" FROM public."actorFollow" f JOIN public."actor" me ON me."id" = f."actorId"
     JOIN public."account" i ON i."id" = me."accountId"
    WHERE i."applicationId" IS NOT NULL AND f."state" = 'accepted' $$;

-- Of these videos, those that belong into the table.
CREATE FUNCTION sepiola.find_followed_videos(integer[]) RETURNS SETOF integer LANGUAGE sql STABLE AS
$$ SELECT v."id" FROM public."video" v JOIN public."videoChannel" c ON c."id" = v."channelId"
    WHERE v."id" = ANY($1) AND v."remote" AND (
      EXISTS (SELECT FROM public."actor" a WHERE a."videoChannelId" = v."channelId"
        AND a."id" IN (SELECT sepiola.follows_of_instance()))
      OR EXISTS (SELECT FROM public."actor" a WHERE a."accountId" = c."accountId"
        AND a."id" IN (SELECT sepiola.follows_of_instance()))
      OR EXISTS (SELECT FROM public."videoShare" s WHERE s."videoId" = v."id"
        AND s."actorId" IN (SELECT sepiola.follows_of_instance()))) $$;

-- Videos and shares are written side by side, but not beside a follow that decides about them: neither would see the
-- other's uncommitted rows.
CREATE FUNCTION sepiola.keep_followed_videos(integer[]) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  IF $1 IS NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('sepiola followed videos', 0));
  DELETE FROM sepiola."followedVideo" k WHERE k."videoId" = ANY($1)
    AND k."videoId" NOT IN (SELECT sepiola.find_followed_videos($1));
  INSERT INTO sepiola."followedVideo" SELECT sepiola.find_followed_videos($1) ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION sepiola.followed_videos_inserted() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM sepiola.keep_followed_videos((SELECT array_agg(n."id") FROM changed n WHERE n."remote"));
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_followed_inserted AFTER INSERT ON public."video"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.followed_videos_inserted();

CREATE FUNCTION sepiola.followed_video_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM sepiola.keep_followed_videos(ARRAY[NEW."id"]);
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_followed_changed AFTER UPDATE OF "channelId", "remote" ON public."video" FOR EACH ROW
  WHEN (OLD."channelId" IS DISTINCT FROM NEW."channelId" OR OLD."remote" <> NEW."remote")
  EXECUTE FUNCTION sepiola.followed_video_changed();

CREATE FUNCTION sepiola.followed_share_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM sepiola.keep_followed_videos((SELECT array_agg(n."videoId") FROM changed n));
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_followed_inserted AFTER INSERT ON public."videoShare"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.followed_share_changed();
CREATE TRIGGER sepiola_followed_deleted AFTER DELETE ON public."videoShare"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sepiola.followed_share_changed();

CREATE FUNCTION sepiola.followed_account_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM sepiola.keep_followed_videos((SELECT array_agg(v."id") FROM public."video" v WHERE v."channelId" = NEW."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_followed_changed AFTER UPDATE OF "accountId" ON public."videoChannel" FOR EACH ROW
  WHEN (OLD."accountId" <> NEW."accountId") EXECUTE FUNCTION sepiola.followed_account_changed();

CREATE FUNCTION sepiola.instance_follow_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE
  follow public."actorFollow" := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF NOT EXISTS (SELECT FROM public."actor" a JOIN public."account" i ON i."id" = a."accountId"
    WHERE a."id" = follow."actorId" AND i."applicationId" IS NOT NULL) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('sepiola followed videos', 0));
  PERFORM sepiola.keep_followed_videos((SELECT array_agg(o."id") FROM (
    SELECT v."id" FROM public."actor" a JOIN public."video" v ON v."channelId" = a."videoChannelId"
     WHERE a."id" = follow."targetActorId"
    UNION SELECT v."id" FROM public."actor" a JOIN public."videoChannel" c ON c."accountId" = a."accountId"
      JOIN public."video" v ON v."channelId" = c."id" WHERE a."id" = follow."targetActorId"
    UNION SELECT s."videoId" FROM public."videoShare" s WHERE s."actorId" = follow."targetActorId") o));
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_followed_changed AFTER INSERT OR DELETE OR UPDATE OF "state" ON public."actorFollow"
  FOR EACH ROW EXECUTE FUNCTION sepiola.instance_follow_changed();

INSERT INTO sepiola."followedVideo"
SELECT sepiola.find_followed_videos((SELECT array_agg(v."id") FROM public."video" v WHERE v."remote"));
