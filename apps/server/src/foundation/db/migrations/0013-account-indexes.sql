-- Signing in finds people ignoring case; the public lists of accounts and channels are sorted by date.
CREATE INDEX IF NOT EXISTS "sepiola_user_username_lower" ON "user" (lower("username"));
CREATE INDEX IF NOT EXISTS "sepiola_user_email_lower" ON "user" (lower("email"));
CREATE INDEX IF NOT EXISTS "sepiola_account_created" ON "account" ("createdAt", "id");
CREATE INDEX IF NOT EXISTS "sepiola_channel_created" ON "videoChannel" ("createdAt", "id");
CREATE INDEX IF NOT EXISTS "sepiola_collaborator_account" ON "videoChannelCollaborator" ("accountId");
