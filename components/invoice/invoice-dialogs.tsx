'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { quoted } from '@/lib/event-sourcing/isolated';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import type { InvoiceAction } from '@/lib/invoice/next-action';
import { OpenedRecord } from '../history/opened-record';
import { useRecord } from '../history/record-context';
import type { RecordActions } from '../history/use-record-events';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';
import type { FormAction } from './invoice-form';
import { useDuplicate } from './use-duplicate';
import { type InvoiceActs, InvoiceActsContext } from './use-invoice-acts';

/** The forms load when somebody opens the first. */
const InvoiceForm = dynamic(
  () => loadPart(() => import('./invoice-form').then((module) => module.InvoiceForm)),
  { ssr: false },
);

interface InvoiceDialogsProps extends Pick<RecordActions, 'runCommand'> {
  children: ReactNode;
}

/** Everything that can be done to an invoice, from the header, the menus and the parts of the document. */
export function InvoiceDialogs({ runCommand, children }: InvoiceDialogsProps) {
  const { log, command, isPast } = useRecord();
  const [open, setOpen] = useState<{ action: FormAction; childId: string } | null>(null);
  const { duplicate, duplicating } = useDuplicate(runCommand);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setOpen(null);
  }, [isPast]);
  const act = useCallback(
    async (action: InvoiceAction, childId = '') => {
      const invoice = log.state as Invoice;
      if (action === 'duplicate_as_draft') return duplicate(invoice);
      const atOnce = doneAtOnce(action, childId, invoice);
      if (!atOnce) return setOpen({ action: action as FormAction, childId });
      const result = await command(atOnce.command);
      if (result.ok) void showToast({ title: `${atOnce.done} Undo brings it back.`, tone: 'success' });
      else void showToast({ title: result.refusal.message, tone: 'problem' });
    },
    [log, command, duplicate],
  );
  const acts = useMemo<InvoiceActs>(() => ({ act, duplicating }), [act, duplicating]);
  return (
    <InvoiceActsContext value={acts}>
      {children}
      {open ? (
        <OpenedRecord key={open.action}>
          <InvoiceForm {...open} onClose={() => setOpen(null)} />
        </OpenedRecord>
      ) : null}
    </InvoiceActsContext>
  );
}

function doneAtOnce(
  action: InvoiceAction,
  childId: string,
  { lines, discounts }: Invoice,
): { command: InvoiceCommand; done: string } | null {
  switch (action) {
    case 'remove_line':
      return {
        command: { type: action, lineId: childId },
        done: `Removed ${quoted(lines[childId]?.description ?? 'the line')}.`,
      };
    case 'withdraw_discount':
      return {
        command: { type: action, discountId: childId },
        done: `Took off the discount ${quoted(discounts[childId]?.description ?? '')}.`,
      };
    case 'withdraw_note':
      return { command: { type: action, noteId: childId }, done: 'Note withdrawn.' };
    default:
      return null;
  }
}
