import type { CommandOf } from './commands';
import { type Invoice, linesInOrder, titleOf } from './invoice';

/**
 * The command that makes a new draft out of an invoice: the same customer, currency, lines and discounts under ids of
 * their own. Dates, memo and everything that happened to the original stay with it.
 */
export function duplicateAsDraft(invoice: Invoice, newId: () => string): CommandOf<'create_invoice'> {
  const { id, currency, customer, discounts } = invoice;
  return {
    type: 'create_invoice',
    invoiceId: newId(),
    currency,
    customer,
    dueDate: null,
    memo: null,
    lines: linesInOrder(invoice).map(({ place: _, ...line }) => ({ ...line, id: newId() })),
    discounts: Object.values(discounts).map((discount) => ({ ...discount, id: newId() })),
    duplicateOf: { id, title: titleOf(invoice) },
  };
}
