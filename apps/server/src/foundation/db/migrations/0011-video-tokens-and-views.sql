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
