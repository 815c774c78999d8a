ALTER TABLE "number_allocations" ADD COLUMN "holder" uuid;
--> statement-breakpoint
-- Until now every number was held by the record itself.
UPDATE "number_allocations" SET "holder" = "stream_id";
--> statement-breakpoint
ALTER TABLE "number_allocations" ALTER COLUMN "holder" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "number_allocations" DROP CONSTRAINT "number_allocations_series_stream_id_pk";
--> statement-breakpoint
ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_series_holder_pk" PRIMARY KEY("series","holder");
--> statement-breakpoint
INSERT INTO "number_series" ("name", "prefix", "digits", "next") VALUES ('credit_note', 'CN-', 4, 1) ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "disputed" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "awaits_approval" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "credited_amount" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "refunded_amount" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "disputed" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "awaits_approval" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "credited_amount" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "refunded_amount" bigint DEFAULT 0 NOT NULL;
