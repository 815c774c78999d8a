CREATE TABLE "record_versions" (
	"workflow" text NOT NULL,
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"customer_id" uuid,
	"customer_name" text,
	"amount" bigint,
	"currency" text,
	"fields" jsonb NOT NULL,
	"search" text NOT NULL,
	"last_event_type" text NOT NULL,
	"last_actor_id" text NOT NULL,
	"last_actor_name" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"known_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"known_to" timestamp with time zone,
	CONSTRAINT "record_versions_stream_id_version_pk" PRIMARY KEY("stream_id","version")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"workflow" text NOT NULL,
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"customer_id" uuid,
	"customer_name" text,
	"amount" bigint,
	"currency" text,
	"fields" jsonb NOT NULL,
	"search" text NOT NULL,
	"last_event_type" text NOT NULL,
	"last_actor_id" text NOT NULL,
	"last_actor_name" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"known_from" timestamp with time zone NOT NULL,
	CONSTRAINT "records_stream_id_pk" PRIMARY KEY("stream_id")
);
--> statement-breakpoint
-- A version is closed within its own page, so pages keep room for one.
ALTER TABLE "record_versions" SET (fillfactor = 90);--> statement-breakpoint
CREATE INDEX "record_versions_spans" ON "record_versions" USING brin ("valid_from","valid_to","known_from","known_to") WITH (pages_per_range=16,autosummarize=true);--> statement-breakpoint
CREATE INDEX "records_changed" ON "records" USING btree ("workflow","valid_from" DESC NULLS LAST,"stream_id");--> statement-breakpoint
CREATE INDEX "records_status" ON "records" USING btree ("workflow","status","valid_from" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "records_customer" ON "records" USING btree ("customer_id","valid_from" DESC NULLS LAST) WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "records_search" ON "records" USING gin (search gin_trgm_ops);