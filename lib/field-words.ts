import type { Changes, Leaf } from './event-sourcing/event';
import type { DescribedChange } from './event-sourcing/workflow';

/** How a field is told: its label, and what its values are called where that is not how they are stored. */
export interface FieldWords<S> {
  label: string;
  /** A value in words, or null where it is none that anybody would miss. */
  format?(value: NonNullable<Leaf>, state: S): string | null;
}

/**
 * The difference an event made, as people read it: each leaf whose words are known, before and after.
 *
 * @param wordsOf the words of a path, or null where it is told by another
 */
export function describeFields<S>(
  changes: Changes,
  before: S,
  after: S,
  wordsOf: (path: string) => FieldWords<S> | null,
): readonly DescribedChange[] {
  return Object.entries(changes).flatMap(([path, change]) => {
    const words = wordsOf(path);
    if (!words) return [];
    const inWords = (value: Leaf | undefined, state: S): string | null =>
      value === undefined || value === null ? null : (words.format ?? String)(value, state);
    const [from, to] = [inWords(change.from, before), inWords(change.to, after)];
    if (from === to) return [];
    return [{ path, label: words.label, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }];
  });
}
