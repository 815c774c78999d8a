CREATE TABLE "integrity_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_by" text NOT NULL,
	"started_by_name" text NOT NULL,
	"goal" bigint DEFAULT 0 NOT NULL,
	"records" bigint DEFAULT 0 NOT NULL,
	"events" bigint DEFAULT 0 NOT NULL,
	"faults" bigint DEFAULT 0 NOT NULL,
	"found" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"checked_through" uuid,
	"looked_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "integrity_checks_running" ON "integrity_checks" USING btree (("ended_at" is null)) WHERE "integrity_checks"."ended_at" is null;