'use client';

import { Ellipsis } from 'lucide-react';
import { Fragment } from 'react';
import type { InvoiceCommandType } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import { statusOf } from '@/lib/invoice/status';
import { useRecord } from '../history/record-context';
import { Button } from '../ui/button';
import { MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { type InvoiceDialog, useInvoiceDialogs } from './invoice-dialogs';

interface Action {
  dialog: InvoiceDialog['kind'];
  command: InvoiceCommandType;
  label: string;
  tone?: 'danger';
}

/** Everything that may be done to an invoice, in the order in which it usually happens. */
const actions: readonly Action[] = [
  { dialog: 'add_line', command: 'add_line', label: 'Add line' },
  { dialog: 'details', command: 'change_details', label: 'Edit details' },
  { dialog: 'finalize', command: 'finalize_invoice', label: 'Finalize' },
  { dialog: 'send', command: 'send_invoice', label: 'Send' },
  { dialog: 'payment', command: 'record_payment', label: 'Record payment' },
  { dialog: 'void', command: 'void_invoice', label: 'Void', tone: 'danger' },
  { dialog: 'discard', command: 'discard_draft', label: 'Discard draft', tone: 'danger' },
];

/** What most likely comes next: the primary button. */
function nextAction(invoice: Invoice): Action['dialog'] | null {
  switch (statusOf(invoice)) {
    case 'draft':
      return Object.keys(invoice.lines).length === 0 ? 'add_line' : 'finalize';
    case 'open':
      return Object.keys(invoice.messages).length === 0 ? 'send' : 'payment';
    case 'partially_paid':
      return 'payment';
    default:
      return null;
  }
}

/** The next sensible action as a button, and all the others in a menu; what is not lawful now says why. */
export function InvoiceActions() {
  const { log, locked } = useRecord();
  const { open } = useInvoiceDialogs();
  const invoice = log.state as Invoice;
  const next = nextAction(invoice);
  const primary = actions.find((action) => action.dialog === next);
  const reasonAgainst = (action: Action) => locked ?? refusalOf(action.command, invoice)?.message ?? null;
  const items = (): MenuItem[] =>
    actions
      .filter((action) => action !== primary)
      .map((action) => ({
        label: action.label,
        disabledReason: reasonAgainst(action),
        onSelect: () => open({ kind: action.dialog } as InvoiceDialog),
        ...(action.tone ? { tone: action.tone } : {}),
      }));
  return (
    <Fragment>
      {primary ? (
        <Button
          variant="primary"
          disabledReason={reasonAgainst(primary)}
          onClick={() => open({ kind: primary.dialog } as InvoiceDialog)}
        >
          {primary.label}
        </Button>
      ) : null}
      <MenuIconButton
        label="More actions"
        variant="secondary"
        icon={<Ellipsis aria-hidden="true" />}
        items={items}
      />
    </Fragment>
  );
}
