import { inPlace } from './edits';
import type { Recorded } from './event';
import { fromCreation, type LogStart } from './log-start';
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
 * `events` are in order and without a gap; the first follows on `start`, by default on nothing.
 */
export class Timeline<S> {
  private readonly checkpoints: S[];
  private latest: { place: number; state: S };
  private readonly start: number;

  constructor(
    private readonly workflow: AnyWorkflow,
    readonly events: readonly Recorded[],
    start: Pick<LogStart, 'version' | 'state'> = fromCreation,
  ) {
    const state = (start.state ?? workflow.initialState) as S;
    this.start = start.version;
    this.checkpoints = [state];
    this.latest = { place: 0, state };
  }

  /** The state after the event of this version; that of the start is before the first. */
  stateAt(version: number): S {
    const place = version - this.start;
    if (place < 0 || place > this.events.length) {
      const [first, last] = [this.start, this.start + this.events.length];
      throw new RangeError(`There is no state ${version} here; there are those from ${first} to ${last}.`);
    }
    let at = Math.min(Math.floor(place / checkpointEvery), this.checkpoints.length - 1) * checkpointEvery;
    let state = this.checkpoints[at / checkpointEvery] as S;
    if (this.latest.place <= place && this.latest.place > at) {
      at = this.latest.place;
      state = this.latest.state;
    }
    while (at < place) {
      const next = this.checkpoints.length * checkpointEvery;
      const stop = Math.min(next, place);
      state = replay(this.workflow, this.events.slice(at, stop), state);
      at = stop;
      if (at === next) this.checkpoints.push(state);
    }
    this.latest = { place, state };
    return state;
  }
}

/** The version in force at an instant: that of the last event at or before it, 0 before the first of these. */
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
  return events[low - 1]?.version ?? 0;
}
