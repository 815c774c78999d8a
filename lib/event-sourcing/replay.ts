import { inPlace } from './edits';
import type { Recorded } from './event';
import type { AnyWorkflow } from './workflow';

/** Folds events onto a state, by default from the beginning. */
export function replay<S>(workflow: AnyWorkflow, events: Iterable<Recorded>, from?: S): S {
  const edits = inPlace();
  let state = from ?? workflow.initialState;
  for (const event of events) state = workflow.evolve(state, event, edits);
  return state;
}

/** How many versions lie between two kept states: a move replays fewer than this. */
const checkpointEvery = 64;

/**
 * The states of one record at every version, for a slider: a state is kept every few versions and the rest is
 * replayed from the nearest one, so any move costs a few events, however long the history.
 *
 * `events` are the whole history in order; `events[0]` has version 1.
 */
export class Timeline<S> {
  private readonly checkpoints: S[];
  private latest: { version: number; state: S };

  constructor(
    private readonly workflow: AnyWorkflow,
    readonly events: readonly Recorded[],
  ) {
    this.checkpoints = [workflow.initialState];
    this.latest = { version: 0, state: workflow.initialState };
  }

  /** The state after the event of this version; 0 is before the first. */
  stateAt(version: number): S {
    if (version < 0 || version > this.events.length) {
      throw new RangeError(`There is no version ${version}; the record has ${this.events.length} events.`);
    }
    let at = Math.min(Math.floor(version / checkpointEvery), this.checkpoints.length - 1) * checkpointEvery;
    let state = this.checkpoints[at / checkpointEvery] as S;
    if (this.latest.version <= version && this.latest.version > at) {
      at = this.latest.version;
      state = this.latest.state;
    }
    while (at < version) {
      const next = this.checkpoints.length * checkpointEvery;
      const stop = Math.min(next, version);
      state = replay(this.workflow, this.events.slice(at, stop), state);
      at = stop;
      if (at === next) this.checkpoints.push(state);
    }
    this.latest = { version, state };
    return state;
  }
}

/** The version in force at an instant: that of the last event at or before it, 0 before the first. */
export function versionAt(
  events: readonly Pick<Recorded, 'occurredAt' | 'version'>[],
  instant: string,
): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.occurredAt ?? '') <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
