import type { ReactNode } from 'react';

/** One line of a command dialog. */
export interface Command {
  /** Its own among all that are shown. */
  id: string;
  label: string;
  icon?: ReactNode;
  /** Said beneath the label. */
  detail?: string | null;
  /** Its shortcut. */
  hint?: string;
  /** The choice that is in force already. */
  isCurrent?: boolean;
  onSelect(): void;
  /** Why it can't be done now, said in place of the detail. */
  disabledReason?: string | null | undefined;
  /** Chosen while it can't be done: says more than the reason, such as what can be done instead. */
  onRefused?: (() => void) | undefined;
}

export interface CommandGroup {
  label: string;
  items: readonly Command[];
}

/** For comparing what is typed with what is there: without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Is every word of what is typed somewhere in the text? */
export function isMatch(typed: string, text: string): boolean {
  const within = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

/** Those first that begin with what is typed; otherwise in the order they have. */
export const beginningFirst = <T extends CommandGroup>(typed: string, groups: readonly T[]): T[] =>
  sortedBy(groups, ({ items }) => items.some(begins(typed)));

/**
 * The commands that match what is typed; those that begin with it come first, and so does the group that has one. Groups
 * without a match are left out.
 */
export function matchingGroups(typed: string, groups: readonly CommandGroup[]): CommandGroup[] {
  const matching = groups
    .map(({ label, items }) => ({
      label,
      items: sortedBy(
        items.filter((item) => isMatch(typed, item.label)),
        begins(typed),
      ),
    }))
    .filter(({ items }) => items.length > 0);
  return beginningFirst(typed, matching);
}

const begins =
  (typed: string) =>
  ({ label }: Command): boolean =>
    plain(label).startsWith(plain(typed.trim()));

const sortedBy = <T>(all: readonly T[], isFirst: (one: T) => boolean): T[] =>
  all.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
