import type { ActorKind, Cause } from '../event-sourcing/event';
import type { EventKind } from '../event-sourcing/workflow';

/** What the feed of everything can be asked for and what it answers: shared by page, address, export and database. */

/** What an event is about; taking back and re-applying are a kind of their own, whatever they take back. */
export type ActivityKind = EventKind | 'undo';
export const activityKinds = ['life', 'edit', 'money', 'message', 'undo'] as const satisfies ActivityKind[];

export const activityKindLabels: Record<ActivityKind, string> = {
  life: 'Milestones',
  edit: 'Edits',
  money: 'Money',
  message: 'Messages',
  undo: 'Undo and redo',
};

export const causes = ['command', 'undo', 'redo', 'restore', 'import'] as const satisfies Cause[];

export const causeLabels: Record<Cause, string> = {
  command: 'New changes',
  undo: 'Undo',
  redo: 'Redo',
  restore: 'Restore',
  import: 'Import',
};

/** Of each list any; an empty one means all. */
export interface ActivityFilters {
  /** Ids of who did it. */
  actors: readonly string[];
  kinds: readonly ActivityKind[];
  /** Each with its workflow: `invoice.payment_received`. */
  types: readonly string[];
  workflows: readonly string[];
  causes: readonly Cause[];
  /** One record, by the id of its stream. */
  record: string | null;
  /** Business time, ISO 8601: from this instant on. */
  from: string | null;
  /** Up to, but without, this instant. */
  to: string | null;
}

export interface ActivityQuery extends ActivityFilters {
  /** Cursors as an earlier page gave them; of the two `after` counts. One that makes no sense is the newest page. */
  after: string | null;
  before: string | null;
}

/** Somebody, or something, that did anything yet. */
export interface ActivityActor {
  id: string;
  kind: ActorKind;
  /** As it was at their last event. */
  name: string;
  /** Can they not sign in any more? */
  left: boolean;
}

/** The filters that leave nothing out. */
export const everything: ActivityFilters = {
  actors: [],
  kinds: [],
  types: [],
  workflows: [],
  causes: [],
  record: null,
  from: null,
  to: null,
};

/** Does it leave anything out? */
export function isFiltered(filters: ActivityFilters): boolean {
  const { actors, kinds, types, workflows, causes: why, record, from, to } = filters;
  const lists = [actors, kinds, types, workflows, why];
  return lists.some((list) => list.length > 0) || record !== null || from !== null || to !== null;
}
