import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestAmount } from '../money';
import type { Line, Payment } from './events';
import { evolve, type Invoice, linesInOrder, noInvoice, titleOf } from './invoice';
import { isOverdue, type Status, statusOf } from './status';
import { draft, lineId } from './testing';
import { lineAmount, totalsOf } from './totals';
import { violations } from './violations';

/** A finalized invoice with these lines (each its price, quantity and rate) and payments. */
function invoice(
  lines: readonly (readonly [unitPrice: number, quantity: string, taxRate: number])[],
  payments: readonly number[] = [],
  more: Partial<Invoice> = {},
): Invoice {
  const made = lines.map(([unitPrice, quantity, taxRate], index): Line => {
    const id = lineId(index + 1);
    return { id, place: `a${index}`, description: `Item ${index + 1}`, quantity, unitPrice, taxRate };
  });
  const paid = payments.map((amount, index): Payment => {
    return { id: lineId(60 + index), amount, method: 'card', receivedOn: '2026-11-10', reference: null };
  });
  return {
    ...draft({ lines: 0 }).log.state,
    finalizedAt: '2026-11-10T13:13:07.000000Z',
    lines: Object.fromEntries(made.map((line) => [line.id, line])),
    payments: Object.fromEntries(paid.map((payment) => [payment.id, payment])),
    ...more,
  };
}

describe('totals', () => {
  it('of mixed rates: net, tax by rate from the lowest, gross, paid and what is owed', () => {
    const totals = totalsOf(
      invoice(
        [
          [1250, '2', 1900],
          [999, '1', 700],
          [400, '0.5', 0],
          [100, '3', 700],
        ],
        [1000, 500],
      ),
    );
    expect(totals).toEqual({
      net: 3999,
      taxes: [
        { rate: 0, net: 200, tax: 0 },
        { rate: 700, net: 1299, tax: 91 },
        { rate: 1900, net: 2500, tax: 475 },
      ],
      tax: 566,
      total: 4565,
      paid: 1500,
      balance: 3065,
    });
  });

  it('rounds tax once per rate, not once per line', () => {
    // A line of 3 at 19 % has 0.57 of tax, rounded 1; three such lines together have 1.71, rounded 2.
    const totals = totalsOf(
      invoice([
        [3, '1', 1900],
        [3, '1', 1900],
        [3, '1', 1900],
      ]),
    );
    expect(totals.taxes).toEqual([{ rate: 1900, net: 9, tax: 2 }]);
  });

  it('rounds half to even, in each rate by itself', () => {
    // 50 at 1 % is 0.5 and goes to 0; 150 at 1 % is 1.5 and goes to 2; 250 at 5 % is 12.5 and goes to 12.
    expect(totalsOf(invoice([[50, '1', 100]])).tax).toBe(0);
    expect(
      totalsOf(
        invoice([
          [150, '1', 100],
          [250, '1', 500],
        ]),
      ).taxes.map(({ tax }) => tax),
    ).toEqual([2, 12]);
  });

  it('rounds each line to the minor unit before it is added', () => {
    const made = invoice([
      [5, '0.5', 0],
      [5, '0.5', 0],
    ]);
    expect(linesInOrder(made).map((line) => lineAmount(made, line))).toEqual([2, 2]);
    expect(totalsOf(made).net).toBe(4);
  });

  it('counts in the minor units of the currency', () => {
    expect(totalsOf(invoice([[1999, '0.5', 1000]], [], { currency: 'JPY' }))).toMatchObject({
      net: 1000,
      tax: 100,
      total: 1100,
    });
  });

  it('of nothing is nothing, and more paid than asked is below zero', () => {
    expect(totalsOf(invoice([]))).toEqual({ net: 0, taxes: [], tax: 0, total: 0, paid: 0, balance: 0 });
    expect(totalsOf(invoice([[100, '1', 0]], [150])).balance).toBe(-50);
  });

  it('always add up, whatever the order of lines', () => {
    const line = fc.tuple(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom('1', '0.5', '0.333', '12.25', '1000'),
      fc.constantFrom(0, 700, 725, 1900),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 10_000 })),
        (lines, paid) => {
          const totals = totalsOf(invoice(lines, paid));
          expect(totals.total).toBe(totals.net + totals.tax);
          expect(totals.balance).toBe(totals.total - totals.paid);
          const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
          expect(sum(totals.taxes.map((row) => row.net))).toBe(totals.net);
          expect(sum(totals.taxes.map((row) => row.tax))).toBe(totals.tax);
          expect(totalsOf(invoice(lines.toReversed(), paid))).toEqual(totals);
        },
      ),
    );
  });
});

describe('status', () => {
  const at = '2026-11-10T13:13:07.000000Z';
  const lines = [[100, '1', 0]] as const;
  it.each<[string, Status, Invoice]>([
    ['not finalized', 'draft', invoice(lines, [], { finalizedAt: null })],
    ['finalized, nothing paid', 'open', invoice(lines)],
    ['a part paid', 'partially_paid', invoice(lines, [99])],
    ['all paid, in parts', 'paid', invoice(lines, [60, 40])],
    ['more than all paid', 'paid', invoice(lines, [101])],
    ['nothing to pay', 'paid', invoice([[0, '1', 0]])],
    ['voided', 'void', invoice(lines, [], { voidedAt: at })],
    ['voided, though paid', 'void', invoice(lines, [100], { voidedAt: at })],
    ['discarded', 'discarded', invoice(lines, [], { discarded: true, finalizedAt: null })],
  ])('%s is %s', (_what, status, state) => expect(statusOf(state)).toBe(status));
});

describe('overdue', () => {
  const lines = [[100, '1', 0]] as const;
  const due = { dueDate: '2026-11-10' };
  it.each<[string, boolean, Invoice, string]>([
    ['open, the day after', true, invoice(lines, [], due), '2026-11-11'],
    ['open, on the day itself', false, invoice(lines, [], due), '2026-11-10'],
    ['partially paid, a year after', true, invoice(lines, [50], due), '2027-11-10'],
    ['paid', false, invoice(lines, [100], due), '2027-11-10'],
    ['without a due date', false, invoice(lines), '2027-11-10'],
    ['a draft', false, invoice(lines, [], { ...due, finalizedAt: null }), '2027-11-10'],
    ['void', false, invoice(lines, [], { ...due, voidedAt: '2026-11-10T13:13:07.000000Z' }), '2027-11-10'],
  ])('%s: %s', (_what, overdue, state, today) => expect(isOverdue(state, today)).toBe(overdue));
});

describe('the order of lines', () => {
  const made = invoice([
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

describe('violations', () => {
  it.each<[string, string[], Invoice]>([
    ['none of an invoice in order', [], invoice([[100, '1', 0]])],
    ['none of what is not there', [], noInvoice],
    ['none of a draft without lines', [], invoice([], [], { finalizedAt: null })],
    ['a finalized invoice without lines', ['no_lines'], invoice([])],
    ['none of the largest total', [], invoice([[1_000_000_000, '1000', 0]])],
    [
      'a total beyond it',
      ['total_too_large'],
      invoice([
        [1_000_000_000, '1000', 0],
        [1, '1', 0],
      ]),
    ],
  ])('%s', (_what, codes, state) => {
    const found = violations(state);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { message, paths } of found) {
      expect(message).toMatch(/\.$/);
      expect(paths).not.toEqual([]);
    }
  });

  it('has its bound where money has it', () =>
    expect(totalsOf(invoice([[1_000_000_000, '1000', 0]])).total).toBe(largestAmount));
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
