-- The newest videos of a tag, however many it has.
CREATE INDEX "video_tag_tag_id_video_id" ON public."videoTag" ("tagId", "videoId" DESC);
