CREATE TABLE "customers" (
	"stream_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"address" text,
	"tax_id" text,
	"archived" boolean NOT NULL,
	"last_event_type" text NOT NULL,
	"last_actor_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree (lower(name) COLLATE "C","stream_id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ((lower(name || ' ' || coalesce(email, ''))) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "invoices_customer" ON "invoices" USING btree ("customer_id","updated_at" DESC NULLS LAST);