import { diff, isEmpty } from '@/lib/event-sourcing/changes';
import type { Changes } from '@/lib/event-sourcing/event';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { DescribedChange } from '@/lib/event-sourcing/workflow';

/** A difference that no single event makes, in the form in which differences are put into words. */
export const asOne = (changes: Changes) => ({ type: 'difference', payload: {}, changes });

export interface Comparison {
  /** Nothing differs at all, shown or not. */
  identical: boolean;
  rows: readonly DescribedChange[];
  /** Versions of the events that lie between, oldest first: after the earlier position, up to the later one. */
  between: readonly number[];
  /** Who they are by, and how many each; who did most comes first. */
  people: readonly { id: string; name: string; count: number }[];
}

/** What differs between two positions of a record, and what happened between them. `to` may be the earlier one. */
export function compareStates(log: RecordLog, from: number, to: number): Comparison {
  const [before, after] = [log.stateAt(from), log.stateAt(to)];
  const changes = diff(before, after);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const between = log.between(first, last);
  const people = new Map<string, { id: string; name: string; count: number }>();
  for (const { actor } of between) {
    const person = people.get(actor.id) ?? { id: actor.id, name: actor.name, count: 0 };
    person.count += 1;
    people.set(actor.id, person);
  }
  return {
    identical: isEmpty(changes),
    rows: log.workflow.describeChanges(asOne(changes), before, after),
    between: between.map(({ version }) => version),
    people: [...people.values()].sort((a, b) => b.count - a.count),
  };
}
