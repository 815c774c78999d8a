import { expect, it } from 'vitest';
import { diff } from '../event-sourcing/changes';
import { given } from '../event-sourcing/testing';
import type { DescribedChange } from '../event-sourcing/workflow';
import { describeChanges } from './describe-changes';
import type { InvoiceEvent, Line } from './events';
import { evolve } from './invoice';
import { creation, lineId } from './testing';
import { invoiceWorkflow } from './workflow';

const at = '2026-11-10T13:13:07.000000Z';
const rye = {
  id: lineId(50),
  place: 'a5',
  description: 'Rye',
  quantity: '2.5',
  unitPrice: 123456,
  taxRate: 725,
};
const payment = {
  id: lineId(60),
  amount: 123456,
  method: 'bank_transfer' as const,
  receivedOn: '2026-11-09',
  reference: 'RF18',
};
const message = {
  id: lineId(70),
  kind: 'invoice' as const,
  to: 'orders@lindqvist.example',
  text: null,
  sentAt: at,
};

const creationOf = (lines: number) => given(invoiceWorkflow, []).when(creation(lines)).events;
const draft = creationOf(2);
const finalized: InvoiceEvent = {
  type: 'invoice_finalized',
  payload: { number: 'INV-0001', issueDate: '2026-11-10', finalizedAt: at },
};
const due = (dueDate: string | null): InvoiceEvent => ({ type: 'due_date_changed', payload: { dueDate } });
const memo = (text: string | null): InvoiceEvent => ({ type: 'memo_changed', payload: { memo: text } });
const changed = (fields: Partial<Line>): InvoiceEvent => ({
  type: 'line_changed',
  payload: { lineId: lineId(1), ...fields },
});
const removed: InvoiceEvent = { type: 'line_removed', payload: { lineId: lineId(1) } };
const paid: InvoiceEvent = { type: 'payment_received', payload: { payment } };
const reversed: InvoiceEvent = { type: 'payment_reversed', payload: { paymentId: payment.id } };
const discarded: InvoiceEvent = { type: 'draft_discarded', payload: {} };
const restored: InvoiceEvent = { type: 'draft_restored', payload: {} };
const returned: InvoiceEvent = { type: 'invoice_returned_to_draft', payload: {} };
const voided: InvoiceEvent = { type: 'invoice_voided', payload: { voidedAt: at } };
const sent: InvoiceEvent = { type: 'invoice_sent', payload: { message } };
const open = [...draft, finalized];

const customer = [
  'Currency: -> EUR',
  'Customer: -> Lindqvist Bakery AB',
  'E-mail: -> orders@lindqvist.example',
];

const cases: [what: string, before: readonly InvoiceEvent[], InvoiceEvent, rows: readonly string[]][] = [
  [
    'a creation: what was filled in, a row for each line, and no ids, places or marks',
    [],
    draft[0] as InvoiceEvent,
    [...customer, 'Line: -> Item 1, 2 × €12.50', 'Line: -> Item 2, 2 × €12.50'],
  ],
  [
    'a line that came',
    draft,
    { type: 'line_added', payload: { line: rye } },
    ['Line: -> Rye, 2.5 × €1,234.56'],
  ],
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
    ['Number: -> INV-0001', 'Issue date: -> 10 Nov 2026'],
  ],
  ['its return', open, returned, ['Number: INV-0001 ->', 'Issue date: 10 Nov 2026 ->']],
  ['a message', open, sent, ['Sent to: -> orders@lindqvist.example']],
  ['a payment', open, paid, ['Payment: -> €1,234.56 by bank transfer, 9 Nov 2026']],
  ['a payment taken back', [...open, paid], reversed, ['Payment: €1,234.56 by bank transfer, 9 Nov 2026 ->']],
  ['a discarded draft', draft, discarded, ['Discarded: no -> yes']],
  ['a restored draft', [...draft, discarded], restored, ['Discarded: yes -> no']],
  ['nothing but a moment', open, voided, []],
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
