import type { ActionRefusal } from './action-result';

/** Taking a selection of events back, as page and server talk about it: POST /api/batch, GET /api/batch/:id. */

/** How far it is: every record is looked at first, then written to. */
export interface BatchProgress {
  phase: 'looking' | 'writing';
  done: number;
  of: number;
}

/** To how many records it was done; or why nothing was. */
export type BatchResult =
  | { ok: true; changed: number }
  | { ok: false; status: number; refusal: ActionRefusal };

/** A line of the answer. The last one is the result. */
export type BatchLine = { progress: BatchProgress } | { result: BatchResult };

/** What became of it, once it is no longer under way: to how many records it was done, 0 where it was not. */
export interface BatchOutcome {
  changed: number;
}

/** How much of it is done, from 0 to 1: looking takes about half as long as writing. */
export function shareDone({ phase, done, of }: BatchProgress): number {
  const part = of === 0 ? 1 : Math.min(1, done / of);
  return phase === 'looking' ? part / 3 : 1 / 3 + (part * 2) / 3;
}
