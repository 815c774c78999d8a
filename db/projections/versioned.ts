import { sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { Columns } from '../row-source';
import type { Projection } from './projection';

interface VersionedTables {
  /** Holds the newest row of each record, by `stream_id`. */
  newest: string;
  /** Holds every row with the time in which it was current: by when things happened, and by when they were recorded. */
  versions: string;
  /** What `newest` calls the moment since which its row has been so. */
  since: string;
  /** The columns that both tables share, with their types. */
  columns: Columns;
}

/** The moment from which on an event was known. After the clock was set back, not before it happened. */
const knownFrom = ({ occurredAt, recordedAt }: Recorded): string =>
  recordedAt > occurredAt ? recordedAt : occurredAt;

/** A projection into a table of what is and a table of what was. `rowOf` gives the columns they share. */
export function versionedProjection(
  { newest, versions, since, columns }: VersionedTables,
  rowOf: Projection['rowOf'],
): Projection {
  const names = Object.keys(columns);
  const list = sql.raw(names.join(', '));
  const excluded = [...names, since, 'known_from']
    .filter((name) => name !== 'stream_id')
    .map((name) => `${name} = excluded.${name}`);
  const shared = Object.fromEntries(names.map((name) => [name, name]));
  const [valid, known] = [
    { valid_from: 'valid_from', valid_to: 'valid_to' },
    { known_from: 'known_from', known_to: 'known_to' },
  ];
  return {
    tables: { newest, versions },
    fills: [
      { table: newest, of: 'last', columns: { ...shared, [since]: 'valid_from', known_from: 'known_from' } },
      { table: versions, of: 'every', columns: { ...shared, ...valid, ...known } },
    ],
    columns: {
      ...columns,
      valid_from: 'timestamptz',
      valid_to: 'timestamptz',
      known_from: 'timestamptz',
      known_to: 'timestamptz',
      first: 'bool',
    },
    rowOf(projected) {
      const { event, first, next } = projected;
      return Object.assign(rowOf(projected), {
        valid_from: event.occurredAt,
        valid_to: next?.occurredAt ?? null,
        known_from: knownFrom(event),
        known_to: next && knownFrom(next),
        first,
      });
    },
    ctes: sql`
    current_rows AS (
      INSERT INTO ${sql.raw(newest)} (${list}, ${sql.raw(since)}, known_from)
      SELECT ${list}, valid_from, known_from FROM taken WHERE last
      ON CONFLICT (stream_id) DO UPDATE SET ${sql.raw(excluded.join(', '))}
    ), closed_versions AS (
      UPDATE ${sql.raw(versions)} v SET valid_to = r.valid_from, known_to = r.known_from
        FROM taken r
       WHERE r.first AND v.stream_id = r.stream_id AND v.version = r.version - 1
    ), added_versions AS (
      INSERT INTO ${sql.raw(versions)} (${list}, valid_from, valid_to, known_from, known_to)
      SELECT ${list}, valid_from, valid_to, known_from, known_to FROM taken
    )`,
  };
}
