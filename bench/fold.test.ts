import { expect, test } from 'vitest';
import { measureFold } from './fold';

test('a long invoice is folded, each row asked about, and followed on', () => {
  const { events, ...times } = measureFold(300, 1);
  expect(events).toBe(300);
  for (const milliseconds of Object.values(times)) expect(milliseconds).toBeGreaterThan(0);
});
