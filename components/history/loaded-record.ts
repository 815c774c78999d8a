import type { Recorded } from '@/lib/event-sourcing/event';
import { type PastWindow, windowStart } from '@/lib/event-sourcing/log-part';
import { fromCreation } from '@/lib/event-sourcing/log-start';
import { type Narration, narrate } from '@/lib/event-sourcing/narrate';
import { unpackEvents } from '@/lib/event-sourcing/packed-events';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { Timeline } from '@/lib/event-sourcing/replay';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';

/** A stretch of older events as the page keeps it: to be looked at, told by the server. */
export class LoadedWindow {
  readonly events: readonly Recorded[];
  private readonly timeline: Timeline<object>;

  constructor(
    workflow: AnyWorkflow,
    private readonly window: PastWindow,
  ) {
    this.events = unpackEvents(window.events);
    const { after: version, before: state } = window;
    this.timeline = new Timeline<object>(workflow, this.events, { ...fromCreation, version, state });
  }

  holds(version: number): boolean {
    return version > this.window.after && version <= this.window.after + this.events.length;
  }

  event(version: number): Recorded {
    return this.events[version - this.window.after - 1] as Recorded;
  }

  narration(version: number): Narration {
    return this.window.narrations[version - this.window.after - 1] as Narration;
  }

  stateAt(version: number): object {
    return this.timeline.stateAt(version);
  }
}

/** Told once a log, and only what somebody looks at: telling ten thousand events takes far longer than a frame. */
const told = new WeakMap<RecordLog, Map<number, Narration>>();

function narrationIn(log: RecordLog, version: number): Narration {
  const known = told.get(log) ?? new Map<number, Narration>();
  told.set(log, known);
  const narration = known.get(version) ?? narrate(log, version);
  known.set(version, narration);
  return narration;
}

/**
 * What the page has of a record to look at: the newest events, which it can plan on as well, and windows of older ones.
 * Events and states are asked for only of versions that it holds.
 */
export class LoadedRecord {
  constructor(
    readonly log: RecordLog,
    private readonly windows: ReadonlyMap<number, LoadedWindow>,
  ) {}

  holds(version: number): boolean {
    return version > this.log.start.version || this.windowOf(version)?.holds(version) === true;
  }

  event(version: number): Recorded {
    return this.windowOf(version)?.event(version) ?? this.log.history.event(version);
  }

  narration(version: number): Narration {
    return this.windowOf(version)?.narration(version) ?? narrationIn(this.log, version);
  }

  /** The state before the event of this version. */
  before(version: number): object {
    return this.windowOf(version)?.stateAt(version - 1) ?? this.log.stateAt(version - 1);
  }

  /** The state after it. */
  after(version: number): object {
    return this.windowOf(version)?.stateAt(version) ?? this.log.stateAt(version);
  }

  /** The version that is held and lies nearest. */
  nearest(version: number): number {
    if (this.holds(version)) return version;
    let nearest = this.log.start.version + 1;
    for (const { events } of this.windows.values()) {
      for (const event of [events[0], events.at(-1)]) {
        if (event && Math.abs(event.version - version) < Math.abs(nearest - version)) nearest = event.version;
      }
    }
    return nearest;
  }

  /** None where the version is among the newest. */
  private windowOf(version: number): LoadedWindow | undefined {
    return version > this.log.start.version ? undefined : this.windows.get(windowStart(version));
  }
}
