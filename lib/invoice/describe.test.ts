import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { Description } from '../event-sourcing/workflow';
import { describe as describeEvent, invoiceKinds } from './describe';
import type { InvoiceEvent, InvoiceEventType } from './events';
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
const finalization = { number: 'INV-0001', issueDate: '2026-11-10', finalizedAt: at };
const finalized: InvoiceEvent = { type: 'invoice_finalized', payload: finalization };
const due = (dueDate: string | null): InvoiceEvent => ({ type: 'due_date_changed', payload: { dueDate } });
const memo = (text: string | null): InvoiceEvent => ({ type: 'memo_changed', payload: { memo: text } });
const paid: InvoiceEvent = { type: 'payment_received', payload: { payment } };
const discarded: InvoiceEvent = { type: 'draft_discarded', payload: {} };
const voided: InvoiceEvent = { type: 'invoice_voided', payload: { voidedAt: at } };
const open = [...draft, finalized];

type Payload<T extends InvoiceEventType> = Extract<InvoiceEvent, { type: T }>['payload'];

/** An event of this type after these others, told like this. */
type Told<T extends InvoiceEventType> = readonly [
  before: readonly InvoiceEvent[],
  payload: Payload<T>,
  sentence: string,
  short: string,
  tone?: Description['tone'],
];

/** Every type of event, in words. The compiler asks for the next one. */
const told: { [T in InvoiceEventType]: readonly Told<T>[] } = {
  invoice_created: [0, 1, 2].map((lines) => [
    [],
    creationOf(lines)[0]?.payload as Payload<'invoice_created'>,
    `created the invoice for Lindqvist Bakery AB${['', ' with 1 line', ' with 2 lines'][lines]}`,
    'creation',
  ]),
  draft_discarded: [[draft, {}, 'discarded the draft', 'discard']],
  draft_restored: [[[...draft, discarded], {}, 'restored the draft', 'restored draft']],
  line_added: [[draft, { line: rye }, 'added the line “Rye”', 'added line “Rye”']],
  line_changed: [
    [draft, { lineId: lineId(1), unitPrice: 1 }, 'changed the price of “Item 1”', 'price of “Item 1”'],
    [
      draft,
      { lineId: lineId(1), quantity: '3', taxRate: 0 },
      'changed the quantity and tax rate of “Item 1”',
      'quantity and tax rate of “Item 1”',
    ],
    [
      draft,
      { lineId: lineId(1), description: 'Rye', quantity: '3', unitPrice: 5, taxRate: 725 },
      'changed the description, quantity, price and tax rate of “Item 1”',
      'description, quantity, price and tax rate of “Item 1”',
    ],
  ],
  line_removed: [
    [draft, { lineId: lineId(1) }, 'removed the line “Item 1”', 'removed line “Item 1”'],
    [draft, { lineId: lineId(9) }, 'removed the line “a line”', 'removed line “a line”'],
  ],
  line_restored: [[draft, { line: rye }, 'restored the line “Rye”', 'restored line “Rye”']],
  due_date_changed: [
    [draft, { dueDate: '2026-11-25' }, 'set the due date to 25 Nov 2026', 'due date'],
    [
      [...draft, due('2026-11-25')],
      { dueDate: '2026-12-01' },
      'moved the due date to 1 Dec 2026',
      'due date',
    ],
    [[...draft, due('2026-11-25')], { dueDate: null }, 'removed the due date', 'due date'],
  ],
  memo_changed: [
    [draft, { memo: 'Thanks' }, 'added the memo', 'memo'],
    [[...draft, memo('Hello')], { memo: 'Thanks' }, 'changed the memo', 'memo'],
    [[...draft, memo('Hello')], { memo: null }, 'removed the memo', 'memo'],
  ],
  invoice_finalized: [[draft, finalization, 'finalized the invoice as INV-0001', 'finalization']],
  invoice_returned_to_draft: [[open, {}, 'returned the invoice to draft', 'return to draft']],
  invoice_sent: [[open, { message }, 'sent the invoice to orders@lindqvist.example', 'sending', 'message']],
  payment_received: [
    [open, { payment }, 'recorded a payment of €1,234.56 by bank transfer', 'payment €1,234.56', 'money-in'],
  ],
  payment_reversed: [
    [
      [...open, paid],
      { paymentId: payment.id },
      'took back the payment of €1,234.56',
      'reversal of payment €1,234.56',
      'money-out',
    ],
  ],
  invoice_voided: [[open, { voidedAt: at }, 'voided the invoice', 'voiding']],
  invoice_reinstated: [[[...open, voided], {}, 'reinstated the invoice', 'reinstatement']],
};

const all = Object.entries(told).flatMap(([type, cases]) =>
  cases.map(([before, payload, sentence, short, tone = 'neutral']) => ({
    type,
    before,
    event: { type, payload } as InvoiceEvent,
    words: { sentence, short, tone },
  })),
);

describe('every type of event in words', () => {
  it.each(all)('$type: $words.sentence', ({ before, event, words }) => {
    const described = describeEvent({ ...event, changes: {} }, given(invoiceWorkflow, before).state);
    expect(described).toEqual(words);
  });

  it.each(all)('$type has a kind, and at least one sentence without its actor', ({ type, words }) => {
    expect(invoiceKinds).toHaveProperty(type);
    expect(words.sentence).toMatch(/^[a-z]+ .*[^.]$/);
  });
});
