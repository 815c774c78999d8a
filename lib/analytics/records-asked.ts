/**
 * Which records an address asks about: those of one kind, `invoice`, or of an imported log by itself, `record:Road fines`.
 * Cases of different logs have nothing in common but that they are records.
 */
export interface RecordsAsked {
  /** Null is every kind. */
  workflow: string | null;
  log: string | null;
}

export const anyRecords: RecordsAsked = { workflow: null, log: null };

const prefix = 'record:';

export const ofLog = (log: string): string => `${prefix}${log}`;

export function readRecordsAsked(text: string | null): RecordsAsked {
  if (text === null) return anyRecords;
  return text.startsWith(prefix)
    ? { workflow: 'record', log: text.slice(prefix.length) }
    : { workflow: text, log: null };
}
