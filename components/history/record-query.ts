import type { Recorded } from '@/lib/event-sourcing/event';
import type { LogPart } from '@/lib/event-sourcing/log-part';
import type { LogStart } from '@/lib/event-sourcing/log-start';
import { unpackEvents } from '@/lib/event-sourcing/packed-events';

/**
 * What the page knows of one record: the newest events, those the server has confirmed and those it hopes for while a
 * write is under way. The hoped-for ones were made by the same rules, so the page shows them at once.
 */
export interface RecordEvents {
  /** Where they begin. */
  start: LogStart;
  confirmed: readonly Recorded[];
  hoped: readonly Recorded[];
}

/** Where the browser keeps what it knows of a record. */
export const recordKey = (streamId: string) => ['record', streamId] as const;

/** The last version that the server has confirmed. */
export const confirmedVersion = ({ start, confirmed }: RecordEvents): number =>
  start.version + confirmed.length;

/** A stretch of the log out of its parcel. */
export function unpackPart({ start, events }: LogPart): RecordEvents {
  return {
    start: { ...start, earlier: unpackEvents(start.earlier) },
    confirmed: unpackEvents(events),
    hoped: [],
  };
}

/**
 * Takes in events from the server, whatever of them is here already; a gap is left for the next read to fill, and so is
 * what takes back an event that is not known.
 *
 * @param start of this log, where it came anew
 */
export function withConfirmed(
  known: RecordEvents,
  incoming: readonly Recorded[],
  start: LogStart = known.start,
): RecordEvents {
  const version = confirmedVersion(known);
  const fresh = incoming.filter((event) => event.version > version);
  if (fresh[0]?.version !== version + 1 || start.version !== known.start.version) return known;
  const earlier = new Set(start.earlier.map((event) => event.version));
  const reachesTooFar = fresh.some(
    ({ revertsVersion }) =>
      revertsVersion !== null && revertsVersion <= start.version && !earlier.has(revertsVersion),
  );
  if (reachesTooFar) return known;
  return withHoped({ ...known, start, confirmed: [...known.confirmed, ...fresh] }, known.hoped);
}

/** Takes in older events, up to where the log began; it begins where they do from now on. */
export function withOlder(known: RecordEvents, { start, confirmed }: RecordEvents): RecordEvents {
  if (start.version + confirmed.length !== known.start.version) return known;
  // What has reached back since the older ones were read is known from there.
  const here = new Set(start.earlier.map(({ version }) => version));
  const more = known.start.earlier.filter(({ version }) => version <= start.version && !here.has(version));
  const earlier = [...start.earlier, ...more].sort((a, b) => a.version - b.version);
  const described = { ...known.start.described, ...start.described };
  return {
    ...known,
    start: { ...start, earlier, described },
    confirmed: [...confirmed, ...known.confirmed],
  };
}

/** What a page came with, and what is known from an earlier visit, if that reaches up to it. */
export function withOpened(known: RecordEvents, opened: RecordEvents): RecordEvents {
  if (confirmedVersion(known) < opened.start.version) return opened;
  return withConfirmed(known, opened.confirmed);
}

/** Hopes for these events as far as they still follow on what is confirmed; one that does not takes the rest along. */
export function withHoped(known: RecordEvents, hoped: readonly Recorded[]): RecordEvents {
  const version = confirmedVersion(known);
  const open = hoped.filter((event) => event.version > version);
  const follows = open.every((event, index) => event.version === version + 1 + index);
  return { ...known, hoped: follows ? open : [] };
}

class ReadError extends Error {
  constructor(
    readonly status: number,
    message = 'The record could not be read.',
  ) {
    super(message);
    this.name = 'ReadError';
  }
}

/** Did the server answer, but not its database? */
export function isDatabaseAway(error: Error | null): boolean {
  return error instanceof ReadError && error.status === 503;
}

/** Asking again is no use then. */
export function isSignedOut(error: Error | null): boolean {
  return error instanceof ReadError && error.status === 401;
}

/** Asks the server for something of a record. Throws what `isDatabaseAway` and `isSignedOut` tell apart. */
export async function askOfRecord<T>(
  streamId: string,
  what: 'events' | 'log' | 'window' | 'outline' | 'version',
  parameters: Record<string, number | string>,
  signal?: AbortSignal,
): Promise<T> {
  const asked = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const address = `/api/records/${streamId}/${what}?${asked.join('&')}`;
  const response = await fetch(address, signal ? { signal } : {});
  const body: T & { message?: string } = await response.json();
  if (!response.ok) throw new ReadError(response.status, body.message);
  return body;
}

/** Asks the server for the events after those that are confirmed. */
export async function fetchNewer(
  streamId: string,
  known: RecordEvents,
  signal: AbortSignal,
): Promise<{ events: Recorded[]; start?: LogStart }> {
  const after = confirmedVersion(known);
  const { version: start } = known.start;
  return askOfRecord(streamId, 'events', start > 0 ? { after, start } : { after }, signal);
}
