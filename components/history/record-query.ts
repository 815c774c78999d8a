import type { Recorded } from '@/lib/event-sourcing/event';

/**
 * What the page knows of one record: the events the server has confirmed, and those it hopes for while a write is
 * under way. The hoped-for ones were made by the same rules, so the page shows them at once.
 */
export interface RecordEvents {
  confirmed: readonly Recorded[];
  hoped: readonly Recorded[];
}

/** Where the browser keeps what it knows of a record. */
export const recordKey = (streamId: string) => ['record', streamId] as const;

/** Takes in events from the server, whatever of them is here already; a gap is left for the next read to fill. */
export function withConfirmed(known: RecordEvents, incoming: readonly Recorded[]): RecordEvents {
  const { length } = known.confirmed;
  const fresh = incoming.filter((event) => event.version > length);
  if (fresh[0]?.version !== length + 1) return known;
  return withHoped({ ...known, confirmed: [...known.confirmed, ...fresh] }, known.hoped);
}

/** Hopes for these events as far as they still follow on what is confirmed; one that does not takes the rest along. */
export function withHoped({ confirmed }: RecordEvents, hoped: readonly Recorded[]): RecordEvents {
  const open = hoped.filter((event) => event.version > confirmed.length);
  const follows = open.every((event, index) => event.version === confirmed.length + 1 + index);
  return { confirmed, hoped: follows ? open : [] };
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

/** Asks the server for the events after those that are confirmed. */
export async function fetchEvents(streamId: string, after: number, signal: AbortSignal): Promise<Recorded[]> {
  const response = await fetch(`/api/records/${streamId}/events?after=${after}`, { signal });
  const body: { events?: Recorded[]; message?: string } = await response.json();
  if (!response.ok || !body.events) throw new ReadError(response.status, body.message);
  return body.events;
}
