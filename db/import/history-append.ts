import type { PoolClient } from 'pg';
import { copying } from '@/lib/event-sourcing/edits';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { LoggedEvent } from '@/lib/log-file/event-line';
import { workflowOf } from '@/lib/workflows';
import type { StreamAppend } from '../append';
import { type BroughtNumber, bulkAppend, passHeldNumbers } from '../bulk-append';
import type { Database } from '../client';
import { isCopied, NewRecordRows, type NewRecords, noRecords } from '../copy-new-records';
import { type Head, readHeads } from '../heads';
import { asWritten, toRecorded } from '../stored-event';
import { readHolders } from './history-present';
import { Pauses } from './pauses';
import { settleTables } from './settle-tables';

/** A batch that is ready to be written. */
interface ReadyBatch {
  workflow: string;
  fresh: NewRecords;
  /** For records that are here already, and for whatever a projection must be told of. */
  known: readonly StreamAppend[];
  numbers: readonly BroughtNumber[];
}

/**
 * Appends events to their records as they were written elsewhere, but for those that are here already. While one batch is
 * written the next is read and made ready. Each workflow's of a batch are one transaction; commits do not wait for the disk,
 * but for the last one, and with it all before it are there.
 */
export class HistoryWriter {
  private writing: Promise<void> = Promise.resolve();
  private last = '';
  private added = 0;

  private constructor(
    private readonly db: Database,
    private readonly client: PoolClient,
  ) {}

  /** Writes whatever `write` gives to the writer, and moves the series of numbers behind those that came along. */
  static async run(db: Database, write: (writer: HistoryWriter) => Promise<void>): Promise<void> {
    const client = await db.$client.connect();
    try {
      await client.query('SET statement_timeout = 0; SET synchronous_commit = off');
      const writer = new HistoryWriter(db, client);
      await write(writer);
      await writer.writing;
      await client.query('SET synchronous_commit = on');
      await passHeldNumbers(client);
      await settleTables(client, writer.added);
    } finally {
      client.release(true);
    }
  }

  /**
   * @param events checked, record by record and within one in order; a record's may go on from what is here
   */
  async write(events: readonly LoggedEvent[]): Promise<void> {
    const groups = [...groupBy(events, ({ stream_id }) => stream_id)];
    const [first] = groups;
    if (!first) return;
    // A record that goes on from the batch before is known here once that is written.
    if (first[0] === this.last) await this.writing;
    const ready = await this.ready(groups);
    this.last = groups.at(-1)?.[0] ?? '';
    await this.writing;
    this.writing = this.commit(ready);
    // It is awaited with the next batch: until then its failure is nobody's.
    this.writing.catch(() => undefined);
  }

  private async ready(groups: readonly (readonly [string, readonly LoggedEvent[]])[]): Promise<ReadyBatch[]> {
    const heads = await readHeads(
      this.db.$client,
      // No operation is asked for.
      groups.map(([streamId]) => ({ streamId, operationId: streamId })),
    );
    const appends = groups.flatMap(([, own], index) => {
      const head = heads[index] as Head;
      const rest = own.filter(({ version }) => version > head.version);
      return rest.length > 0 ? [{ head, rest }] : [];
    });
    this.added += appends.reduce((sum, { rest }) => sum + rest.length, 0);
    const batches: ReadyBatch[] = [];
    for (const [workflow, own] of groupBy(appends, ({ rest }) => (rest[0] as LoggedEvent).workflow)) {
      const fresh = isCopied(workflow) ? new NewRecordRows(workflow) : null;
      const known: StreamAppend[] = [];
      const pause = new Pauses();
      for (const { head, rest } of own) {
        await pause.due();
        const append = appendOf(head, rest);
        if (fresh && append.expected === 0) fresh.add(append);
        else known.push(append);
      }
      batches.push({
        workflow,
        fresh: fresh?.done() ?? noRecords,
        known,
        numbers: await notYetHeld(
          this.db,
          own.flatMap(({ rest }) => rest.flatMap(numbersIn)),
        ),
      });
    }
    return batches;
  }

  private async commit(batches: readonly ReadyBatch[]): Promise<void> {
    for (const batch of batches) await bulkAppend(this.client, batch);
  }
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function appendOf(head: Head, rest: readonly LoggedEvent[]): StreamAppend {
  const { streamId, version: expected, hash } = head;
  const workflow = workflowOf((rest[0] as LoggedEvent).workflow);
  let state: object = head.state ?? workflow.initialState;
  const appended = rest.map((logged) => {
    const current: Recorded = toRecorded(logged);
    state = workflow.evolve(state, current, copying);
    // The event is stored in the shape in which it was written, or its hash would be another.
    return { event: asWritten(logged), state };
  });
  return { streamId, expected, hash, appended };
}

const creditNumber = /^credits\.([^.]+)\.number$/;

/** The numbers that an event gave to its record, or to a credit note on it. */
export function numbersIn({ workflow, stream_id: streamId, changes }: LoggedEvent): BroughtNumber[] {
  if (workflow !== 'invoice') return [];
  return Object.entries(changes).flatMap(([path, { to: number }]) => {
    if (typeof number !== 'string') return [];
    if (path === 'number') return [{ series: 'invoice', number, streamId, holder: streamId }];
    const credit = creditNumber.exec(path)?.[1];
    return credit ? [{ series: 'credit_note', number, streamId, holder: credit }] : [];
  });
}

/** Once each, and without those that are held: one that was taken back and given again, as by a redo, is given twice. */
async function notYetHeld(db: Database, brought: readonly BroughtNumber[]): Promise<BroughtNumber[]> {
  const once = new Map(brought.map((each) => [each.number, each]));
  if (once.size === 0) return [];
  const held = await readHolders(db.$client, [...once.keys()]);
  return [...once.values()].filter(({ number, holder }) => held.get(number) !== holder);
}
