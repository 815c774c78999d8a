import { randomUUID } from 'node:crypto';
import { decideCommand, recordEvents } from '@/lib/event-sourcing/append';
import type { Actor, Recorded } from '@/lib/event-sourcing/event';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { append, type StreamAppend } from '../append';
import type { Database } from '../client';

/** What somebody does to each draft; an event each. */
export interface DraftStep {
  command: InvoiceCommand;
  actor: Actor;
}

/** So many are written by one statement. */
const chunkSize = 250;

/**
 * Thousands of drafts in seconds: each created by Ana as event 1, then changed by these steps, a minute apart. By the
 * workflow's rules, but set-based.
 *
 * @returns their ids
 */
export async function createManyDrafts(
  db: Database,
  count: number,
  steps: readonly DraftStep[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += chunkSize) {
    const appends = Array.from({ length: Math.min(chunkSize, count - from) }, () => draftOf(steps));
    await append(db.$client, invoiceWorkflow.name, appends);
    ids.push(...appends.map(({ streamId }) => streamId));
  }
  return ids;
}

function draftOf(steps: readonly DraftStep[]): StreamAppend {
  const streamId = randomUUID();
  const all = [{ command: creation(2, streamId), actor: people.ana }, ...steps];
  let state = invoiceWorkflow.initialState;
  const appended = all.flatMap(({ command, actor }, version): { event: Recorded; state: object }[] => {
    const now = new Date(Date.UTC(2026, 0, 1, 9, version)).toISOString().replace('Z', '000Z');
    const context = { now, today: now.slice(0, 10), actor, mayApprove: false, reason: null };
    const settings = invoiceWorkflow.initialSettings;
    const decision = decideCommand(invoiceWorkflow, state, command, { ...context, settings });
    if (decision.kind !== 'events' || decision.events.length !== 1)
      throw new Error(`"${command.type}" does not lead to one event on a draft.`);
    const proposed = decision.events.map((event) => ({ event, cause: 'command' as const }));
    const envelope = { streamId, operationId: randomUUID(), actor, reason: null, metadata: {} };
    const at = { ...envelope, occurredAt: now, recordedAt: now };
    const recorded = recordEvents(invoiceWorkflow, { version, state }, proposed, at);
    state = recorded.at(-1)?.state ?? state;
    return recorded;
  });
  return { streamId, expected: 0, hash: null, appended };
}
