import { describe, expect, it } from 'vitest';
import type { Invoice } from './invoice';
import { isOverdue, type Status, statusOf } from './status';
import { invoiceOf } from './testing/invoice-of';

describe('status', () => {
  const at = '2026-11-10T13:13:07.000000Z';
  const lines = [[100, '1', 0]] as const;
  it.each<[string, Status, Invoice]>([
    ['not finalized', 'draft', invoiceOf(lines, [], { finalizedAt: null })],
    ['finalized, nothing paid', 'open', invoiceOf(lines)],
    ['a part paid', 'partially_paid', invoiceOf(lines, [99])],
    ['all paid, in parts', 'paid', invoiceOf(lines, [60, 40])],
    ['more than all paid', 'paid', invoiceOf(lines, [101])],
    ['nothing to pay', 'paid', invoiceOf([[0, '1', 0]])],
    ['voided', 'void', invoiceOf(lines, [], { voidedAt: at })],
    ['voided, though paid', 'void', invoiceOf(lines, [100], { voidedAt: at })],
    ['discarded', 'discarded', invoiceOf(lines, [], { discarded: true, finalizedAt: null })],
  ])('%s is %s', (_what, status, state) => expect(statusOf(state)).toBe(status));
});

describe('overdue', () => {
  const lines = [[100, '1', 0]] as const;
  const due = { dueDate: '2026-11-10' };
  it.each<[string, boolean, Invoice, string]>([
    ['open, the day after', true, invoiceOf(lines, [], due), '2026-11-11'],
    ['open, on the day itself', false, invoiceOf(lines, [], due), '2026-11-10'],
    ['partially paid, a year after', true, invoiceOf(lines, [50], due), '2027-11-10'],
    ['paid', false, invoiceOf(lines, [100], due), '2027-11-10'],
    ['without a due date', false, invoiceOf(lines), '2027-11-10'],
    ['a draft', false, invoiceOf(lines, [], { ...due, finalizedAt: null }), '2027-11-10'],
    ['void', false, invoiceOf(lines, [], { ...due, voidedAt: '2026-11-10T13:13:07.000000Z' }), '2027-11-10'],
  ])('%s: %s', (_what, overdue, state, today) => expect(isOverdue(state, today)).toBe(overdue));
});
