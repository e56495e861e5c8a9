-- Videos that came in with an account's archive, by their address there: a later import knows them, however they are
-- named now, and what refers to them finds them (spec 02 §4.2).
CREATE TABLE sepiola."importedVideo" (
  "accountId" integer NOT NULL REFERENCES public."account" ("id") ON DELETE CASCADE,
  "sourceUrl" text NOT NULL,
  "videoId" integer NOT NULL REFERENCES public."video" ("id") ON DELETE CASCADE,
  PRIMARY KEY ("accountId", "sourceUrl")
);
CREATE INDEX "importedVideo_videoId" ON sepiola."importedVideo" ("videoId");
