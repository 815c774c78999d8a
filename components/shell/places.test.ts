import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyticsPages } from './analytics-pages';
import { navigation } from './navigation';
import { placesFor } from './places';

/** What only makes sense behind something that was chosen on another page. */
const ledToByAnother = ['/activity/undo', '/analytics/records'];

const pages = readdirSync(join(import.meta.dirname, '../../app/(app)'), { recursive: true, encoding: 'utf8' })
  .map((file) => /^(?:(.+)[\\/])?page\.tsx$/.exec(file)?.[1])
  .filter((folder) => folder !== undefined)
  .map((folder) => folder.split(/[\\/]/).filter((part) => !part.startsWith('(')))
  .filter((parts) => !parts.some((part) => part.startsWith('[')))
  .map((parts) => `/${parts.join('/')}`);

test('every page that has an address of its own can be gone to, whatever one’s role', () => {
  expect(pages).toContain('/subscriptions/new');
  expect(pages).toContain('/admin/people');
  for (const role of ['viewer', 'admin'] as const) {
    const places = placesFor(role).map(({ href }) => href);
    expect(places.toSorted()).toEqual(pages.filter((page) => !ledToByAnother.includes(page)).toSorted());
    expect(new Set(places).size).toBe(places.length);
  }
});

test('a place is called as it is elsewhere', () => {
  const labels = new Map(placesFor('admin').map(({ href, label }) => [href, label]));
  for (const { href, label } of navigation) expect(labels.get(href)).toBe(label);
  for (const { path, label } of analyticsPages.slice(1))
    expect(labels.get(path)).toBe(`Analytics: ${label.toLowerCase()}`);
});

test('what a viewer can’t do there is told', () => {
  const refused = placesFor('viewer').filter(({ refusal }) => refusal);
  expect(refused.map(({ href }) => href)).toEqual([
    '/invoices/new',
    '/customers/new',
    '/subscriptions/new',
    '/orders/new',
    '/imports',
  ]);
  expect(placesFor('admin').filter(({ refusal }) => refusal)).toEqual([]);
});
