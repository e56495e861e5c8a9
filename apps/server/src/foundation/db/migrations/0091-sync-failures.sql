-- Why the latest run of a channel's synchronization failed, where that was no single import's fault.
CREATE TABLE sepiola."channelSyncFailure" (
  "channelSyncId" integer PRIMARY KEY REFERENCES public."videoChannelSync" ("id") ON DELETE CASCADE,
  "error" text NOT NULL
);
