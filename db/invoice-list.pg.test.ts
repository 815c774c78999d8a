import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayIn } from '@/lib/calendar';
import { noFilters } from '@/lib/invoice/invoice-filters';
import {
  type InvoiceListPage,
  type InvoiceListQuery,
  type InvoiceSort,
  invoiceSorts,
} from '@/lib/invoice/invoice-list';
import type { Status } from '@/lib/invoice/status';
import { people } from '@/lib/invoice/testing';
import type { Currency } from '@/lib/money';
import type { Database } from './client';
import { encodeCursor } from './invoice-cursor';
import { listInvoices } from './invoice-list';
import { invoices } from './schema/invoices';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.app;
});
afterAll(() => database.drop());
beforeEach(async () => {
  await db.delete(invoices);
});

const noon = '2026-11-10T12:00:00.000Z';

const everything: InvoiceListQuery = {
  ...noFilters,
  sort: 'updated',
  descending: true,
  size: 50,
  after: null,
  before: null,
};

const list = (query: Partial<InvoiceListQuery> = {}, now = noon): Promise<InvoiceListPage> =>
  listInvoices(
    db,
    { ...everything, ...query },
    { today: dayIn('Europe/Berlin', now), timeZone: 'Europe/Berlin' },
  );

const names = (page: InvoiceListPage): string[] => page.rows.map((row) => row.customerName);

interface Given {
  id?: string;
  number?: string | null;
  customerName?: string;
  status?: Status;
  currency?: Currency;
  dueDate?: string | null;
  issueDate?: string | null;
  totalAmount?: number;
  updatedAt?: string;
}

/** Rows as the projection would write them. */
async function given(...rows: Given[]): Promise<void> {
  await db.insert(invoices).values(
    rows.map((row) => ({
      streamId: row.id ?? randomUUID(),
      version: 1,
      number: row.number ?? null,
      customerId: randomUUID(),
      customerName: row.customerName ?? 'Lindqvist Bakery AB',
      currency: row.currency ?? 'EUR',
      status: row.status ?? 'open',
      netAmount: 0,
      taxAmount: 0,
      totalAmount: row.totalAmount ?? 0,
      paidAmount: 0,
      balanceAmount: row.totalAmount ?? 0,
      lineCount: 1,
      dueDate: row.dueDate ?? null,
      issueDate: row.issueDate ?? null,
      lastEventType: 'invoice_created',
      lastActorId: people.ana.id,
      lastActorName: people.ana.name,
      updatedAt: row.updatedAt ?? noon,
    })),
  );
}

test('a row says what the write path made of the invoice', async () => {
  const id = await createDraft(db, { lines: 2 });
  expectOk(await command(db, id, { type: 'change_details', dueDate: '2026-11-01' }));
  expectOk(await command(db, id, { type: 'finalize_invoice' }, { actor: people.bob }));
  const { rows, total, first } = await list();
  expect({ total, first }).toEqual({ total: 1, first: 1 });
  expect(rows[0]).toMatchObject({
    id,
    number: expect.any(String),
    customerName: 'Lindqvist Bakery AB',
    currency: 'EUR',
    status: 'open',
    overdue: true,
    totalAmount: 5950,
    balanceAmount: 5950,
    dueDate: '2026-11-01',
    issueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    lastActorName: people.bob.name,
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

test('nothing at all is an empty page', async () => {
  expect(await list()).toEqual({ rows: [], total: 0, totals: [], first: 0, previous: null, next: null });
});

describe('search', () => {
  beforeEach(() =>
    given(
      { number: 'INV-0001', customerName: 'Åsa & Söner 100% Rabatt' },
      { number: 'INV-0012', customerName: 'snake_case GmbH' },
      { number: null, customerName: 'Back\\slash Ltd' },
      { number: 'INV-0100', customerName: 'snakeXcase AG' },
    ),
  );

  test.each<[string, string[]]>([
    ['inv-0012', ['snake_case GmbH']],
    ['ÅSA', ['Åsa & Söner 100% Rabatt']],
    ['  gmbh  ', ['snake_case GmbH']],
    ['%', ['Åsa & Söner 100% Rabatt']],
    ['100%', ['Åsa & Söner 100% Rabatt']],
    ['snake_case', ['snake_case GmbH']],
    ['\\', ['Back\\slash Ltd']],
    ["'; --", []],
    ['snake 0100', ['snakeXcase AG']],
    ['snake 0001', []],
  ])('%j finds %j', async (search, found) => {
    const page = await list({ search });
    expect(names(page)).toEqual(found);
    expect(page.total).toBe(found.length);
  });
});

describe('filters', () => {
  beforeEach(() =>
    given(
      { customerName: 'draft', status: 'draft', dueDate: '2026-11-01' },
      { customerName: 'open', status: 'open', dueDate: '2026-11-01' },
      { customerName: 'open, due today', status: 'open', dueDate: '2026-11-10' },
      { customerName: 'open, no day', status: 'open' },
      { customerName: 'partly', status: 'partially_paid', dueDate: '2026-11-09' },
      { customerName: 'paid', status: 'paid', dueDate: '2026-11-01' },
    ),
  );

  test('one status or several', async () => {
    expect(names(await list({ statuses: ['paid'] }))).toEqual(['paid']);
    const two = await list({ statuses: ['paid', 'draft'], sort: 'customer', descending: false });
    expect(names(two)).toEqual(['draft', 'paid']);
    expect(two.total).toBe(2);
  });

  test('what is overdue is owed and past its day', async () => {
    const page = await list({ flags: ['overdue'], sort: 'customer', descending: false });
    expect(names(page)).toEqual(['open', 'partly']);
    expect(page.rows.every((row) => row.overdue)).toBe(true);
    expect((await list()).rows.filter((row) => row.overdue)).toHaveLength(2);
  });

  test('a search and filters hold together', async () => {
    expect(names(await list({ search: 'open', flags: ['overdue'] }))).toEqual(['open']);
  });
});

test('a day is over when it is over in the company’s time zone', async () => {
  await given({ dueDate: '2026-11-09' });
  const overdueAt = async (now: string) => (await list({}, now)).rows[0]?.overdue;
  // Berlin is an hour ahead of UTC in November.
  expect(await overdueAt('2026-11-09T22:59:59.999Z')).toBe(false);
  expect(await overdueAt('2026-11-09T23:00:00.000Z')).toBe(true);
});

describe('order', () => {
  test('INV-9 comes before INV-10, and what has no number last either way', async () => {
    await given(
      { number: 'INV-10', customerName: 'ten' },
      { customerName: 'none' },
      { number: 'INV-9', customerName: 'nine' },
    );
    expect(names(await list({ sort: 'number', descending: false }))).toEqual(['nine', 'ten', 'none']);
    expect(names(await list({ sort: 'number', descending: true }))).toEqual(['ten', 'nine', 'none']);
  });

  test('what has no due date comes last either way', async () => {
    await given(
      { dueDate: '2026-12-01', customerName: 'late' },
      { customerName: 'never' },
      { dueDate: '2026-11-01', customerName: 'early' },
    );
    expect(names(await list({ sort: 'due', descending: false }))).toEqual(['early', 'late', 'never']);
    expect(names(await list({ sort: 'due', descending: true }))).toEqual(['late', 'early', 'never']);
  });

  test('customers in whatever case', async () => {
    await given({ customerName: 'beta' }, { customerName: 'Alpha' }, { customerName: 'Gamma' });
    expect(names(await list({ sort: 'customer', descending: false }))).toEqual(['Alpha', 'beta', 'Gamma']);
  });

  test('totals by their face value, whatever the decimals of the currency', async () => {
    await given(
      { customerName: '€999.00', currency: 'EUR', totalAmount: 99_900 },
      { customerName: '¥1,000', currency: 'JPY', totalAmount: 1000 },
      { customerName: 'KWD 998.500', currency: 'KWD', totalAmount: 998_500 },
    );
    const page = await list({ sort: 'total', descending: true });
    expect(names(page)).toEqual(['¥1,000', '€999.00', 'KWD 998.500']);
  });

  test('balances as they are shown: of what nobody owes there is none, and it comes last', async () => {
    await given(
      { customerName: 'owed', totalAmount: 500 },
      { customerName: 'draft', status: 'draft', totalAmount: 900 },
      { customerName: 'paid too much', status: 'paid', totalAmount: -100 },
    );
    expect(names(await list({ sort: 'balance', descending: true }))).toEqual([
      'owed',
      'paid too much',
      'draft',
    ]);
    expect(names(await list({ sort: 'balance', descending: false }))).toEqual([
      'paid too much',
      'owed',
      'draft',
    ]);
  });
});

test('what all of them come to is exact, currency by currency, whatever page is shown', async () => {
  const largest = 1_000_000_000_000;
  await given(
    ...Array.from({ length: 30 }, () => ({ totalAmount: largest })),
    { totalAmount: 1, dueDate: '2026-11-09' },
    { totalAmount: 7, status: 'paid' as const, dueDate: '2026-11-09' },
    { totalAmount: 1000, currency: 'JPY' as const, status: 'draft' as const },
  );
  const { total, totals } = await list({ size: 25 });
  expect(total).toBe(33);
  expect(totals).toEqual([
    {
      currency: 'EUR',
      count: 32,
      total: 30n * BigInt(largest) + 8n,
      openBalance: 30n * BigInt(largest) + 1n,
      overdue: 1n,
    },
    { currency: 'JPY', count: 1, total: 1000n, openBalance: 0n, overdue: 0n },
  ]);
});

describe('pages', () => {
  const pageSize = 25;
  const ids = Array.from({ length: 137 }, () => randomUUID());

  /** Plenty of equals and of gaps in everything that can be sorted by, over six pages. */
  beforeEach(() =>
    given(
      ...ids.map((id, n) => ({
        id,
        number: n % 3 === 0 ? null : `INV-${n % 40}`,
        customerName: ['Alpha', 'alpha', 'Beta', 'Ümlaut'][n % 4] as string,
        dueDate: n % 5 === 0 ? null : `2026-11-${String(1 + (n % 7)).padStart(2, '0')}`,
        totalAmount: (n % 6) * 100,
        status: (['open', 'draft', 'paid'] as const)[n % 3] as Status,
        issueDate: n % 3 === 1 ? null : `2026-10-${String(1 + (n % 9)).padStart(2, '0')}`,
        updatedAt: `2026-11-10T12:00:00.00000${n % 4}Z`,
      })),
    ),
  );

  const ways = invoiceSorts.flatMap((sort) => [
    { sort, descending: false },
    { sort, descending: true },
  ]);

  /** The places and ids of every page from a first one, forwards or backwards. */
  async function walk(query: Partial<InvoiceListQuery>, towards: 'next' | 'previous') {
    const pages: { first: number; ids: string[] }[] = [];
    let page = await list(query);
    for (;;) {
      expect(page.total).toBe(ids.length);
      pages.push({ first: page.first, ids: page.rows.map((row) => row.id) });
      const cursor = page[towards];
      if (!cursor) return { pages, last: page };
      page = await list({
        ...query,
        after: towards === 'next' ? cursor : null,
        before: towards === 'previous' ? cursor : null,
      });
    }
  }

  test.each(ways)('by $sort, descending $descending: every row once, both ways', async (way) => {
    const query = { ...way, size: pageSize } as const;
    const forwards = await walk(query, 'next');
    const seen = forwards.pages.flatMap((page) => page.ids);
    expect(seen).toHaveLength(ids.length);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(forwards.pages.map((page) => page.first)).toEqual([1, 26, 51, 76, 101, 126]);

    const whole = await list({ ...way, size: 100 });
    expect(seen.slice(0, 100)).toEqual(whole.rows.map((row) => row.id));

    const backwards = await walk({ ...query, before: forwards.last.previous }, 'previous');
    expect(backwards.pages.toReversed()).toEqual(forwards.pages.slice(0, -1));
  });

  test('a full last page has no next', async () => {
    await db.delete(invoices);
    await given(...ids.slice(0, pageSize).map((id) => ({ id })));
    expect(await list({ size: pageSize })).toMatchObject({ first: 1, previous: null, next: null });
  });

  test('rows that appear in front meanwhile neither repeat nor hide one', async () => {
    const first = await list({ size: pageSize });
    await given({ updatedAt: '2026-11-10T13:00:00Z' });
    const second = await list({ size: pageSize, after: first.next });
    expect(second.first).toBe(pageSize + 2);
    const back = await list({ size: pageSize, before: second.previous });
    expect(back.rows).toEqual(first.rows);
    expect(back).toMatchObject({ first: 2, previous: expect.any(String) });
  });

  test('where too few are left in front, the first page is shown whole', async () => {
    const first = await list({ size: pageSize });
    const second = await list({ size: pageSize, after: first.next });
    const [gone] = first.rows;
    await db.delete(invoices).where(sql`stream_id = ${gone?.id}`);
    const back = await list({ size: pageSize, before: second.previous });
    expect(back.rows).toHaveLength(pageSize);
    expect(back).toMatchObject({ first: 1, previous: null, next: expect.any(String) });
  });

  const id = ids[0] as string;
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each<[string, InvoiceSort, string]>([
    ['garbage', 'updated', '%%%'],
    ['something else', 'updated', cursor({ key: 1 })],
    ['of another order', 'updated', encodeCursor('due', { key: '2026-11-01', id })],
    ['of no moment', 'updated', cursor('updated', '2026-13-45T99:00:00Z', id)],
    ['of no row', 'updated', cursor('updated', '2026-11-10T12:00:00Z', 'x')],
    ['of no day', 'due', cursor('due', '2026-02-31', id)],
    ['of no amount', 'total', cursor('total', '1e400', id)],
    ['with what cannot be stored', 'customer', cursor('customer', 'a\0b', id)],
    ['far too long', 'customer', cursor('customer', 'a'.repeat(5000), id)],
  ])('a cursor that is %s is the first page', async (_, sort, after) => {
    const [first, broken] = await Promise.all([
      list({ sort, size: pageSize }),
      list({ sort, size: pageSize, after }),
    ]);
    expect(broken).toEqual(first);
  });
});
