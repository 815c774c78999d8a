import type { RecordSummary } from '../record-summary';
import { nameOf } from './field-key';
import { type LogRecord, lastActivity } from './record';

/** Of a record with very many fields the first are enough for a list; the page of the record shows all. */
const mostFields = 40;
const longestShown = 200;

/** What the list of records shows and searches: the case, its last activity, and its fields. */
export function summarize(record: LogRecord): RecordSummary {
  const fields = Object.entries(record.fields)
    .slice(0, mostFields)
    .map(([key, value]) => [nameOf(key), cut(value, longestShown)] as const);
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
