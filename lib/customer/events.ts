import * as z from 'zod/mini';
import { customerAddress, customerEmail, customerName, customerTaxId } from '../customer-fields';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { personal } from '../personal';
import { requiredText } from '../text';

/** What a customer's events say. Each holds only what it changes. */

const id = z.uuid('This needs the id of a record.');
const subject = { subject: 'customer' } as const;

export const noteText = requiredText(2000, 'Write the note.').register(personal, subject);

const note = z.object({ id, text: noteText });

const payloads = {
  customer_added: z.object({
    customerId: id,
    name: customerName,
    email: customerEmail,
    address: customerAddress,
    taxId: customerTaxId,
  }),
  customer_details_changed: z.object({
    name: z.optional(customerName),
    email: z.optional(customerEmail),
    address: z.optional(customerAddress),
    taxId: z.optional(customerTaxId),
  }),
  customer_note_added: z.object({ note }),
  customer_note_withdrawn: z.object({ noteId: id }),
  customer_archived: z.object({}),
  customer_unarchived: z.object({}),
};

type Payloads = typeof payloads;
export type CustomerEventType = keyof Payloads;

/** One event of a customer: a type and its payload. */
export type CustomerEvent = {
  [T in CustomerEventType]: { type: T; payload: z.output<Payloads[T]> };
}[CustomerEventType];

export type CustomerNote = z.output<typeof note>;

/** Every payload is in its first shape yet. */
export const customerPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<CustomerEventType, PayloadDefinition>;

/** The schemas themselves, for tests that walk them (which fields are personal?). */
export const customerPayloadSchemas = payloads;
