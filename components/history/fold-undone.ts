import type { RecordLog } from '@/lib/event-sourcing/record-log';

/** One row of the history: an event, and what was folded into it. */
export interface FoldedRow {
  version: number;
  /** The undos and redos of this change, oldest first; empty where nothing is folded in. */
  reverts: readonly number[];
}

/** The history newest first, with every undo and redo folded into the change that it is of. */
export function foldUndone({ events, history }: RecordLog): FoldedRow[] {
  const reverts = new Map<number, number[]>();
  for (const { version, revertsVersion } of events) {
    if (revertsVersion === null) reverts.set(version, []);
    else reverts.get(history.baseOf(version))?.push(version);
  }
  return [...reverts].map(([version, chain]) => ({ version, reverts: chain })).reverse();
}

/** The history newest first, every event a row of its own. */
export function unfolded({ events }: RecordLog): FoldedRow[] {
  return events.map(({ version }) => ({ version, reverts: [] })).reverse();
}
