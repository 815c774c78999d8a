import type { Recorded } from './event-sourcing/event';
import type { ExplainedRefusal } from './event-sourcing/narrate';

/** A refusal as an action answers it, with the fields at fault by their path into the command. */
export interface ActionRefusal extends ExplainedRefusal {
  fieldErrors?: Readonly<Record<string, string>>;
}

/** What a server action that writes answers. Statuses are HTTP's: 400 input, 401 session, 403 right, 409 rules, 503 database. */
export type ActionResult =
  | { ok: true; version: number; events: readonly Recorded[] }
  | { ok: false; status: number; refusal: ActionRefusal };
