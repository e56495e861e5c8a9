-- Public playlists and channels in each order that clients may ask for, without reading the others.
CREATE INDEX "video_playlist_public_updated_at" ON public."videoPlaylist" ("updatedAt" DESC, "id") WHERE "privacy" = 1;
CREATE INDEX "video_playlist_public_name" ON public."videoPlaylist" ("name" COLLATE "und-x-icu", "id")
  WHERE "privacy" = 1;
CREATE INDEX "video_playlist_public_position" ON public."videoPlaylist" ("videoChannelPosition", "id")
  WHERE "privacy" = 1;
CREATE INDEX "video_playlist_public_last_position" ON public."videoPlaylist" ("videoChannelPosition" DESC, "id")
  WHERE "privacy" = 1;
CREATE INDEX "sepiola_channel_updated" ON public."videoChannel" ("updatedAt" DESC, "id");
CREATE INDEX "sepiola_channel_name" ON public."videoChannel" ("name" COLLATE "und-x-icu", "id");

-- Their totals.
CREATE INDEX "video_playlist_public_owner" ON public."videoPlaylist" ("ownerAccountId", "type") WHERE "privacy" = 1;
CREATE INDEX "sepiola_actor_channel_server" ON public."actor" ("serverId") WHERE "videoChannelId" IS NOT NULL;
CREATE INDEX "sepiola_actor_account_server" ON public."actor" ("serverId", "accountId") WHERE "accountId" IS NOT NULL;
