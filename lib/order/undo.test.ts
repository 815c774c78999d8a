import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import { tellEachWay, tryEachWay, tryUndoLaws } from '../event-sourcing/undo-laws';
import type { OrderCommand } from './commands';
import { orderPayloads } from './events';
import { anyCommand, order, people, ways } from './testing';

const { ana, mia } = people;
const each = { begin: order, ways, actors: [ana, mia] } as const;

describe('undo', () => {
  tryUndoLaws({ begin: order, commands: anyCommand, actors: [ana, mia], payloads: orderPayloads });

  tryEachWay(each);

  it('of the placing leaves the record, marked, and redo brings it back', () => {
    const record = order();
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ number: 'ORD-0001', discarded: true });
    expect(record.press(ana, 'redo').ok).toBe(true);
    expect(record.log.state.discarded).toBe(false);
  });

  it('of a step waits for the steps that rest on it', () => {
    const record = order();
    record.command(ana, { type: 'pack_order' });
    record.command(mia, { type: 'ship_order', carrier: null, tracking: null });
    expect(record.press(ana, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ packedOn: null, shippedOn: null });
  });

  it('of a delivery waits for the return that came after it', () => {
    const record = order();
    for (const command of ways.order_delivered?.slice(1) ?? []) record.command(ana, command as OrderCommand);
    record.command(mia, { type: 'request_return', why: null });
    record.command(mia, { type: 'record_return', returnedOn: '2026-11-10' });
    expect(record.press(ana, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.press(ana, 'undo').ok).toBe(true);
  });

  it('of what moved goods asks for a reason, and so does its redo; the other steps don’t', () => {
    const record = order();
    for (const command of ways.order_returned?.slice(1) ?? []) record.command(ana, command as OrderCommand);
    const asked = (button: 'undo' | 'redo') => {
      const pressed = record.press(ana, button);
      return pressed.ok && pressed.plan.reasonRequired;
    };
    // The return, its request, the delivery, the shipping, the packing, the placing.
    const goods = [true, false, true, true, false, false];
    expect(goods.map(() => asked('undo'))).toEqual(goods);
    expect(goods.map(() => asked('redo'))).toEqual(goods.toReversed());
  });
});

describe('in words', () => {
  tellEachWay(each);

  it('a placing lists what was ordered', () => {
    const narration = narrate(order().log, 1);
    expect(narration.sentence).toBe('placed the order ORD-0001: 2 items, €117.00');
    expect(narration.changes.map(({ label, to }) => `${label}: ${to}`)).toEqual([
      'Number: ORD-0001',
      'Customer: Lindqvist Bakery AB',
      'Placed: 2 Nov 2026',
      'Item: Rye flour, 25 kg',
      'Count: 4',
      'Price: €24.50',
      'Item: Baking tray',
      'Count: 1',
      'Price: €19.00',
    ]);
  });
});
