import type { RecordSummary } from '../record-summary';
import { nameOf } from './field-key';
import { type LogRecord, lastActivity } from './record';

/** Of a record with very many fields the first are enough for a list; the page of the record shows all. */
const mostFields = 40;
const longestShown = 200;
/** What is searched of one record, in characters. */
const longestSearch = 4000;

/** What the list of records shows and searches: the case, its last activity, and its fields. */
export function summarize(record: LogRecord): RecordSummary {
  const fields = Object.entries(record.fields)
    .slice(0, mostFields)
    .map(([key, value]) => [nameOf(key), cut(value, longestShown)] as const);
  const status = lastActivity(record);
  const values = new Set([record.caseId, record.log, status ?? '', ...fields.map(([, value]) => value)]);
  return {
    title: record.caseId,
    status: record.discarded ? 'discarded' : (status ?? ''),
    customerId: null,
    customerName: null,
    amount: null,
    currency: null,
    fields: Object.fromEntries([['Log', record.log], ...fields]),
    search: cut([...values].join(' ').toLowerCase(), longestSearch),
  };
}

/** Never half a character, which could not be stored. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
