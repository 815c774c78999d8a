/**
 * Toggling operations on paper: the history and the state as they would be, while the operations of a plan are undone or
 * re-applied one after another. An operation is toggled whole or not at all.
 */
import { diff, invert, sameChanges } from './changes';
import type { Changes, DomainEvent, Recorded } from './event';
import type { History } from './history';
import type { Operation } from './operation';
import type { PlanRefusal, Stay } from './plan-refusal';
import type { Compensation, EventWithChanges, Reverter, Violation } from './workflow';

/** One event of a plan: the one that takes another one back. */
export interface PlannedRevert {
  event: DomainEvent;
  changes: Changes;
  revertsVersion: number;
}

/** What a simulation starts from, and who asks. */
interface Start<S> {
  history: History;
  state: S;
  who: Reverter;
  settings: unknown;
}

/** The reverts of one operation, worked out and not yet made. */
interface Draft<S> {
  reverts: { revert: PlannedRevert; target: Recorded; consequence?: string | undefined }[];
  state: S;
}

export class Simulation<S extends object> {
  readonly reverts: PlannedRevert[] = [];
  readonly consequences = new Set<string>();
  state: S;
  private readonly history: History;
  private readonly who: Reverter;
  private readonly settings: unknown;
  private readonly before: S;

  /** @param alone whether a single operation is toggled: then nothing needs to be folded, or copied to be folded into */
  constructor(
    { history, state, who, settings }: Start<S>,
    private readonly alone: boolean,
  ) {
    this.history = alone ? history : history.fork();
    this.state = state;
    this.before = state;
    this.who = who;
    this.settings = settings;
  }

  /**
   * Toggles an operation: its events in reverse order to undo them, in original order to redo them.
   *
   * @param holding whether the invariants must hold right after it, not only at the end
   * @returns why not; then nothing was toggled
   */
  toggle(operation: Operation, holding = false): PlanRefusal | undefined {
    const here = this.history.operationOf(operation.events[0] as number);
    const blockers = this.history.blockers(here);
    if (blockers.size > 0) {
      const versions = [...blockers].map((blocker) => blocker.tip).sort((a, b) => a - b);
      return { code: 'in_the_way', version: operation.tip, blockers: versions };
    }
    const draft = this.draft(here);
    if ('code' in draft) return draft;
    if (holding) {
      const violations = this.newViolations(draft.state);
      if (violations.length > 0) return { code: 'invariant', version: operation.tip, violations };
    }
    this.state = draft.state;
    for (const { revert, target, consequence } of draft.reverts) {
      this.reverts.push(revert);
      if (consequence) this.consequences.add(consequence);
      this.addNotRecalled(target, operation.tip);
      if (!this.alone) this.history.fold(this.asRecorded(revert, target));
    }
    return undefined;
  }

  /**
   * Toggles these one after another, and answers which are refused. While the invariants must hold after each, what was
   * refused is tried again as long as that helps: what comes later may have made room for it.
   */
  toggleAll(order: readonly Operation[], holding: boolean): Stay[] {
    let waiting = order;
    for (;;) {
      const stays: Stay[] = [];
      const left = waiting.filter((operation) => {
        const refusal = this.toggle(operation, holding);
        if (refusal) stays.push({ version: operation.tip, refusal });
        return refusal !== undefined;
      });
      if (!holding || left.length === waiting.length || left.length === 0) return stays;
      waiting = left;
    }
  }

  /** Invariants that the state breaks and that held before the plan. */
  newViolations(state = this.state): Violation[] {
    const { violations } = this.history.workflow;
    const found = violations(state, this.settings);
    // Nearly always there are none, so the ones from before are not asked for.
    if (found.length === 0) return [];
    const known = new Set(violations(this.before, this.settings).map(fingerprint));
    return found.filter((violation) => !known.has(fingerprint(violation)));
  }

  /** The difference of it all. */
  changes(): Changes {
    const [first, ...more] = this.reverts;
    return first && more.length === 0 ? first.changes : diff(this.before, this.state);
  }

  /** What went out since an operation was last toggled, and told of it. */
  private addNotRecalled({ version }: Recorded, since: number): void {
    const { workflow } = this.history;
    const change = this.history.event(this.history.baseOf(version));
    for (const message of this.history.messagesSince(since)) {
      const sentence = workflow.notRecalled?.(message, change);
      if (sentence) this.consequences.add(sentence);
    }
  }

  private draft(operation: Operation): Draft<S> | PlanRefusal {
    const { workflow } = this.history;
    const draft: Draft<S> = { reverts: [], state: this.state };
    for (const base of operation.live ? operation.events.toReversed() : operation.events) {
      const target = this.history.event(this.history.tipOf(base));
      const original = domainPart(this.history.event(base));
      const step: Compensation<DomainEvent> = this.history.takesOut(target.version)
        ? { kind: 'event', event: workflow.reapply(original) }
        : workflow.compensate(original);
      if (step.kind === 'irreversible') {
        const { because, alternatives } = step;
        return { code: 'irreversible', version: target.version, because, alternatives };
      }
      const refusal = workflow.refusalToRevert?.(step.event, draft.state, this.who, this.settings);
      if (refusal) return { code: 'not_allowed', version: target.version, refusal };
      const after: S = workflow.evolve(draft.state, step.event);
      const changes = diff(draft.state, after);
      const exact = invert(target.changes);
      if (!step.inexact && !sameChanges(changes, exact))
        return { code: 'inexact', version: target.version, paths: differingPaths(changes, exact) };
      draft.state = after;
      const revert = { event: step.event, changes, revertsVersion: target.version };
      draft.reverts.push({ revert, target, consequence: step.consequence });
    }
    return draft;
  }

  /** A planned revert in the form in which the fork folds it; only its place and its target matter there. */
  private asRecorded({ event, changes, revertsVersion }: PlannedRevert, target: Recorded): Recorded {
    return { ...target, ...event, changes, version: this.history.version + 1, revertsVersion };
  }
}

function domainPart(event: Recorded): EventWithChanges<DomainEvent> {
  return { type: event.type, payload: event.payload, changes: event.changes };
}

function fingerprint(violation: Violation): string {
  return `${violation.code} ${violation.paths.join(' ')}`;
}

function differingPaths(a: Changes, b: Changes): string[] {
  const paths = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...paths].filter((path) => a[path]?.from !== b[path]?.from || a[path]?.to !== b[path]?.to);
}
