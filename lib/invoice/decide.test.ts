import { describe, expect, it } from 'vitest';
import { initialSettings } from '../decision-settings';
import { given, typesOf } from '../event-sourcing/testing';
import type { InvoiceCommand } from './commands';
import { decide } from './decide';
import { type InvoiceEvent, invoicePayloadSchemas } from './events';
import { linesInOrder } from './invoice';
import { creation, lineId } from './testing';
import { eventOf, examples } from './testing/examples';
import { commands, fourEyes, give, lives } from './testing/lives';
import { totalsOf } from './totals';
import { invoiceWorkflow } from './workflow';

const invoice = (...events: InvoiceEvent[]) => given(invoiceWorkflow, events);
const { events: created } = invoice().when(creation(2));
const finalized = eventOf('invoice_finalized', examples.invoice_finalized.payload);
const draft = invoice(...created);
const open = invoice(...created, finalized);

const rye = { id: lineId(50), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
const payment = {
  type: 'record_payment' as const,
  paymentId: lineId(60),
  amount: 100,
  method: 'card' as const,
  receivedOn: '2026-11-10',
  reference: null,
};
const sending = {
  type: 'send_invoice' as const,
  messageId: lineId(70),
  to: 'orders@lindqvist.example',
  text: null,
};

describe('create_invoice', () => {
  it('creates the draft with its lines, placed in the order given', () => {
    expect(typesOf(created)).toEqual(['invoice_created']);
    expect(linesInOrder(draft.state).map((line) => line.id)).toEqual([lineId(1), lineId(2)]);
    expect(draft.state).toMatchObject({
      id: lineId(0),
      number: null,
      currency: 'EUR',
      customer: { name: 'Lindqvist Bakery AB', address: null },
      finalizedAt: null,
      discarded: false,
    });
  });

  it('keeps the order of 500 lines, and takes none at all', () => {
    const many = invoice(...invoice().when(creation(500)).events).state;
    expect(linesInOrder(many).map((line) => line.id)).toEqual(creation(500).lines.map((line) => line.id));
    expect(invoice(...invoice().when(creation(0)).events).state.lines).toEqual({});
  });

  it('refuses two lines with one id, of which one would be lost', () => {
    const command = creation(3);
    const twice = { ...command, lines: [...command.lines.slice(0, 2), { ...rye, id: lineId(1) }] };
    expect(invoice().when(twice)).toMatchObject({
      events: [],
      refusal: { code: 'exists_already', field: 'lines.2.id' },
    });
  });
});

describe('discard_draft', () => {
  it('discards it', () =>
    expect(typesOf(draft.when({ type: 'discard_draft' }).events)).toEqual(['draft_discarded']));
});

describe('lines', () => {
  it('adds one after the last', () => {
    const { events } = draft.when({ type: 'add_line', line: rye });
    const order = linesInOrder(invoice(...created, ...events).state).map((line) => line.description);
    expect(order).toEqual(['Item 1', 'Item 2', 'Rye']);
  });

  it('adds the first to an empty draft', () => {
    const empty = invoice().when(creation(0)).events;
    const { events } = invoice(...empty).when({ type: 'add_line', line: rye });
    expect(totalsOf(invoice(...empty, ...events).state).total).toBe(100);
  });

  it('refuses an id that is on the invoice already', () =>
    expect(draft.when({ type: 'add_line', line: { ...rye, id: lineId(1) } })).toMatchObject({
      events: [],
      refusal: { code: 'exists_already', field: 'line.id' },
    }));

  it('changes what is new, and says nothing of what is as it was', () => {
    const { events } = draft.when({
      type: 'change_line',
      lineId: lineId(1),
      description: 'Item 1',
      quantity: '3',
      unitPrice: 1250,
      taxRate: 700,
    });
    expect(events).toEqual([
      { type: 'line_changed', payload: { lineId: lineId(1), quantity: '3', taxRate: 700 } },
    ]);
  });

  it('removes one', () =>
    expect(draft.when({ type: 'remove_line', lineId: lineId(1) }).events).toEqual([
      { type: 'line_removed', payload: { lineId: lineId(1) } },
    ]));

  it.each<InvoiceCommand>([
    { type: 'change_line', lineId: lineId(9), quantity: '3' },
    { type: 'remove_line', lineId: lineId(9) },
  ])('refuses $type of a line that is gone', (command) =>
    expect(draft.when(command)).toMatchObject({
      events: [],
      refusal: { code: 'no_such_line', field: 'lineId', message: expect.stringContaining('history') },
    }),
  );
});

describe('change_details', () => {
  it('is one event for each field that changes', () => {
    const both = draft.when({ type: 'change_details', dueDate: '2026-12-01', memo: 'Thank you' });
    expect(both.events).toEqual([
      { type: 'due_date_changed', payload: { dueDate: '2026-12-01' } },
      { type: 'memo_changed', payload: { memo: 'Thank you' } },
    ]);
    const one = draft.when({ type: 'change_details', dueDate: null, memo: 'Thank you' });
    expect(typesOf(one.events)).toEqual(['memo_changed']);
  });

  it('takes a value away with null', () => {
    const dated = invoice(...created, { type: 'due_date_changed', payload: { dueDate: '2026-12-01' } });
    expect(dated.when({ type: 'change_details', dueDate: null }).events).toEqual([
      { type: 'due_date_changed', payload: { dueDate: null } },
    ]);
  });
});

describe('what changes nothing is no event, and no refusal', () => {
  it.each<InvoiceCommand>([
    { type: 'change_details' },
    { type: 'change_details', dueDate: null, memo: null },
    { type: 'change_line', lineId: lineId(1) },
    {
      type: 'change_line',
      lineId: lineId(1),
      description: 'Item 1',
      quantity: '2',
      unitPrice: 1250,
      taxRate: 1900,
    },
  ])('%j', (command) => expect(draft.when(command)).toEqual({ events: [], refusal: undefined }));
});

describe('finalize_invoice', () => {
  const context = {
    now: '2026-11-10T23:30:00.000000Z',
    today: '2026-11-11',
    actor: { id: 'a', kind: 'user', name: 'A' },
    mayApprove: false,
    settings: initialSettings,
    reason: null,
  } as const;

  it('asks for a number first', () =>
    expect(decide({ type: 'finalize_invoice' }, draft.state, context)).toEqual({
      kind: 'reserve',
      series: 'invoice',
    }));

  it('carries the number, the company’s day and the moment', () =>
    expect(decide({ type: 'finalize_invoice' }, draft.state, { ...context, reserved: 'INV-2041' })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'invoice_finalized',
          payload: {
            number: 'INV-2041',
            issueDate: '2026-11-11',
            finalizedAt: '2026-11-10T23:30:00.000000Z',
            paymentReference: null,
            seller: {
              name: 'My company',
              address: null,
              taxId: null,
            },
          },
        },
      ],
    }));

  it('refuses an invoice without lines before it takes a number', () => {
    const { state } = invoice(...invoice().when(creation(0)).events);
    expect(decide({ type: 'finalize_invoice' }, state, context)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'no_lines', alternatives: [{ action: 'add_line' }] },
    });
  });
});

describe('send_invoice', () => {
  it('records to whom and when', () =>
    expect(open.when(sending).events).toEqual([
      {
        type: 'invoice_sent',
        payload: {
          message: {
            id: lineId(70),
            kind: 'invoice',
            to: 'orders@lindqvist.example',
            text: null,
            sentAt: '2026-11-10T13:13:07.000000Z',
          },
        },
      },
    ]));

  it('sends again under an id of its own only: what went out is never rewritten', () => {
    const sent = invoice(...created, finalized, ...open.when(sending).events);
    expect(typesOf(sent.when({ ...sending, messageId: lineId(71) }).events)).toEqual(['invoice_sent']);
    expect(sent.when({ ...sending, to: 'other@lindqvist.example' })).toMatchObject({
      events: [],
      refusal: { code: 'exists_already', field: 'messageId' },
    });
  });
});

describe('record_payment', () => {
  it('records it as it was given, also more than is owed', () => {
    const { type: _, paymentId, ...rest } = payment;
    expect(open.when(payment).events).toEqual([
      { type: 'payment_received', payload: { payment: { id: paymentId, ...rest } } },
    ]);
    expect(open.when({ ...payment, amount: 1_000_000 }).refusal).toBeUndefined();
  });

  it('refuses one that is recorded already', () => {
    const paid = invoice(...created, finalized, ...open.when(payment).events);
    expect(paid.when(payment)).toMatchObject({
      events: [],
      refusal: { code: 'exists_already', field: 'paymentId' },
    });
  });

  it.each([
    ['2026-11-11', 'in_the_future'],
    ['2026-11-10', undefined],
    ['2026-11-09', undefined],
  ])('received on %s when it is 2026-11-10: %s', (receivedOn, code) => {
    const { refusal } = open.when({ ...payment, receivedOn });
    expect(refusal?.code).toBe(code);
    if (refusal) expect(refusal.field).toBe('receivedOn');
  });
});

describe('void_invoice', () => {
  it('wants a reason', () => {
    expect(open.when({ type: 'void_invoice' }, { reason: null })).toMatchObject({
      events: [],
      refusal: { code: 'reason_required', field: 'reason' },
    });
    expect(open.when({ type: 'void_invoice' }, { reason: 'Sent to the wrong customer' }).events).toEqual([
      { type: 'invoice_voided', payload: { voidedAt: '2026-11-10T13:13:07.000000Z' } },
    ]);
  });
});

it('decides only on payloads that the log takes as they stand', () => {
  const decided = Object.values(lives).flatMap((before) =>
    Object.values(commands).flatMap((command) => [
      ...give(before, command).events,
      ...give(before, command, fourEyes).events,
    ]),
  );
  expect(new Set(typesOf(decided)).size).toBeGreaterThan(30);
  for (const { type, payload } of decided)
    expect(invoicePayloadSchemas[type].parse(payload)).toEqual(payload);
});
