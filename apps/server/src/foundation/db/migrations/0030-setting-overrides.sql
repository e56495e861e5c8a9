-- What administrators changed at run time (spec 02 §6.2), for all nodes: at most one row. No row: nothing was stored yet.
CREATE TABLE sepiola."settingOverrides" (
  "id" integer PRIMARY KEY DEFAULT 1 CHECK ("id" = 1),
  -- Nested names of the configuration files, any unit; {} after a reset.
  "values" jsonb NOT NULL,
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
