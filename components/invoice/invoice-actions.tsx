'use client';

import { Ellipsis } from 'lucide-react';
import { useCallback } from 'react';
import { dayIn } from '@/lib/calendar';
import type { Invoice } from '@/lib/invoice/invoice';
import { nextAction } from '@/lib/invoice/next-action';
import { useRecord } from '../history/record-context';
import { invoiceFiles } from '../history/record-files';
import { useOffer } from '../shell/commands-context';
import { useCompany } from '../shell/company-context';
import { Button } from '../ui/button';
import { MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { useNow } from '../ui/time-context';
import { actionLabel, invoiceActionMenu } from './invoice-action-menu';
import { useInvoiceActs } from './use-invoice-acts';

/** The next sensible action as a button, and all the others in a menu; what is not lawful now says why. */
export function InvoiceActions() {
  const { log, person, rights, locked } = useRecord();
  const { act, duplicating } = useInvoiceActs();
  const { timeZone } = useCompany();
  const clock = useNow();
  const invoice = log.state as Invoice;
  const next = nextAction(invoice, {
    id: person.id,
    mayApprove: rights.mayChangeOthersWork,
    today: dayIn(timeZone, clock ?? log.history.event(log.version).occurredAt),
  });
  const items = useCallback(
    (): MenuItem[] => [
      ...invoiceActionMenu(invoice, { except: next?.action, locked, act }),
      { kind: 'separator' },
      { kind: 'heading', label: 'Print and files' },
      ...invoiceFiles(invoice.id),
    ],
    [invoice, next?.action, locked, act],
  );
  useOffer('record', items);
  return (
    <>
      {next ? (
        <Button
          variant="primary"
          disabledReason={locked}
          pending={duplicating}
          onClick={() => act(next.action, next.childId)}
        >
          {actionLabel(next.action, invoice)}
        </Button>
      ) : null}
      <MenuIconButton
        label="More actions"
        variant="secondary"
        icon={<Ellipsis aria-hidden="true" />}
        items={items}
      />
    </>
  );
}
