import { dayIn } from '@/lib/calendar';
import type { DecisionSettings } from '@/lib/decision-settings';
import { decideCommand, type ProposedEvent, recordEvents } from '@/lib/event-sourcing/append';
import type { Actor, Recorded } from '@/lib/event-sourcing/event';
import { type Asker, planRequest, proposedReverts, type RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';

interface Circumstances {
  operationId: string;
  actor: Actor;
  /** May this actor decide on what others asked for? */
  mayApprove: boolean;
  reason: string | null;
  /** What decisions go by, as far as the page knows. */
  settings: DecisionSettings;
  /** The browser's clock; the server's answer brings the real time. */
  now: string;
}

/** The events a command will most likely lead to; none where the page cannot know (a number, a refusal). */
export function proposeCommand(log: RecordLog, command: { type: string }, at: Circumstances): Recorded[] {
  const { actor, reason, now, settings, mayApprove } = at;
  const today = dayIn(settings.timeZone, now);
  const context = { actor, mayApprove, reason, now, today, settings };
  const decision = decideCommand(log.workflow, log.state, command, context);
  if (decision.kind !== 'events') return [];
  return record(
    log,
    decision.events.map((event) => ({ event, cause: 'command' as const })),
    at,
  );
}

/** The events an undo or redo will most likely append. */
export function proposeRevert(
  log: RecordLog,
  request: RevertRequest,
  asker: Asker,
  at: Circumstances,
): Recorded[] {
  const result = planRequest(log, request, asker);
  if (!result.ok) return [];
  return record(log, proposedReverts(log.history, result.plan, request), at);
}

function record(log: RecordLog, proposed: readonly ProposedEvent[], at: Circumstances): Recorded[] {
  const { now, operationId, actor, reason } = at;
  const streamId = log.events[0]?.streamId ?? '';
  const envelope = { operationId, actor, reason, streamId, metadata: {}, occurredAt: now, recordedAt: now };
  return recordEvents(log.workflow, { version: log.version, state: log.state }, proposed, envelope).map(
    ({ event }) => event,
  );
}
