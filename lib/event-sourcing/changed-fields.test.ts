import { expect, it } from 'vitest';
import { changedFields } from './changed-fields';

const current = { memo: 'A', dueDate: null as string | null, count: 0 };

it('are those that are asked for and are not so already', () => {
  expect(changedFields(current, { memo: 'B', count: 0 })).toEqual({ memo: 'B' });
  expect(changedFields(current, { memo: 'B', dueDate: '2026-12-01', count: 1 })).toEqual({
    memo: 'B',
    dueDate: '2026-12-01',
    count: 1,
  });
});

it('null is a value that can be asked for; what is left out, or undefined, is not asked for', () => {
  expect(changedFields<typeof current>({ ...current, dueDate: '2026-12-01' }, { dueDate: null })).toEqual({
    dueDate: null,
  });
  const asked: Partial<typeof current> = { memo: 'B' };
  expect(changedFields(current, { ...asked, ...({ count: undefined } as object) })).toEqual({ memo: 'B' });
});

it('are none where everything is so already, or nothing is asked for', () => {
  expect(changedFields(current, current)).toBeNull();
  expect(changedFields(current, {})).toBeNull();
});

it('leave what is there as it is', () => {
  const before = structuredClone(current);
  changedFields(current, { memo: 'B' });
  expect(current).toEqual(before);
});
