-- Mute lists of other servers that the instance follows (spec 10 §2.3), and the mutes that came from each.
CREATE TABLE sepiola."blocklistSubscription" (
  "id" integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "name" text NOT NULL,
  "url" text NOT NULL UNIQUE,
  "state" integer NOT NULL,
  "lastSyncAt" timestamptz,
  -- Of the newest action that was applied.
  "lastActionAt" timestamptz,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE TABLE sepiola."subscribedAccountMute" (
  "muteId" integer PRIMARY KEY REFERENCES public."accountBlocklist" ("id") ON DELETE CASCADE,
  "subscriptionId" integer NOT NULL REFERENCES sepiola."blocklistSubscription" ("id") ON DELETE CASCADE
);
CREATE INDEX "subscribed_account_mute_subscription" ON sepiola."subscribedAccountMute" ("subscriptionId");
CREATE TABLE sepiola."subscribedServerMute" (
  "muteId" integer PRIMARY KEY REFERENCES public."serverBlocklist" ("id") ON DELETE CASCADE,
  "subscriptionId" integer NOT NULL REFERENCES sepiola."blocklistSubscription" ("id") ON DELETE CASCADE
);
CREATE INDEX "subscribed_server_mute_subscription" ON sepiola."subscribedServerMute" ("subscriptionId");

-- Only what people did is published.
ALTER TABLE sepiola."blocklistLog" ADD COLUMN "manual" boolean NOT NULL DEFAULT true;

-- Word lists of other servers that an account, or the instance's, follows (spec 04 §10).
CREATE TABLE sepiola."wordListSubscription" (
  "id" integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "accountId" integer NOT NULL REFERENCES public."account" ("id") ON DELETE CASCADE,
  "name" text NOT NULL,
  "url" text NOT NULL,
  "state" integer NOT NULL,
  "lastSyncAt" timestamptz,
  "lastActionAt" timestamptz,
  -- None while it has no word.
  "listId" integer UNIQUE REFERENCES public."watchedWordsList" ("id") ON DELETE SET NULL,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  UNIQUE ("accountId", "url")
);
