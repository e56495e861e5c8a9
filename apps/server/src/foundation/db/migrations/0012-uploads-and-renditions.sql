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
  -- hls-720, web-video-0, …
  "name" text NOT NULL,
  -- 0 = audio only
  "resolution" integer NOT NULL,
  "fps" integer NOT NULL,
  -- Which of the two jobs makes it: 0 what is needed to play, 1 the rest.
  "part" integer NOT NULL,
  -- The job of that part has ended and is counted no more.
  "partEnded" boolean NOT NULL DEFAULT false,
  -- Tells one run from a later one.
  "requestedAt" timestamptz NOT NULL,
  -- First half of the file's name: a second try writes the same file.
  "fileKey" uuid NOT NULL,
  -- Row of "videoFile" that came of it.
  "fileId" integer,
  -- waiting | running | done | failed
  "state" text NOT NULL,
  "progress" integer NOT NULL DEFAULT 0,
  "error" text,
  "updatedAt" timestamptz NOT NULL,
  PRIMARY KEY ("videoId", "name")
);
