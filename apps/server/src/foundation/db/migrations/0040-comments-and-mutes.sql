-- Threads of a video in their order; what a thread's replies, the counter and the lists of moderators read.
CREATE INDEX "sepiola_comment_threads" ON public."videoComment" ("videoId", "createdAt" DESC, "id")
  WHERE "inReplyToCommentId" IS NULL;
CREATE INDEX "sepiola_comment_counted" ON public."videoComment" ("videoId") INCLUDE ("originCommentId", "accountId")
  WHERE "deletedAt" IS NULL AND NOT "heldForReview";
CREATE INDEX "sepiola_comment_listed" ON public."videoComment" ("createdAt" DESC, "id")
  INCLUDE ("accountId", "videoId", "heldForReview") WHERE "deletedAt" IS NULL;
CREATE INDEX "sepiola_comment_held" ON public."videoComment" ("videoId", "createdAt") WHERE "heldForReview";
CREATE INDEX "sepiola_comment_text_trigram" ON public."videoComment" USING gin (lower("text") gin_trgm_ops)
  WHERE "deletedAt" IS NULL;
-- Deleting a comment or an account looks up what refers to it.
CREATE INDEX "sepiola_comment_origin" ON public."videoComment" ("originCommentId") WHERE "originCommentId" IS NOT NULL;
CREATE INDEX "sepiola_comment_automatic_tag" ON public."commentAutomaticTag" ("automaticTagId", "accountId");
CREATE INDEX "sepiola_comment_automatic_tag_account" ON public."commentAutomaticTag" ("accountId");
CREATE INDEX "sepiola_video_automatic_tag_account" ON public."videoAutomaticTag" ("accountId");
CREATE INDEX "sepiola_account_name_trigram" ON public."account" USING gin (lower("name") gin_trgm_ops);
CREATE INDEX "sepiola_actor_username_trigram" ON public."actor" USING gin (lower("preferredUsername") gin_trgm_ops);
CREATE INDEX "sepiola_account_blocklist_created" ON public."accountBlocklist" ("accountId", "createdAt", "id");
CREATE INDEX "sepiola_server_blocklist_created" ON public."serverBlocklist" ("accountId", "createdAt", "id");
CREATE INDEX "sepiola_video_blacklist_created" ON public."videoBlacklist" ("createdAt", "id");

-- Kept threads hear of every comment; what else they show tells through sepiola_videos_changed (migration 0010).
CREATE FUNCTION sepiola.tell_comments_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('sepiola_comments_changed', ''); RETURN NULL; END $$;
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE ON public."videoComment"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_comments_changed();

-- Every mute and its end; the instance's own ones may be published (spec 10 §2.3).
CREATE TABLE sepiola."blocklistLog" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "accountId" integer NOT NULL REFERENCES public."account" ("id") ON DELETE CASCADE,
  "action" text NOT NULL CHECK ("action" IN ('block', 'unblock')),
  -- name@host or host
  "target" text NOT NULL,
  "createdAt" timestamptz NOT NULL
);
CREATE INDEX "blocklist_log_account" ON sepiola."blocklistLog" ("accountId", "createdAt", "id");

-- What moderators tell each other about a block; PeerTube 8.2's table has no place for it.
CREATE TABLE sepiola."videoBlockNote" (
  "blockId" integer PRIMARY KEY REFERENCES public."videoBlacklist" ("id") ON DELETE CASCADE,
  "note" text NOT NULL
);
