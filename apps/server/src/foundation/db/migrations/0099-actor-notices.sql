-- Kept answers about people, channels and playlists hear of what the migrations 0010 and 0075 do not tell.
CREATE FUNCTION sepiola.tell_actors_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('sepiola_actors_changed', ''); RETURN NULL; END $$;

CREATE TRIGGER sepiola_tell_actors AFTER INSERT OR DELETE OR UPDATE OF "type", "preferredUsername", "url", "serverId",
  "accountId", "videoChannelId" ON public."actor" FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_actors_changed();
CREATE TRIGGER sepiola_tell_actors AFTER INSERT ON public."account"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_actors_changed();
CREATE TRIGGER sepiola_tell_actors AFTER UPDATE ON public."actorImage"
  FOR EACH STATEMENT EXECUTE FUNCTION sepiola.tell_actors_changed();
