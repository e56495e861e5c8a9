-- Kept answers about people, channels and playlists hear of what the migrations 0010 and 0075 do not tell.
CREATE FUNCTION sepiola.tell_actors_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('sepiola_actors_changed', ''); RETURN NULL; END $$;

CREATE TRIGGER sepiola_tell_actors AFTER INSERT OR DELETE OR UPDATE OF "type", "preferredUsername", "url", "serverId",
  "accountId", "videoChannelId" ON public."actor" FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_actors_changed();
CREATE TRIGGER sepiola_tell_actors AFTER INSERT ON public."account"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_actors_changed();
CREATE TRIGGER sepiola_tell_actors AFTER UPDATE ON public."actorImage"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_actors_changed();

-- As in migration 0080, but by looking up who follows the few actors of each video: its own plan read all follows of the
-- instance for every video that came in.
CREATE OR REPLACE FUNCTION sepiola.find_followed_videos(integer[]) RETURNS SETOF integer LANGUAGE sql STABLE AS
$$ SELECT v."id" FROM public."video" v JOIN public."videoChannel" c ON c."id" = v."channelId"
    WHERE v."id" = ANY($1) AND v."remote" AND EXISTS (
      SELECT FROM (
        SELECT a."id" FROM public."actor" a WHERE a."videoChannelId" = v."channelId"
        UNION ALL SELECT a."id" FROM public."actor" a WHERE a."accountId" = c."accountId"
        UNION ALL SELECT s."actorId" FROM public."videoShare" s WHERE s."videoId" = v."id"
        OFFSET 0
      ) shown CROSS JOIN LATERAL (
        SELECT FROM public."actorFollow" f WHERE f."targetActorId" = shown."id" AND f."state" = 'accepted'
          AND f."actorId" = ANY(ARRAY(SELECT me."id" FROM public."actor" me JOIN public."account" i
            ON i."id" = me."accountId" WHERE i."applicationId" IS NOT NULL))
        OFFSET 0
      ) follow) $$;
