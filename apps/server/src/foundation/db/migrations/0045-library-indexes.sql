-- Lists of signed-in people hold internal videos too: with them in the partial indexes, one index serves everybody, and
-- the videos of many followed channels are counted and merged without touching the table.
DROP INDEX public."video_listed_published_at";
CREATE INDEX "video_listed_published_at" ON public."video" ("publishedAt" DESC, "id")
  INCLUDE ("channelId", "privacy", "remote", "nsfw", "nsfwFlags")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));
DROP INDEX public."video_listed_channel";
CREATE INDEX "video_listed_channel" ON public."video" ("channelId", "publishedAt" DESC, "id")
  INCLUDE ("privacy", "remote", "nsfw", "nsfwFlags")
  WHERE "privacy" IN (1, 4) AND ("state" = 1 OR ("state" = 2 AND NOT "waitTranscoding"));

-- Votes of one account, newest first.
CREATE INDEX "account_video_rate_account_created_at" ON public."accountVideoRate" ("accountId", "createdAt" DESC, "id");

-- Elements of a playlist in their order.
CREATE INDEX "video_playlist_element_position" ON public."videoPlaylistElement" ("videoPlaylistId", "position", "id");
-- Public playlists, newest first.
CREATE INDEX "video_playlist_public_created_at" ON public."videoPlaylist" ("createdAt" DESC, "id") WHERE "privacy" = 1;
