'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState, useTransition } from 'react';
import { duplicateAsDraft } from '@/lib/invoice/duplicate';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import type { RecordActions } from '../history/use-record-events';
import { newId } from '../new-id';
import { showToast } from '../ui/toast';

type Command = ReturnType<typeof duplicateAsDraft>;

/**
 * Makes a new draft out of an invoice and opens it. What was sent is kept until an answer comes, so that a double
 * click, or another try after an answer that was lost, makes one draft.
 */
export function useDuplicate(runCommand: RecordActions['runCommand']) {
  const router = useRouter();
  const sent = useRef<{ operationId: string; command: Command } | null>(null);
  const busy = useRef(false);
  const [asking, setAsking] = useState(false);
  const [leaving, startLeaving] = useTransition();
  const duplicate = useCallback(
    async (invoice: Invoice) => {
      if (busy.current) return;
      busy.current = true;
      setAsking(true);
      sent.current ??= { operationId: newId(), command: duplicateAsDraft(invoice, newId) };
      const { operationId, command } = sent.current;
      const problem = await ask(runCommand, operationId, command);
      setAsking(false);
      if (!problem) {
        startLeaving(() => router.push(`/invoices/${command.invoiceId}`));
        void showToast({ title: `This draft is a copy of ${titleOf(invoice)}.`, tone: 'success' });
        return;
      }
      busy.current = false;
      if (!problem.uncertain) sent.current = null;
      void showToast({ title: problem.message, tone: 'problem' });
    },
    [router, runCommand],
  );
  return { duplicate, duplicating: asking || leaving };
}

/** What is wrong, or null once there is a copy. */
async function ask(
  runCommand: RecordActions['runCommand'],
  operationId: string,
  command: Command,
): Promise<{ message: string; uncertain: boolean } | null> {
  try {
    const result = await runCommand({ streamId: command.invoiceId, operationId, seenVersion: 0, command });
    if (result.ok) return null;
    return { message: result.refusal.message, uncertain: result.status === 503 };
  } catch {
    const message =
      'The server did not answer, so it is not certain that the copy was made. Try again: there will be one copy in any case.';
    return { message, uncertain: true };
  }
}
