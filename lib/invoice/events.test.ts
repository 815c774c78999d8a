import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { largestAmount } from '../money';
import { type InvoiceEventType, invoicePayloadSchemas, invoicePayloads } from './events';
import { lineId } from './testing';
import { children, eventTypes, examples, type PayloadOf } from './testing/examples';

const at = '2026-11-10T13:13:07.123456Z';

/** One payload of every type, with a value in every field. */
const valid: { [T in InvoiceEventType]: PayloadOf<T> } = {
  ...(Object.fromEntries(eventTypes.map((type) => [type, examples[type].payload])) as {
    [T in InvoiceEventType]: PayloadOf<T>;
  }),
  line_changed: { lineId: lineId(1), description: 'Rye', quantity: '1', unitPrice: 1, taxRate: 0 },
  customer_changed: {
    id: lineId(101),
    name: 'Kupfer OHG',
    email: 'till@kupfer.example',
    address: 'Zinnweg 1',
    taxId: 'DE1',
  },
};

/** Types whose payload holds only what changes, and the field that says of what. */
const sparse: Partial<Record<InvoiceEventType, readonly string[]>> = {
  line_changed: ['lineId'],
  customer_changed: [],
  payment_method_updated: [],
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
  discountId: noIds,
  paymentId: noIds,
  attemptId: noIds,
  refundId: noIds,
  creditId: noIds,
  disputeId: noIds,
  noteId: noIds,
  approvalId: noIds,
  requestId: noIds,
  currency: ['', 'eur', 'EURO', 'XXY', 'MGA', null],
  name: ['', '   ', ...noText(200), null],
  email: ['', 'orders', 'orders@lindqvist', `${'x'.repeat(245)}@x.example`, 'a\0@x.example', 5],
  address: noText(500),
  taxId: noText(50),
  rounding: ['', 'up', 'half_odd', null],
  title: ['', ' ', ...noText(50), null],
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
  writtenOffAt: noInstants,
  retriedAt: noInstants,
  addedAt: noInstants,
  requestedAt: noInstants,
  paymentReference: ['', ' ', ...noText(50)],
  to: ['', ...noText(254), null],
  amount: [0, -1, largestAmount + 1, ...notWhole],
  method: ['', 'cheque', 'Card', null],
  receivedOn: [...noDays, null],
  failedOn: [...noDays, null],
  issuedOn: [...noDays, null],
  settledOn: [...noDays, null],
  openedOn: [...noDays, null],
  closedOn: [...noDays, null],
  code: ['', 'declined', 'Other', null],
  category: ['', 'double', null],
  detail: noText(500),
  forGood: [-1, largestAmount + 1, ...notWhole],
  kind: ['', 'letter', null],
  author: ['', ' ', ...noText(200), null],
  reason: ['', ' ', ...noText(1000), null],
  requestedById: ['', ...noText(200), null],
  requestedBy: ['', ...noText(200), null],
  rate: [0, -1, 10_001, 0.5, '5'],
  type: ['', 'void_invoice', null],
  reference: noText(200),
};

/** The same by the whole path, where a name means two things. */
const refusedAt: Record<string, readonly unknown[]> = {
  'message.text': noText(5000),
  'note.text': ['', ' ', ...noText(2000), null],
  'discount.description': ['', ' ', ...noText(200), null],
  // Neither share nor amount: that of the two that is not there can't be wrong alone.
  'discount.amount': [0, -1, 0.5, '5'],
  method: ['', 'cheque', 'Card'],
  detail: noText(100),
  'approval.command.type': ['', 'void_invoice', null],
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
  taxId: [null, 'x'.repeat(50)],
  rounding: ['half_even', 'half_up'],
  paymentReference: [null],
  forGood: [0, largestAmount],
  kind: ['invoice', 'receipt', 'reminder'],
  code: ['insufficient_funds', 'other'],
  category: ['fraudulent', 'other'],
  detail: [null, 'x'.repeat(100)],
  rate: [1, 10_000],
  finalizedAt: ['2026-11-10T13:13:07Z'],
};

/** A discount is a share here, so of an amount nothing can be taken. */
const takenAt: Record<string, readonly unknown[]> = { 'discount.amount': [null] };
const edgesOf = (path: Path) => takenAt[path.join('.')] ?? taken[nameOf(path)];

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

const types = eventTypes;
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
    const bad = refusedAt[place] ?? refused[nameOf(path)];
    if (!bad) throw new Error(`Say in this test what ${type}.${place} must not be.`);
    for (const value of bad) {
      expect(issuesAt(type, withValue(valid[type], path, value)), JSON.stringify(value)).toContain(place);
    }
    if (sparse[type]?.includes(place) ?? true) {
      expect(issuesAt(type, withValue(valid[type], path, undefined)), 'left out').toContain(place);
    }
  });

  it.each(leaves.filter(({ path }) => edgesOf(path)))('$type takes the edges of $at', ({ type, path }) => {
    for (const value of edgesOf(path) ?? []) {
      const payload = withValue(valid[type], path, value);
      expect(invoicePayloads[type].schema.parse(payload)).toEqual(payload);
    }
  });

  it('may say that there is no original, and no seller', () => {
    const { invoice_created: created, invoice_finalized: finalized } = valid;
    expect(issuesAt('invoice_created', { ...created, duplicateOf: null })).toBeUndefined();
    expect(issuesAt('invoice_finalized', { ...finalized, seller: null })).toBeUndefined();
    expect(issuesAt('invoice_created', { ...created, duplicateOf: 'INV-1' })).toEqual(['duplicateOf']);
    expect(issuesAt('invoice_finalized', { ...finalized, seller: 'Northwind' })).toEqual(['seller']);
  });

  it('of a creation has 500 lines at most', () => {
    const lines = (count: number) => ({ ...valid.invoice_created, lines: Array(count).fill(children.line) });
    expect(issuesAt('invoice_created', lines(500))).toBeUndefined();
    expect(issuesAt('invoice_created', lines(501))).toEqual(['lines']);
  });

  it.each([
    ['line_changed', { lineId: lineId(1), quantity: '2' }],
    ['customer_changed', { email: null }],
    ['payment_method_updated', { detail: null }],
    ['payment_method_updated', { method: null }],
  ] as const)('of %s may leave out what it does not touch: %j', (type, payload) => {
    expect(issuesAt(type, payload)).toBeUndefined();
  });

  it.each([
    [1000, null, undefined],
    [null, 500, undefined],
    [1000, 500, ['discount']],
    [null, null, ['discount']],
  ])('of a discount has a share or an amount: %j and %j', (rate, amount, issues) => {
    expect(issuesAt('discount_granted', { discount: { ...children.discount, rate, amount } })).toEqual(
      issues,
    );
  });

  it.each([
    { type: 'issue_credit_note', creditId: lineId(90), amount: 5000 },
    { type: 'write_off_invoice', requestId: lineId(90) },
  ])('of a request keeps the whole command: $type', (command) => {
    const payload = { approval: { ...children.approval, command } };
    expect(invoicePayloads.approval_requested.schema.parse(payload)).toEqual(payload);
    const { type } = command;
    expect(
      issuesAt('approval_requested', { approval: { ...children.approval, command: { type } } }),
    ).not.toBeUndefined();
  });

  it.each(types)('%s has a way up from every older shape', (type) => {
    const { schemaVersion, upcasters } = invoicePayloads[type];
    expect(schemaVersion).toBeGreaterThanOrEqual(1);
    for (let shape = 1; shape < schemaVersion; shape++) expect(upcasters).toHaveProperty(String(shape));
  });
});
