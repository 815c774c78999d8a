import type { RecordListKind } from '../record-list/list-kind';

/** The list of the records of imported logs, a case each. Their statuses are the logs' own activities. */
export const logRecordList: RecordListKind = {
  workflow: 'record',
  path: '/records',
  title: 'Records',
  one: 'record',
  many: 'records',
  known: 'Case',
  searchHint: 'Case, log or any field',
  statuses: null,
  hasCustomer: false,
  amount: null,
  sum: null,
  columns: [{ field: 'Log', label: 'Log' }],
  otherFields: 'Fields',
  create: { href: '/imports', label: 'Import a log' },
  nothing: 'Import an event log: every case of it is a record here, at any moment of its history.',
};
