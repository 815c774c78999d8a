CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_user_provider" UNIQUE("user_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'viewer' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('viewer', 'support', 'manager', 'admin')),
	CONSTRAINT "users_email_lower_case" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"workflow" text NOT NULL,
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"schema_version" smallint NOT NULL,
	"payload" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"operation_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"cause" text NOT NULL,
	"reverts_version" integer,
	"origin_version" integer,
	"actor_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"reason" text,
	"metadata" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "events_stream_id_version_pk" PRIMARY KEY("stream_id","version")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"auth_secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "installation_single_row" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "invoice_versions" (
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"number" text,
	"customer_id" uuid NOT NULL,
	"customer_name" text NOT NULL,
	"customer_email" text,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"net_amount" bigint NOT NULL,
	"tax_amount" bigint NOT NULL,
	"total_amount" bigint NOT NULL,
	"paid_amount" bigint NOT NULL,
	"balance_amount" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"issue_date" date,
	"due_date" date,
	"last_event_type" text NOT NULL,
	"last_actor_id" text NOT NULL,
	"last_actor_name" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "invoice_versions_stream_id_version_pk" PRIMARY KEY("stream_id","version")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"number" text,
	"customer_id" uuid NOT NULL,
	"customer_name" text NOT NULL,
	"customer_email" text,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"net_amount" bigint NOT NULL,
	"tax_amount" bigint NOT NULL,
	"total_amount" bigint NOT NULL,
	"paid_amount" bigint NOT NULL,
	"balance_amount" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"issue_date" date,
	"due_date" date,
	"last_event_type" text NOT NULL,
	"last_actor_id" text NOT NULL,
	"last_actor_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoices_stream_id_pk" PRIMARY KEY("stream_id")
);
--> statement-breakpoint
CREATE TABLE "number_allocations" (
	"series" text NOT NULL,
	"number" text NOT NULL,
	"stream_id" uuid NOT NULL,
	"allocated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "number_allocations_series_stream_id_pk" PRIMARY KEY("series","stream_id"),
	CONSTRAINT "number_allocations_number" UNIQUE("series","number")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"name" text PRIMARY KEY NOT NULL,
	"prefix" text NOT NULL,
	"digits" smallint NOT NULL,
	"next" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state_version" smallint NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "snapshots_stream_id_version_pk" PRIMARY KEY("stream_id","version")
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"stream_id" uuid PRIMARY KEY NOT NULL,
	"workflow" text NOT NULL,
	"version" integer NOT NULL,
	"state_version" smallint NOT NULL,
	"state" jsonb NOT NULL,
	"hash" "bytea" NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "events_reverted_once" ON "events" USING btree ("stream_id","reverts_version") WHERE reverts_version is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "events_operation" ON "events" USING btree ("stream_id","operation_id","step");--> statement-breakpoint
CREATE INDEX "events_feed" ON "events" USING btree ("tx","position");--> statement-breakpoint
CREATE INDEX "invoice_versions_number" ON "invoice_versions" USING btree ("number","valid_from");--> statement-breakpoint
CREATE INDEX "invoice_versions_status" ON "invoice_versions" USING btree ("status","valid_from" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_updated" ON "invoices" USING btree ("updated_at" DESC NULLS LAST,"stream_id");--> statement-breakpoint
CREATE INDEX "invoices_number" ON "invoices" USING btree (length(number),"number","stream_id");--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("due_date","stream_id");--> statement-breakpoint
CREATE INDEX "invoices_status" ON "invoices" USING btree ("status","updated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_search" ON "invoices" USING gin ((lower(coalesce(number, '') || ' ' || customer_name)) gin_trgm_ops);