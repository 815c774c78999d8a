'use client';

import { Archive, ArchiveRestore, ListPlus, Pencil, Trash2 } from 'lucide-react';
import type { Leaf } from '@/lib/event-sourcing/event';
import { valueInWords } from '@/lib/field-type';
import type { RecordWords } from '@/lib/field-words';
import type { RecordCommand } from '@/lib/record/commands';
import { refusalOf } from '@/lib/record/decide';
import { nameOf } from '@/lib/record/field-key';
import { logZone } from '@/lib/record/log-zone';
import { type LogRecord, lastActivity } from '@/lib/record/record';
import { recordWorkflow } from '@/lib/record/workflow';
import type { RecordKind } from '../record/record-kind';
import { RecordPage, type RecordPageProps } from '../record/record-page';
import { usePreferences } from '../shell/preferences-context';
import { InTimeZone } from '../ui/time-context';
import { logRecordList } from './log-record-list';

const kind: RecordKind<LogRecord, RecordCommand> = {
  workflow: recordWorkflow,
  list: { href: logRecordList.path, label: logRecordList.title },
  words: wordsOf,
  title: ({ caseId }) => caseId,
  status: (record) =>
    record.discarded
      ? { label: 'Discarded', tone: 'neutral' }
      : { label: lastActivity(record) ?? 'None in force', tone: 'accent' },
  elsewhere: ['caseId', 'discarded'],
  hrefOf: () => null,
  actions: [
    {
      type: 'bring_back_record',
      label: 'Bring back',
      icon: <ArchiveRestore aria-hidden="true" />,
      atOnce: { command: { type: 'bring_back_record' }, done: 'Record brought back' },
    },
    { type: 'set_field', label: 'Set a field', icon: <Pencil aria-hidden="true" /> },
    { type: 'clear_field', label: 'Clear a field', icon: <Trash2 aria-hidden="true" /> },
    { type: 'record_activity', label: 'Record an activity', icon: <ListPlus aria-hidden="true" /> },
    {
      type: 'discard_record',
      label: 'Discard',
      icon: <Archive aria-hidden="true" />,
      atOnce: { command: { type: 'discard_record' }, done: 'Record discarded' },
    },
  ],
  refusalOf: (type, record) => {
    if (type === 'bring_back_record' && record.id && !record.discarded)
      return { code: 'not_discarded', message: 'This record is not discarded.' };
    return refusalOf(type, record);
  },
  loadForms: () => import('./log-record-forms').then((module) => module.logRecordForms),
};

/** The fields are the log's own: those that these states have, by the names that the log gave them. */
function wordsOf(...states: readonly LogRecord[]): RecordWords<LogRecord> {
  const keys = new Set(states.flatMap(({ fields }) => Object.keys(fields)));
  const own = [...keys].map((key) => {
    const format = (value: Leaf) => valueInWords(String(value));
    return [`fields.${key}`, { label: nameOf(key), format }] as const;
  });
  return {
    fields: {
      caseId: { label: 'Case' },
      log: { label: 'Log' },
      timeZone: { label: 'Times written in' },
      discarded: { label: 'Discarded', format: (value: Leaf) => (value ? 'yes' : null) },
      ...Object.fromEntries(own),
    },
    children: {},
  };
}

interface LogRecordPageProps extends RecordPageProps {
  /** In which the log was written; null where that is not known. */
  timeZone: string | null;
}

/**
 * The page of one record of an imported log. Its times are the log's own, by the clock of whoever wrote it, unless the
 * viewer has chosen a zone.
 */
export function LogRecordPage({ timeZone, ...props }: LogRecordPageProps) {
  const { chosen } = usePreferences();
  const page = <RecordPage kind={kind} {...props} />;
  const own = chosen.zone === 'device' ? logZone(timeZone) : null;
  return own ? <InTimeZone timeZone={own}>{page}</InTimeZone> : page;
}
