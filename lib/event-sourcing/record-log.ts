import type { Recorded } from './event';
import { History } from './history';
import { Timeline } from './replay';
import type { AnyWorkflow } from './workflow';

/** One record with everything that is derived from its log. Cheap to make, and folded only once. */
export class RecordLog<S extends object = object> {
  readonly history: History;
  readonly timeline: Timeline<S>;

  constructor(
    readonly workflow: AnyWorkflow,
    readonly events: readonly Recorded[],
  ) {
    this.history = new History(workflow, events);
    this.timeline = new Timeline<S>(workflow, events);
  }

  get version(): number {
    return this.events.length;
  }

  /** The state now. */
  get state(): S {
    return this.timeline.stateAt(this.version);
  }

  /** The state after the event of this version; 0 is before the first. */
  stateAt(version: number): S {
    return this.timeline.stateAt(version);
  }
}
