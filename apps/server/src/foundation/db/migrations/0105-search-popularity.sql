-- The groups of most viewed videos (2 to the power of "bits") that searches know: who has more views is in it.
CREATE TABLE sepiola."searchPopularity" ("bits" smallint PRIMARY KEY, "views" integer NOT NULL);
