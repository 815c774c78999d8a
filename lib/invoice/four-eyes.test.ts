import { expect, test } from 'vitest';
import { refusalToDecide } from './four-eyes';

test('who asked, and who is no manager, cannot decide', () => {
  const request = { requestedById: 'ana', requestedBy: 'Ana Novak' };
  expect(refusalToDecide(request, { id: 'mia', mayApprove: true })).toBeNull();
  expect(refusalToDecide(request, { id: 'bob', mayApprove: false })?.message).toContain('Only a manager');
  expect(refusalToDecide(request, { id: 'ana', mayApprove: true })?.message).toContain('second person');
});
