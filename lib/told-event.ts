import type { Recorded } from './event-sourcing/event';
import { type NarratedRecord, type Narration, narrate } from './event-sourcing/narrate';
import { momentHref, recordPlace } from './record-places';

/** An event of the feed in words, with the record it belongs to. */
export interface ToldEvent {
  event: Recorded;
  narration: Narration;
  record: {
    /** What it is called now. */
    title: string;
    detail: string | null;
    /** Leads to it as it was then; null where it has no page. */
    href: string | null;
  };
}

/**
 * Tells an event of any record.
 *
 * @param state the record's newest, for its name; null where it is not known
 */
export function tellEvent(event: Recorded, log: NarratedRecord, state: object | null): ToldEvent {
  const { workflow, streamId, version } = event;
  const place = recordPlace(workflow);
  const known = place && state;
  return {
    event,
    narration: narrate(log, version),
    record: {
      title: known ? place.title(state) : `${workflow} ${streamId.slice(0, 8)}`,
      detail: known ? (place.detail?.(state) ?? null) : null,
      href: momentHref(workflow, streamId, version),
    },
  };
}

/**
 * What an operation over several records did, without its actor: "sent the invoice, on 12 invoices".
 *
 * @param size on how many, where not all of it is told
 */
export function tellOperation(told: readonly ToldEvent[], size?: number): string {
  const records = new Map(told.map(({ event }) => [event.streamId, event.workflow]));
  const count = (size ?? records.size).toLocaleString('en-US');
  const kinds = new Set(records.values());
  const [workflow = ''] = kinds;
  const place = kinds.size === 1 ? recordPlace(workflow) : null;
  const many = count === '1' ? (place?.one ?? 'record') : (place?.many ?? 'records');
  const where = `on ${count} ${many}`;
  const [sentence, ...otherSentences] = new Set(told.map(({ narration }) => narration.sentence));
  if (sentence && otherSentences.length === 0) return `${sentence}, ${where}`;
  const undoes = new Set(told.map(({ narration }) => narration.undoes));
  if (undoes.size === 1 && !undoes.has(undefined))
    return `${undoes.has(true) ? 'undid' : 're-applied'} changes ${where}`;
  const [type, ...otherTypes] = new Set(told.map(({ event }) => event.type.replaceAll('_', ' ')));
  return `changed ${count} ${many} at once${otherTypes.length === 0 ? ` (${type})` : ''}`;
}
