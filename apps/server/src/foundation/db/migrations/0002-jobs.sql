-- Queue of the nodes that share this database.
CREATE TABLE sepiola."job" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "type" text NOT NULL,
  -- blocked: waits for the job "after"; delayed: waits for "runAt". The jobs API's names are derived from this.
  "state" text NOT NULL CHECK ("state" IN ('blocked', 'delayed', 'waiting', 'active', 'completed', 'failed')),
  "priority" integer NOT NULL DEFAULT 0,
  "payload" jsonb NOT NULL,
  "runAt" timestamp with time zone NOT NULL DEFAULT now(),
  "key" text,
  "parent" bigint,
  "after" bigint,
  "attempts" integer NOT NULL DEFAULT 0,
  "maxAttempts" integer NOT NULL DEFAULT 1,
  -- How often a node died with it.
  "crashes" integer NOT NULL DEFAULT 0,
  "progress" integer NOT NULL DEFAULT 0,
  "error" text,
  "worker" text,
  "leaseUntil" timestamp with time zone,
  "cancelRequested" boolean NOT NULL DEFAULT false,
  -- When the definition's failed() is to be called (again).
  "failureDue" timestamp with time zone,
  "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
  "processedAt" timestamp with time zone,
  "finishedAt" timestamp with time zone
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

-- Each index holds only the rows of its state: taking a job costs the same however many are finished.
CREATE INDEX "job_waiting" ON sepiola."job" ("type", "priority", "id") WHERE "state" = 'waiting';
CREATE INDEX "job_delayed" ON sepiola."job" ("runAt") WHERE "state" = 'delayed';
CREATE INDEX "job_active" ON sepiola."job" ("worker") WHERE "state" = 'active';
CREATE INDEX "job_blocked" ON sepiola."job" ("after") WHERE "state" = 'blocked';
CREATE INDEX "job_failure_due" ON sepiola."job" ("failureDue") WHERE "failureDue" IS NOT NULL;
CREATE UNIQUE INDEX "job_unfinished_key" ON sepiola."job" ("type", "key")
  WHERE "key" IS NOT NULL AND "state" IN ('blocked', 'delayed', 'waiting', 'active');
-- The jobs API and the removal of old rows.
CREATE INDEX "job_state_created" ON sepiola."job" ("state", "createdAt");
CREATE INDEX "job_type_state_finished" ON sepiola."job" ("type", "state", "finishedAt");

-- Switches that all nodes obey: a row is "on".
CREATE TABLE sepiola."flag" (
  "name" text PRIMARY KEY,
  "setAt" timestamp with time zone NOT NULL DEFAULT now()
);

CREATE TABLE sepiola."schedule" (
  "name" text PRIMARY KEY,
  "lastRunAt" timestamp with time zone NOT NULL
);
