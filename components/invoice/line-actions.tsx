'use client';

import { Ellipsis } from 'lucide-react';
import type { Line } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import { useRecord } from '../history/record-context';
import { MenuIconButton } from '../ui/menu-button';
import { useInvoiceDialogs } from './invoice-dialogs';

/** Change or remove one line. Not shown once lines can't be changed any more: the document is then just read. */
export function LineActions({ line }: { line: Line }) {
  const { log, locked } = useRecord();
  const { open, removeLine } = useInvoiceDialogs();
  const invoice = log.state as Invoice;
  if (refusalOf('change_line', invoice)) return null;
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
