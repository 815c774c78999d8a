/**
 * The table "what is lawful when", cell by cell. Every cell is decided by the real rules on an invoice that real
 * events have led to.
 */
import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { InvoiceCommand, InvoiceCommandType } from './commands';
import type { InvoiceEvent } from './events';
import { type Status, statusOf } from './status';
import { creation, draft, lineId, people } from './testing';
import { invoiceWorkflow } from './workflow';

/** Statuses that events can lead to; `uncollectible` comes with writing off. */
type Reachable = Exclude<Status, 'uncollectible'>;

const line = { id: lineId(50), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
const payment = (amount: number, id = lineId(60)): InvoiceCommand => ({
  type: 'record_payment',
  paymentId: id,
  amount,
  method: 'card',
  receivedOn: '2026-11-09',
  reference: null,
});
const total = 5950;

const leadTo: Record<Reachable, readonly InvoiceCommand[]> = {
  draft: [],
  open: [{ type: 'finalize_invoice' }],
  partially_paid: [{ type: 'finalize_invoice' }, payment(1, lineId(61))],
  paid: [{ type: 'finalize_invoice' }, payment(total, lineId(61))],
  void: [{ type: 'finalize_invoice' }, { type: 'void_invoice' }],
  discarded: [{ type: 'discard_draft' }],
};
const statuses = Object.keys(leadTo) as Reachable[];

function eventsUpTo(status: Reachable): readonly InvoiceEvent[] {
  const record = draft();
  for (const command of leadTo[status]) expect(record.command(people.ana, command)).toBe(true);
  return record.events as unknown as readonly InvoiceEvent[];
}

/** One command of every type that there is; the compiler asks for the next one. */
const commands: { [T in InvoiceCommandType]: Extract<InvoiceCommand, { type: T }> } = {
  create_invoice: creation(1),
  discard_draft: { type: 'discard_draft' },
  add_line: { type: 'add_line', line },
  change_line: { type: 'change_line', lineId: lineId(1), quantity: '9' },
  remove_line: { type: 'remove_line', lineId: lineId(1) },
  change_details: { type: 'change_details', dueDate: '2026-12-24', memo: 'Thank you' },
  finalize_invoice: { type: 'finalize_invoice' },
  send_invoice: { type: 'send_invoice', messageId: lineId(70), to: 'orders@lindqvist.example', text: null },
  record_payment: payment(1) as Extract<InvoiceCommand, { type: 'record_payment' }>,
  void_invoice: { type: 'void_invoice' },
};

const yes = true;
const no = false;
const table: Record<InvoiceCommandType, Record<Reachable, boolean>> = {
  create_invoice: { draft: no, open: no, partially_paid: no, paid: no, void: no, discarded: no },
  discard_draft: { draft: yes, open: no, partially_paid: no, paid: no, void: no, discarded: no },
  add_line: { draft: yes, open: no, partially_paid: no, paid: no, void: no, discarded: no },
  change_line: { draft: yes, open: no, partially_paid: no, paid: no, void: no, discarded: no },
  remove_line: { draft: yes, open: no, partially_paid: no, paid: no, void: no, discarded: no },
  change_details: { draft: yes, open: yes, partially_paid: yes, paid: no, void: no, discarded: no },
  finalize_invoice: { draft: yes, open: no, partially_paid: no, paid: no, void: no, discarded: no },
  send_invoice: { draft: no, open: yes, partially_paid: yes, paid: yes, void: no, discarded: no },
  record_payment: { draft: no, open: yes, partially_paid: yes, paid: no, void: no, discarded: no },
  void_invoice: { draft: no, open: yes, partially_paid: no, paid: no, void: no, discarded: no },
};

const cells = Object.entries(table).flatMap(([type, row]) =>
  Object.entries(row).map(([status, lawful]) => [type, status, lawful] as const),
) as readonly (readonly [InvoiceCommandType, Reachable, boolean])[];

describe('what is lawful when', () => {
  it.each(statuses)('%s is reached by events', (status) => {
    expect(statusOf(given(invoiceWorkflow, eventsUpTo(status)).state)).toBe(status);
  });

  it.each(cells.filter(([, , lawful]) => lawful))('%s of an invoice that is %s: yes', (type, status) => {
    const { events, refusal } = given(invoiceWorkflow, eventsUpTo(status)).when(commands[type], {
      reason: 'because',
    });
    expect(refusal).toBeUndefined();
    expect(events.length).toBeGreaterThan(0);
  });

  it.each(cells.filter(([, , lawful]) => !lawful))('%s of an invoice that is %s: no', (type, status) => {
    const { events, refusal } = given(invoiceWorkflow, eventsUpTo(status)).when(commands[type], {
      reason: 'because',
    });
    expect(events).toEqual([]);
    expect(refusal?.code).toMatch(/^(not_lawful|has_payments|exists_already)$/);
    expect(refusal?.message).toMatch(/^This invoice .+\.$/);
  });

  it.each(Object.keys(commands) as InvoiceCommandType[])('%s where there is no invoice', (type) => {
    const { events, refusal } = given(invoiceWorkflow, []).when(commands[type], { reason: 'because' });
    if (type === 'create_invoice') expect(events).toHaveLength(1);
    else
      expect(refusal).toMatchObject({ code: 'not_found', message: expect.stringMatching(/no such invoice/) });
  });
});

describe('a refusal says the status, what it forbids and what to do instead', () => {
  const refusalOf = (status: Reachable, command: InvoiceCommand) =>
    given(invoiceWorkflow, eventsUpTo(status)).when(command, { reason: 'because' }).refusal;

  it.each<[Reachable, InvoiceCommandType, string]>([
    ['draft', 'send_invoice', 'This invoice is a draft, so it can’t be sent.'],
    ['open', 'add_line', 'This invoice is open, so it can’t get another line.'],
    ['partially_paid', 'discard_draft', 'This invoice is partially paid, so it can’t be discarded.'],
    ['paid', 'record_payment', 'This invoice is paid, so it can’t take a payment.'],
    ['void', 'finalize_invoice', 'This invoice is void, so it can’t be finalized.'],
    [
      'discarded',
      'change_details',
      'This invoice is discarded, so it can’t have its due date or memo changed.',
    ],
    [
      'partially_paid',
      'void_invoice',
      'This invoice has a payment, so it can’t be voided. Take the payment back first if it was a mistake.',
    ],
    ['draft', 'create_invoice', 'This invoice exists already. Reload the page to see it.'],
  ])('%s, %s', (status, type, message) => expect(refusalOf(status, commands[type])?.message).toBe(message));

  it.each<[Reachable, InvoiceCommandType, string]>([
    ['draft', 'send_invoice', 'finalize_invoice'],
    ['open', 'add_line', 'void_invoice'],
  ])('%s, %s: offers %s', (status, type, action) =>
    expect(refusalOf(status, commands[type])?.alternatives?.map((each) => each.action)).toContain(action),
  );

  it('offers only what would be accepted', () => {
    for (const [type, status, lawful] of cells) {
      if (lawful) continue;
      for (const { action } of refusalOf(status, commands[type])?.alternatives ?? []) {
        expect(table[action as InvoiceCommandType][status], `${type} of ${status} offers ${action}`).toBe(
          true,
        );
      }
    }
  });
});
