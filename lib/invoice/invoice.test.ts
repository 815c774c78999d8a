import { describe, expect, it } from 'vitest';
import { evolve, linesInOrder, noInvoice, titleOf } from './invoice';
import { draft, lineId } from './testing';
import { invoiceOf } from './testing/invoice-of';

describe('the order of lines', () => {
  const made = invoiceOf([
    [1, '1', 0],
    [2, '1', 0],
    [3, '1', 0],
  ]);
  const placed = (...places: string[]) => {
    const lines = Object.values(made.lines).map((line, index) => ({
      ...line,
      place: places[index] as string,
    }));
    return linesInOrder({ ...made, lines: Object.fromEntries(lines.map((line) => [line.id, line])) });
  };

  it.each([
    ['by place, not by arrival', ['a2', 'a0', 'a1'], [2, 3, 1]],
    ['a place between two others', ['a0', 'a1', 'a0V'], [1, 3, 2]],
    ['capitals first, as the places count', ['aa', 'aZ', 'a9'], [3, 2, 1]],
    ['equal places by id, so that it is the same everywhere', ['a1', 'a1', 'a0'], [3, 1, 2]],
  ])('%s', (_what, places, order) => expect(placed(...places).map((line) => line.unitPrice)).toEqual(order));
});

describe('titleOf', () => {
  it.each([
    ['its number', 'INV-2041', 'INV-2041'],
    ['without one, the beginning of its id', null, 'Draft 3F2A91C4'],
  ])('%s', (_what, number, title) =>
    expect(titleOf({ id: '3f2a91c4-0000-4000-8000-000000000001', number })).toBe(title),
  );
});

describe('evolve', () => {
  it('throws on a type from a newer release rather than pass it over', () => {
    const event = { type: 'invoice_teleported', payload: {} } as never;
    expect(() => evolve(noInvoice, event)).toThrow(
      '"invoice_teleported" is no event of an invoice. Update Retrace to read this record.',
    );
  });

  it('changes no state in place', () => {
    const { log } = draft();
    const before = structuredClone(log.state);
    evolve(log.state, { type: 'line_changed', payload: { lineId: lineId(1), quantity: '9' } });
    evolve(log.state, { type: 'line_removed', payload: { lineId: lineId(2) } });
    expect(log.state).toEqual(before);
  });

  it('is total: what speaks of a line that is gone changes nothing', () => {
    const { state } = draft().log;
    expect(evolve(state, { type: 'line_changed', payload: { lineId: lineId(9), quantity: '9' } })).toEqual(
      state,
    );
    expect(evolve(state, { type: 'line_removed', payload: { lineId: lineId(9) } })).toEqual(state);
  });
});
