ALTER TABLE "saved_views" DROP CONSTRAINT "saved_views_page";--> statement-breakpoint
CREATE INDEX "records_title" ON "records" USING hash (lower(title));--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_page" CHECK ("saved_views"."page" ~ '^[a-z][a-z-]{0,39}$');