import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mostViews, viewPages } from '@/lib/saved-view';
import { createPerson } from './people';
import { addView, changeView, readViews, removeView } from './saved-views';
import { savedViews } from './schema/saved-views';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
let ana: string;
let bob: string;

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const view = (n: number, name: string) => ({
  id: idOf(n),
  page: 'invoices' as const,
  name,
  address: '?status=open',
});
const names = async (person: string) =>
  (await readViews(database.app, person, 'invoices')).map(({ name }) => name);

beforeAll(async () => {
  database = await createTestDatabase();
  const person = (name: string) =>
    createPerson(database.owner, {
      name,
      email: `${name}@example.com`,
      password: 'correct horse',
      role: 'viewer',
    });
  [{ id: ana }, { id: bob }] = await Promise.all([person('ana'), person('bob')]);
});
afterAll(() => database.drop());
beforeEach(() => database.owner.delete(savedViews));

test('each person has views of their own, by name, and a page has its own', async () => {
  await addView(database.app, ana, view(1, 'overdue'));
  await addView(database.app, ana, view(2, 'Berlin'));
  await addView(database.app, ana, { ...view(3, 'Berlin'), page: 'activity' });
  await addView(database.app, bob, view(4, 'Berlin'));
  expect(await names(ana)).toEqual(['Berlin', 'overdue']);
  expect(await names(bob)).toEqual(['Berlin']);
});

test.each(viewPages)('%s can be kept', async (page) => {
  expect(await addView(database.app, ana, { ...view(1, 'Mine'), page })).toBeNull();
  expect(await readViews(database.app, ana, page)).toHaveLength(1);
});

test('sent twice it is there once', async () => {
  expect(await addView(database.app, ana, view(1, 'Overdue'))).toBeNull();
  expect(await addView(database.app, ana, view(1, 'Overdue'))).toBeNull();
  expect(await names(ana)).toEqual(['Overdue']);
});

test('a name is taken whatever its letters’ size, for a new view and for another name', async () => {
  await addView(database.app, ana, view(1, 'Overdue'));
  expect(await addView(database.app, ana, view(2, 'OVERDUE'))).toBe('name_taken');
  await addView(database.app, ana, view(3, 'Berlin'));
  expect(await changeView(database.app, ana, idOf(3), { name: 'overDue' })).toBe('name_taken');
  expect(await changeView(database.app, ana, idOf(1), { name: 'OVERDUE' })).toBeNull();
  expect(await names(ana)).toEqual(['Berlin', 'OVERDUE']);
});

test('another’s view is neither changed nor deleted nor taken over', async () => {
  await addView(database.app, ana, view(1, 'Overdue'));
  expect(await changeView(database.app, bob, idOf(1), { address: '' })).toBe('gone');
  await removeView(database.app, bob, idOf(1));
  expect(await addView(database.app, bob, view(1, 'Mine'))).toBe('gone');
  expect(await readViews(database.app, ana, 'invoices')).toEqual([
    { id: idOf(1), name: 'Overdue', address: '?status=open' },
  ]);
});

test('a change of one leaves the other, and what is deleted can be put back', async () => {
  await addView(database.app, ana, view(1, 'Overdue'));
  await changeView(database.app, ana, idOf(1), { address: '?status=paid' });
  await changeView(database.app, ana, idOf(1), { name: 'Paid' });
  const [changed] = await readViews(database.app, ana, 'invoices');
  expect(changed).toEqual({ id: idOf(1), name: 'Paid', address: '?status=paid' });
  await removeView(database.app, ana, idOf(1));
  await removeView(database.app, ana, idOf(1));
  expect(await changeView(database.app, ana, idOf(1), { name: 'Late' })).toBe('gone');
  expect(await addView(database.app, ana, { ...view(1, 'Paid'), address: '?status=paid' })).toBeNull();
  expect(await readViews(database.app, ana, 'invoices')).toEqual([changed]);
});

test('there is a most', async () => {
  for (let n = 0; n < mostViews; n++) await addView(database.app, ana, view(n, `View ${n}`));
  expect(await addView(database.app, ana, view(99, 'One more'))).toBe('too_many');
  expect(await addView(database.app, bob, view(99, 'One more'))).toBeNull();
});
