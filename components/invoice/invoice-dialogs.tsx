'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Line } from '@/lib/invoice/events';
import { useRecord } from '../history/record-context';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';

/** Which form is open. Forms load when somebody opens one. */
export type InvoiceDialog =
  | { kind: 'add_line' | 'details' | 'finalize' | 'send' | 'payment' | 'void' | 'discard' }
  | { kind: 'change_line'; line: Line };

const LineDialog = dynamic(
  () => loadPart(() => import('./line-dialog').then((module) => module.LineDialog)),
  { ssr: false },
);
const DetailsDialog = dynamic(
  () => loadPart(() => import('./details-dialog').then((module) => module.DetailsDialog)),
  { ssr: false },
);
const PaymentDialog = dynamic(
  () => loadPart(() => import('./payment-dialog').then((module) => module.PaymentDialog)),
  { ssr: false },
);
const SendDialog = dynamic(
  () => loadPart(() => import('./send-dialog').then((module) => module.SendDialog)),
  { ssr: false },
);
const ConfirmDialog = dynamic(
  () => loadPart(() => import('./confirm-dialog').then((module) => module.ConfirmDialog)),
  { ssr: false },
);

interface Dialogs {
  open(dialog: InvoiceDialog): void;
  removeLine(line: Line): void;
}

const Context = createContext<Dialogs | null>(null);

export function useInvoiceDialogs(): Dialogs {
  const dialogs = useContext(Context);
  if (!dialogs) throw new Error('useInvoiceDialogs needs InvoiceDialogs above it.');
  return dialogs;
}

/** The forms of an invoice, opened from the header, the menu and the lines. */
export function InvoiceDialogs({ children }: { children: ReactNode }) {
  const { command, isPast } = useRecord();
  const [dialog, setDialog] = useState<InvoiceDialog | null>(null);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setDialog(null);
  }, [isPast]);
  const dialogs = useMemo<Dialogs>(
    () => ({
      open: setDialog,
      removeLine: async (line) => {
        const result = await command({ type: 'remove_line', lineId: line.id } as { type: string });
        if (result.ok)
          void showToast({ title: `Removed “${line.description}”. Undo brings it back.`, tone: 'success' });
        else void showToast({ title: result.refusal.message, tone: 'problem' });
      },
    }),
    [command],
  );
  return (
    <Context value={dialogs}>
      {children}
      {dialog ? <Form dialog={dialog} onClose={() => setDialog(null)} /> : null}
    </Context>
  );
}

function Form({ dialog, onClose }: { dialog: InvoiceDialog; onClose(): void }) {
  switch (dialog.kind) {
    case 'add_line':
      return <LineDialog onClose={onClose} />;
    case 'change_line':
      return <LineDialog line={dialog.line} onClose={onClose} />;
    case 'details':
      return <DetailsDialog onClose={onClose} />;
    case 'payment':
      return <PaymentDialog onClose={onClose} />;
    case 'send':
      return <SendDialog onClose={onClose} />;
    default:
      return <ConfirmDialog kind={dialog.kind} onClose={onClose} />;
  }
}
