/**
 * Some events of a record, for telling them where the whole log would be too much: a feed tells fifty events of fifty
 * records. An excerpt holds those events, the chains of undo and redo over them, and the few states around them; it
 * answers as the whole log would, and throws for what it does not hold.
 */
import type { Recorded } from './event';
import type { NarratedRecord } from './narrate';
import type { AnyWorkflow } from './workflow';

/** The versions whose states it takes to tell these events of one record, given them and their chains. */
export function statesToTell(told: readonly Recorded[], chains: readonly Recorded[]): Set<number> {
  const byVersion = new Map(chains.map((event) => [event.version, event]));
  const wanted = new Set<number>();
  for (const { version } of told) {
    wanted.add(version - 1);
    wanted.add(baseOf(byVersion, version) - 1);
  }
  return wanted;
}

export class RecordExcerpt implements NarratedRecord {
  private readonly byVersion: ReadonlyMap<number, Recorded>;
  /** By version, the event that takes it back. */
  private readonly reverts: ReadonlyMap<number, Recorded>;
  readonly history: NarratedRecord['history'];
  readonly timeline: NarratedRecord['timeline'];

  /**
   * @param events the events to tell, and every event of the chains they are part of
   * @param states by version, those that `statesToTell` names; what is before the first event needs none
   */
  constructor(
    readonly workflow: AnyWorkflow,
    events: readonly Recorded[],
    private readonly states: ReadonlyMap<number, object>,
  ) {
    this.byVersion = new Map(events.map((event) => [event.version, event]));
    this.reverts = new Map(
      events.flatMap((event) => (event.revertsVersion === null ? [] : [[event.revertsVersion, event]])),
    );
    this.history = {
      event: (version) => this.event(version),
      baseOf: (version) => baseOf(this.byVersion, version),
      tipOf: (base) => this.tipOf(base),
      takesOut: (version) => this.depthOf(version) % 2 === 1,
      revertedBy: (version) => this.reverts.get(version),
    };
    this.timeline = { stateAt: (version) => this.stateAt(version) };
  }

  private event(version: number): Recorded {
    return eventOf(this.byVersion, version);
  }

  private tipOf(base: number): number {
    let tip = base;
    for (let next = this.reverts.get(tip); next; next = this.reverts.get(tip)) tip = next.version;
    return tip;
  }

  private depthOf(version: number): number {
    let depth = 0;
    for (let at = this.event(version); at.revertsVersion !== null; at = this.event(at.revertsVersion))
      depth++;
    return depth;
  }

  private stateAt(version: number): object {
    if (version === 0) return this.workflow.initialState;
    const kept = this.states.get(version);
    if (kept) return kept;
    const before = version === 1 ? this.workflow.initialState : this.states.get(version - 1);
    if (!before) throw new RangeError(`The excerpt does not hold the state at version ${version}.`);
    return this.workflow.evolve(before, this.event(version));
  }
}

function eventOf(byVersion: ReadonlyMap<number, Recorded>, version: number): Recorded {
  const event = byVersion.get(version);
  if (!event) throw new RangeError(`The excerpt does not hold the event ${version}.`);
  return event;
}

function baseOf(byVersion: ReadonlyMap<number, Recorded>, version: number): number {
  let at = eventOf(byVersion, version);
  while (at.revertsVersion !== null) at = eventOf(byVersion, at.revertsVersion);
  return at.version;
}
