'use client';

import { Link2, Redo2, Undo2 } from 'lucide-react';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { MenuItem } from '../ui/menu-items';
import { showToast } from '../ui/toast';
import { useRecord } from './record-context';
import { type Undo, useUndo } from './undo-context';

/** What can be done with one event. What can't is there too, with the reason and what to do instead. */
export function useEventMenu(version: number): () => readonly MenuItem[] {
  const { log } = useRecord();
  const undo = useUndo();
  return () => itemsOf(log, undo, version);
}

function itemsOf({ history }: RecordLog, { ask, refusalOf }: Undo, version: number): readonly MenuItem[] {
  const base = history.baseOf(version);
  // The row of a change speaks for its newest undo or redo; the row of an undo only for itself.
  const target = base === version ? history.tipOf(base) : version;
  const request = { button: 'row', version: target } as const;
  const reapply = history.takesOut(target);
  return [
    {
      label: reapply ? 'Re-apply this change' : 'Undo this change',
      icon: reapply ? <Redo2 aria-hidden="true" /> : <Undo2 aria-hidden="true" />,
      tone: 'undo',
      disabledReason: refusalOf(request),
      onSelect: () => ask(request),
    },
    {
      label: 'Copy link to this moment',
      icon: <Link2 aria-hidden="true" />,
      onSelect: () => void copyLink(version),
    },
  ];
}

/** The address of this page at this moment, from any other moment of it. */
async function copyLink(version: number): Promise<void> {
  const address = new URL(window.location.href);
  address.searchParams.set('version', String(version));
  try {
    await navigator.clipboard.writeText(address.href);
    void showToast({
      title: 'Link copied. It opens this record as it was after this event.',
      tone: 'success',
    });
  } catch {
    void showToast({
      title: `The browser did not allow copying. The link is ${address.href}`,
      tone: 'problem',
    });
  }
}
