-- Feeds list the newest videos by the date that their makers gave: the whole server's, and a channel's.
CREATE INDEX "video_listed_original_date" ON public."video" ((coalesce("originallyPublishedAt", "publishedAt")) DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_channel_original_date" ON public."video" ("channelId", (coalesce("originallyPublishedAt", "publishedAt")) DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));

-- The overview shows the newest of a category, a channel or a tag.
CREATE INDEX "video_listed_category_created_at" ON public."video" ("category", "createdAt" DESC, "id")
  WHERE "category" IS NOT NULL AND "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_channel_created_at" ON public."video" ("channelId", "createdAt" DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));

-- What feeds show besides videos and comments, whose changes are told by migrations 0010 and 0040.
CREATE FUNCTION sepiola.tell_feeds_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('sepiola_feeds_changed', ''); RETURN NULL; END $$;

CREATE TRIGGER sepiola_tell_feeds AFTER INSERT OR DELETE OR UPDATE OF "name", "description", "privacy", "videoChannelId"
  ON public."videoPlaylist" FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_feeds_changed();
CREATE TRIGGER sepiola_tell_feeds AFTER INSERT OR DELETE OR UPDATE OF "position", "videoId"
  ON public."videoPlaylistElement" FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_feeds_changed();
CREATE TRIGGER sepiola_tell_feeds AFTER INSERT OR DELETE OR UPDATE ON public."videoLiveSchedule"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_feeds_changed();
CREATE TRIGGER sepiola_tell_feeds AFTER INSERT OR DELETE OR UPDATE ON public."uploadImage"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_feeds_changed();
CREATE TRIGGER sepiola_tell_feeds AFTER UPDATE OF "email", "emailPublic" ON public."user"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_feeds_changed();
