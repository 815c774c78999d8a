import { expect, test } from 'vitest';
import { recordListPages, viewPages } from '@/lib/saved-view';
import { viewAddress } from './view-address';

const id = '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a';

test('filters, order and moment are kept; the page that is read and the view it came from are not', () => {
  const address = `?asOf=2026-11-10&sort=-due&status=open&after=abc&view=${id}`;
  expect(viewAddress('invoices', address)).toBe('?status=open&asOf=2026-11-10&sort=-due');
  expect(viewAddress('activity', `?view=${id}&kind=money&before=abc&from=2026-11-10T13:00:00Z`)).toBe(
    '?kind=money&from=2026-11-10T13:00:00.000Z',
  );
});

test.each(recordListPages)('a list of %s keeps its search, status, order and moment', (page) => {
  expect(
    viewAddress(
      page,
      `?sort=-amount&asOf=2026-11-10&q=bakery&status=paused&before=abc&view=${id}&colour=red`,
    ),
  ).toBe('?q=bakery&status=paused&sort=-amount&asOf=2026-11-10');
});

test.each(viewPages)('what makes no sense on %s is left out', (page) => {
  expect(viewAddress(page, '?sort=moon&kind=moon&colour=red#x')).toBe('');
  expect(viewAddress(page, '')).toBe('');
});
