import 'server-only';
import { readActors } from '@/db/activity-actors';
import type { Database } from '@/db/client';
import { readRecordHeads } from '@/db/record-heads';
import { selectionWords } from '@/lib/activity/selection-words';
import type { BatchCriteria } from '@/lib/batch-criteria';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { TimeSettings } from '@/lib/format-time';
import { recordPlace } from '@/lib/record-places';
import { typeLabel } from '@/lib/type-label';
import { filtersIn } from './batch-request';

/** By what a batch was selected, in words, and where the same is to be seen; null where it is nowhere. */
export interface ToldCriteria {
  words: string;
  href: string | null;
}

/** Puts a batch's criteria into words. */
export async function tellCriteria(
  db: Database,
  { size, of, criteria, chosen }: BatchCriteria,
  settings: TimeSettings,
): Promise<ToldCriteria> {
  if (of === 'operation')
    return { words: 'All of an earlier action', href: `/activity/operations/${criteria}` };
  if (chosen?.kind === 'events')
    return { words: `${counted(chosen.count, 'event')} picked one by one`, href: null };
  const list = chosen ? chosen.list : of ? null : (criteria ?? null);
  const listHref = list === null ? null : `/invoices${list}`;
  // Something was done to invoices, rather than events of theirs taken back.
  if (!of) return { words: invoiceWords(size, list), href: listHref };
  const filters = filtersIn(criteria ?? '');
  const names = await readNames(db, filters.record, filters.actors.length > 0);
  const records = chosen ? invoiceWords(chosen.count, list) : null;
  const words = selectionWords(filters, names, settings, records);
  return { words, href: chosen ? listHref : `/activity?${criteria}` };
}

const number = new Intl.NumberFormat('en-US');
const counted = (count: number, what: string) => `${number.format(count)} ${what}${count === 1 ? '' : 's'}`;

function invoiceWords(count: number, list: string | null): string {
  return list === null
    ? `${number.format(count)} chosen ${count === 1 ? 'invoice' : 'invoices'}`
    : `${counted(count, 'invoice')} that matched the list’s filters`;
}

async function readNames(db: Database, record: string | null, people: boolean) {
  const [actors, heads] = await Promise.all([
    people ? readActors(db) : [],
    record ? readRecordHeads(db, [record]) : null,
  ]);
  const head = record ? heads?.get(record) : null;
  return {
    person: (id: string) => isolated(actors.find((actor) => actor.id === id)?.name ?? id),
    type: (name: string) => typeLabel(name.split('.').at(-1) ?? name).toLowerCase(),
    workflow: (name: string) => recordPlace(name)?.many ?? name,
    record: head ? (recordPlace(head.workflow)?.title(head.state) ?? null) : null,
  };
}
