import { expect, it } from 'vitest';
import { criteriaOf, readCriteria } from './batch-criteria';

const id = '00000000-0000-4000-8000-000000000001';

it('keeps by what was selected, and of what was chosen by hand how much', () => {
  expect(criteriaOf({ kind: 'matching', address: 'who=bob' }, 3, null)).toEqual({
    size: 3,
    of: 'matching',
    criteria: 'who=bob',
  });
  expect(criteriaOf({ kind: 'operation', id }, 3, null)).toMatchObject({ of: 'operation', criteria: id });
  const events = { kind: 'events', events: [{ streamId: id, versions: [1, 2] }] } as const;
  expect(criteriaOf({ kind: 'chosen', id, address: '' }, 1, events).chosen).toEqual({
    kind: 'events',
    count: 2,
    list: null,
  });
  const invoices = { kind: 'invoices', ids: [id], list: '?q=bakery' } as const;
  const kept = criteriaOf({ kind: 'chosen', id, address: 'who=bob' }, 1, invoices);
  expect(kept).toMatchObject({ criteria: 'who=bob', chosen: { count: 1, list: '?q=bakery' } });
  expect(readCriteria(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

it('reads what other actions on many records keep, and takes nonsense for nothing', () => {
  expect(readCriteria({ size: 30, criteria: null })).toEqual({ size: 30, criteria: null });
  expect(readCriteria({ size: 'many' })).toBeNull();
  expect(readCriteria(undefined)).toBeNull();
});
