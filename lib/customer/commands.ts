import * as z from 'zod/mini';
import { customerAddress, customerEmail, customerName, customerTaxId } from '../customer-fields';
import { noteText } from './events';

/** What people and programs may ask of a customer. Ids of what is new come with the command. */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());

export const customerDetails = {
  name: customerName,
  email: customerEmail,
  address: customerAddress,
  taxId: customerTaxId,
};

export const customerCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add_customer'), customerId: id, ...customerDetails }),
  z.object({
    type: z.literal('change_customer'),
    name: z.optional(customerName),
    email: z.optional(customerEmail),
    address: z.optional(customerAddress),
    taxId: z.optional(customerTaxId),
  }),
  z.object({ type: z.literal('add_note'), note: z.object({ id, text: noteText }) }),
  z.object({ type: z.literal('withdraw_note'), noteId: id }),
  z.object({ type: z.literal('archive_customer') }),
  z.object({ type: z.literal('unarchive_customer') }),
]);

export type CustomerCommand = z.output<typeof customerCommand>;
