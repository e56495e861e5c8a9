-- Where the last failure of a job happened; "error" stays what mails and notices quote.
ALTER TABLE sepiola."job" ADD COLUMN "stack" text;
