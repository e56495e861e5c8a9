-- The first thousands of every order, and the newest of a category or of this server's own videos, without reading the
-- others. The expressions are those of features/videos/list/sort-videos.sql.ts.
CREATE INDEX "video_listed_hot" ON public."video" ((
    150 * log(greatest(1, "likes" - 1)) - 150 * log(greatest(1, "dislikes" - 1))
    + 16 * log("views" + 1) + 100 * log(greatest(1, "comments"))
    + (date_part('epoch', "publishedAt" AT TIME ZONE 'UTC') - 1446156582) / 47000) DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_views" ON public."video" ("views" DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_likes" ON public."video" ("likes" DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_comments" ON public."video" ("comments" DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_originally_published_at" ON public."video" ((coalesce("originallyPublishedAt", "publishedAt")) DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_category" ON public."video" ("category", "publishedAt" DESC, "id")
  INCLUDE ("channelId", "privacy", "remote", "nsfw", "nsfwFlags")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_language" ON public."video" ("language", "publishedAt" DESC, "id")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
CREATE INDEX "video_listed_local" ON public."video" ("publishedAt" DESC, "id")
  INCLUDE ("channelId", "privacy", "remote", "nsfw", "nsfwFlags")
  WHERE NOT "remote" AND "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
