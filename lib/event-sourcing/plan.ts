/**
 * The one planner. A plan is a list of **reverts**, built here for the browser's preview and for the server's commit
 * alike, so that what a button shows is what the server does. It reads the history and the state and writes nothing.
 *
 * A revert takes back one event, the tip of its chain: an even number of reverts deep that is an undo, and the
 * workflow names the compensating event; an odd number deep it is a redo, and the original event is appended again.
 * Operations are toggled whole, newest last toggle first, and the result is checked once, at the end.
 */
import { diff, invert, sameChanges } from './changes';
import type { Changes, DomainEvent, Recorded } from './event';
import type { History, Operation } from './history';
import type {
  Alternative,
  CommandRefusal,
  Compensation,
  EventWithChanges,
  Reverter,
  Violation,
} from './workflow';

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

export interface PlannedRevert {
  event: DomainEvent;
  changes: Changes;
  revertsVersion: number;
}

export interface Plan<S = object> {
  reverts: readonly PlannedRevert[];
  /** The state after all of them, and the difference to now. */
  state: S;
  changes: Changes;
  /** What the plan will not do, in sentences: no money moves, nothing is recalled. */
  consequences: readonly string[];
  reasonRequired: boolean;
}

/**
 * What a person asks to have reverted. A request names the events it saw, never "the top", so that one which arrives
 * twice or late is noticed rather than carried out on something else.
 */
export type RevertRequest =
  /** From the menu of one event: its operation is undone, or re-applied if it is undone. */
  | { button: 'row'; version: number }
  /** Undo or Redo on the person's own list: the effects of the action that was next when they pressed it. */
  | { button: 'list'; cause: 'undo' | 'redo'; versions: readonly number[] };

/** Why a plan cannot be made. Versions are of the events that a person should look at. */
export type PlanRefusal =
  | { code: 'read_only' }
  | { code: 'nothing_to_revert' }
  | { code: 'list_moved'; cause: 'undo' | 'redo' }
  | { code: 'already_reverted'; version: number; by: number }
  | { code: 'not_yours'; versions: readonly number[] }
  /** The workflow's own rules leave this revert to somebody else. */
  | { code: 'not_theirs'; version: number; refusal: CommandRefusal }
  | { code: 'in_the_way'; version: number; blockers: readonly number[] }
  | { code: 'irreversible'; version: number; because: string; alternatives: readonly Alternative[] }
  | { code: 'inexact'; version: number; paths: readonly string[] }
  | { code: 'invariant'; version: number; violations: readonly Violation[] };

export type PlanResult<S = object> = { ok: true; plan: Plan<S> } | { ok: false; refusal: PlanRefusal };

const refuse = (refusal: PlanRefusal): { ok: false; refusal: PlanRefusal } => ({ ok: false, refusal });

/** Plans to revert the given events, each a tip, with the rest of each one's operation. */
export function planReverts<S extends object>(
  history: History,
  state: S,
  versions: readonly number[],
  asker: Asker,
): PlanResult<S> {
  const { actorId, mayWrite, mayChangeOthersWork, settings } = asker;
  if (!mayWrite) return refuse({ code: 'read_only' });
  if (versions.length === 0) return refuse({ code: 'nothing_to_revert' });
  for (const version of versions) {
    const by = history.revertedBy(version);
    if (by) return refuse({ code: 'already_reverted', version, by: by.version });
  }
  const operations = [...new Set(versions.map((version) => history.operationOf(version)))];
  operations.sort((a, b) => b.tip - a.tip);

  const tips = operations.flatMap((operation) => operation.events.map((base) => history.tipOf(base)));
  const others = tips.filter((tip) => history.event(tip).actor.id !== actorId);
  if (others.length > 0 && !mayChangeOthersWork) return refuse({ code: 'not_yours', versions: others });

  const who = { id: actorId, mayApprove: mayChangeOthersWork };
  const simulation = new Simulation(operations.length > 1 ? history.fork() : history, state, who);
  for (const { tip } of operations) {
    const refusal = simulation.toggle(simulation.history.operationOf(tip), operations.length > 1);
    if (refusal) return refuse(refusal);
  }
  const violations = (of: S) => history.workflow.violations(of, settings);
  const known = new Set(violations(state).map(fingerprint));
  const broken = violations(simulation.state).filter((v) => !known.has(fingerprint(v)));
  if (broken.length > 0) {
    return refuse({ code: 'invariant', version: operations[0]?.tip ?? 0, violations: broken });
  }
  return {
    ok: true,
    plan: {
      reverts: simulation.reverts,
      state: simulation.state,
      changes: diff(state, simulation.state),
      consequences: [...simulation.consequences],
      reasonRequired: others.length > 0 || tips.some((tip) => isAboutMoney(history, tip)),
    },
  };
}

/** Plans what a button asks for. The only way in for the page and for the server. */
export function planRequest<S extends object>(
  history: History,
  state: S,
  request: RevertRequest,
  asker: Asker,
): PlanResult<S> {
  if (request.button === 'row') return planReverts(history, state, [request.version], asker);
  const { cause, versions } = request;
  const next = history.actions.next(asker.actorId, cause);
  const result = planReverts(history, state, versions, asker);
  const late = !result.ok && result.refusal.code === 'already_reverted';
  const effects = next ? history.actions.effectsInForce(next) : [];
  const same = effects.length === versions.length && effects.every((version) => versions.includes(version));
  return same || late || versions.length === 0 ? result : refuse({ code: 'list_moved', cause });
}

/** The request that a person's Undo or Redo button makes now. */
export function listRequest(history: History, actorId: string, cause: 'undo' | 'redo'): RevertRequest {
  const next = history.actions.next(actorId, cause);
  return { button: 'list', cause, versions: next ? history.actions.effectsInForce(next) : [] };
}

/** The state and history as they would be, while the operations of a plan are toggled one after another. */
class Simulation<S extends object> {
  readonly reverts: PlannedRevert[] = [];
  readonly consequences = new Set<string>();

  constructor(
    readonly history: History,
    public state: S,
    private readonly who: Reverter,
  ) {}

  /** Toggles one operation, in reverse order to undo and in original order to redo. */
  toggle(operation: Operation, foldResult: boolean): PlanRefusal | undefined {
    const blockers = this.history.blockers(operation);
    if (blockers.size > 0) {
      const versions = [...blockers].map((blocker) => blocker.tip).sort((a, b) => a - b);
      return { code: 'in_the_way', version: operation.tip, blockers: versions };
    }
    for (const base of operation.live ? operation.events.toReversed() : operation.events) {
      const target = this.history.event(this.history.tipOf(base));
      const refusal = this.revert(target, this.history.event(base));
      if (refusal) return refusal;
      if (foldResult) this.history.fold(this.asRecorded(target));
    }
    return undefined;
  }

  private revert(target: Recorded, base: Recorded): PlanRefusal | undefined {
    const { workflow } = this.history;
    const step: Compensation<DomainEvent> = this.history.takesOut(target.version)
      ? { kind: 'event', event: workflow.reapply(domainPart(base)) }
      : workflow.compensate(domainPart(base));
    if (step.kind === 'irreversible') {
      const { because, alternatives } = step;
      return { code: 'irreversible', version: target.version, because, alternatives };
    }
    const refusal = workflow.refusalToRevert?.(step.event, this.state, this.who);
    if (refusal) return { code: 'not_theirs', version: target.version, refusal };
    const after: S = workflow.evolve(this.state, step.event);
    const changes = diff(this.state, after);
    if (!step.inexact && !sameChanges(changes, invert(target.changes))) {
      return {
        code: 'inexact',
        version: target.version,
        paths: differingPaths(changes, invert(target.changes)),
      };
    }
    this.state = after;
    this.reverts.push({ event: step.event, changes, revertsVersion: target.version });
    if (step.consequence) this.consequences.add(step.consequence);
    return undefined;
  }

  /** The last planned revert in the form in which the fork folds it; only its place and its target matter there. */
  private asRecorded(target: Recorded): Recorded {
    const revert = this.reverts.at(-1) as PlannedRevert;
    return {
      ...target,
      ...revert.event,
      changes: revert.changes,
      version: this.history.version + 1,
      revertsVersion: target.version,
    };
  }
}

function domainPart(event: Recorded): EventWithChanges<DomainEvent> {
  return { type: event.type, payload: event.payload, changes: event.changes };
}

function isAboutMoney(history: History, version: number): boolean {
  return history.workflow.kinds[history.event(history.baseOf(version)).type] === 'money';
}

function fingerprint(violation: Violation): string {
  return `${violation.code} ${violation.paths.join(' ')}`;
}

function differingPaths(a: Changes, b: Changes): string[] {
  const paths = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...paths].filter((path) => a[path]?.from !== b[path]?.from || a[path]?.to !== b[path]?.to);
}
