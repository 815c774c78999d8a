import type { LogStart } from './log-start';
import type { Narration } from './narrate';
import type { PackedEvents } from './packed-events';

/** A stretch of a record's newest events on its way to the browser, with what it takes to fold them. */
export interface LogPart {
  events: PackedEvents;
  start: Omit<LogStart, 'earlier'> & { earlier: PackedEvents };
}

/** A stretch of older events, to be looked at: told, because the browser lacks what it takes to tell them. */
export interface PastWindow {
  /** The version before its first event. */
  after: number;
  /** The state at that version; null before the creation. */
  before: object | null;
  events: PackedEvents;
  narrations: readonly Narration[];
}

/** What a record's page begins with. */
export interface OpenedRecord {
  streamId: string;
  newest: LogPart;
  /** Around an older moment that the address names. */
  window: PastWindow | null;
}

/** A record of so many events or fewer comes whole at once; of a longer one its newest hundred or two come first. */
export const wholeAtOnce = 300;
/** So many of the newest events a page holds by itself; with more it would no longer be light on its feet. */
export const mostHeld = 10_000;
/** How many older events are loaded together, where somebody looks at them. A multiple of what lies between snapshots. */
export const windowSize = 200;
const snapshotEvery = 100;

/** The version after which a page of a record begins at first. */
export function firstStart(newest: number): number {
  return newest <= wholeAtOnce ? 0 : atSnapshot(newest - snapshotEvery);
}

/** The version after which it begins once it holds all that it holds by itself. */
export function laterStart(newest: number): number {
  return atSnapshot(Math.max(0, newest - mostHeld + snapshotEvery - 1));
}

/** The version after which it has to begin to hold this event. */
export const startBefore = (version: number): number => atSnapshot(Math.max(version, 1) - 1);

/** The version before the window that this one lies in. */
export const windowStart = (version: number): number => version - 1 - ((version - 1) % windowSize);

const atSnapshot = (version: number): number => version - (version % snapshotEvery);
