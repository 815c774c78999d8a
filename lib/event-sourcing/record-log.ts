import type { Recorded } from './event';
import { History } from './history';
import { fromCreation, type LogStart } from './log-start';
import { Timeline } from './replay';
import type { AnyWorkflow } from './workflow';

/** One record with everything that is derived from its log. Cheap to make, and folded only once. */
export class RecordLog<S extends object = object> {
  readonly history: History;
  readonly timeline: Timeline<S>;

  /** @param events all those after the start, which by default is before the creation */
  constructor(
    readonly workflow: AnyWorkflow,
    readonly events: readonly Recorded[],
    readonly start: LogStart = fromCreation,
  ) {
    this.history = new History(workflow, events, start);
    this.timeline = new Timeline<S>(workflow, events, start);
  }

  get version(): number {
    return this.start.version + this.events.length;
  }

  /** The state now. */
  get state(): S {
    return this.timeline.stateAt(this.version);
  }

  /** Earlier changes in words, where the states to tell them by are not at hand. */
  get described(): LogStart['described'] {
    return this.start.described;
  }

  /** The state after the event of this version; 0 is before the first. */
  stateAt(version: number): S {
    return this.timeline.stateAt(version);
  }

  /** The events after one version up to another, both at or after the start. */
  between(after: number, through: number): readonly Recorded[] {
    const { version } = this.start;
    return this.events.slice(after - version, through - version);
  }
}
