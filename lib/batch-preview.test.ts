import { expect, it } from 'vitest';
import { RecordPager, recordPageSize } from './batch-preview';

function pageOf(count: number, page: number) {
  const pager = new RecordPager<number>(page);
  let made = 0;
  for (let n = 0; n < count; n++) {
    pager.add(() => {
      made += 1;
      return n;
    });
  }
  return { ...pager.result, made };
}

it('keeps the page asked for, and makes hardly more', () => {
  const { records, made, ...rest } = pageOf(1000, 3);
  expect(rest).toEqual({ count: 1000, page: 3 });
  expect([records[0], records.at(-1), records.length]).toEqual([200, 299, recordPageSize]);
  expect(made).toBe(2 * recordPageSize);
});

it('keeps the first where the one asked for lies beyond the end', () => {
  expect(pageOf(150, 2).records).toHaveLength(50);
  expect(pageOf(150, 3)).toMatchObject({ page: 1, count: 150 });
  expect(pageOf(0, 1).records).toEqual([]);
});
