CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row" bigint NOT NULL,
	"stream_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"content_id" uuid NOT NULL,
	"line" bigint NOT NULL,
	"data" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"log" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"file_hash" text,
	"file_size" bigint,
	"report" jsonb,
	"rows" bigint DEFAULT 0 NOT NULL,
	"written" bigint DEFAULT 0 NOT NULL,
	"present" bigint DEFAULT 0 NOT NULL,
	"written_through" uuid,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
-- Rows on their way: the file is the copy, so nothing is gained by writing them twice.
ALTER TABLE "import_rows" SET UNLOGGED;
