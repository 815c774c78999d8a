import { describe, expect, it, test } from 'vitest';
import { initialSettings } from '../decision-settings';
import { given, typesOf } from '../event-sourcing/testing';
import { isAboveLimit } from './approval-limit';
import type { InvoiceCommand } from './commands';
import type { InvoiceEvent } from './events';
import { creation, lineId, people } from './testing';
import { creditNote, followedBy, following, manager, payment, refund } from './testing/lives';
import { record } from './testing/record';
import { invoiceWorkflow } from './workflow';

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

const [paymentId, first, second, third] = [lineId(60), lineId(61), lineId(62), lineId(63)];
/** Up to €20.00 of an invoice of €59.50. */
const limited = { settings: { ...initialSettings, approvalAbove: 2000 } };
const open = following([], creation(2), { type: 'finalize_invoice' });
const paid = following(open, payment(5950, paymentId));
const writeOff: InvoiceCommand = { type: 'write_off_invoice', requestId: third };
const asks = ['approval_requested'];

const led = (before: readonly InvoiceEvent[], ...commands: readonly InvoiceCommand[]) =>
  commands.reduce((events, command) => followedBy(events, command, limited), before);
const types = (before: readonly InvoiceEvent[], command: InvoiceCommand) =>
  typesOf(given(invoiceWorkflow, before).when(command, { reason: 'because', ...limited }).events);

describe('several small ones are one large one', () => {
  it.each<[string, readonly InvoiceEvent[], (amount: number) => InvoiceCommand]>([
    ['refunds', led(paid, refund(1500, paymentId, first)), (amount) => refund(amount, paymentId, second)],
    ['credit notes', led(open, creditNote(1500, first)), (amount) => creditNote(amount, second)],
  ])('%s count together, whoever issued them', (_what, before, another) => {
    expect(types(before, another(500))).not.toEqual(asks);
    expect(types(before, another(501))).toEqual(asks);
  });

  it('what is written off counts with the credit notes: both give up what is owed', () => {
    const credited = led(open, creditNote(1500, first));
    expect(types(following(credited, payment(3950, paymentId)), writeOff)).toEqual(['invoice_written_off']);
    expect(types(following(credited, payment(3949, paymentId)), writeOff)).toEqual(asks);
  });

  it('a refund may give back what a credit note gave up: the same money counts once', () => {
    const credited = led(paid, creditNote(2000, first));
    expect(types(credited, refund(2000, paymentId, second))).toEqual(['refund_issued']);
  });

  it('what a second person approved, what failed and what was cancelled does not count', () => {
    const asked = led(paid, refund(2500, paymentId, first));
    const approved = followedBy(asked, { type: 'approve_request', approvalId: first }, manager);
    expect(types(approved, refund(2000, paymentId, second))).toEqual(['refund_issued']);
    const issued = led(paid, refund(1500, paymentId, first));
    const failed = following(issued, { type: 'fail_refund', refundId: first, failedOn: '2026-11-10' });
    const cancelled = following(issued, { type: 'cancel_refund', refundId: first });
    for (const before of [failed, cancelled])
      expect(types(before, refund(2000, paymentId, second))).toEqual(['refund_issued']);
    expect(types(issued, refund(2000, paymentId, second))).toEqual(asks);
  });
});

describe('Undo and Redo', () => {
  it('bring no cancelled refund back beside the one that took its place', () => {
    const made = record([{ type: 'finalize_invoice' }, payment(5950, paymentId)], 2000);
    made.command(people.ana, refund(1500, paymentId, first));
    made.command(people.ana, { type: 'cancel_refund', refundId: first });
    expect(made.command(people.ana, refund(1500, paymentId, second))).toBe(true);
    expect(made.revertRow(people.ana, 5)).toMatchObject({
      ok: false,
      refusal: { code: 'invariant', violations: [{ code: 'refunds_need_approval' }] },
    });
    made.revertRow(people.ana, 6);
    expect(made.revertRow(people.ana, 5).ok).toBe(true);
  });

  it('nor a voided credit note', () => {
    const made = record([{ type: 'finalize_invoice' }], 2000);
    made.command(people.ana, creditNote(1500, first));
    made.command(people.ana, { type: 'void_credit_note', creditId: first });
    made.command(people.ana, creditNote(1500, second));
    expect(made.revertRow(people.ana, 4)).toMatchObject({
      ok: false,
      refusal: { violations: [{ code: 'credits_need_approval' }] },
    });
  });

  it('go by the limit of now: one that was lowered meanwhile is nobody’s fault until more is given', () => {
    const issued = led(paid, refund(1500, paymentId, first));
    const { state } = given(invoiceWorkflow, issued);
    const lowered = { ...initialSettings, approvalAbove: 1000 };
    expect(invoiceWorkflow.violations(state, lowered)).toHaveLength(1);
    expect(invoiceWorkflow.violations(state, limited.settings)).toEqual([]);
  });
});
