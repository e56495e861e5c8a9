CREATE SCHEMA IF NOT EXISTS sepiola;

-- Uploads that are being received, and for a while those that became a video: a retried last chunk gets the same
-- answer (spec 03 §3.3). `createdKeys`: files in the storage that nothing else knows until `videoId` is set.
CREATE TABLE sepiola."uploadSession" (
  "id" text PRIMARY KEY,
  "userId" integer NOT NULL REFERENCES public."user" ("id") ON DELETE CASCADE,
  "attributes" jsonb NOT NULL,
  "filename" text NOT NULL,
  "mimeType" text NOT NULL,
  "size" bigint NOT NULL,
  "createdKeys" jsonb NOT NULL DEFAULT '[]',
  "videoId" integer REFERENCES public."video" ("id") ON DELETE CASCADE,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX "uploadSession_updatedAt" ON sepiola."uploadSession" ("updatedAt");
CREATE INDEX "uploadSession_userId" ON sepiola."uploadSession" ("userId");
CREATE INDEX "uploadSession_videoId" ON sepiola."uploadSession" ("videoId");

-- What the current or latest transcoding of a video makes, and how far each of it is.
CREATE TABLE sepiola."rendition" (
  "videoId" integer NOT NULL REFERENCES public."video" ("id") ON DELETE CASCADE,
  -- hls | web-video
  "kind" text NOT NULL,
  -- 0 = audio only
  "resolution" integer NOT NULL,
  "fps" integer NOT NULL,
  -- waiting | running | done | failed
  "state" text NOT NULL,
  "progress" integer NOT NULL DEFAULT 0,
  "error" text,
  "updatedAt" timestamptz NOT NULL,
  PRIMARY KEY ("videoId", "kind", "resolution", "fps")
);
