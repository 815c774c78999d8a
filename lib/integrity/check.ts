/** Checks of the whole log: what the database says of one, and the page that watches it shows. */

/** What is wrong with a record. */
export interface Fault {
  streamId: string;
  /** What kind of record it is; null where no event says so. */
  workflow: string | null;
  /** In words: "the hash chain breaks at event 3, …". */
  what: string;
}

export interface IntegrityCheck {
  id: string;
  startedAt: string;
  byName: string;
  /** How many records there were when it began. */
  goal: number;
  /** How many records, and events of these, are checked. */
  records: number;
  events: number;
  /** How many faults were found; the first of them are kept. */
  faults: number;
  found: readonly Fault[];
  /** When it last got on. */
  lookedAt: string | null;
  /** Null while it is under way. */
  endedAt: string | null;
  /** Why it does not get on, where it does not. */
  failure: string | null;
}
