/**
 * The rows of a moment, from what is there anyway. What was current then and still is, is a row of the table of what is;
 * what was and is no more, is a version that began by then and ended after it. Of the versions that are over, few were
 * current at any one moment, and they were written around it: the index on their spans knows which pages those are.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { PastSense } from '@/lib/past-sense';

/** The moment that is asked for, ISO 8601 in UTC; without one it is now. */
export interface AtMoment {
  asOf?: string | null;
  /** In what sense the past is meant; without one, as it was. */
  sense?: PastSense;
}

interface VersionedRows {
  newest: string;
  versions: string;
  /** What `newest` calls the moment since which its row has been so. */
  since: string;
  columns: readonly string[];
}

/**
 * Where the rows of a moment are: tables for FROM, each called as the one of what is, that together hold every record of
 * then once. Whoever wants only the first few in some order asks each for so many.
 */
export function rowSources(tables: VersionedRows, { asOf, sense = 'was' }: AtMoment): readonly SQL[] {
  const newest = sql.raw(tables.newest);
  if (!asOf) return [newest];
  const at = sql`${asOf}::timestamptz`;
  const since = sql.raw(tables.since);
  const columns = sql.raw(tables.columns.join(', '));
  const known = sense === 'known';
  // Nothing is known before it happens, so an index on when it happened serves either sense.
  const still = known ? sql`${since} <= ${at} AND known_from <= ${at}` : sql`${since} <= ${at}`;
  const over = known
    ? sql`known_from <= ${at} AND known_to > ${at}`
    : sql`valid_from <= ${at} AND valid_to > ${at}`;
  return [
    sql`(SELECT ${columns}, ${since} FROM ${newest} WHERE ${still}) AS ${newest}`,
    sql`(SELECT ${columns}, valid_from AS ${since} FROM ${sql.raw(tables.versions)} WHERE ${over}) AS ${newest}`,
  ];
}

/** All of them as one table for FROM. */
export function rowsAt(tables: VersionedRows, moment: AtMoment): SQL {
  const sources = rowSources(tables, moment);
  if (sources.length === 1) return sql.raw(tables.newest);
  const all = sources.map((source) => sql`SELECT * FROM ${source}`);
  return sql`(${sql.join(all, sql` UNION ALL `)}) AS ${sql.raw(tables.newest)}`;
}
