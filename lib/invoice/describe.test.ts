import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { Description } from '../event-sourcing/workflow';
import { describe as describeEvent, invoiceKinds } from './describe';
import type { MoneyEvent } from './describe-money';
import type { InvoiceEvent, InvoiceEventType } from './events';
import { lineId } from './testing';
import { children, creationOf, eventOf, examples, histories, type PayloadOf } from './testing/examples';
import { invoiceWorkflow } from './workflow';

const { draft, open, paid, discounted } = histories;
const { discount, line, message, note } = children;
const to = 'orders@lindqvist.example';

const due = (dueDate: string | null) => eventOf('due_date_changed', { dueDate });
const memo = (text: string | null) => eventOf('memo_changed', { memo: text });

/** An event of this type after these others, told like this. */
type Told<T extends InvoiceEventType> = readonly [
  before: readonly InvoiceEvent[],
  payload: PayloadOf<T>,
  sentence: string,
  short: string,
  tone?: Description['tone'],
];

/** Every type of event but those about money, in words. The compiler asks for the next one. */
const told: { [T in Exclude<InvoiceEventType, MoneyEvent['type']>]: readonly Told<T>[] } = {
  invoice_created: [
    ...[0, 1, 2].map(
      (lines): Told<'invoice_created'> => [
        [],
        creationOf(lines)[0]?.payload as PayloadOf<'invoice_created'>,
        `created the invoice for Lindqvist Bakery AB${['', ' with 1 line', ' with 2 lines'][lines]}`,
        'creation',
      ],
    ),
    [
      [],
      examples.invoice_created.payload,
      'created the invoice for Lindqvist Bakery AB with 2 lines, a copy of INV-0099',
      'creation',
    ],
  ],
  draft_discarded: [[draft, {}, 'discarded the draft', 'discard']],
  draft_restored: [[histories.discarded, {}, 'restored the draft', 'restored draft']],
  line_added: [[draft, { line }, 'added the line “Rye”', 'added line “Rye”']],
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
  line_restored: [[draft, { line }, 'restored the line “Rye”', 'restored line “Rye”']],
  discount_granted: [
    [draft, { discount }, 'granted a discount of 10 %, “Regular customer”', 'discount of 10 %'],
    [
      draft,
      { discount: { ...discount, rate: null, amount: 500 } },
      'granted a discount of €5.00, “Regular customer”',
      'discount of €5.00',
    ],
  ],
  discount_withdrawn: [
    [discounted, { discountId: discount.id }, 'withdrew the discount of 10 %', 'withdrawn discount of 10 %'],
    [draft, { discountId: discount.id }, 'withdrew the discount', 'withdrawn discount'],
  ],
  customer_changed: [
    [draft, { id: lineId(101), name: 'Kupfer OHG' }, 'changed the customer to Kupfer OHG', 'customer'],
    [draft, { name: 'Lindqvist AB' }, 'changed the customer’s name', 'customer’s name'],
    [
      draft,
      { email: null, address: 'Zinnweg 1', taxId: null },
      'changed the customer’s email, address and tax id',
      'customer’s email, address and tax id',
    ],
  ],
  currency_changed: [[draft, { currency: 'SEK' }, 'changed the currency to SEK', 'currency']],
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
  invoice_finalized: [
    [draft, examples.invoice_finalized.payload, 'finalized the invoice as INV-0001', 'finalization'],
  ],
  invoice_returned_to_draft: [[open, {}, 'returned the invoice to draft', 'return to draft']],
  invoice_sent: [
    [open, { message }, `sent the invoice to ${to}`, 'sending', 'message'],
    [paid, { message: { ...message, kind: 'receipt' } }, `sent a receipt to ${to}`, 'receipt', 'message'],
  ],
  reminder_sent: [
    [open, { message: { ...message, kind: 'reminder' } }, `sent a reminder to ${to}`, 'reminder', 'message'],
  ],
  invoice_voided: [[open, { voidedAt: message.sentAt }, 'voided the invoice', 'voiding']],
  invoice_reinstated: [[histories.voided, {}, 'reinstated the invoice', 'reinstatement']],
  note_added: [[open, { note }, 'added a note', 'note']],
  note_withdrawn: [[histories.noted, { noteId: note.id }, 'withdrew a note', 'withdrawn note']],
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
