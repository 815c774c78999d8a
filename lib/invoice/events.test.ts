import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { largestAmount } from '../money';
import { type InvoiceEventType, invoicePayloadSchemas, invoicePayloads } from './events';
import { lineId } from './testing';

const at = '2026-11-10T13:13:07.123456Z';
const line = {
  id: lineId(1),
  place: 'a0',
  description: 'Rye flour',
  quantity: '2.5',
  unitPrice: 3105,
  taxRate: 1900,
};
const customer = {
  id: lineId(100),
  name: 'Lindqvist Bakery AB',
  email: 'orders@lindqvist.example',
  address: null,
};

/** One payload of every type. The compiler asks for the next one. */
const valid: { [T in InvoiceEventType]: z.input<(typeof invoicePayloadSchemas)[T]> } = {
  invoice_created: {
    invoiceId: lineId(0),
    currency: 'EUR',
    customer,
    dueDate: '2026-12-01',
    memo: 'Thank you',
    lines: [line],
  },
  draft_discarded: {},
  draft_restored: {},
  line_added: { line },
  line_changed: { lineId: lineId(1), description: 'Rye', quantity: '1', unitPrice: 1, taxRate: 0 },
  line_removed: { lineId: lineId(1) },
  line_restored: { line },
  due_date_changed: { dueDate: '2026-12-01' },
  memo_changed: { memo: 'Thank you' },
  invoice_finalized: { number: 'INV-0001', issueDate: '2026-11-10', finalizedAt: at },
  invoice_returned_to_draft: {},
  invoice_sent: {
    message: { id: lineId(70), kind: 'invoice', to: 'orders@lindqvist.example', text: null, sentAt: at },
  },
  payment_received: {
    payment: { id: lineId(60), amount: 100, method: 'card', receivedOn: '2026-11-10', reference: 'RF18' },
  },
  payment_reversed: { paymentId: lineId(60) },
  invoice_voided: { voidedAt: at },
  invoice_reinstated: {},
};

const noIds = ['', 'l1', '00000000-0000-4000-8000-00000000000', 5, null];
const noDays = ['', '2026-02-30', '1899-12-31', '2200-01-01', '10.11.2026', at, 20261110];
const noInstants = ['', 'yesterday', '2026-11-10', '2026-11-10T13:13:07', '2026-11-10T25:00:00Z', 0, null];
const noText = (most: number) => ['x'.repeat(most + 1), 'a\0b', '\ud83d', 5];
const notWhole = [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '5', null];

/** By the name of a leaf, what must never get into the log under it. */
const refused: Record<string, readonly unknown[]> = {
  id: noIds,
  invoiceId: noIds,
  lineId: noIds,
  paymentId: noIds,
  currency: ['', 'eur', 'EURO', 'XXY', 'MGA', null],
  name: ['', '   ', ...noText(200), null],
  email: ['', 'orders', 'orders@lindqvist', `${'x'.repeat(245)}@x.example`, 'a\0@x.example', 5],
  address: noText(500),
  dueDate: noDays,
  memo: noText(2000),
  place: ['', 'a'.repeat(101), 'a 0', 'a\0', 'ä', null],
  description: ['', '   ', ...noText(500), null],
  quantity: [
    '',
    '0',
    '0.0',
    '1.50',
    '1.0',
    '01',
    '.5',
    '5.',
    '1.2345',
    '1000000',
    '-1',
    '1,5',
    '1e3',
    '1\n',
    1,
    null,
  ],
  unitPrice: [-1, 1_000_000_001, ...notWhole],
  taxRate: [-1, 10_001, ...notWhole],
  number: ['', ' ', ...noText(50), null],
  issueDate: [...noDays, null],
  finalizedAt: noInstants,
  sentAt: noInstants,
  voidedAt: noInstants,
  to: ['', ...noText(254), null],
  amount: [0, -1, largestAmount + 1, ...notWhole],
  method: ['', 'cheque', 'Card', null],
  receivedOn: [...noDays, null],
  reference: noText(200),
};

/** The values at the edge, which must be taken. */
const taken: Record<string, readonly unknown[]> = {
  currency: ['JPY', 'KWD'],
  name: ['x'.repeat(200), 'Bäckerei 🥐'],
  email: [null],
  address: [null, 'x'.repeat(500), 'Lindenstraße 12\n10969 Berlin'],
  dueDate: [null, '1900-01-01', '2199-12-31', '2024-02-29'],
  memo: [null, 'x'.repeat(2000)],
  quantity: ['1', '0.5', '0.001', '999999.999', '10', '100.05'],
  unitPrice: [0, 1_000_000_000],
  taxRate: [0, 10_000],
  amount: [1, largestAmount],
  method: ['bank_transfer', 'cash', 'direct_debit', 'other'],
  reference: [null],
  finalizedAt: ['2026-11-10T13:13:07Z'],
};

type Path = readonly (string | number)[];

/** Every leaf of a payload by its path. */
function leavesOf(node: unknown, path: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [path];
  if (Array.isArray(node)) return node.flatMap((child, index) => leavesOf(child, [...path, index]));
  return Object.entries(node).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

/** A copy with another value, or none, at a path. */
function withValue(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = structuredClone(node) as Record<string | number, unknown>;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

const types = Object.keys(valid) as InvoiceEventType[];
const leaves = types.flatMap((type) =>
  leavesOf(valid[type]).map((path) => ({ type, path, at: path.join('.') })),
);
const nameOf = (path: Path) => String(path.findLast((step) => typeof step === 'string'));
const issuesAt = (type: InvoiceEventType, payload: unknown) =>
  z
    .safeParse(invoicePayloadSchemas[type] as z.ZodMiniType, payload)
    .error?.issues.map(({ path }) => path.join('.'));

describe('payloads', () => {
  it.each(types)('%s is taken as it stands', (type) => {
    expect(invoicePayloads[type].schema.parse(valid[type])).toEqual(valid[type]);
  });

  it.each(leaves)('$type refuses what $at must not be, and names it', ({ type, path, at: place }) => {
    const bad = refused[nameOf(path)];
    if (!bad) throw new Error(`Say in this test what ${type}.${place} must not be.`);
    for (const value of bad) {
      expect(issuesAt(type, withValue(valid[type], path, value)), JSON.stringify(value)).toContain(place);
    }
    if (type !== 'line_changed' || place === 'lineId') {
      expect(issuesAt(type, withValue(valid[type], path, undefined)), 'left out').toContain(place);
    }
  });

  it.each(leaves.filter(({ path }) => taken[nameOf(path)]))(
    '$type takes the edges of $at',
    ({ type, path }) => {
      for (const value of taken[nameOf(path)] ?? []) {
        const payload = withValue(valid[type], path, value);
        expect(invoicePayloads[type].schema.parse(payload)).toEqual(payload);
      }
    },
  );

  it('of a creation has 500 lines at most', () => {
    const lines = (count: number) => ({ ...valid.invoice_created, lines: Array(count).fill(line) });
    expect(issuesAt('invoice_created', lines(500))).toBeUndefined();
    expect(issuesAt('invoice_created', lines(501))).toEqual(['lines']);
  });

  it('may leave out what a change of a line does not touch', () => {
    expect(issuesAt('line_changed', { lineId: lineId(1), quantity: '2' })).toBeUndefined();
  });

  it.each(types)('%s has a way up from every older shape', (type) => {
    const { schemaVersion, upcasters } = invoicePayloads[type];
    expect(schemaVersion).toBeGreaterThanOrEqual(1);
    for (let shape = 1; shape < schemaVersion; shape++) expect(upcasters).toHaveProperty(String(shape));
  });
});
