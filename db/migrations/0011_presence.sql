CREATE UNLOGGED TABLE "presence" (
	"tab" uuid PRIMARY KEY NOT NULL,
	"stream_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "presence_record" ON "presence" USING btree ("stream_id");