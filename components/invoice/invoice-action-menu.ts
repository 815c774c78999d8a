import type { Alternative } from '@/lib/event-sourcing/workflow';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import { failedPayment, type InvoiceAction } from '@/lib/invoice/next-action';
import { reasonAgainstDispute, reasonAgainstRefund } from '@/lib/invoice/payment-links';
import { totalsOf } from '@/lib/invoice/totals';
import { sentNext, wasSent } from '@/lib/invoice/what-is-sent';
import type { InsteadOf } from '../history/instead';
import type { MenuItem } from '../ui/menu-items';

interface Entry {
  action: InvoiceAction;
  label: string | ((invoice: Invoice) => string);
  tone?: 'danger';
  /** Left out where it can't be meant: what is lawful at another time says why not, what is beside the point is noise. */
  shown?(invoice: Invoice): boolean;
}

const isFinalized = ({ finalizedAt }: Invoice): boolean => finalizedAt !== null;
const isDraft = (invoice: Invoice): boolean => !isFinalized(invoice) && !invoice.discarded;
const hasPayments = ({ payments }: Invoice): boolean => Object.keys(payments).length > 0;

const sendLabel = (invoice: Invoice): string => {
  if (sentNext(invoice) === 'receipt') return 'Send receipt';
  return wasSent(invoice, 'invoice') ? 'Send again' : 'Send';
};

/** Everything that may be done to an invoice as a whole, by what it is about, in the order in which it usually happens. */
const groups: readonly { heading: string; entries: readonly Entry[] }[] = [
  {
    heading: 'Document',
    entries: [
      { action: 'add_line', label: 'Add line' },
      { action: 'grant_discount', label: 'Grant discount' },
      { action: 'change_details', label: 'Edit details' },
      { action: 'change_currency', label: 'Change currency' },
      { action: 'finalize_invoice', label: 'Finalize', shown: isDraft },
      { action: 'duplicate_as_draft', label: 'Duplicate as draft' },
      { action: 'void_invoice', label: 'Void', tone: 'danger', shown: isFinalized },
      { action: 'discard_draft', label: 'Discard draft', tone: 'danger', shown: isDraft },
    ],
  },
  {
    heading: 'Money',
    entries: [
      { action: 'record_payment', label: 'Record payment' },
      { action: 'record_payment_failure', label: 'Record failed payment', shown: isFinalized },
      { action: 'update_payment_method', label: 'Change way of payment' },
      { action: 'issue_refund', label: 'Refund', shown: hasPayments },
      { action: 'issue_credit_note', label: 'Issue credit note', shown: isFinalized },
      { action: 'open_dispute', label: 'Record dispute', shown: hasPayments },
      {
        action: 'write_off_invoice',
        label: 'Write off',
        tone: 'danger',
        shown: (invoice) => isFinalized(invoice) && !invoice.writtenOffAt,
      },
      {
        action: 'reverse_write_off',
        label: 'Reverse write-off',
        shown: ({ writtenOffAt }) => writtenOffAt !== null,
      },
    ],
  },
  {
    heading: 'Customer',
    entries: [
      { action: 'change_customer', label: 'Edit customer' },
      { action: 'send_invoice', label: sendLabel },
      { action: 'send_reminder', label: 'Send reminder', shown: isFinalized },
    ],
  },
  { heading: 'Notes', entries: [{ action: 'add_note', label: 'Add note' }] },
];

/** What the buttons of parts are called where one of them is the next thing to do. */
const partLabels: Partial<Record<InvoiceAction, string>> = {
  approve_request: 'Approve',
  retry_payment: 'Retry payment',
};

/** What an action is called on a button. */
export function actionLabel(action: InvoiceAction, invoice: Invoice): string {
  const entry = groups.flatMap(({ entries }) => entries).find((candidate) => candidate.action === action);
  const label = entry?.label ?? partLabels[action] ?? action;
  return typeof label === 'string' ? label : label(invoice);
}

interface MenuOptions {
  /** The action that has a button of its own. */
  except: InvoiceAction | undefined;
  /** Why nothing can be done now, or null. */
  locked: string | null;
  act(action: InvoiceAction, childId?: string): void;
}

/** The menu "More actions"; what is not lawful now says why. */
export function invoiceActionMenu(invoice: Invoice, { except, locked, act }: MenuOptions): MenuItem[] {
  const failed = failedPayment(invoice);
  return groups.flatMap(({ heading, entries }, index) => {
    const items = entries
      .filter(({ action, shown }) => action !== except && (shown?.(invoice) ?? true))
      .map(
        ({ action, label, tone }): MenuItem => ({
          label: typeof label === 'string' ? label : label(invoice),
          disabledReason: locked ?? reasonAgainst(action, invoice),
          onSelect: () => act(action),
          ...(tone ? { tone } : {}),
        }),
      );
    if (heading === 'Money' && failed && except !== 'retry_payment')
      items.push({
        label: 'Retry payment',
        disabledReason: locked ?? reasonAgainst('retry_payment', invoice),
        onSelect: () => act('retry_payment', failed.id),
      });
    if (items.length === 0) return [];
    const title: MenuItem = { kind: 'heading', label: heading };
    return index === 0 ? [title, ...items] : [{ kind: 'separator' }, title, ...items];
  });
}

/** Of what a refusal offers instead, what can be done to the invoice as it stands. */
export function possibleActions(
  alternatives: readonly Alternative[],
  invoice: Invoice,
): { action: InvoiceAction; label: string }[] {
  return alternatives.flatMap(({ action: name, label }) => {
    const action = knownAction(name);
    return action && reasonAgainst(action, invoice) === null ? [{ action, label }] : [];
  });
}

/** How what a refusal offers instead is done on an invoice: as the menu does it, unlawful for the same reasons. */
export function insteadOn(invoice: Invoice, { locked, act }: Omit<MenuOptions, 'except'>): InsteadOf {
  return (name) => {
    const action = knownAction(name);
    return action && { refusal: locked ?? reasonAgainst(action, invoice), go: () => act(action) };
  };
}

function knownAction(name: string): InvoiceAction | undefined {
  return groups.flatMap(({ entries }) => entries).find(({ action }) => action === name)?.action;
}

/** Why the server would refuse it as the invoice stands, as far as that can be told before anything is filled in. */
function reasonAgainst(action: InvoiceAction, invoice: Invoice): string | null {
  if (action === 'duplicate_as_draft') return null;
  const refusal = refusalOf(action, invoice);
  if (refusal) return refusal.message;
  switch (action) {
    case 'finalize_invoice':
      return Object.keys(invoice.lines).length > 0 ? null : 'It needs a line first: say what is charged.';
    case 'issue_refund':
      return reasonAgainstAll(invoice, reasonAgainstRefund);
    case 'open_dispute':
      return reasonAgainstAll(invoice, reasonAgainstDispute);
    case 'issue_credit_note': {
      const { total, credited } = totalsOf(invoice);
      return total > credited ? null : 'All of this invoice is credited already.';
    }
    default:
      return null;
  }
}

/** Null where one payment is left that nothing speaks against; of several reasons the newest payment's. */
function reasonAgainstAll(invoice: Invoice, reasonAgainst: typeof reasonAgainstRefund): string | null {
  const reasons = Object.keys(invoice.payments).map((id) => reasonAgainst(invoice, id));
  return reasons.includes(null) ? null : (reasons.at(-1) ?? null);
}
