CREATE TABLE "analytics_fact_rows" (
	"generation" smallint NOT NULL,
	"workflow" text NOT NULL,
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"activity" text NOT NULL,
	"cause" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"customer_id" uuid,
	"process" text,
	"prev_activity" text,
	"prev_at" timestamp with time zone,
	"step" integer NOT NULL,
	"trail" bigint NOT NULL,
	"toggles" timestamp with time zone[],
	"undone_at" timestamp with time zone,
	"undone_by" text,
	"reverts_version" integer,
	"reverted_at" timestamp with time zone,
	"depth" smallint,
	"base_activity" text,
	"base_actor_id" text,
	"base_actor_name" text,
	CONSTRAINT "analytics_fact_rows_stream_id_version_generation_pk" PRIMARY KEY("stream_id","version","generation")
) PARTITION BY LIST ("generation");
--> statement-breakpoint
-- One partition a generation: a rebuild empties and fills the one that nobody reads.
CREATE TABLE "analytics_fact_rows_0" PARTITION OF "analytics_fact_rows" FOR VALUES IN (0);
--> statement-breakpoint
CREATE TABLE "analytics_fact_rows_1" PARTITION OF "analytics_fact_rows" FOR VALUES IN (1);
--> statement-breakpoint
CREATE TABLE "analytics_generations" (
	"generation" smallint PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"tx" "xid8" NOT NULL,
	"position" bigint NOT NULL,
	"events" bigint NOT NULL,
	"goal" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"looked_at" timestamp with time zone,
	"moved_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "analytics_generations_status" CHECK ("analytics_generations"."status" in ('current', 'building', 'idle'))
);
--> statement-breakpoint
CREATE TABLE "analytics_outcomes" (
	"workflow" text NOT NULL,
	"outcome" text NOT NULL,
	"activities" text[] NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "analytics_outcomes_workflow_outcome_pk" PRIMARY KEY("workflow","outcome")
);
--> statement-breakpoint
CREATE INDEX "analytics_facts_activity" ON "analytics_fact_rows" USING btree ("workflow","activity","occurred_at");--> statement-breakpoint
CREATE INDEX "analytics_facts_reverts" ON "analytics_fact_rows" USING btree ("stream_id","version") WHERE reverts_version is not null;
--> statement-breakpoint
INSERT INTO "analytics_generations" ("generation", "status", "tx", "position", "events")
VALUES (0, 'current', '0', 0, 0), (1, 'idle', '0', 0, 0);
