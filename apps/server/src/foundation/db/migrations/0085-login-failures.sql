-- Failed guesses at passwords and second factors, of all nodes together. Each failure moves "forgottenAt" further away:
-- how far it lies ahead says how many are remembered.
CREATE TABLE sepiola."loginFailure" (
  -- SHA-256 of the address, the account or both: what people type as their name may be their password.
  "keyHash" text PRIMARY KEY,
  "lastAt" timestamptz NOT NULL,
  "forgottenAt" timestamptz NOT NULL
);
CREATE INDEX "loginFailure_forgottenAt" ON sepiola."loginFailure" ("forgottenAt");
