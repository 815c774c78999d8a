/**
 * The one planner. It reads a record's history and state, writes nothing, and answers with a plan or a refusal; browser
 * and server ask the same, so what a preview shows is what the commit does.
 *
 * The model:
 *
 * - A plan is a list of **reverts**. A revert takes back one event, the tip of its chain: an even number of reverts deep
 *   that is an undo, and the workflow names the compensating event; an odd number deep it is a redo, and the original
 *   event is appended again.
 * - Operations are **toggled** whole, newest last toggle first, and invariants are asked once, at the end.
 * - Every button is a choice of operations to toggle (`row`, `list`: what it names; `cascade`: that and what stands in
 *   its way; `restore`: all that are not as live as they were; `batch`: all that a selection wants away), and whether
 *   one that can't be toggled refuses the whole or **stays**, with its reason.
 */
import type { ProposedEvent } from './append';
import { diff, isEmpty } from './changes';
import type { Changes, EventMetadata, Scope } from './event';
import type { History } from './history';
import type { Operation } from './operation';
import type { PlanRefusal, Stay } from './plan-refusal';
import { closedUnderBlockers, newestFirst, toDisturb, unwanted } from './selection';
import { type PlannedRevert, Simulation } from './simulation';

/** What the person who asks may do; the app derives it from the role. */
export interface Rights {
  actorId: string;
  mayWrite: boolean;
  /** May take back, or re-apply, what somebody else did. */
  mayChangeOthersWork: boolean;
}

/** Who asks for a plan, and what the company has settled. */
export interface Asker extends Rights {
  settings: unknown;
}

/** The record that is planned on; a `RecordLog` is one. */
export interface PlannedRecord<S> {
  history: History;
  state: S;
  /** The state after the event of a version. */
  stateAt(version: number): S;
}

export interface Plan<S = object> {
  reverts: readonly PlannedRevert[];
  /** The state after all of them, and the difference to now. */
  state: S;
  changes: Changes;
  /** What the plan will not do, in sentences: no money moves, nothing is recalled. */
  consequences: readonly string[];
  reasonRequired: boolean;
  /** Of a restore or a batch that skips: what can't be toggled. */
  stays: readonly Stay[];
  /** Of a restore: what will still differ from the state asked for, from what it will be to what it was. */
  left: Changes;
}

/**
 * What a person asks to have reverted. A request names the events it saw, never "the top", so that one which arrives
 * twice or late is noticed rather than carried out on something else.
 */
export type RevertRequest =
  /** From the menu of one event: its operation is undone, or re-applied if it is undone. */
  | { button: 'row'; version: number }
  /** Undo or Redo, along one's own actions unless told: the effects of the action that was next when it was pressed. */
  | { button: 'list'; cause: 'undo' | 'redo'; versions: readonly number[]; scope?: Scope | undefined }
  /** One event's operation, with everything that stands in the way of it. */
  | { button: 'cascade'; version: number }
  /** The whole record as it was after the operation of this version. */
  | { button: 'restore'; version: number }
  /** What the selected events did; `skip` leaves out what can't be taken back instead of refusing all. */
  | { button: 'batch'; versions: readonly number[]; skip: boolean };

export type PlanResult<S = object> = { ok: true; plan: Plan<S> } | { ok: false; refusal: PlanRefusal };

const refuse = (refusal: PlanRefusal): { ok: false; refusal: PlanRefusal } => ({ ok: false, refusal });

/** Plans what a button asks for. The only way in for the page and for the server. */
export function planRequest<S extends object>(
  record: PlannedRecord<S>,
  request: RevertRequest,
  asker: Asker,
): PlanResult<S> {
  if (!asker.mayWrite) return refuse({ code: 'read_only' });
  switch (request.button) {
    case 'row':
      return planNamed(record, [request.version], asker);
    case 'list':
      return planList(record, request, asker);
    case 'cascade':
      return planCascade(record, request.version, asker);
    case 'restore':
      return planRestore(record, request.version, asker);
    case 'batch':
      return planToggles(record, unwanted(record.history, request.versions), asker, request.skip);
  }
}

/** The request that a person's Undo or Redo button makes now. */
export function listRequest(
  history: History,
  actorId: string,
  cause: 'undo' | 'redo',
  scope: Scope = 'mine',
): Extract<RevertRequest, { button: 'list' }> {
  const next = history.actions.next(actorId, cause, scope);
  const versions = next ? history.actions.effectsInForce(next) : [];
  return { button: 'list', cause, versions, ...(scope === 'anyone' ? { scope } : {}) };
}

/** The events that carry a plan out, as they are to be appended. */
export function proposedReverts(
  history: History,
  { reverts }: Plan,
  request: RevertRequest,
): ProposedEvent[] {
  const metadata: EventMetadata = {
    button: request.button,
    ...(request.button === 'restore' && { restored_to: history.endOfAction(request.version) }),
    ...(request.button === 'list' && request.scope === 'anyone' && { scope: request.scope }),
  };
  return reverts.map(({ event, revertsVersion }) => {
    const toggled = history.takesOut(revertsVersion) ? 'redo' : 'undo';
    const cause =
      request.button === 'restore' ? 'restore' : request.button === 'list' ? request.cause : toggled;
    return { event, cause, revertsVersion, metadata };
  });
}

/** The events that a request names. */
export function versionsOf(request: RevertRequest): readonly number[] {
  return request.button === 'list' || request.button === 'batch' ? request.versions : [request.version];
}

/** The operations of events that were named, each of which must be a tip still. */
function planNamed<S extends object>(
  record: PlannedRecord<S>,
  versions: readonly number[],
  asker: Asker,
): PlanResult<S> {
  const { history } = record;
  const late = alreadyReverted(history, versions);
  if (late) return refuse(late);
  return planToggles(record, new Set(versions.map((version) => history.operationOf(version))), asker);
}

function alreadyReverted(history: History, versions: readonly number[]): PlanRefusal | undefined {
  for (const version of versions) {
    const by = history.revertedBy(version);
    if (by) return { code: 'already_reverted', version, by: by.version };
  }
  return undefined;
}

function planList<S extends object>(
  record: PlannedRecord<S>,
  { cause, versions, scope }: Extract<RevertRequest, { button: 'list' }>,
  asker: Asker,
): PlanResult<S> {
  const { actions } = record.history;
  const next = actions.next(asker.actorId, cause, scope);
  const result = planNamed(record, versions, asker);
  const late = !result.ok && result.refusal.code === 'already_reverted';
  const effects = next ? actions.effectsInForce(next) : [];
  const same = effects.length === versions.length && effects.every((version) => versions.includes(version));
  return same || late || versions.length === 0 ? result : refuse({ code: 'list_moved', cause, scope });
}

/**
 * Toggles an operation with all that stands in its way: closed under what blocks what, and widened by what the
 * invariants need. What only the invariants asked for is tried without once more at the end.
 */
function planCascade<S extends object>(
  record: PlannedRecord<S>,
  version: number,
  asker: Asker,
): PlanResult<S> {
  const { history } = record;
  const late = alreadyReverted(history, [version]);
  if (late) return refuse(late);
  const wanted = history.operationOf(version);
  let chosen = closedUnderBlockers(history, [wanted]);
  let widened = false;
  let result = planToggles(record, chosen, asker);
  while (!result.ok) {
    const more = toDisturb(history, wanted, chosen, result.refusal);
    if (more.length === 0) return result;
    widened ||= result.refusal.code === 'invariant';
    chosen = closedUnderBlockers(history, [...chosen, ...more]);
    result = planToggles(record, chosen, asker);
  }
  for (const operation of widened ? newestFirst(chosen) : []) {
    if (operation === wanted) continue;
    const without = new Set([...chosen].filter((other) => other !== operation));
    const smaller = planToggles(record, without, asker);
    if (!smaller.ok) continue;
    chosen = without;
    result = smaller;
  }
  return result;
}

/** Toggles every operation that is not as live as it was at the end of that version's action. */
function planRestore<S extends object>(
  record: PlannedRecord<S>,
  version: number,
  asker: Asker,
): PlanResult<S> {
  const { history } = record;
  const end = history.endOfAction(version);
  const then = record.stateAt(end);
  if (isEmpty(diff(record.state, then))) return refuse({ code: 'same_already', version: end });
  const changed = [...history.allOperations()].filter(
    (operation) => operation.live !== history.wasLiveAt(operation, end),
  );
  const result = planToggles(record, new Set(changed), asker, true);
  return result.ok ? { ok: true, plan: { ...result.plan, left: diff(result.plan.state, then) } } : result;
}

/** Toggles these operations: all, or with `skip` all that can be. */
function planToggles<S extends object>(
  { history, state }: PlannedRecord<S>,
  operations: ReadonlySet<Operation>,
  asker: Asker,
  skip = false,
): PlanResult<S> {
  if (operations.size === 0) return refuse({ code: 'nothing_to_revert' });
  const { actorId, mayChangeOthersWork: mayApprove, settings } = asker;
  const order = newestFirst(operations);
  const others = (operation: Operation) =>
    carriersOf(history, operation).filter((version) => history.event(version).actor.id !== actorId);
  const notTheirs = mayApprove ? [] : order.filter((operation) => others(operation).length > 0);
  if (notTheirs.length > 0 && !skip)
    return refuse({ code: 'not_yours', versions: notTheirs.flatMap(others) });

  const start = () =>
    new Simulation({ history, state, who: { id: actorId, mayApprove }, settings }, order.length === 1);
  const mine = order.filter((operation) => !notTheirs.includes(operation));
  let simulation = start();
  let refused = simulation.toggleAll(mine, false);
  if (!skip && refused.length > 0) return refuse((refused[0] as Stay).refusal);
  const broken = simulation.newViolations();
  if (broken.length > 0) {
    if (!skip) return refuse({ code: 'invariant', version: order[0]?.tip ?? 0, violations: broken });
    simulation = start();
    refused = simulation.toggleAll(mine, true);
  }
  const stays: readonly Stay[] = [
    ...notTheirs.map((operation) => ({
      version: operation.tip,
      refusal: { code: 'not_yours', versions: others(operation) } as const,
    })),
    ...refused,
  ].sort((a, b) => b.version - a.version);
  if (simulation.reverts.length === 0) return refuse({ code: 'all_stays', stays });
  const reverted = simulation.reverts.map(({ revertsVersion }) =>
    history.event(history.carrierOf(revertsVersion)),
  );
  const delicate = reverted.some((event) => event.actor.id !== actorId || isDelicate(history, event.version));
  return {
    ok: true,
    plan: {
      reverts: simulation.reverts,
      state: simulation.state,
      changes: simulation.changes(),
      consequences: [...simulation.consequences],
      reasonRequired: delicate,
      stays,
      left: {},
    },
  };
}

/** The events that an operation stands by now: whose they are decides who may toggle it. */
function carriersOf(history: History, operation: Operation): number[] {
  return operation.events.map((base) => history.carrierOf(history.tipOf(base)));
}

/** Is it about money, or about what else the workflow lets nobody take back without saying why? */
function isDelicate(history: History, version: number): boolean {
  const { type } = history.event(history.baseOf(version));
  const { kinds, delicate } = history.workflow;
  return kinds[type] === 'money' || (delicate?.has(type) ?? false);
}
