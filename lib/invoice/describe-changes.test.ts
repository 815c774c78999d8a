import { expect, it } from 'vitest';
import { diff } from '../event-sourcing/changes';
import { given } from '../event-sourcing/testing';
import type { DescribedChange } from '../event-sourcing/workflow';
import { describeChanges } from './describe-changes';
import type { InvoiceEvent, InvoiceEventType, Line } from './events';
import { evolve } from './invoice';
import { creation, lineId } from './testing';
import { children, eventOf, eventTypes, examples, histories } from './testing/examples';
import { invoiceWorkflow } from './workflow';

const { draft, open, paid, refunded, credited, disputed, requested } = histories;
const { approval, attempt, credit, discount, dispute, line, message, note, payment, refund } = children;

const due = (dueDate: string | null) => eventOf('due_date_changed', { dueDate });
const memo = (text: string | null) => eventOf('memo_changed', { memo: text });
const changed = (fields: Partial<Line>) => eventOf('line_changed', { lineId: lineId(1), ...fields });
const example = (type: InvoiceEventType) => ({ type, payload: examples[type].payload }) as InvoiceEvent;
const removed = example('line_removed');
const finalized = example('invoice_finalized');

const customer = [
  'Currency: -> EUR',
  'Customer: -> Lindqvist Bakery AB',
  'Email: -> orders@lindqvist.example',
];

const cases: [what: string, before: readonly InvoiceEvent[], InvoiceEvent, rows: readonly string[]][] = [
  [
    'a creation: what was filled in, a row for each line, and no ids, places or marks',
    [],
    draft[0] as InvoiceEvent,
    [...customer, 'Line: -> Item 1, 2 × €12.50', 'Line: -> Item 2, 2 × €12.50'],
  ],
  ['a line that came', draft, eventOf('line_added', { line }), ['Line: -> Rye, 2.5 × €1,234.56']],
  ['a line that went', draft, removed, ['Line: Item 1, 2 × €12.50 ->']],
  [
    'a line that changed, field by field',
    draft,
    changed({ description: 'Rye', quantity: '3', unitPrice: 5, taxRate: 725 }),
    ['Description: Item 1 -> Rye', 'Quantity: 2 -> 3', 'Price: €12.50 -> €0.05', 'Tax rate: 19 % -> 7.25 %'],
  ],
  ['a date that was set', draft, due('2026-11-25'), ['Due date: -> 25 Nov 2026']],
  [
    'a date that moved',
    [...draft, due('2026-11-25')],
    due('2026-12-01'),
    ['Due date: 25 Nov 2026 -> 1 Dec 2026'],
  ],
  ['a date that went', [...draft, due('2026-11-25')], due(null), ['Due date: 25 Nov 2026 ->']],
  ['text', [...draft, memo('Hello')], memo('Thanks'), ['Memo: Hello -> Thanks']],
  [
    'finalization, without its moment',
    draft,
    finalized,
    ['Number: -> INV-0001', 'Issue date: -> 10 Nov 2026', 'Payment reference: -> RF40 INV0 001'],
  ],
  [
    'its return',
    open,
    example('invoice_returned_to_draft'),
    ['Number: INV-0001 ->', 'Issue date: 10 Nov 2026 ->', 'Payment reference: RF40 INV0 001 ->'],
  ],
  ['a message', open, eventOf('invoice_sent', { message }), ['Sent to: -> orders@lindqvist.example']],
  ['a reminder', open, example('reminder_sent'), ['Sent to: -> orders@lindqvist.example']],
  [
    'a payment',
    open,
    eventOf('payment_received', { payment: { ...payment, amount: 123456 } }),
    ['Payment: -> €1,234.56 by bank transfer, 9 Nov 2026'],
  ],
  [
    'a payment taken back',
    paid,
    example('payment_reversed'),
    ['Payment: €59.50 by bank transfer, 9 Nov 2026 ->'],
  ],
  ['a discarded draft', draft, example('draft_discarded'), ['Discarded: no -> yes']],
  ['a restored draft', histories.discarded, example('draft_restored'), ['Discarded: yes -> no']],
  ['a voiding, nothing but a moment', open, example('invoice_voided'), []],
  ['a reinstatement', histories.voided, example('invoice_reinstated'), []],
  ['a write-off', open, example('invoice_written_off'), []],
  ['its reversal', histories.writtenOff, example('write_off_reversed'), []],
  [
    'a discount by share',
    draft,
    eventOf('discount_granted', { discount }),
    ['Discount: -> Regular customer, 10 %'],
  ],
  [
    'a discount of an amount',
    draft,
    eventOf('discount_granted', { discount: { ...discount, rate: null, amount: 500 } }),
    ['Discount: -> Regular customer, €5.00'],
  ],
  [
    'a discount taken off',
    histories.discounted,
    example('discount_withdrawn'),
    ['Discount: Regular customer, 10 % ->'],
  ],
  [
    'another customer, without the id',
    draft,
    eventOf('customer_changed', {
      id: lineId(101),
      name: 'Kupfer OHG',
      email: null,
      address: 'Zinnweg 1',
      taxId: 'DE1',
    }),
    [
      'Customer: Lindqvist Bakery AB -> Kupfer OHG',
      'Email: orders@lindqvist.example ->',
      'Address: -> Zinnweg 1',
      'Tax id: -> DE1',
    ],
  ],
  ['a currency', draft, example('currency_changed'), ['Currency: EUR -> SEK']],
  [
    'a currency of other decimals, with the prices in it',
    draft,
    eventOf('currency_changed', { currency: 'KWD', unitPrices: { [lineId(1)]: 12_500 } }),
    ['Currency: EUR -> KWD', 'Price of “Item 1”: €12.50 -> KWD\u00a012.500'],
  ],
  [
    'a failed payment',
    open,
    eventOf('payment_failed', { attempt }),
    ['Failed payment: -> €59.50, the card has expired (12/25)'],
  ],
  [
    'a failed payment of which nothing more is known',
    open,
    eventOf('payment_failed', { attempt: { ...attempt, detail: null } }),
    ['Failed payment: -> €59.50, the card has expired'],
  ],
  ['a retry, nothing but a moment', histories.failed, example('payment_retried'), []],
  [
    'a way of payment',
    open,
    example('payment_method_updated'),
    ['Paid by: -> Card', 'Card or account: -> Visa ending in 4242'],
  ],
  ['a refund', paid, eventOf('refund_issued', { refund }), ['Refund: -> €20.00, 10 Nov 2026']],
  ['a refund cancelled', refunded, example('refund_cancelled'), ['Refund: €20.00, 10 Nov 2026 ->']],
  [
    'a refund that arrived',
    refunded,
    example('refund_settled'),
    ['Refund: on its way -> settled', 'On: -> 12 Nov 2026'],
  ],
  [
    'a refund that failed',
    refunded,
    example('refund_failed'),
    ['Refund: on its way -> failed', 'On: -> 12 Nov 2026'],
  ],
  ['a credit note', open, eventOf('credit_note_issued', { credit }), ['Credit note: -> CN-0001, €11.90']],
  ['a voided credit note', credited, example('credit_note_voided'), ['Credit note: CN-0001, €11.90 ->']],
  ['a dispute', paid, eventOf('dispute_opened', { dispute }), ['Dispute: -> €30.00, charged twice']],
  ['a dispute withdrawn', disputed, example('dispute_withdrawn'), ['Dispute: €30.00, charged twice ->']],
  ['a dispute won', disputed, example('dispute_won'), ['Outcome: -> won', 'On: -> 20 Nov 2026']],
  ['a dispute lost', disputed, example('dispute_lost'), ['Outcome: -> lost', 'On: -> 20 Nov 2026']],
  ['a note', open, eventOf('note_added', { note }), ['Note: -> Called them.']],
  ['a note withdrawn', histories.noted, example('note_withdrawn'), ['Note: Called them. ->']],
  ['a request', paid, eventOf('approval_requested', { approval }), ['Request: -> a refund of €50.00']],
  ['a request withdrawn', requested, example('approval_withdrawn'), ['Request: a refund of €50.00 ->']],
  ['an approval', requested, example('approval_granted'), ['Outcome: -> granted']],
  ['a request declined', requested, example('approval_declined'), ['Outcome: -> declined']],
  [
    'a request open again',
    examples.approval_reopened.before,
    example('approval_reopened'),
    ['Outcome: declined ->'],
  ],
];

const inWords = ({ label, from, to }: DescribedChange) =>
  `${label}:${from === undefined ? '' : ` ${from}`} ->${to === undefined ? '' : ` ${to}`}`;

it.each(cases)('%s', (_what, before, event, rows) => {
  const from = given(invoiceWorkflow, before).state;
  const to = evolve(from, event);
  const changes = diff(from, to);
  const described = describeChanges({ ...event, changes }, from, to);
  expect(described.map(inWords)).toEqual(rows);
  const paths = described.map(({ path }) => path);
  expect(Object.keys(changes)).toEqual(expect.arrayContaining(paths));
  expect(new Set(paths).size).toBe(paths.length);
});

it('writes amounts with the decimals of the invoice’s own currency', () => {
  const yen = given(invoiceWorkflow, []).when({ ...creation(1), currency: 'JPY' }).events;
  const from = given(invoiceWorkflow, yen).state;
  const event = changed({ unitPrice: 5 });
  const to = evolve(from, event);
  expect(describeChanges({ ...event, changes: diff(from, to) }, from, to).map(inWords)).toEqual([
    'Price: ¥1,250 -> ¥5',
  ]);
});

it('has a case for every type of event', () => {
  const seen = new Set(cases.map(([, , event]) => event.type));
  // These say what other types say: a restored line is a line that came.
  seen.add('line_restored');
  expect(eventTypes.filter((type) => !seen.has(type))).toEqual([]);
});

it('names the invoice that this one was copied from', () => {
  const event = example('invoice_created');
  const from = given(invoiceWorkflow, []).state;
  const to = evolve(from, event);
  const rows = describeChanges({ ...event, changes: diff(from, to) }, from, to);
  expect(rows.map(inWords)).toContain('Copy of: -> INV-0099');
});

it('names the line in a difference that no single event makes', () => {
  const before = given(invoiceWorkflow, draft).state;
  const after = evolve(evolve(before, changed({ unitPrice: 5 })), memo('Thanks'));
  const event = { type: 'difference', payload: {}, changes: diff(before, after) } as never;
  expect(describeChanges(event, before, after)).toMatchObject([
    { label: 'Memo', to: 'Thanks' },
    { label: 'Price of “Item 1”', from: '€12.50', to: '€0.05' },
  ]);
});
