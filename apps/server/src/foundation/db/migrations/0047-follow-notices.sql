-- Lists depend on whom the instance follows, not on who subscribes to a channel: that happens all the time and must not
-- empty the caches of every node.
CREATE FUNCTION sepiola.tell_instance_follow() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF EXISTS (SELECT FROM public."actor" a JOIN public."account" i ON i."id" = a."accountId"
    WHERE a."id" = CASE TG_OP WHEN 'DELETE' THEN OLD."actorId" ELSE NEW."actorId" END
      AND i."applicationId" IS NOT NULL)
  THEN PERFORM pg_notify('sepiola_videos_changed', ''); END IF;
  RETURN NULL;
END $$;
DROP TRIGGER sepiola_tell ON public."actorFollow";
CREATE TRIGGER sepiola_tell AFTER INSERT OR DELETE OR UPDATE OF "state" ON public."actorFollow"
  FOR EACH ROW EXECUTE FUNCTION sepiola.tell_instance_follow();
