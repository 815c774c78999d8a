import * as z from 'zod/mini';
import { largestVersion } from '../event-sourcing/event';
import { personal } from '../personal';
import { requiredText } from '../text';
import { amount, amountsIn } from './fields';

/**
 * The commands that wait for a second person above the company's limit: money given back or given up. Their schemas
 * stand apart because a request for approval keeps the whole command.
 */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());

export const gatedCommandSchemas = {
  issue_refund: z.object({ type: z.literal('issue_refund'), refundId: id, paymentId: id, amount, amountsIn }),
  issue_credit_note: z.object({ type: z.literal('issue_credit_note'), creditId: id, amount, amountsIn }),
  /** The id is the request's, where one has to be made; so is the currency, whose balance is written off. */
  write_off_invoice: z.object({ type: z.literal('write_off_invoice'), requestId: id, amountsIn }),
};

export const gatedCommand = z.discriminatedUnion('type', [
  gatedCommandSchemas.issue_refund,
  gatedCommandSchemas.issue_credit_note,
  gatedCommandSchemas.write_off_invoice,
]);

export type GatedCommand = z.output<typeof gatedCommand>;

/** That a change which is not theirs is undone, or re-applied: asked for by whoever may not do it alone. */
export const undoChange = z.object({
  type: z.literal('undo_change'),
  /** The event whose change it is; one that was reverted meanwhile answers for itself. */
  version: z
    .int('Name an event by its number.')
    .check(
      z.minimum(1, 'Events are numbered from 1.'),
      z.maximum(largestVersion, 'No record has so many events.'),
    ),
  /** As it was told then: "undo of payment €40.00 by Bob Ekdahl". */
  what: requiredText(1000, 'Say what is to be undone.').register(personal, { subject: 'customer' }),
});

/** What a second person can be asked for. */
export const askedFor = z.discriminatedUnion('type', [
  gatedCommandSchemas.issue_refund,
  gatedCommandSchemas.issue_credit_note,
  gatedCommandSchemas.write_off_invoice,
  undoChange,
]);

export type UndoChange = z.output<typeof undoChange>;
