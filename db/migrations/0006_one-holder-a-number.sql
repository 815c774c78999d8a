-- Where two series had come to one number, the invoice keeps it; the credit note's event says its own as before.
DELETE FROM "number_allocations" c USING "number_allocations" i
 WHERE c."series" = 'credit_note' AND i."series" = 'invoice' AND c."number" = i."number";
--> statement-breakpoint
ALTER TABLE "number_allocations" DROP CONSTRAINT "number_allocations_number";
--> statement-breakpoint
ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_one_holder" UNIQUE("number");
