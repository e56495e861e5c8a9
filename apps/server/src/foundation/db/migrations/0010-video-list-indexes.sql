-- Lists of videos that anybody may see, without touching the table itself: the predicate is the visibility rule, the
-- included columns are what the other rules of a plain list read.
CREATE INDEX "video_listed_published_at" ON public."video" ("publishedAt" DESC, "id")
  INCLUDE ("channelId", "remote", "nsfw", "nsfwFlags")
  WHERE "privacy" = 1 AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_channel" ON public."video" ("channelId", "publishedAt" DESC, "id")
  INCLUDE ("remote", "nsfw", "nsfwFlags")
  WHERE "privacy" = 1 AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_name" ON public."video" ("name" COLLATE "en-US-x-icu", "id")
  INCLUDE ("channelId", "remote", "nsfw", "nsfwFlags")
  WHERE "privacy" = 1 AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));

-- Foreign keys that deletions and details look up.
CREATE INDEX "video_embed_privacy_domain_video_id" ON public."videoEmbedPrivacyDomain" ("videoId");
CREATE INDEX "video_automatic_tag_automatic_tag_id" ON public."videoAutomaticTag" ("automaticTagId");

-- Caches of lists and answers hear of every change that can alter which videos are shown or how. Counters (views, likes,
-- comments) are left out on purpose: they change all the time, and a cached answer lives for a second only.
CREATE SCHEMA IF NOT EXISTS sepiola;
CREATE FUNCTION sepiola.tell_videos_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('sepiola_videos_changed', ''); RETURN NULL; END $$;

CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE OF "name", "category", "licence", "language", "privacy",
  "nsfw", "nsfwFlags", "nsfwSummary", "description", "support", "duration", "remote", "isLive", "commentsPolicy",
  "downloadEnabled", "embedPrivacyPolicy", "waitTranscoding", "state", "aspectRatio", "inputFileUpdatedAt", "publishedAt",
  "originallyPublishedAt", "channelId", "updatedAt"
  ON public."video" FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."videoBlacklist"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."accountBlocklist"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."serverBlocklist"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE OF "state" ON public."actorFollow"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE ON public."videoShare"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."videoChannelCollaborator"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE OF "name", "description", "support", "accountId" ON public."videoChannel"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER DELETE OR UPDATE OF "name", "description" ON public."account"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE ON public."actorImage"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE ON public."thumbnail"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."videoCaption"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE ON public."videoTag"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."videoFile"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."videoStreamingPlaylist"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_videos_changed();
