CREATE SCHEMA IF NOT EXISTS sepiola;

-- Tokens that open private files (spec 05 §14); shared by all nodes.
CREATE TABLE sepiola."videoFileToken" (
  "token" uuid PRIMARY KEY,
  "videoId" integer NOT NULL REFERENCES public."video" ("id") ON DELETE CASCADE,
  "userId" integer REFERENCES public."user" ("id") ON DELETE CASCADE,
  "expiresAt" timestamptz NOT NULL
);
CREATE INDEX "videoFileToken_expiresAt" ON sepiola."videoFileToken" ("expiresAt");
CREATE INDEX "videoFileToken_videoId" ON sepiola."videoFileToken" ("videoId");
CREATE INDEX "videoFileToken_userId" ON sepiola."videoFileToken" ("userId");

-- Who watches what: one row per session and video, kept until its statistics are written (spec 03 §8). Each viewer
-- writes a row of its own, so that a popular video is no bottleneck.
CREATE TABLE sepiola."viewerSession" (
  "videoId" integer NOT NULL REFERENCES public."video" ("id") ON DELETE CASCADE,
  "sessionId" text NOT NULL,
  "startedAt" timestamptz NOT NULL,
  "seenAt" timestamptz NOT NULL,
  -- Last counted view.
  "countedAt" timestamptz,
  -- [[start, end], …] in seconds of the video, at most 100.
  "sections" jsonb NOT NULL,
  "client" text,
  "device" text,
  "operatingSystem" text,
  "country" text,
  "subdivisionName" text,
  PRIMARY KEY ("videoId", "sessionId")
);
CREATE INDEX "viewerSession_video_seen" ON sepiola."viewerSession" ("videoId", "seenAt");
CREATE INDEX "viewerSession_seenAt" ON sepiola."viewerSession" ("seenAt");

-- Counted views and downloads that are not in "video" and "videoStat" yet; a schedule folds them.
CREATE TABLE sepiola."videoCount" (
  "id" bigserial PRIMARY KEY,
  "videoId" integer NOT NULL REFERENCES public."video" ("id") ON DELETE CASCADE,
  "kind" text NOT NULL,
  "at" timestamptz NOT NULL
);
CREATE INDEX "videoCount_videoId" ON sepiola."videoCount" ("videoId");
CREATE INDEX "videoStat_video_start" ON public."videoStat" ("videoId", "startDate");
