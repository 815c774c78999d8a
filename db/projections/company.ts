import { sql } from 'drizzle-orm';
import type { Company } from '@/lib/company/company';
import { summarize } from '@/lib/company/summarize';
import type { Projection } from './projection';

/**
 * How numbers look follows the settings: prefix and digits of each series. Its counter, `next`, is nobody's setting
 * and stays where it is, so a changed prefix applies to the numbers handed out from then on.
 */
export const companyProjection: Projection = {
  columns: { stream_id: 'uuid', last: 'bool', series: 'jsonb' },
  rowOf: ({ event, state, last }) => ({
    stream_id: event.streamId,
    last,
    series: summarize(state as Company).series,
  }),
  ctes: (rows) => sql`
    settled AS (
      SELECT s.* FROM ${rows}
        JOIN head USING (stream_id),
             jsonb_to_recordset(r.series) AS s(name text, prefix text, digits smallint)
       WHERE r.last
    ), settled_series AS (
      INSERT INTO number_series (name, prefix, digits, next)
      SELECT name, prefix, digits, 1 FROM settled
      ON CONFLICT (name) DO UPDATE SET prefix = excluded.prefix, digits = excluded.digits
    )`,
};
