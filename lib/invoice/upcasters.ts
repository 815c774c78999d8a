import type { Upcaster } from '../event-sourcing/upcast';

/**
 * Lifts what older releases wrote to the shapes of today, by event type and shape. A lifted payload must lead to
 * exactly the difference that was recorded, or undo could not take the event back: what is new is null.
 */
export const invoiceUpcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>> = {
  /** Shape 2 keeps the rounding rule on the invoice, the customer's tax id, and of what it is a copy. */
  invoice_created: {
    1: {
      payload: (old) => {
        const { customer, ...rest } = old as { customer: object };
        return { ...rest, rounding: 'half_even', customer: { ...customer, taxId: null }, duplicateOf: null };
      },
    },
  },
  /** Shape 2 keeps who issued the invoice, and the payment reference. */
  invoice_finalized: {
    1: { payload: (old) => ({ ...(old as object), paymentReference: null, seller: null }) },
  },
  /** Shape 2 calls a delivery a message, of which an invoice, a receipt and a reminder are kinds. */
  invoice_sent: {
    1: {
      payload: (old) => {
        const { delivery } = old as { delivery: object };
        return { message: { ...delivery, kind: 'invoice', text: null } };
      },
      path: (old) => old.replace(/^deliveries\./, 'messages.'),
    },
  },
};
