-- Acts that may only be done so often, counted by all nodes together (spec 02 §6.3); removed once their window is over.
CREATE TABLE sepiola."countedAct" (
  -- What and by whom: `contact:192.0.2.7`
  "name" text PRIMARY KEY,
  "count" integer NOT NULL,
  "endsAt" timestamptz NOT NULL
);
CREATE INDEX "countedAct_endsAt" ON sepiola."countedAct" ("endsAt");
