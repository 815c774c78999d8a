import type { BulkKind } from '@/lib/invoice/bulk';

interface BulkWords {
  title: string;
  description: string;
  field: string;
  fieldDescription?: string;
  longest: number;
  /** The button, which names how many it is about. */
  action(able: number): string;
  /** Why there is nothing to press. */
  none: string;
  summary(able: number, refused: number): string;
  done(changed: number): string;
}

const number = new Intl.NumberFormat('en-US');
const invoices = (count: number) => `${number.format(count)} ${count === 1 ? 'invoice' : 'invoices'}`;
const reminders = (count: number) => `${number.format(count)} ${count === 1 ? 'reminder' : 'reminders'}`;

/** "37 invoices can be reminded of. 3 can’t:" */
const summaryOf = (can: string) => (able: number, refused: number) => {
  if (refused === 0) return `${able === 1 ? 'The invoice' : `All ${invoices(able)}`} can ${can}.`;
  const rest = `${number.format(refused)} can’t, and nothing is done to ${refused === 1 ? 'it' : 'them'}:`;
  return able === 0 ? `None of them can ${can}:` : `${invoices(able)} can ${can}. ${rest}`;
};

/** What the dialogs of the selection say. */
export const bulkWords: Record<BulkKind, BulkWords> = {
  send_reminder: {
    title: 'Send reminders',
    description:
      'Records that a reminder of each invoice goes to its customer’s e-mail address now. A message that is out can’t be undone.',
    field: 'Message',
    fieldDescription: 'Optional; the same to all of them.',
    longest: 5000,
    action: (able) => `Send ${reminders(able)}`,
    none: 'None of the selected invoices can be reminded of.',
    summary: summaryOf('be reminded of'),
    done: (changed) => `${reminders(changed)} sent`,
  },
  add_note: {
    title: 'Add a note',
    description: 'The same note on each invoice, for colleagues. Customers don’t see it.',
    field: 'Note',
    longest: 2000,
    action: (able) => `Add to ${invoices(able)}`,
    none: 'None of the selected invoices can get a note.',
    summary: summaryOf('get the note'),
    done: (changed) => `Note added to ${invoices(changed)}`,
  },
};
