-- Pages and the API name a playlist by its UUID, for which PeerTube has no index.
CREATE INDEX "video_playlist_uuid" ON public."videoPlaylist" ("uuid");
