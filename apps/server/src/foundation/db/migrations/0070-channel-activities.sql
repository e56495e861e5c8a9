-- Activities of a channel, newest first.
CREATE INDEX "sepiola_channel_activity_created_at" ON public."videoChannelActivity"
  ("videoChannelId", "createdAt" DESC, "id");
