import * as z from 'zod/mini';
import { isolated } from '../event-sourcing/isolated';
import type { CommandRefusal } from '../event-sourcing/workflow';
import type { InvoiceCommand } from './commands';
import { messageText, noteText } from './fields';
import type { Invoice } from './invoice';

/** What can be done to many invoices at once. */
export const bulkKinds = ['send_reminder', 'add_note'] as const;
export type BulkKind = (typeof bulkKinds)[number];

export const bulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('send_reminder'), text: z._default(messageText, null) }),
  z.object({ kind: z.literal('add_note'), text: noteText }),
]);

/** An invoice that something can't be done to, and why, in a sentence. */
export interface BulkRefusal {
  id: string;
  title: string;
  because: string;
}

/** What would come of it, as the invoices are now. */
export interface BulkPreview {
  /** Ids of those that it can be done to. */
  able: readonly string[];
  refusedCount: number;
  /** The first of those that refuse it. */
  refused: readonly BulkRefusal[];
}

/**
 * The action in one invoice's own words: a reminder goes to its own customer.
 *
 * @param childId the id of the note or the message; the same again for a request that is repeated
 */
export function bulkCommand(
  { kind, text }: { kind: BulkKind; text: string | null },
  { customer }: Pick<Invoice, 'customer'>,
  childId: string,
): { command: InvoiceCommand } | { refusal: CommandRefusal } {
  if (kind === 'add_note') return { command: { type: 'add_note', noteId: childId, text: text ?? '' } };
  if (!customer.email) {
    return { refusal: { code: 'no_email', message: `${isolated(customer.name)} has no email address.` } };
  }
  return { command: { type: 'send_reminder', messageId: childId, to: customer.email, text } };
}
