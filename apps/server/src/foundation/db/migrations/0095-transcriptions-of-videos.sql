-- The latest transcription of a video: its page asks while one is under way.
CREATE INDEX "job_transcription" ON sepiola."job" ("key", "id") WHERE "type" = 'video-transcription';
