import type { RevertRequest } from '@/lib/event-sourcing/plan';

/** An undo or redo that waits for its reason. */
export interface AskedReason {
  request: RevertRequest;
  /** "Undo" or "Re-apply". */
  verb: string;
  /** What it takes: "payment €200.00". */
  short: string;
  sentence: string;
  consequences: readonly string[];
}
