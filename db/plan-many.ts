/** Deciding one command for many records: what a preview shows, and what is decided again before anything is written. */
import { dayIn } from '@/lib/calendar';
import { decideCommand } from '@/lib/event-sourcing/append';
import type { Actor, DomainEvent, EventMetadata } from '@/lib/event-sourcing/event';
import type { AnyWorkflow, CommandRefusal } from '@/lib/event-sourcing/workflow';
import { type Head, readHeads } from './heads';
import type { Client } from './prepared';
import { momentOf } from './write';
import type { RefusedRecord } from './write-many';

/** Who asks for what, on which records. */
export interface ManyRequest {
  workflow: AnyWorkflow;
  streamIds: readonly string[];
  /** One user action, and the key by which its repetition is known. */
  operationId: string;
  actor: Actor;
  mayApprove: boolean;
  reason: string | null;
  metadata: EventMetadata;
  /** What is asked, for telling a repetition from another request under the same operation id. */
  body: unknown;
  /** The command in one record's own words, or why there is none for it. */
  commandOf(record: {
    streamId: string;
    state: object;
  }): { command: { type: string } } | { refusal: CommandRefusal };
}

/** What the command leads to on one record as it stands now. */
export interface DecidedRecord {
  head: Head;
  /** Null where there is no such record. */
  state: object | null;
  /** What happens to it: nothing where it would stay as it is, or where it refuses. */
  events: readonly DomainEvent[];
  refused: RefusedRecord | null;
}

/** So many heads are read at once: a state may be some kilobytes. */
const chunkSize = 250;

/** Decides record by record, in the order asked for. */
export async function* decideMany(client: Client, request: ManyRequest): AsyncGenerator<DecidedRecord> {
  for (let from = 0; from < request.streamIds.length; from += chunkSize) {
    const chunk = request.streamIds.slice(from, from + chunkSize);
    const asked = chunk.map((streamId) => ({ streamId, operationId: request.operationId }));
    for (const head of await readHeads(client, asked)) yield decideOne(request, head);
  }
}

function decideOne(request: ManyRequest, head: Head): DecidedRecord {
  const { streamId } = head;
  const state = head.workflow === request.workflow.name ? head.state : null;
  const none = { head, state, events: [] };
  if (!state) {
    const refusal = notThere(request.workflow.name);
    return { ...none, refused: { streamId, state, refusal } };
  }
  const decision = decideOn(request, head, state);
  if ('refusal' in decision) return { ...none, refused: { streamId, state, refusal: decision.refusal } };
  return { ...none, events: decision.events, refused: null };
}

function decideOn(
  { workflow, actor, mayApprove, reason, commandOf }: ManyRequest,
  head: Head,
  state: object,
): { events: readonly DomainEvent[] } | { refusal: CommandRefusal } {
  const given = commandOf({ streamId: head.streamId, state });
  if ('refusal' in given) return given;
  const now = momentOf(head);
  const { settings } = head;
  const today = dayIn(settings.timeZone, now);
  const context = { now, today, actor, mayApprove, reason, settings };
  const decision = decideCommand(workflow, state, given.command, context);
  switch (decision.kind) {
    case 'events':
      return decision;
    case 'refused':
      return decision;
    case 'revert':
    case 'reserve':
      // What is taken back is looked at first. A number that is given out stays given out, whatever becomes of the others.
      return {
        refusal: {
          code: 'one_by_one',
          message: 'This is done one by one. Open the record and do it there.',
        },
      };
  }
}

const notThere = (workflow: string): CommandRefusal => ({
  code: 'not_found',
  message: `There is no such ${workflow}. It may not have been saved.`,
});
