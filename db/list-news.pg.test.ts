import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { countCustomerNews, countInvoiceNews } from './list-news';
import { readMark } from './log-mark';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

const calendar = { today: '2026-11-26', timeZone: 'UTC' };

let database: TestDatabase;
let known: string;
let mark: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  known = await createDraft(database.app);
  mark = await readMark(database.app);
});

const memo = async (id: string, text: string) =>
  expectOk(await command(database.app, id, { type: 'change_details', memo: text }));
const news = (filters: Partial<typeof noFilters> = {}, shown: string[] = []) =>
  countInvoiceNews(database.app, { ...noFilters, ...filters }, calendar, { mark, shown });

test('nothing has come since a moment ago', async () => {
  expect(await news()).toEqual({ added: 0, changed: 0 });
});

test('an invoice counts once: as new where it was not there, else as changed', async () => {
  await memo(known, 'A');
  await memo(known, 'B');
  const added = await createDraft(database.app);
  await memo(added, 'A');
  expect(await news()).toEqual({ added: 1, changed: 1 });
});

test('what does not match is no news, unless it is on the page', async () => {
  await memo(known, 'A');
  expect(await news({ statuses: ['paid'] })).toEqual({ added: 0, changed: 0 });
  expect(await news({ statuses: ['paid'] }, [known])).toEqual({ added: 0, changed: 1 });
  expect(await news({ statuses: ['draft'] })).toEqual({ added: 0, changed: 1 });
});

test('a list of customers hears of customers only', async () => {
  const none = { mark, shown: [] };
  await memo(known, 'A');
  expect(await countCustomerNews(database.app, '', none)).toEqual({ added: 0, changed: 0 });
});
