'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { CustomerCommand } from '@/lib/customer/commands';
import { OpenedRecord } from '../history/opened-record';
import { useRecord } from '../history/record-context';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';

const DetailsDialog = dynamic(
  () => loadPart(() => import('./details-dialog').then((module) => module.DetailsDialog)),
  { ssr: false },
);
const NoteDialog = dynamic(
  () => loadPart(() => import('./note-dialog').then((module) => module.NoteDialog)),
  { ssr: false },
);

type CustomerDialog = 'details' | 'note';

interface Dialogs {
  open(dialog: CustomerDialog): void;
  /** What needs no form: done at once, and told. */
  give(command: CustomerCommand, done: string): void;
}

const Context = createContext<Dialogs | null>(null);

export function useCustomerDialogs(): Dialogs {
  const dialogs = useContext(Context);
  if (!dialogs) throw new Error('useCustomerDialogs needs CustomerDialogs above it.');
  return dialogs;
}

/** The forms of a customer. They load when somebody opens one. */
export function CustomerDialogs({ children }: { children: ReactNode }) {
  const { command, isPast } = useRecord();
  const [dialog, setDialog] = useState<CustomerDialog | null>(null);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setDialog(null);
  }, [isPast]);
  const dialogs = useMemo<Dialogs>(
    () => ({
      open: setDialog,
      give: async (given, done) => {
        const result = await command(given);
        if (result.ok) void showToast({ title: done, tone: 'success' });
        else void showToast({ title: result.refusal.message, tone: 'problem' });
      },
    }),
    [command],
  );
  const close = () => setDialog(null);
  return (
    <Context value={dialogs}>
      {children}
      {dialog ? (
        <OpenedRecord key={dialog}>
          {dialog === 'details' ? <DetailsDialog onClose={close} /> : <NoteDialog onClose={close} />}
        </OpenedRecord>
      ) : null}
    </Context>
  );
}
