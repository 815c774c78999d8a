import * as z from 'zod/mini';
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
