/** What the pages of analytics count: the same choices for every question. Instants are ISO 8601 in UTC. */
export interface Selection {
  /** The kind of record. */
  workflow: string;
  /** The period; an end that is null is open, `to` lies just beyond it. */
  from: string | null;
  to: string | null;
  /** Who did it, by id. */
  person: string | null;
  /** Whose the record is, by id. */
  customer: string | null;
  /** As of which moment; null is now. */
  asOf: string | null;
  /** Does what was taken back count as well? */
  undone: boolean;
}

/** One act on a record that a number counts, or one record by the last of its acts. */
export interface Behind {
  streamId: string;
  /** The place to look at. */
  version: number;
  at: string;
  activity: string;
  actorName: string;
}

/** The acts or records behind a number: one page of them, newest first, and how many there are. */
export interface BehindPage {
  rows: readonly Behind[];
  total: number;
}

/** So many of them are shown at once. */
export const behindPageSize = 50;
