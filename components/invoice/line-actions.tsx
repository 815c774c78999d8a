'use client';

import { Ellipsis } from 'lucide-react';
import type { Line } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import { useRecord } from '../history/record-context';
import { MenuIconButton } from '../ui/menu-button';
import { useInvoiceDialogs } from './invoice-dialogs';

/** Can lines be changed as the invoice stands? If not, the document is just read, and shows no controls for it. */
export function useLinesEditable(): boolean {
  const { log, rights } = useRecord();
  return rights.mayWrite && refusalOf('change_line', log.state as Invoice) === null;
}

/** Change or remove one line. */
export function LineActions({ line }: { line: Line }) {
  const { locked } = useRecord();
  const { open, removeLine } = useInvoiceDialogs();
  return (
    <MenuIconButton
      label={`Actions for ${line.description}`}
      size="small"
      icon={<Ellipsis aria-hidden="true" />}
      items={[
        { label: 'Change line', disabledReason: locked, onSelect: () => open({ kind: 'change_line', line }) },
        { label: 'Remove line', tone: 'danger', disabledReason: locked, onSelect: () => removeLine(line) },
      ]}
    />
  );
}
