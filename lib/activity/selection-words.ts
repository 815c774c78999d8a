import { isolated } from '../event-sourcing/isolated';
import { formatTime, type TimeSettings } from '../format-time';
import { type ActivityFilters, activityKindLabels, causeLabels, isFiltered } from './activity-query';
import { spanWords } from './span-words';

/** What the ids in a selection are called. */
export interface SelectionNames {
  person(id: string): string;
  type(name: string): string;
  workflow(name: string): string;
  /** The one record that is filtered by. */
  record: string | null;
}

/**
 * The events that filters leave, in words: "What Bob Ekdahl did on 12 chosen invoices: due date changed, 10 Nov 2026,
 * 14:05 – 14:20".
 *
 * @param records the records that were chosen by hand, in words; null where it is any
 */
export function selectionWords(
  filters: ActivityFilters,
  names: SelectionNames,
  settings: TimeSettings,
  records: string | null = null,
): string {
  if (records && !isFiltered(filters)) return records;
  const { actors, types, kinds, workflows, causes, record, from, to } = filters;
  const who = actors.length > 0 ? `What ${listed(actors.map(names.person), 'and')} did` : 'Everything';
  const places = [
    ...(record ? [names.record ? isolated(names.record) : 'one record'] : []),
    ...(records ? [records] : []),
    ...(!record && !records && workflows.length > 0 ? [listed(workflows.map(names.workflow), 'and')] : []),
  ];
  const where = places.length > 0 ? ` on ${places.join(', among ')}` : '';
  const what = [
    types.length > 0 ? listed(types.map(names.type), 'or') : '',
    kinds.length > 0
      ? `${listed(
          kinds.map((kind) => activityKindLabels[kind].toLowerCase()),
          'and',
        )} only`
      : '',
    causes.length > 0
      ? `${listed(
          causes.map((cause) => causeLabels[cause].toLowerCase()),
          'and',
        )} only`
      : '',
    timeWords(from, to, settings),
  ].filter(Boolean);
  return `${who}${where}${what.length > 0 ? `: ${what.join('; ')}` : ''}`;
}

function timeWords(from: string | null, to: string | null, settings: TimeSettings): string {
  const at = (instant: string) => formatTime(instant, 'minute', settings);
  if (from && to) return spanWords(from, to, settings);
  if (from) return `since ${at(from)}`;
  return to ? `before ${at(to)}` : '';
}

/** "a", "a and b", "a, b and c". */
function listed(words: readonly string[], last: 'and' | 'or'): string {
  const head = words.slice(0, -1).join(', ');
  return head ? `${head} ${last} ${words.at(-1)}` : (words.at(-1) ?? '');
}
