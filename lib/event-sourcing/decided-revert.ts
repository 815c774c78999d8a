import type { ProposedEvent } from './append';
import type { DomainEvent } from './event';
import { type Asker, type Plan, planRequest, proposedReverts, type RevertRequest } from './plan';
import type { PlanRefusal } from './plan-refusal';
import type { RecordLog } from './record-log';
import type { RevertDecision } from './workflow';

/** What a decision to take something back comes to on this record: the planner's answer, and the events to append. */
export function carryOut(
  log: RecordLog,
  { version, after }: RevertDecision<DomainEvent>,
  asker: Asker,
): { ok: true; plan: Plan; events: ProposedEvent[] } | { ok: false; refusal: PlanRefusal } {
  const request: RevertRequest = { button: 'row', version };
  const result = planRequest(log, request, asker);
  if (!result.ok) return result;
  const { plan } = result;
  const reverts = proposedReverts(log.history, plan, request);
  return {
    ok: true,
    plan,
    events: [...reverts, ...after.map((event) => ({ event, cause: 'command' as const }))],
  };
}
