import type { Changes, LeafChange } from '@/lib/event-sourcing/event';
import type { Invoice } from '@/lib/invoice/invoice';

/** The invoice at the moment in view, before the event there, and what that event changed (nothing while it is now). */
export interface Shown {
  state: Invoice;
  before: Invoice;
  changes: Changes;
}

export type Collection =
  | 'lines'
  | 'discounts'
  | 'payments'
  | 'attempts'
  | 'refunds'
  | 'credits'
  | 'disputes'
  | 'notes'
  | 'messages'
  | 'approvals';

/** What the event in view did to a part: brought it, or took it away. */
export type Mark = 'came' | 'gone' | null;

/** A part of the document as it is shown. */
export interface Part<T> {
  child: T;
  mark: Mark;
  changes: PartChanges;
}

/** What the event in view did to the fields of a part, by name; nothing of a part that came or went whole. */
export type PartChanges = Readonly<Record<string, LeafChange>>;

/** The same for every part that the event leaves alone, so that a memoised row of it is not rendered again. */
export const untouched: PartChanges = {};

type Child<K extends Collection> = Invoice[K][string];

/** All parts of a kind; those that the event in view took away still stand there. */
export function partsInView<K extends Collection>(collection: K, shown: Shown): Part<Child<K>>[] {
  const now = shown.state[collection] as Readonly<Record<string, Child<K>>>;
  const before = shown.before[collection] as Readonly<Record<string, Child<K>>>;
  const existence = (id: string) => shown.changes[`${collection}.${id}.id`];
  const gone = Object.values(before).filter(({ id }) => !now[id] && existence(id));
  const changes = changesByPart(collection, shown.changes);
  return [...Object.values(now), ...gone].map((child) => {
    const whole = existence(child.id);
    return {
      child,
      mark: whole ? (now[child.id] ? 'came' : 'gone') : null,
      changes: (!whole && changes.get(child.id)) || untouched,
    };
  });
}

function changesByPart(collection: Collection, changes: Changes): Map<string, Record<string, LeafChange>> {
  const byPart = new Map<string, Record<string, LeafChange>>();
  for (const [path, change] of Object.entries(changes)) {
    const [kind, id, ...leaf] = path.split('.');
    if (kind !== collection || !id) continue;
    const ofPart = byPart.get(id) ?? {};
    ofPart[leaf.join('.')] = change;
    byPart.set(id, ofPart);
  }
  return byPart;
}

/** How a part that came or went looks; the tint reaches a little beyond the text, and moves nothing. */
export function markStyle(mark: Mark): string | false {
  if (mark === 'came') return 'bg-added-soft shadow-[-6px_0_var(--money-in-soft),6px_0_var(--money-in-soft)]';
  return (
    mark === 'gone' &&
    'bg-removed-soft text-removed line-through shadow-[-6px_0_var(--danger-soft),6px_0_var(--danger-soft)]'
  );
}
