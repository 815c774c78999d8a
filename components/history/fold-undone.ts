import type { RecordLog } from '@/lib/event-sourcing/record-log';

/** One row of the history: an event, and what was folded into it. */
export interface FoldedRow {
  version: number;
  /** The undos and redos of this change, oldest first; empty where nothing is folded in. */
  reverts: readonly number[];
}

/** The rows of a history, newest first. Those before the page's own log are never folded: it takes the whole to know. */
export interface HistoryRows {
  count: number;
  at(index: number): FoldedRow;
  /** Where the row of an event is, or the row that it is folded into. */
  indexOf(version: number): number;
}

/** The history newest first, with every undo and redo folded into the change that it is of. */
export function foldUndone({ events, history, start, version: newest }: RecordLog): HistoryRows {
  const reverts = new Map<number, number[]>();
  for (const { version } of events) {
    const base = history.baseOf(version);
    const chain = reverts.get(base);
    if (chain) chain.push(version);
    else reverts.set(version, []);
  }
  const rows = [...reverts].map(([version, chain]) => ({ version, reverts: chain })).reverse();
  const places = new Map(rows.map(({ version }, index) => [version, index]));
  const older = rows.length + start.version;
  return {
    count: older,
    at: (index) => rows[index] ?? { version: older - index, reverts: nothing },
    indexOf(version) {
      if (version <= start.version) return older - version;
      return places.get(version) ?? places.get(history.baseOf(Math.min(version, newest))) ?? 0;
    },
  };
}

/** The history newest first, every event a row of its own. */
export function unfolded({ version: newest }: RecordLog): HistoryRows {
  const rows = new Map<number, FoldedRow>();
  return {
    count: newest,
    at(index) {
      const row = rows.get(index) ?? { version: newest - index, reverts: nothing };
      // The same row every time, so that nobody renders it again.
      rows.set(index, row);
      return row;
    },
    indexOf: (version) => newest - version,
  };
}

const nothing: readonly number[] = [];
