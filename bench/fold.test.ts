import { expect, test } from 'vitest';
import { further, measureFold } from './fold';
import { longInvoice } from './long-invoice';

test('a long invoice is folded, each row asked about, and followed on', () => {
  const { events, ...times } = measureFold(longInvoice(300 + further), 1);
  expect(events).toBe(300);
  for (const milliseconds of Object.values(times)) expect(milliseconds).toBeGreaterThan(0);
});
