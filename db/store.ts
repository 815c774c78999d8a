/**
 * What the write path asks of the database, as one writer sees it. Writers that come at the same time share their round
 * trips and commits: with ten at once that is more than twice as many commands a second.
 */

import { sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { DatabaseError, type Pool } from 'pg';
import { append, type StreamAppend } from './append';
import { grouped } from './grouped';
import { type Head, type HeadQuery, type KnownState, readHeads } from './heads';
import { type Client, param, prepared } from './prepared';

export interface Store {
  head(asked: HeadQuery): Promise<Head>;
  /** Appends to one record; false if it had moved past what the writer saw, and then nothing was written. */
  append(asked: AppendRequest): Promise<boolean>;
  /** The holder's number in a series. It stays its own even if the append fails, so a retry opens no gap. */
  reserve(asked: Reservation): Promise<string>;
}

export interface AppendRequest extends StreamAppend {
  workflow: string;
}

export interface Reservation {
  series: string;
  streamId: string;
  /** What bears the number: the record, or something on it. */
  holder: string;
}

/** A writer by itself: inside a transaction, or one that must not wait for others. */
export function storeOn(client: Client): Store {
  return {
    head: (asked) => first(readHeads(client, [asked])),
    append: async (asked) => (await first(appendAll(client, [asked]))) !== undefined,
    reserve: (asked) => first(reserveAll(client, [asked])),
  };
}

const shared = new WeakMap<Pool, Store>();

/**
 * Records whose newest state this process keeps, because it wrote it: who changes a record has often just changed it.
 * The head read says whether it still is the newest; so it may be wrong, but is never believed.
 */
const mostKnown = 200;

/** All writers of this process on one pool. */
export function sharedStore(pool: Pool): Store {
  let store = shared.get(pool);
  if (!store) {
    const known = new LRUCache<string, KnownState>({ max: mostKnown });
    const readHead = grouped<HeadQuery, Head>({ ...limits, ask: (asked) => readHeads(pool, asked) });
    const appendOne = grouped<AppendRequest, string | undefined>({
      ...limits,
      fits: belongTogether,
      ask: (asked) => appendAll(pool, asked),
    });
    store = {
      head: (asked) => readHead({ ...asked, known: known.get(asked.streamId) }),
      append: async (asked) => {
        const hash = await appendOne(asked);
        const state = asked.appended.at(-1)?.state;
        if (hash && state) known.set(asked.streamId, { hash, state });
        return hash !== undefined;
      },
      reserve: grouped({
        ...limits,
        // One row to lock, so that no two groups wait for each other.
        fits: ([one], other) => one?.series === other.series,
        ask: (asked) => reserveAll(pool, asked),
      }),
    };
    shared.set(pool, store);
  }
  return store;
}

const limits = {
  // One that is being written, and one for which Node prepares the rows.
  atOnce: 2,
  most: 10,
  /** What PostgreSQL refuses may be one writer's fault; a lost connection is nobody's. */
  isOfOne: (error: unknown) => error instanceof DatabaseError,
};

/** More events than this are not worth waiting for. */
const mostEvents = 200;

/** One statement appends to a record once, for one workflow. */
function belongTogether(group: readonly AppendRequest[], other: AppendRequest): boolean {
  const events = group.reduce((sum, { appended }) => sum + appended.length, other.appended.length);
  return (
    events <= mostEvents &&
    group.every(({ workflow, streamId }) => workflow === other.workflow && streamId !== other.streamId)
  );
}

/** The hash of each record's new head; undefined where it had moved. */
async function appendAll(client: Client, asked: readonly AppendRequest[]): Promise<(string | undefined)[]> {
  const [{ workflow }] = asked as [AppendRequest];
  // In one order, so that two processes that write to the same records do not wait for each other for ever.
  const ordered = asked.toSorted((a, b) => (a.streamId < b.streamId ? -1 : 1));
  const moved = await append(client, workflow, ordered);
  return asked.map(({ streamId }) => moved.get(streamId));
}

const reserveNumbers = prepared<{ number: string }>(
  'retrace_reserve',
  sql`SELECT retrace_reserve_number(series, stream_id, holder) AS number
        FROM unnest(${param('series', 'text[]')}, ${param('streamIds', 'uuid[]')}, ${param('holders', 'uuid[]')})
             WITH ORDINALITY AS a (series, stream_id, holder, n)
       ORDER BY n`,
);

async function reserveAll(client: Client, asked: readonly Reservation[]): Promise<string[]> {
  const rows = await reserveNumbers(client, {
    series: asked.map(({ series }) => series),
    streamIds: asked.map(({ streamId }) => streamId),
    holders: asked.map(({ holder }) => holder),
  });
  return rows.map(({ number }) => number);
}

async function first<T>(answers: Promise<readonly T[]>): Promise<T> {
  return (await answers)[0] as T;
}
