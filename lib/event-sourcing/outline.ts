import type { History } from './history';
import type { EventKind } from './workflow';

/** What a mark on the slider tells of an event: what it is about, or that it takes something back or puts it back. */
export type MarkKind = EventKind | 'undo';

/** Neighbouring events, of which there are more than there is room for marks. */
export interface Column {
  /** When the first of them happened; null where that is not known yet. */
  since: string | null;
  kinds: Partial<Record<MarkKind, number>>;
  /** How many of them nobody has taken back. */
  standing: number;
}

/** So many columns, with nothing in them yet. */
export function emptyColumns(count: number): Column[] {
  return Array.from({ length: count }, () => ({ since: null, kinds: {}, standing: 0 }));
}

/**
 * Adds events of a history to columns of so many events each, the first of which begins with the first event.
 *
 * @param after the version before the first of them
 */
export function addToColumns(columns: Column[], size: number, history: History, after: number): void {
  for (let version = after + 1; version <= history.version; version++) {
    const column = columns[Math.floor((version - 1) / size)] as Column;
    const event = history.event(version);
    const base = history.baseOf(version);
    const kind = base === version ? (history.workflow.kinds[event.type] as EventKind) : 'undo';
    column.since ??= event.occurredAt;
    column.kinds[kind] = (column.kinds[kind] ?? 0) + 1;
    if (history.tipOf(base) === version) column.standing += 1;
  }
}

/** How many events a column holds. */
export const countIn = ({ kinds }: Column): number =>
  Object.values(kinds).reduce((sum, count) => sum + count, 0);

/** What most of a column's events are about. */
export function majorityOf({ kinds }: Column): MarkKind {
  const [first] = Object.entries(kinds).sort(([, a], [, b]) => b - a);
  return (first?.[0] ?? 'edit') as MarkKind;
}
