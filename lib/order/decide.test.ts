import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import { type OrderCommand, orderCommand } from './commands';
import type { OrderEvent } from './events';
import { statusOf } from './order';
import { summarize } from './summarize';
import { invoice, place, placed, ways } from './testing';
import { orderWorkflow } from './workflow';

const having = (...before: OrderEvent[]) => given(orderWorkflow, [placed, ...before]);
const when = (command: OrderCommand, ...before: OrderEvent[]) => having(...before).when(command);

const packed: OrderEvent = { type: 'order_packed', payload: { packedOn: '2026-11-05' } };
const shipped: OrderEvent = {
  type: 'order_shipped',
  payload: { shippedOn: '2026-11-06', carrier: 'DHL', tracking: null },
};
const delivered: OrderEvent = { type: 'order_delivered', payload: { deliveredOn: '2026-11-09' } };
const requested: OrderEvent = {
  type: 'return_requested',
  payload: { returnRequestedOn: '2026-11-10', returnReason: null },
};
const returned: OrderEvent = { type: 'order_returned', payload: { returnedOn: '2026-11-10' } };
const cancelled: OrderEvent = {
  type: 'order_cancelled',
  payload: { cancelledOn: '2026-11-10', cancelledBecause: null },
};

describe('placing', () => {
  it('holds what is ordered, once', () => {
    expect(given(orderWorkflow, []).when(place).events).toEqual([placed]);
    expect(when(place).refusal?.code).toBe('exists_already');
  });

  it('gives it a number where it has none, and asks for ids of their own', () => {
    const { number: _, ...numberless } = place;
    expect(given(orderWorkflow, []).when(numberless).events[0]?.payload).toMatchObject({
      number: 'ORD-00000000',
    });
    const [item] = place.items;
    const twice = { ...place, items: [item, item] } as typeof place;
    expect(given(orderWorkflow, []).when(twice).refusal?.code).toBe('same_item');
  });

  it('was on a day that has come', () => {
    const tomorrow = { ...place, placedOn: '2026-11-11' };
    expect(given(orderWorkflow, []).when(tomorrow).refusal).toMatchObject({
      code: 'in_the_future',
      field: 'placedOn',
    });
  });

  it('goes no further than money does', () => {
    const items = place.items.map((item) => ({ ...item, count: 100_000, unitPrice: 1_000_000_000 }));
    expect(given(orderWorkflow, []).when({ ...place, items }).refusal?.code).toBe('too_much');
  });

  it.each(Object.values(ways).map(([, ...commands]) => commands.at(-1) as OrderCommand))(
    'comes before $type, which is refused once the placing was taken back',
    (command) => {
      expect(given(orderWorkflow, []).when(command).refusal?.code).toBe('not_found');
      expect(when(command, { type: 'order_discarded', payload: {} }).refusal?.code).toBe('discarded');
    },
  );
});

describe('the way to the customer', () => {
  it('is walked step by step, each once', () => {
    expect(when({ type: 'ship_order', carrier: null, tracking: null }).refusal?.code).toBe('not_packed');
    expect(when({ type: 'pack_order' }, packed).refusal?.code).toBe('packed_already');
    const deliver: OrderCommand = { type: 'deliver_order', deliveredOn: '2026-11-09' };
    expect(when(deliver, packed).refusal?.code).toBe('not_shipped');
    expect(when(deliver, packed, shipped).events).toEqual([delivered]);
    expect(when(deliver, packed, shipped, delivered).refusal?.code).toBe('delivered_already');
  });

  it('takes until some day from its shipping to today', () => {
    const deliver = (deliveredOn: string) =>
      when({ type: 'deliver_order', deliveredOn }, packed, shipped).refusal;
    expect(deliver('2026-11-05')).toMatchObject({ code: 'before_shipping', field: 'deliveredOn' });
    expect(deliver('2026-11-11')).toMatchObject({ code: 'in_the_future', field: 'deliveredOn' });
    const back: OrderCommand = { type: 'record_return', returnedOn: '2026-11-05' };
    expect(when(back, packed, shipped, requested).refusal?.field).toBe('returnedOn');
  });
});

describe('the way back', () => {
  it('begins with a request, of what was shipped', () => {
    expect(when({ type: 'request_return', why: null }, packed).refusal).toMatchObject({
      code: 'not_shipped',
      alternatives: [{ action: 'cancel_order' }],
    });
    expect(when({ type: 'request_return', why: null }, packed, shipped).events).toEqual([requested]);
    expect(when({ type: 'request_return', why: null }, packed, shipped, requested).refusal?.code).toBe(
      'requested_already',
    );
    const back: OrderCommand = { type: 'record_return', returnedOn: '2026-11-10' };
    expect(when(back, packed, shipped).refusal).toMatchObject({
      code: 'no_request',
      alternatives: [{ action: 'request_return' }],
    });
    expect(when(back, packed, shipped, requested).events).toEqual([returned]);
    expect(when(back, packed, shipped, requested, returned).refusal?.code).toBe('returned_already');
  });
});

it('what was delivered came back after that, whichever is recorded first', () => {
  const returnedOn = (day: string): OrderCommand => ({ type: 'record_return', returnedOn: day });
  expect(when(returnedOn('2026-11-08'), packed, shipped, delivered, requested).refusal).toMatchObject({
    code: 'before_delivery',
    field: 'returnedOn',
  });
  const deliver = (day: string) =>
    when({ type: 'deliver_order', deliveredOn: day }, packed, shipped, requested, {
      type: 'order_returned',
      payload: { returnedOn: '2026-11-08' },
    });
  expect(deliver('2026-11-09').refusal).toMatchObject({ code: 'after_return', field: 'deliveredOn' });
  expect(deliver('2026-11-08').events).toHaveLength(1);
});

describe('cancelling', () => {
  it('ends what was not shipped yet, until it is reinstated', () => {
    expect(when({ type: 'cancel_order', why: null }, packed).events).toEqual([cancelled]);
    expect(when({ type: 'cancel_order', why: null }, packed, shipped).refusal).toMatchObject({
      code: 'shipped',
      alternatives: [{ action: 'request_return' }],
    });
    expect(when({ type: 'pack_order' }, cancelled).refusal).toMatchObject({
      code: 'cancelled',
      alternatives: [{ action: 'reinstate_order' }],
    });
    expect(when({ type: 'reinstate_order' }).refusal?.code).toBe('not_cancelled');
  });
});

it('an invoice is linked once and unlinked once', () => {
  const linked: OrderEvent = { type: 'invoice_linked', payload: { invoice } };
  expect(when({ type: 'link_invoice', invoice }).events).toEqual([linked]);
  expect(when({ type: 'link_invoice', invoice }, linked).events).toEqual([]);
  expect(when({ type: 'unlink_invoice', invoiceId: invoice.id }).refusal?.code).toBe('no_such_invoice');
});

describe('the status', () => {
  it.each([
    ['placed', []],
    ['packed', [packed]],
    ['shipped', [packed, shipped]],
    ['delivered', [packed, shipped, delivered]],
    ['return_requested', [packed, shipped, requested]],
    ['returned', [packed, shipped, delivered, requested, returned]],
    ['cancelled', [packed, cancelled]],
    ['discarded', [cancelled, { type: 'order_discarded', payload: {} }]],
  ] as const)('is %s after %j', (status, before) => {
    expect(statusOf(having(...(before as readonly OrderEvent[])).state)).toBe(status);
  });

  it('stands in the row of the list, with what the items come to', () => {
    expect(summarize(having(packed, shipped).state)).toEqual({
      title: 'ORD-0001',
      status: 'shipped',
      customerId: '00000000-0000-4000-8000-000000000002',
      customerName: 'Lindqvist Bakery AB',
      amount: 11_700,
      currency: 'EUR',
      fields: { items: 'Rye flour, 25 kg, Baking tray', placedOn: '2026-11-02', carrier: 'DHL' },
    });
  });
});

it('a page may send everything that leads somewhere', () => {
  for (const [, ...commands] of Object.values(ways))
    for (const command of commands) expect(orderCommand.parse(command)).toEqual(command);
});
