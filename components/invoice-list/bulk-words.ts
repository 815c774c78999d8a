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

/** "A reminder can be sent for 37 invoices. For 3 it can’t, and they are left out:" */
const summaryOf = (start: string, to: 'for' | 'to') => (able: number, refused: number) => {
  if (able === 0) return `${start} ${to} none of them:`;
  if (refused === 0) return `${start} ${to} ${able === 1 ? 'this invoice' : `all ${invoices(able)}`}.`;
  const For = to === 'for' ? 'For' : 'To';
  const left = refused === 1 ? 'it is left out' : 'they are left out';
  return `${start} ${to} ${invoices(able)}. ${For} ${number.format(refused)} it can’t, and ${left}:`;
};

/** What the dialogs of the selection say. */
export const bulkWords: Record<BulkKind, BulkWords> = {
  send_reminder: {
    title: 'Send reminders',
    description:
      'Records that a reminder of each invoice goes to its customer’s email address now. A message that is out can’t be undone.',
    field: 'Message',
    fieldDescription: 'Optional; the same to all of them.',
    longest: 5000,
    action: (able) => `Send ${reminders(able)}`,
    none: 'There is no invoice that a reminder can be sent for.',
    summary: summaryOf('A reminder can be sent', 'for'),
    done: (changed) => `${reminders(changed)} sent`,
  },
  add_note: {
    title: 'Add a note',
    description: 'The same note on each invoice, for colleagues. Customers don’t see it.',
    field: 'Note',
    longest: 2000,
    action: (able) => `Add to ${invoices(able)}`,
    none: 'There is no invoice that the note can be added to.',
    summary: summaryOf('The note can be added', 'to'),
    done: (changed) => `Note added to ${invoices(changed)}`,
  },
};
