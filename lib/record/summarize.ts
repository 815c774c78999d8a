import type { RecordSummary } from '../record-summary';
import { nameOf } from './field-key';
import { type LogRecord, lastActivity } from './record';

/** Of a record with very many fields the first are enough for a list; the page of the record shows all. */
const mostFields = 40;
const longestShown = 200;

/** What the list of records shows and searches: the case, its last activity, and its fields. */
export function summarize(record: LogRecord): RecordSummary {
  // The database keeps no order of keys, so there is one of ours: the row is the same whoever folds the events.
  const fields = Object.keys(record.fields)
    .sort()
    .slice(0, mostFields)
    .map((key) => [nameOf(key), cut(record.fields[key] as string, longestShown)] as const);
  return {
    title: record.caseId,
    status: record.discarded ? 'discarded' : (lastActivity(record) ?? 'none in force'),
    customerId: null,
    customerName: null,
    amount: null,
    currency: null,
    fields: Object.fromEntries([['Log', record.log], ...fields]),
  };
}

/** Never half a character, which could not be stored. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
