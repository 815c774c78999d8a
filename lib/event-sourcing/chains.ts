import type { Recorded } from './event';

/**
 * Which event takes back which. Reverting a revert toggles back, so however long the **chain** of undo and redo over an
 * event (its **base**), only the last event of the chain, its **tip**, can be reverted next.
 */
export class Chains {
  /** By place, first those before the start, then without a gap: the events, their bases, how many reverts deep they are. */
  private readonly events: Recorded[] = [];
  private readonly bases: number[] = [];
  /** Even puts the base in force, odd takes it out. */
  private readonly depths: number[] = [];
  /** Of the bases that were ever reverted. */
  private readonly tips = new Map<number, number>();
  /** The places of the events up to the start. */
  private readonly earlier = new Map<number, number>();

  /** @param start the version after which there is no gap; of what is before only some is known */
  constructor(readonly start = 0) {}

  /** The version of the newest event. */
  get length(): number {
    return this.start + this.events.length - this.earlier.size;
  }

  /** Is this event known? */
  holds(version: number): boolean {
    return version > this.start ? version <= this.length : this.earlier.has(version);
  }

  /** Takes in the next event of the stream. Throws if it is not the next one, or reverts what is no tip. */
  fold(event: Recorded): void {
    const { version, revertsVersion } = event;
    if (version <= this.start && this.length === this.start) this.earlier.set(version, this.events.length);
    else if (version !== this.length + 1) {
      throw new Error(`Event ${version} does not follow event ${this.length}: the history has a gap.`);
    }
    if (revertsVersion === null) {
      this.bases.push(version);
      this.depths.push(0);
    } else {
      const base = this.baseOf(revertsVersion);
      if (this.tipOf(base) !== revertsVersion) {
        throw new Error(`Event ${version} reverts event ${revertsVersion}, which was reverted before.`);
      }
      this.bases.push(base);
      this.depths.push(this.depthOf(revertsVersion) + 1);
      this.tips.set(base, version);
    }
    this.events.push(event);
  }

  event(version: number): Recorded {
    return this.at(this.events, version);
  }

  /** The event at the origin of a chain of reverts: the version itself for an event that reverts nothing. */
  baseOf(version: number): number {
    return this.at(this.bases, version);
  }

  /** The last event of the chain over a base: the only one that can be reverted next. */
  tipOf(base: number): number {
    return this.tips.get(base) ?? base;
  }

  /** Does this event take a change out of force (an undo), rather than make one or put it back? */
  takesOut(version: number): boolean {
    return this.depthOf(version) % 2 === 1;
  }

  /**
   * The event whose effect a version has: itself, but for a revert that takes back its own author's revert. Those two
   * are as if they had never been, so what they were about is its author's again.
   */
  carrierOf(version: number): number {
    let carrier = version;
    for (;;) {
      const event = this.event(carrier);
      const reverted = event.revertsVersion === null ? undefined : this.event(event.revertsVersion);
      if (!reverted?.revertsVersion || reverted.actor.id !== event.actor.id) return carrier;
      carrier = reverted.revertsVersion;
    }
  }

  /** The event that took this one back, if one did. */
  revertedBy(version: number): Recorded | undefined {
    const depth = this.depthOf(version) + 1;
    for (
      let v = this.tipOf(this.baseOf(version));
      v !== version;
      v = this.event(v).revertsVersion as number
    ) {
      if (this.depthOf(v) === depth) return this.event(v);
    }
    return undefined;
  }

  /** The version of the last event of the user action that this event is part of. */
  endOfAction(version: number): number {
    const { operationId } = this.event(version);
    let end = version;
    while (this.holds(end + 1) && this.event(end + 1).operationId === operationId) end += 1;
    return end;
  }

  protected copyTo(other: Chains): void {
    for (const event of this.events) other.events.push(event);
    for (const base of this.bases) other.bases.push(base);
    for (const depth of this.depths) other.depths.push(depth);
    for (const [base, tip] of this.tips) other.tips.set(base, tip);
    for (const [version, place] of this.earlier) other.earlier.set(version, place);
  }

  private depthOf(version: number): number {
    return this.at(this.depths, version);
  }

  /** What a list by version holds for this one. */
  protected at<T>(list: readonly T[], version: number): T {
    const place =
      version > this.start ? version - this.start - 1 + this.earlier.size : this.earlier.get(version);
    const found = place === undefined ? undefined : list[place];
    if (found === undefined) {
      const before = this.start > 0 ? `, and of those up to event ${this.start} only some are known` : '';
      throw new RangeError(`There is no event ${version}; the record has ${this.length}${before}.`);
    }
    return found;
  }
}
