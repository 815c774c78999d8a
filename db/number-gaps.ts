/**
 * Which numbers that were handed out no document carries now, and why.
 *
 * A number has one of three fates. Its document carries it. Or a record holds it without carrying it: it was taken
 * back (an undone finalization), or the append that asked for it never came through; the record gets it again when it
 * needs one. Or the counter passed it and nobody holds it, as when two requests for one record raced.
 */
import { sql } from 'drizzle-orm';
import { companyId } from '@/lib/company/company';
import { sampleNumber } from '@/lib/company/describe';
import type { NumberGap, NumberSeriesReport } from '@/lib/company/number-gaps';
import type { Database } from './client';
import { isoText } from './stored-event';

/** How many gaps of a series are listed; beyond that something else is wrong. */
const most = 500;

/** The report of every series, in the order of their names from the invoices' on. */
export async function readNumberGaps(db: Pick<Database, 'execute'>): Promise<NumberSeriesReport[]> {
  const [series, held, skipped, imported] = await Promise.all([
    db.execute<SeriesRow>(selectSeries),
    db.execute<HeldRow>(selectHeld),
    db.execute<SkippedRow>(selectSkipped),
    db.execute<ImportedRow>(selectImported),
  ]);
  return series.rows.map(({ name, prefix, digits, next, allocated, first }) => ({
    name,
    next: sampleNumber({ prefix, digits }, next),
    allocated,
    first,
    imported: imported.rows.filter((row) => row.series === name).map(({ series: _, ...row }) => row),
    gaps: [
      ...held.rows.filter((row) => row.series === name).map(heldGap),
      ...skipped.rows.filter((row) => row.series === name).map((row) => skippedGap(row, { prefix, digits })),
    ],
  }));
}

interface SeriesRow extends Record<string, unknown> {
  name: string;
  prefix: string;
  digits: number;
  next: number;
  allocated: number;
  first: string | null;
}

const selectSeries = sql`
  SELECT name, prefix, digits, next::float8 AS next,
         (SELECT count(*)::int FROM number_allocations a WHERE a.series = s.name) AS allocated,
         (SELECT number FROM number_allocations a WHERE a.series = s.name
           ORDER BY length(number), number LIMIT 1) AS first
    FROM number_series s ORDER BY name DESC`;

interface HeldRow extends Record<string, unknown> {
  series: string;
  number: string;
  recordId: string;
  reservedAt: string;
  /** Null where there is no such record. */
  customerName: string | null;
  recordNumber: string | null;
  discarded: boolean;
  takenBack: { version: number; actorName: string; at: string; reason: string | null } | null;
}

/**
 * Numbers that no document carries. An invoice's is in its read table; a credit note is a part of its invoice, so its
 * number is looked for in the invoice's state, under the id that holds it. What took a number back is the last event
 * by which that leaf lost it.
 */
const selectHeld = sql`
  SELECT a.series, a.number, a.stream_id AS "recordId", ${isoText('a.allocated_at')} AS "reservedAt",
         i.customer_name AS "customerName", i.number AS "recordNumber",
         coalesce(i.status = 'discarded', false) AS discarded,
         (SELECT json_build_object('version', e.version, 'actorName', e.actor_name,
                                   'at', ${isoText('e.occurred_at')}, 'reason', e.reason)
            FROM events e
           WHERE e.stream_id = a.stream_id
             AND e.changes -> (CASE WHEN a.series = 'invoice' THEN 'number'
                                    ELSE 'credits.' || a.holder || '.number' END) ->> 'from' = a.number
           ORDER BY e.version DESC LIMIT 1) AS "takenBack"
    FROM number_allocations a LEFT JOIN invoices i USING (stream_id)
   WHERE a.number IS DISTINCT FROM
         CASE WHEN a.series = 'invoice' THEN i.number
              ELSE (SELECT s.state #>> ARRAY['credits', a.holder::text, 'number']
                      FROM streams s WHERE s.stream_id = a.stream_id) END
   ORDER BY a.series, length(a.number), a.number LIMIT ${most}`;

function heldGap({ series: _, ...row }: HeldRow): NumberGap {
  const { takenBack, ...held } = row;
  return takenBack ? { kind: 'taken_back', ...held, ...takenBack } : { kind: 'never_used', ...held };
}

interface SkippedRow extends Record<string, unknown> {
  series: string;
  first: number;
  last: number;
  /** A number near by, whose prefix and digits the skipped ones would have had. */
  near: string | null;
}

/**
 * Runs of the counter that nobody holds: between two numbers that are held, or a held one and the next. What lies
 * before the first is no gap: a series may begin anywhere, and the report says where. Only numbers
 * that begin with a prefix the series has now or once had are its counter's; what imports brought may look otherwise.
 * One that the counter passed over since the other series had come to it before is held, and no gap.
 */
const selectSkipped = sql`
  WITH prefixes AS (
    SELECT name AS series, prefix FROM number_series
    UNION
    SELECT split_part(c.key, '.', 2), p.prefix
      FROM events e, jsonb_each(e.changes) c, LATERAL (VALUES (c.value->>'from'), (c.value->>'to')) p(prefix)
     WHERE e.stream_id = ${companyId}::uuid AND c.key LIKE 'series.%.prefix' AND p.prefix IS NOT NULL
  ), counted AS (
    SELECT p.series, substr(a.number, length(p.prefix) + 1)::bigint AS n, min(a.number) AS number
      FROM number_allocations a JOIN prefixes p ON starts_with(a.number, p.prefix)
     WHERE substr(a.number, length(p.prefix) + 1) ~ '^[0-9]{1,15}$'
     GROUP BY 1, 2
  ), marks AS (
    SELECT series, n, number FROM counted
    UNION ALL SELECT s.name, s.next, NULL FROM number_series s
               WHERE NOT EXISTS (SELECT FROM counted c WHERE c.series = s.name AND c.n = s.next)
  ), runs AS (
    SELECT m.series, m.n, lead(m.n) OVER following AS following,
           coalesce(lead(m.number) OVER following, m.number) AS near
      FROM marks m JOIN number_series s ON s.name = m.series AND m.n <= s.next
    WINDOW following AS (PARTITION BY m.series ORDER BY m.n)
  )
  SELECT series, (n + 1)::float8 AS first, (following - 1)::float8 AS last, near
    FROM runs WHERE following > n + 1 ORDER BY series, n LIMIT ${most}`;

function skippedGap(
  { first, last, near }: SkippedRow,
  series: { prefix: string; digits: number },
): NumberGap {
  const digits = near?.match(/\d+$/)?.[0] ?? '';
  const look = near ? { prefix: near.slice(0, near.length - digits.length), digits: digits.length } : series;
  return {
    kind: 'skipped',
    number: sampleNumber(look, first),
    to: last > first ? sampleNumber(look, last) : null,
    count: last - first + 1,
  };
}

interface ImportedRow extends Record<string, unknown> {
  series: string;
  by: string;
  count: number;
  first: string;
  last: string;
}

/** Numbers that records brought along when they were imported: the counter passes them over. */
const selectImported = sql`
  SELECT a.series, e.actor_name AS by, count(*)::int AS count,
         (array_agg(a.number ORDER BY length(a.number), a.number))[1] AS first,
         (array_agg(a.number ORDER BY length(a.number) DESC, a.number DESC))[1] AS last
    FROM number_allocations a
    JOIN events e ON e.stream_id = a.stream_id AND e.version = 1 AND e.cause = 'import'
   GROUP BY a.series, e.actor_name ORDER BY a.series, e.actor_name`;
