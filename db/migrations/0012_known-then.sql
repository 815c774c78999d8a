DROP INDEX "invoice_versions_number";--> statement-breakpoint
DROP INDEX "invoice_versions_status";--> statement-breakpoint
DROP INDEX "invoices_number";--> statement-breakpoint
DROP INDEX "invoices_due";--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "known_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "known_to" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "known_from" timestamp with time zone;--> statement-breakpoint
-- The log knows when each version was recorded.
UPDATE "invoice_versions" v SET "known_from" = e."known_from", "known_to" = e."known_to"
  FROM (
    SELECT "stream_id", "version", greatest("recorded_at", "occurred_at") AS "known_from",
           lead(greatest("recorded_at", "occurred_at")) OVER (PARTITION BY "stream_id" ORDER BY "version") AS "known_to"
      FROM "events" WHERE "workflow" = 'invoice'
  ) e
 WHERE e."stream_id" = v."stream_id" AND e."version" = v."version";--> statement-breakpoint
UPDATE "invoices" i SET "known_from" = v."known_from"
  FROM "invoice_versions" v WHERE v."stream_id" = i."stream_id" AND v."version" = i."version";--> statement-breakpoint
ALTER TABLE "invoice_versions" ALTER COLUMN "known_from" SET NOT NULL, ALTER COLUMN "known_from" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "invoices" ALTER COLUMN "known_from" SET NOT NULL, ALTER COLUMN "known_from" SET DEFAULT now();--> statement-breakpoint
-- A version is closed within its own page, so pages keep room for one.
ALTER TABLE "invoice_versions" SET (fillfactor = 90);--> statement-breakpoint
-- In the order in which they were recorded, as new ones come, and without what the update left behind. An empty table is
-- left alone: PostgreSQL would take it for one that stays empty, and read it from end to end at each command.
CREATE INDEX "invoice_versions_known" ON "invoice_versions" USING btree ("known_from");--> statement-breakpoint
DO $$ BEGIN
  IF EXISTS (SELECT FROM "invoice_versions") THEN CLUSTER "invoice_versions" USING "invoice_versions_known"; END IF;
END $$;--> statement-breakpoint
DROP INDEX "invoice_versions_known";--> statement-breakpoint
CREATE INDEX "invoice_versions_spans" ON "invoice_versions" USING brin ("valid_from","valid_to","known_from","known_to") WITH (pages_per_range=16,autosummarize=true);--> statement-breakpoint
CREATE INDEX "invoices_number" ON "invoices" USING btree (length(number),"number","stream_id","updated_at");--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("due_date","stream_id","updated_at");
