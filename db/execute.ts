import { dayIn } from '@/lib/calendar';
import { decideCommand } from '@/lib/event-sourcing/append';
import { diff } from '@/lib/event-sourcing/changes';
import { carryOut } from '@/lib/event-sourcing/decided-revert';
import type { DomainEvent } from '@/lib/event-sourcing/event';
import { keysOf } from '@/lib/event-sourcing/keys';
import { explain, type Reader, tell } from '@/lib/event-sourcing/narrate';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { isSameIntent } from '@/lib/event-sourcing/same-intent';
import type { AnyWorkflow, Figures, RevertDecision } from '@/lib/event-sourcing/workflow';
import type { Database } from './client';
import { readStream } from './event-store';
import { isOtherPlan, planChanged } from './revert';
import {
  momentOf,
  type Proposal,
  refusal,
  type Seen,
  type WriteRequest,
  type WriteResult,
  write,
} from './write';

/** A command on one record, from somebody who saw it at `since`. */
export interface CommandRequest extends Omit<WriteRequest, 'body' | 'since'> {
  command: { type: string };
  /** The version its author saw: what came after it is looked at before the command is decided. */
  since: number;
  /** What was sent, where the server has completed the command since: a repetition of the request is known by it. */
  asked?: { type: string };
  /** The event that a value which is put back came from. */
  originVersion?: number | null;
  /** Of the plan that was looked at, where the command takes something back. */
  planHash?: string | null;
  /** May this actor decide on what others asked for? Not unless told. */
  mayApprove?: boolean;
  reader: Reader;
}

/**
 * Decides a command and appends what it leads to.
 *
 * A writer whose page is behind is not refused for that alone: the command is decided on the newest state, unless an
 * event they have not seen touched what it touches; then it is refused with the event and its author named.
 */
export async function execute(db: Database, request: CommandRequest): Promise<WriteResult> {
  // Of what is taken back the planner says itself who did what.
  let isPlanned = false;
  const result = await write(db, { ...request, body: request.asked ?? request.command }, (head, reserved) => {
    const decided = decide(request, head, reserved);
    isPlanned = decided.kind === 'revert';
    if (decided.kind === 'revert') return proposeReverts(request, decided, head);
    if (decided.kind !== 'events') return decided;
    const overtaken = conflicts(request.workflow, decided.events, head);
    if (overtaken.length > 0) {
      const message =
        'You had not seen that yet, so your change was not made. Look at it, then decide again.';
      return { kind: 'refused', refusal: refusal('overtaken', message, { events: overtaken }) };
    }
    const { originVersion } = request;
    if (originVersion && originVersion > head.version) {
      const message = `This record has no event ${originVersion}, so no value of it can be put back; it has ${head.version}.`;
      return { kind: 'refused', refusal: refusal('no_such_event', message) };
    }
    const origin = originVersion ? { originVersion } : {};
    return {
      kind: 'events',
      events: decided.events.map((event) => ({ event, cause: 'command', ...origin })),
    };
  });
  if (result.ok || isPlanned || result.refusal.events.length === 0) return result;
  // Only a refusal needs the whole history, to say who did what.
  const log = new RecordLog(request.workflow, await readStream(db.$client, request.streamId));
  const { events, message } = result.refusal;
  const told = events.map((version) => tell(log, version, request.reader));
  return { ok: false, refusal: { ...result.refusal, message: [...told, message].join(' ') } };
}

type Decided =
  | { kind: 'events'; events: readonly DomainEvent[] }
  | RevertDecision<DomainEvent>
  | Exclude<Proposal, { kind: 'events' }>;

/** What somebody else had asked to have taken back, as the planner makes it out with the rights of whoever agrees. */
function proposeReverts(
  { workflow, actor, reader, mayApprove = false, planHash }: CommandRequest,
  decision: RevertDecision<DomainEvent>,
  head: Seen,
): Proposal {
  if (!head.log) return { kind: 'needs_log' };
  const log = new RecordLog(workflow, head.log);
  const rights = { actorId: actor.id, mayWrite: true, mayChangeOthersWork: mayApprove };
  const asker = { ...rights, settings: head.settings };
  const reverts = carryOut(log, decision, asker);
  if (!reverts.ok) return { kind: 'refused', refusal: explain(log, reverts.refusal, reader, asker) };
  if (isOtherPlan(reverts.plan, planHash)) return { kind: 'refused', refusal: planChanged() };
  return { kind: 'events', events: reverts.events, reason: decision.reason };
}

function decide(request: CommandRequest, head: Seen, reserved?: string): Decided {
  const { workflow, command, actor, reason, occurredAt } = request;
  const now = momentOf(head, occurredAt);
  const context = {
    now,
    today: dayIn(head.settings.timeZone, now),
    actor,
    mayApprove: request.mayApprove ?? false,
    reason,
    settings: head.settings,
    ...(reserved ? { reserved } : {}),
  };
  const decision = decideCommand(workflow, head.state ?? workflow.initialState, command, context);
  if (decision.kind !== 'refused') return decision;
  const { code, message, field, because = [], alternatives = [] } = decision.refusal;
  const events = head.later.filter(({ changes }) => because.some((leaf) => leaf in changes));
  const more = { events: events.map(({ version }) => version), alternatives, ...(field ? { field } : {}) };
  return { kind: 'refused', refusal: refusal(code, message, more) };
}

/**
 * The versions of unseen events that touch what these events touch, where at least one of the two writes it; of those
 * that move a figure which these go by; and of those that say the very same: whoever sends a form from two tabs means it
 * once.
 */
function conflicts(workflow: AnyWorkflow, events: readonly DomainEvent[], head: Seen): readonly number[] {
  const { later } = head;
  if (later.length === 0 || events.length === 0) return [];
  let state = head.state ?? workflow.initialState;
  const mine = events.map((event) => {
    const after = workflow.evolve(state, event);
    const keys = keysOf(workflow, { ...event, changes: diff(state, after) });
    state = after;
    return keys;
  });
  const writes = new Set(mine.flatMap((keys) => keys.writes));
  const touches = new Set([...writes, ...mine.flatMap((keys) => keys.restsOn)]);
  const goesBy = new Set(events.flatMap((event) => figuresOf(workflow, event).goesBy ?? []));
  return later
    .filter((event) => {
      const theirs = keysOf(workflow, event);
      return (
        theirs.writes.some((key) => touches.has(key)) ||
        theirs.restsOn.some((key) => writes.has(key)) ||
        figuresOf(workflow, event).moves?.some((figure) => goesBy.has(figure)) ||
        events.some((own) => isSameIntent(own, event))
      );
    })
    .map((event) => event.version);
}

const figuresOf = (workflow: AnyWorkflow, event: DomainEvent): Figures => workflow.figures?.(event) ?? {};
