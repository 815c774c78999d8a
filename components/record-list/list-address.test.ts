import { expect, test } from 'vitest';
import { loadRecordListAddress, recordQueryOf, unreadRecordList } from './list-address';

test('what an address asks for and nobody can understand is named, and left out', () => {
  const params = { sort: '-moon', asOf: '31 February', sense: 'felt', status: 'shipped', q: 'oak' };
  expect(unreadRecordList(params)).toEqual(['order', 'moment', 'sense of the moment']);
  expect(loadRecordListAddress(params)).toMatchObject({
    sort: { by: 'updated', descending: true },
    asOf: null,
    sense: 'was',
  });
  expect(unreadRecordList({ sort: '-amount', asOf: '2026-11-10', sense: 'known' })).toEqual([]);
});

test('the database is asked for nothing that it can’t hold', () => {
  const address = loadRecordListAddress({ q: ` a\0b${'c'.repeat(500)} `, status: 'x,\0' });
  const { search, statuses } = recordQueryOf('order', address);
  expect(search).not.toContain('\0');
  expect(search.length).toBeLessThanOrEqual(200);
  expect(statuses).toEqual(['x']);
});
