import { sql } from 'drizzle-orm';

/**
 * Of which class a time between two acts is, in the order of length: some fifty of them reach from a second to years. A row
 * that is not in force knows an act that may be later than itself.
 */
export const lengthClassOf = sql`floor(4 * ln(1 + greatest(0, date_part('epoch', occurred_at - prev_at))))`;
