-- Videos that an actor shared of channels that are not its own. Every channel shares its own videos too, which would
-- make them hard to find for who follows an actor; servers share everything and nobody subscribes to them.
CREATE TABLE sepiola."reshare" (
  "shareId" integer PRIMARY KEY REFERENCES public."videoShare" ("id") ON DELETE CASCADE,
  "actorId" integer NOT NULL,
  "videoId" integer NOT NULL
);
CREATE INDEX "reshare_actor" ON sepiola."reshare" ("actorId", "videoId");

CREATE FUNCTION sepiola.keep_reshare() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO sepiola."reshare" ("shareId", "actorId", "videoId")
  SELECT NEW."id", NEW."actorId", NEW."videoId" FROM public."actor" a, public."video" v
  WHERE a."id" = NEW."actorId" AND v."id" = NEW."videoId" AND a."type" <> 'Application'
    AND a."videoChannelId" IS DISTINCT FROM v."channelId";
  RETURN NULL;
END $$;
CREATE TRIGGER sepiola_keep_reshare AFTER INSERT ON public."videoShare"
  FOR EACH ROW EXECUTE FUNCTION sepiola.keep_reshare();

INSERT INTO sepiola."reshare" ("shareId", "actorId", "videoId")
SELECT s."id", s."actorId", s."videoId" FROM public."videoShare" s
JOIN public."actor" a ON a."id" = s."actorId" JOIN public."video" v ON v."id" = s."videoId"
WHERE a."type" <> 'Application' AND a."videoChannelId" IS DISTINCT FROM v."channelId";

-- Followers of an actor, newest first.
CREATE INDEX "actor_follow_accepted_target" ON public."actorFollow" ("targetActorId", "createdAt" DESC, "id")
  WHERE "state" = 'accepted';
