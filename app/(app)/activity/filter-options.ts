import type { FilterOptions } from '@/components/activity/filter-bar';
import type { RecordHead } from '@/db/record-heads';
import type { ActivityActor } from '@/lib/activity/activity-query';
import { eventTypes } from '@/lib/activity/event-types';
import { recordPlace } from '@/lib/record-places';

/** What the menus of Activity offer. */
export function filterOptions(actors: readonly ActivityActor[], record: RecordHead | null): FilterOptions {
  const types = eventTypes();
  const count = (label: string) => types.filter((type) => type.label === label).length;
  // A type that several kinds of record have says whose it is.
  const labelOf = (workflow: string, label: string) =>
    count(label) > 1 ? `${label} (${recordPlace(workflow)?.one ?? workflow})` : label;
  const workflows = [...new Set(types.map(({ workflow }) => workflow))].map((name) => ({
    name,
    label: capitalized(recordPlace(name)?.many ?? name),
    types: types
      .filter(({ workflow }) => workflow === name)
      .map(({ type, label, kind }) => ({ value: `${name}.${type}`, label: labelOf(name, label), kind })),
  }));
  const title = record && (recordPlace(record.workflow)?.title(record.state) ?? record.streamId);
  return { actors, workflows, record: title ? { title } : null };
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
