'use client';

import { isolated } from '@/lib/event-sourcing/isolated';
import type { Line } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import { useRecord } from '../history/record-context';
import { PartActions } from './part-actions';

/** Can lines be changed as the invoice stands? If not, the document is just read, and shows no controls for it. */
export function useLinesEditable(): boolean {
  const { log, rights } = useRecord();
  return rights.mayWrite && refusalOf('change_line', log.state as Invoice) === null;
}

/** Change or remove one line. */
export function LineActions({ line }: { line: Line }) {
  return (
    <PartActions
      label={`Actions for ${isolated(line.description)}`}
      childId={line.id}
      actions={[
        { action: 'change_line', label: 'Change line' },
        { action: 'remove_line', label: 'Remove line', tone: 'danger' },
      ]}
    />
  );
}
