-- Lists of a language hold videos that have captions in it.
CREATE INDEX "sepiola_video_caption_language" ON public."videoCaption" ("language", "videoId");
