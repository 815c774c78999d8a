import { copying } from '@/lib/event-sourcing/edits';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { LoggedEvent } from '@/lib/log-file/event-line';
import { workflowOf } from '@/lib/workflows';
import type { StreamAppend } from '../append';
import { type BroughtNumber, bulkAppend } from '../bulk-append';
import type { Database } from '../client';
import { type Head, readHeads } from '../heads';
import { asWritten, toRecorded } from '../stored-event';
import { readHolders } from './history-present';

/**
 * Appends these events to their records as they were written elsewhere, but for those that are here already. Each
 * workflow's are one transaction.
 *
 * @param events checked, record by record and within one in order; a record's may go on from what is here
 */
export async function appendHistories(db: Database, events: readonly LoggedEvent[]): Promise<void> {
  const groups = [...groupBy(events, ({ stream_id }) => stream_id)];
  if (groups.length === 0) return;
  const heads = await readHeads(
    db.$client,
    // No operation is asked for.
    groups.map(([streamId]) => ({ streamId, operationId: streamId })),
  );
  const appends = groups.flatMap(([, own], index) => {
    const head = heads[index] as Head;
    const rest = own.filter(({ version }) => version > head.version);
    return rest.length > 0 ? [{ head, rest }] : [];
  });
  const byWorkflow = groupBy(appends, ({ rest }) => (rest[0] as LoggedEvent).workflow);
  const client = await db.$client.connect();
  try {
    for (const [workflow, own] of byWorkflow) {
      await bulkAppend(client, {
        workflow,
        numbers: await notYetHeld(
          db,
          own.flatMap(({ rest }) => rest.flatMap(numbersIn)),
        ),
        appends: own.map(({ head, rest }) => appendOf(head, rest)),
      });
    }
  } finally {
    client.release();
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
