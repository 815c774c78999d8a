import type { ActionResult } from '../action-result';
import type { BulkPreview } from './bulk';

type Refused = Extract<ActionResult, { ok: false }>;

/** What the server answers to the question what would come of something. */
export type BulkPreviewResult = { ok: true; preview: BulkPreview } | Refused;

/** What it answers when it is done, or when something changed since the preview; nothing is done then. */
export type BulkResult =
  | { ok: true; outcome: 'done'; changed: number }
  | { ok: true; outcome: 'changed_meanwhile'; preview: BulkPreview }
  | Refused;
