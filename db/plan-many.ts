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

/** The head of a record that is there. */
interface ExistingHead extends Head {
  state: object;
}

export interface ManyDecisions {
  /** Records to which something happens, and what. Those that would stay as they are are in neither list. */
  decided: readonly { head: ExistingHead; events: readonly DomainEvent[] }[];
  refused: readonly RefusedRecord[];
  /** Fingerprints of what this operation did before, one a record it was done to. */
  repeated: readonly string[];
}

/** So many heads are read at once: a state may be some kilobytes. */
const chunkSize = 500;

/** What the command leads to on each record as it stands now. */
export async function decideMany(client: Client, request: ManyRequest): Promise<ManyDecisions> {
  const decided: { head: ExistingHead; events: readonly DomainEvent[] }[] = [];
  const refused: RefusedRecord[] = [];
  const repeated: string[] = [];
  for (let from = 0; from < request.streamIds.length; from += chunkSize) {
    const chunk = request.streamIds.slice(from, from + chunkSize);
    const asked = chunk.map((streamId) => ({ streamId, operationId: request.operationId }));
    for (const { state, ...rest } of await readHeads(client, asked)) {
      const { streamId } = rest;
      if (rest.repeated !== null) repeated.push(rest.repeated);
      if (!state || rest.workflow !== request.workflow.name) {
        refused.push({ streamId, state: null, refusal: notThere(request.workflow.name) });
        continue;
      }
      const head = { ...rest, state };
      const decision = decideOne(request, head);
      if ('refusal' in decision) refused.push({ streamId, state: head.state, refusal: decision.refusal });
      else if (decision.events.length > 0) decided.push({ head, events: decision.events });
    }
  }
  return { decided, refused, repeated };
}

function decideOne(
  { workflow, actor, mayApprove, reason, commandOf }: ManyRequest,
  head: ExistingHead,
): { events: readonly DomainEvent[] } | { refusal: CommandRefusal } {
  const given = commandOf(head);
  if ('refusal' in given) return given;
  const now = momentOf(head);
  const { settings } = head;
  const today = dayIn(settings.timeZone, now);
  const context = { now, today, actor, mayApprove, reason, settings };
  const decision = decideCommand(workflow, head.state, given.command, context);
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
