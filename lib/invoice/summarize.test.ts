import { expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import { summarize } from './summarize';
import { draft, lineId, people } from './testing';
import { children, eventOf, histories } from './testing/examples';
import { invoiceWorkflow } from './workflow';

const won = eventOf('dispute_won', { disputeId: children.dispute.id, closedOn: '2026-11-20' });
const declined = eventOf('approval_declined', { approvalId: children.approval.id });

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
    disputed: false,
    awaitsApproval: false,
    netAmount: 5000,
    taxAmount: 950,
    totalAmount: 5950,
    paidAmount: 950,
    creditedAmount: 0,
    refundedAmount: 0,
    balanceAmount: 5000,
    lineCount: 2,
    issueDate: '2026-11-10',
    dueDate: '2026-12-01',
  });
});

it.each([
  ['a dispute', histories.disputed, { disputed: true }],
  ['a dispute that has its outcome', [...histories.disputed, won], { disputed: false }],
  ['a request', histories.requested, { awaitsApproval: true }],
  ['a request that was answered', [...histories.requested, declined], { awaitsApproval: false }],
  ['a refund', histories.refunded, { refundedAmount: 2000, status: 'paid', balanceAmount: 0 }],
  ['a credit note', histories.credited, { creditedAmount: 1190, balanceAmount: 4760, totalAmount: 5950 }],
  ['a discount', histories.discounted, { netAmount: 4500, taxAmount: 855, totalAmount: 5355 }],
  ['a write-off', histories.writtenOff, { status: 'uncollectible', balanceAmount: 5950 }],
])('shows %s', (_what, events, row) => {
  expect(summarize(given(invoiceWorkflow, events).state)).toMatchObject(row);
});
