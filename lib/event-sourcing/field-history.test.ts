import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice } from '../invoice/invoice';
import { draft, lineId, people } from '../invoice/testing';
import { grow, pasts } from '../invoice/testing/histories';
import { payment } from '../invoice/testing/lives';
import { totalsOf } from '../invoice/totals';
import type { Leaf } from './event';
import { asOfVersion, type Field, type FieldEntry, fieldHistory } from './field-history';
import type { RecordLog } from './record-log';

const { ana, bob, mia } = people;
/** `npm test` and the fuzz try hundreds of histories. */
const manyRuns = 120_000;

const dueDate: Field<Invoice> = { label: 'Due date', paths: ['dueDate'], read: (invoice) => invoice.dueDate };
const memo: Field<Invoice> = { label: 'Memo', paths: ['memo'], read: (invoice) => invoice.memo };
const balance: Field<Invoice> = {
  label: 'Balance due',
  read: (invoice) => String(totalsOf(invoice).balance),
};
const line = (n: number): Field<Invoice> => ({
  label: 'Line',
  paths: [`lines.${lineId(n)}`],
  read: ({ lines }) => {
    const found = lines[lineId(n)];
    return found ? `${found.quantity} × ${found.unitPrice}` : null;
  },
});
const price = (n: number): Field<Invoice> => ({
  label: 'Price',
  paths: [`lines.${lineId(n)}.unitPrice`],
  read: ({ lines }) => lines[lineId(n)]?.unitPrice.toString() ?? null,
});

/** "3 2026-12-02 → 2026-12-03 stands [4 undoes …]": an entry on one line. */
const told = ({ version, from, to, stands, inForce, reverts }: FieldEntry): string =>
  [
    `${version}: ${from} → ${to}`,
    stands && 'stands',
    !inForce && 'undone',
    ...reverts.map((step) => `(${step.version}: ${step.from} → ${step.to}${step.stands ? ' stands' : ''})`),
  ]
    .filter(Boolean)
    .join(' ');

const tellAll = (log: RecordLog<Invoice>, field: Field<Invoice>) =>
  fieldHistory(log, field).entries.map(told);

/** Ana and Bob move the due date; Mia undoes Bob's change, Bob re-applies it, Mia undoes it again. */
function disputed() {
  const record = draft();
  record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
  record.command(ana, { type: 'change_details', memo: 'Beside it' });
  record.command(bob, { type: 'change_details', dueDate: '2026-12-20' });
  for (const who of [mia, bob, mia]) record.revertRow(who, 4);
  return record;
}

describe('the history of a field', () => {
  it('is a chain of changes, newest first, with what became of each beneath it', () => {
    const { log } = disputed();
    expect(tellAll(log, dueDate)).toEqual([
      '4: 2026-12-01 → 2026-12-20 undone (5: 2026-12-20 → 2026-12-01) (6: 2026-12-01 → 2026-12-20) (7: 2026-12-20 → 2026-12-01)',
      '2: null → 2026-12-01 stands',
      '1: null → null',
    ]);
    expect(fieldHistory(log, dueDate)).toMatchObject({ value: '2026-12-01', atCreation: null, latest: 7 });
  });

  it('ends at the version in view: what came later has undone nothing yet', () => {
    const { log } = disputed();
    expect(tellAll(asOfVersion(log, 4), dueDate)).toEqual([
      '4: 2026-12-01 → 2026-12-20 stands',
      '2: null → 2026-12-01',
      '1: null → null',
    ]);
    expect(fieldHistory(asOfVersion(log, 6), dueDate).value).toBe('2026-12-20');
    expect(asOfVersion(log, log.version)).toBe(log);
  });

  it('holds what was put back by a redo for the change that it is of, however much lies between', () => {
    const record = disputed();
    record.revertRow(bob, 4);
    expect(tellAll(record.log, dueDate)[0]).toMatch(/^4: .* stands \(5:/);
  });

  it('of a value that never changed has the creation alone', () => {
    const { log } = disputed();
    expect(tellAll(log, price(1))).toEqual(['1: null → 1250 stands']);
    expect(fieldHistory(log, price(1)).atCreation).toBe('1250');
    expect(fieldHistory(log, price(9))).toEqual({ value: null, atCreation: null, latest: 0, entries: [] });
  });

  it('of a whole line stands by every change that a part of it stands by', () => {
    const record = draft();
    record.command(ana, { type: 'change_line', lineId: lineId(1), unitPrice: 900 });
    record.command(bob, { type: 'change_line', lineId: lineId(1), quantity: '3' });
    record.command(bob, { type: 'change_line', lineId: lineId(2), quantity: '7' });
    expect(tellAll(record.log, line(1))).toEqual([
      '3: 2 × 900 → 3 × 900 stands',
      '2: 2 × 1250 → 2 × 900 stands',
      '1: null → 2 × 1250 stands',
    ]);
    record.command(ana, { type: 'remove_line', lineId: lineId(1) });
    expect(tellAll(record.log, line(1))[0]).toBe('5: 3 × 900 → null stands');
    record.revertRow(ana, 5);
    expect(tellAll(record.log, line(1))[0]).toBe('5: 3 × 900 → null undone (6: null → 3 × 900)');
  });

  it('tells of what an amount is read with, where that changed how it reads; it stands by its own change', () => {
    const priced: Field<Invoice> = {
      ...price(1),
      readWith: ['currency'],
      read: ({ lines, currency }) => (lines[lineId(1)] ? `${lines[lineId(1)]?.unitPrice} ${currency}` : null),
    };
    const record = draft();
    record.command(ana, { type: 'change_line', lineId: lineId(1), unitPrice: 900 });
    record.command(bob, { type: 'change_currency', currency: 'SEK' });
    expect(tellAll(record.log, priced)).toEqual([
      '3: 900 EUR → 900 SEK',
      '2: 1250 EUR → 900 EUR stands',
      '1: null → 1250 EUR',
    ]);
    record.command(ana, { type: 'remove_line', lineId: lineId(1) });
    record.command(bob, { type: 'change_currency', currency: 'EUR' });
    expect(tellAll(record.log, priced)[0]).toBe('4: 900 SEK → null stands');
  });

  it('of several leaves does not stand by what left one of them empty', () => {
    const method: Field<Invoice> = {
      label: 'Paid by',
      paths: ['paymentMethod'],
      read: ({ paymentMethod }) => paymentMethod.method,
    };
    const record = draft();
    expect(tellAll(record.log, method)).toEqual(['1: null → null stands']);
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, { type: 'update_payment_method', method: 'card', detail: null });
    expect(tellAll(record.log, method)).toEqual(['3: null → card stands', '1: null → null']);
  });

  it('of an action of several events stands by the one that wrote the value last', () => {
    const record = draft();
    record.command(
      ana,
      { type: 'change_details', dueDate: '2026-12-01' },
      { type: 'change_details', dueDate: '2026-12-02' },
    );
    expect(tellAll(record.log, dueDate).slice(0, 2)).toEqual([
      '3: 2026-12-01 → 2026-12-02 stands',
      '2: null → 2026-12-01',
    ]);
  });

  it('stands by the creation still while that is undone, which takes no value away', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', memo: 'A' });
    record.revertRow(ana, 2);
    record.revertRow(ana, 1);
    expect(record.log.state.discarded).toBe(true);
    expect(tellAll(record.log, price(1))).toEqual(['1: null → 1250 stands']);
    expect(tellAll(record.log, memo)).toEqual(['2: null → A undone (3: A → null)', '1: null → null stands']);
  });
});

describe('the history of a figure', () => {
  function paid() {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, payment(2000, lineId(60)));
    record.command(bob, { type: 'change_details', memo: 'Moves nothing' });
    record.command(bob, payment(1000, lineId(61)));
    return record;
  }

  it('has what moved it, and stands by whatever did so last', () => {
    const record = paid();
    expect(tellAll(record.log, balance)).toEqual([
      '5: 3950 → 2950 stands',
      '3: 5950 → 3950',
      '1: null → 5950',
    ]);
    record.revertRow(mia, 3);
    expect(tellAll(record.log, balance)).toEqual([
      '5: 3950 → 2950',
      '3: 5950 → 3950 undone (6: 2950 → 4950 stands)',
      '1: null → 5950',
    ]);
  });

  it('tells of an undo of what moved it, also where that left it as it was', () => {
    const isPaid: Field<Invoice> = {
      label: 'Paid',
      read: (invoice) => (totalsOf(invoice).paid >= 1000 ? 'yes' : 'no'),
    };
    const record = paid();
    record.revertRow(mia, 3);
    expect(tellAll(record.log, isPaid)).toEqual(['3: no → yes stands undone (6: yes → yes)', '1: null → no']);
  });
});

describe('of any history', () => {
  /** Every leaf there ever was, with a way to read it. */
  function leavesOf(log: RecordLog<Invoice>): Map<string, Field<Invoice>> {
    const paths = new Set(log.events.flatMap(({ changes }) => Object.keys(changes)));
    return new Map(
      [...paths].map((path) => [path, { label: path, paths: [path], read: (state) => leafAt(state, path) }]),
    );
  }
  function leafAt(state: object, path: string): string | null {
    let value: unknown = state;
    for (const step of path.split('.')) value = (value as Record<string, unknown> | null)?.[step];
    return typeof value === 'object' || value === undefined ? null : String(value as Leaf);
  }

  it(
    'a leaf has exactly the events that changed it, and one change that it stands by',
    () => {
      fc.assert(
        fc.property(pasts(20), fc.nat(), (past, at) => {
          const whole = grow(past).log;
          const log = asOfVersion(whole, 1 + (at % whole.version));
          for (const [path, field] of leavesOf(log)) {
            const { entries, value } = fieldHistory(log, field);
            const steps = entries.flatMap((entry) => [entry, ...entry.reverts]);
            const changed = log.events.filter(({ changes }) => path in changes).map(({ version }) => version);
            expect(steps.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(changed);
            expect(steps.filter(({ stands }) => stands).map(({ to }) => to)).toEqual([value]);
            const standing = entries.find(({ stands }) => stands);
            if (standing) expect(standing.inForce).toBe(true);
            else expect(entries.every(({ inForce }) => !inForce)).toBe(true);
          }
        }),
      );
    },
    manyRuns,
  );

  it(
    'the steps of a figure lead from one value to the next, up to the present one',
    () => {
      fc.assert(
        fc.property(pasts(20), (past) => {
          const { log } = grow(past);
          const { entries, value } = fieldHistory(log, balance);
          const steps = entries
            .flatMap(({ reverts, ...own }) => [own, ...reverts])
            .toSorted((a, b) => a.version - b.version)
            .filter(({ from, to }) => from !== to);
          expect(steps.map(({ from }) => from)).toEqual([null, ...steps.slice(0, -1).map(({ to }) => to)]);
          expect(steps.at(-1)).toMatchObject({ to: value, stands: true });
        }),
      );
    },
    manyRuns,
  );
});
