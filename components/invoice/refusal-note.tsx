'use client';

import type { Alternative } from '@/lib/event-sourcing/workflow';
import type { Invoice } from '@/lib/invoice/invoice';
import { useRecord } from '../history/record-context';
import { Button } from '../ui/button';
import { possibleActions } from './invoice-action-menu';
import { useInvoiceActs } from './use-invoice-acts';

interface RefusalNoteProps {
  message: string;
  alternatives: readonly Alternative[];
}

/** Why something was refused, with what can be done instead as buttons. */
export function RefusalNote({ message, alternatives }: RefusalNoteProps) {
  const { log } = useRecord();
  const { act } = useInvoiceActs();
  const possible = possibleActions(alternatives, log.state as Invoice);
  return (
    <>
      {message}
      {possible.length > 0 ? (
        <span className="mt-2 flex flex-wrap gap-2">
          {possible.map(({ action, label }) => (
            <Button key={action} size="small" onClick={() => act(action)}>
              {label}
            </Button>
          ))}
        </span>
      ) : null}
    </>
  );
}
