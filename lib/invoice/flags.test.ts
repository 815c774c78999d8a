import { expect, it } from 'vitest';
import { flagsOf } from './flags';

const row = { overdue: false, disputed: false, awaitsApproval: false, balanceAmount: 0 } as const;

it('names what an invoice is besides its status, in one order', () => {
  expect(flagsOf({ ...row, status: 'paid' })).toEqual([]);
  expect(
    flagsOf({ status: 'open', overdue: true, disputed: true, awaitsApproval: true, balanceAmount: 100 }),
  ).toEqual(['overdue', 'disputed', 'awaiting_approval']);
  expect(flagsOf({ ...row, status: 'paid', balanceAmount: -1 })).toEqual(['overpaid']);
});

it('calls nothing overpaid that nobody owes', () => {
  for (const status of ['draft', 'void', 'discarded'] as const)
    expect(flagsOf({ ...row, status, balanceAmount: -1 })).toEqual([]);
});
