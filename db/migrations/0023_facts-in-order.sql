-- The facts are disposable, so their table is made anew, with the columns in the order in which they are read; the consumer
-- counts everything again by itself. The view that shows them is made again after the migrations.
DROP VIEW IF EXISTS "analytics_facts";
--> statement-breakpoint
DROP TABLE "analytics_fact_rows";
--> statement-breakpoint
CREATE TABLE "analytics_fact_rows" (
	"stream_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"trail" bigint NOT NULL,
	"version" integer NOT NULL,
	"step" integer NOT NULL,
	"generation" smallint NOT NULL,
	"stands" boolean GENERATED ALWAYS AS (reverts_version is null and undone_at is null) STORED NOT NULL,
	"path_class" bigint GENERATED ALWAYS AS ((hashtextextended(activity, hashtextextended(coalesce(prev_activity, ''), 0)) & -256)
  | least(255, floor(8 * ln(1 + greatest(0, date_part('epoch', occurred_at - prev_at))))::bigint)) STORED NOT NULL,
	"workflow" text NOT NULL,
	"activity" text NOT NULL,
	"actor_id" text NOT NULL,
	"prev_activity" text,
	"prev_at" timestamp with time zone,
	"customer_id" uuid,
	"process" text,
	"reverts_version" integer,
	"reverted_at" timestamp with time zone,
	"toggles" timestamp with time zone[],
	"undone_at" timestamp with time zone,
	"undone_by" text,
	"depth" smallint,
	"base_activity" text,
	"base_actor_id" text,
	"base_actor_name" text,
	"cause" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	CONSTRAINT "analytics_fact_rows_stream_id_version_generation_pk" PRIMARY KEY("stream_id","version","generation")
) PARTITION BY LIST ("generation");
--> statement-breakpoint
CREATE TABLE "analytics_fact_rows_0" PARTITION OF "analytics_fact_rows" FOR VALUES IN (0);
--> statement-breakpoint
CREATE TABLE "analytics_fact_rows_1" PARTITION OF "analytics_fact_rows" FOR VALUES IN (1);
--> statement-breakpoint
CREATE INDEX "analytics_facts_activity" ON "analytics_fact_rows" USING btree ("workflow","activity","occurred_at");--> statement-breakpoint
CREATE INDEX "analytics_facts_reverts" ON "analytics_fact_rows" USING btree ("occurred_at","stream_id") WHERE reverts_version is not null;
--> statement-breakpoint
UPDATE "analytics_generations" SET "status" = CASE "generation" WHEN 0 THEN 'current' ELSE 'idle' END, "tx" = '0', "position" = 0, "events" = 0;
