import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type PayloadDefinition, UnknownSchemaVersionError, upcast } from './upcast';

/**
 * A line's price in three shapes: `price` in whole units, then `amount` in cents with a colour nobody asked for any
 * more, then `unitPrice` with the colour gone.
 */
const definition: PayloadDefinition = {
  schemaVersion: 3,
  schema: z.strictObject({ lineId: z.string(), unitPrice: z.int() }),
  upcasters: {
    1: {
      payload: (old) => {
        const { price, ...rest } = old as { price: number };
        return { ...rest, amount: price * 100 };
      },
      path: (old) => old.replace(/\.price$/, '.amount'),
    },
    2: {
      payload: (old) => {
        const { amount, colour: _, ...rest } = old as { amount: number; colour: string };
        return { ...rest, unitPrice: amount };
      },
      path: (old) => old.replace(/\.amount$/, '.unitPrice'),
    },
  },
};

describe('upcast', () => {
  it('lifts a payload step by step, and the paths of its difference with it', () => {
    const stored = {
      schemaVersion: 1,
      payload: { lineId: 'l1', price: 12, colour: 'red' },
      changes: {
        'lines.l1.price': { from: 11, to: 12 },
        'lines.l1.colour': { to: 'red' },
        'lines.price.id': { to: 'price' },
      },
    };
    const asStored = structuredClone(stored);
    expect(upcast('line_changed', definition, stored)).toEqual({
      payload: { lineId: 'l1', unitPrice: 1200 },
      changes: {
        'lines.l1.unitPrice': { from: 11, to: 12 },
        // No field of today, and shown in the past all the same.
        'lines.l1.colour': { to: 'red' },
        'lines.price.id': { to: 'price' },
      },
    });
    expect(stored).toEqual(asStored);
  });

  it('starts from the shape that was stored', () => {
    const stored = { schemaVersion: 2, payload: { lineId: 'l1', amount: 1200, colour: 'red' }, changes: {} };
    expect(upcast('line_changed', definition, stored).payload).toEqual({ lineId: 'l1', unitPrice: 1200 });
  });

  it('keeps the paths where an upcaster says nothing of them', () => {
    const silent = {
      ...definition,
      upcasters: { ...definition.upcasters, 1: { payload: () => ({ amount: 1, lineId: 'l' }) } },
    };
    const stored = { schemaVersion: 1, payload: {}, changes: { memo: { to: 'x' } } };
    expect(upcast('line_changed', silent, stored).changes).toEqual({ memo: { to: 'x' } });
  });

  it('returns the current shape untouched: its hash vouches for it', () => {
    const stored = {
      schemaVersion: 3,
      payload: { anything: 'as it was written' },
      changes: { a: { to: 1 } },
    };
    const current = upcast('line_changed', definition, stored);
    expect(current.payload).toBe(stored.payload);
    expect(current.changes).toBe(stored.changes);
  });

  it('checks what an upcaster made', () => {
    const stored = { schemaVersion: 2, payload: { lineId: 'l1', amount: 'much' }, changes: {} };
    expect(() => upcast('line_changed', definition, stored)).toThrow(/unitPrice/);
  });

  it('refuses a shape from a newer release, and says what to do', () => {
    const stored = { schemaVersion: 4, payload: {}, changes: {} };
    expect(() => upcast('line_changed', definition, stored)).toThrow(UnknownSchemaVersionError);
    expect(() => upcast('line_changed', definition, stored)).toThrow(
      'The event type "line_changed" has no payload shape 4 here. It was written by a newer version of Retrace; update this one.',
    );
  });

  it('refuses a shape that nothing lifts', () => {
    const stored = { schemaVersion: 0, payload: {}, changes: {} };
    expect(() => upcast('line_changed', definition, stored)).toThrow(/no payload shape 0/);
  });
});
