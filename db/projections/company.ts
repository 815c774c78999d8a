import { sql } from 'drizzle-orm';
import type { Company } from '@/lib/company/company';
import { summarize } from '@/lib/company/summarize';
import type { Projection } from './projection';

/**
 * How numbers look follows the settings: prefix and digits of each series. Its counter, `next`, is nobody's setting
 * and stays where it is, so a changed prefix applies to the numbers handed out from then on.
 */
export const companyProjection: Projection = {
  columns: { series: 'jsonb' },
  rowOf: ({ state }) => ({ series: summarize(state as Company).series }),
  follows: {
    what: 'how numbers look',
    // Settings are one record: every series is of it.
    rows: 'SELECT name, prefix, digits FROM number_series WHERE $1::uuid IS NOT NULL ORDER BY name COLLATE "C"',
    of: (state) => [...summarize(state as Company).series].sort((a, b) => (a.name < b.name ? -1 : 1)),
  },
  ctes: sql`
    settled AS (
      SELECT s.* FROM taken,
             jsonb_to_recordset(taken.series) AS s(name text, prefix text, digits smallint)
       WHERE last
    ), settled_series AS (
      INSERT INTO number_series (name, prefix, digits, next)
      SELECT name, prefix, digits, 1 FROM settled
      ON CONFLICT (name) DO UPDATE SET prefix = excluded.prefix, digits = excluded.digits
    )`,
};
