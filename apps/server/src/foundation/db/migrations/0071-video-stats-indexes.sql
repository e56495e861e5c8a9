-- Viewers of a video in the order of their arrival, without touching the table.
CREATE INDEX "sepiola_local_video_viewer_video_start" ON public."localVideoViewer" ("videoId", "startDate")
  INCLUDE ("endDate", "watchTime");
-- The hour of a video.
CREATE INDEX "sepiola_video_stat_video_start" ON public."videoStat" ("videoId", "startDate");
