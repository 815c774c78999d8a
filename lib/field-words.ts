import type { Changes, Leaf } from './event-sourcing/event';
import type { DescribedChange } from './event-sourcing/workflow';

/** How a field is told: its label, and what its values are called where that is not how they are stored. */
export interface FieldWords<S> {
  label: string;
  /** A value in words, or null where it is none that anybody would miss. */
  format?(value: NonNullable<Leaf>, state: S): string | null;
}

/** Children of a record, keyed by id, such as an order's items. */
export interface ChildWords<S> {
  /** All of them, as a heading. */
  label: string;
  /** By leaf, in the order in which a document shows them. */
  fields: Readonly<Record<string, FieldWords<S>>>;
}

/**
 * The fields of a workflow's state in words. The history, the document and "Why is this value here?" all go by it, so that
 * a field is called the same everywhere.
 */
export interface RecordWords<S> {
  /** By path, in the order in which a document shows them. */
  fields: Readonly<Record<string, FieldWords<S>>>;
  /** By collection. */
  children: Readonly<Record<string, ChildWords<S>>>;
}

/** A value in words; null where there is none, or none that anybody would miss. */
export function inWords<S>(words: FieldWords<S>, value: Leaf | undefined, state: S): string | null {
  return value === undefined || value === null ? null : (words.format ?? String)(value, state);
}

/** The words of a path, or null where nothing is told of it. */
export function wordsAt<S>({ fields, children }: RecordWords<S>, path: string): FieldWords<S> | null {
  const field = Object.hasOwn(fields, path) ? fields[path] : undefined;
  if (field) return field;
  const [collection = '', , ...leaf] = path.split('.');
  const child = Object.hasOwn(children, collection) ? children[collection] : undefined;
  return child?.fields[leaf.join('.')] ?? null;
}

/** The difference an event made, as people read it: each leaf that has words, before and after. */
export function describeFields<S>(
  words: RecordWords<S>,
  changes: Changes,
  before: S,
  after: S,
): readonly DescribedChange[] {
  return Object.entries(changes).flatMap(([path, change]) => {
    const field = wordsAt(words, path);
    if (!field) return [];
    const [from, to] = [inWords(field, change.from, before), inWords(field, change.to, after)];
    if (from === to) return [];
    return [{ path, label: field.label, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }];
  });
}
