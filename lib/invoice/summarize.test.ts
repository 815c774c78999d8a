import { expect, it } from 'vitest';
import { summarize } from './summarize';
import { draft, lineId, people } from './testing';

it('is the row of the list, as the state says it', () => {
  const record = draft();
  record.command(people.ana, { type: 'change_details', dueDate: '2026-12-01' });
  record.command(people.ana, { type: 'finalize_invoice' });
  record.command(people.ana, {
    type: 'record_payment',
    paymentId: lineId(60),
    amount: 950,
    method: 'card',
    receivedOn: '2026-11-09',
    reference: null,
  });
  expect(summarize(record.log.state)).toEqual({
    number: 'INV-0001',
    customerId: lineId(100),
    customerName: 'Lindqvist Bakery AB',
    customerEmail: 'orders@lindqvist.example',
    currency: 'EUR',
    status: 'partially_paid',
    netAmount: 5000,
    taxAmount: 950,
    totalAmount: 5950,
    paidAmount: 950,
    balanceAmount: 5000,
    lineCount: 2,
    issueDate: '2026-11-10',
    dueDate: '2026-12-01',
  });
});
