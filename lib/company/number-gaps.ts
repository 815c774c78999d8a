/** A number that was handed out, or passed over, and that no document carries now. Instants are ISO 8601. */
export type NumberGap =
  /** Its record lost it, as by an undone finalization, and gets it again with the next one. */
  | (HeldNumber & {
      kind: 'taken_back';
      /** The event that took it back. */
      version: number;
      actorName: string;
      at: string;
      reason: string | null;
    })
  /** What asked for it never came through; the record gets it when it is asked for again. */
  | (HeldNumber & { kind: 'never_used' })
  /** The counter passed it and nobody holds it. */
  | { kind: 'skipped'; number: string; to: string | null; count: number };

interface HeldNumber {
  number: string;
  recordId: string;
  /** When it was handed out. */
  reservedAt: string;
  /** Whom the record is for; null where there is no such record. */
  customerName: string | null;
  /** The number that the record itself has now, where it is another one. */
  recordNumber: string | null;
  discarded: boolean;
}

/** One series of numbers. */
export interface NumberSeriesReport {
  name: string;
  /** The number that is handed out next. */
  next: string;
  /** How many are held, in use or not. */
  allocated: number;
  /** The lowest of them: where the series begins; null where none is held yet. */
  first: string | null;
  /** Those that records brought along, by who imported them. */
  imported: readonly { by: string; count: number; first: string; last: string }[];
  gaps: readonly NumberGap[];
}
