import { sql } from 'drizzle-orm';

/**
 * From which act to which an act goes, and how long that took, as one number: a hash of both names over eight bits that say of
 * which class the time is. Classes are in the order of length, and some hundred and twenty of them reach from a second to
 * years. One number is grouped and looked up several times faster than two names. A row that is not in force knows an act that
 * may be later than itself.
 */
export const pathClass = sql`(hashtextextended(activity, hashtextextended(coalesce(prev_activity, ''), 0)) & -256)
  | least(255, floor(8 * ln(1 + greatest(0, date_part('epoch', occurred_at - prev_at))))::bigint)`;
