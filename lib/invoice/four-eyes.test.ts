import { expect, test } from 'vitest';
import { isAboveLimit, refusalToDecide } from './four-eyes';

test.each([
  [50_000, 'EUR', false],
  [50_001, 'EUR', true],
  [500, 'JPY', false],
  [501, 'JPY', true],
  [500_000, 'KWD', false],
  [500_001, 'KWD', true],
] as const)('%d %s is above a limit of €500.00: %s', (amount, currency, above) => {
  expect(isAboveLimit(amount, currency, { approvalAbove: 50_000, currency: 'EUR' })).toBe(above);
});

test('without a limit nothing is above it', () => {
  expect(isAboveLimit(1_000_000_000_000, 'EUR', { approvalAbove: null, currency: 'EUR' })).toBe(false);
});

test('who asked, and who is no manager, cannot decide', () => {
  const request = { requestedById: 'ana', requestedBy: 'Ana Novak' };
  expect(refusalToDecide(request, { id: 'mia', mayApprove: true })).toBeNull();
  expect(refusalToDecide(request, { id: 'bob', mayApprove: false })?.message).toContain('Only a manager');
  expect(refusalToDecide(request, { id: 'ana', mayApprove: true })?.message).toContain('second person');
});
