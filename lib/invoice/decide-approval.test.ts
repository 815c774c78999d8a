import { describe, expect, it } from 'vitest';
import { initialSettings } from '../decision-settings';
import { given, typesOf } from '../event-sourcing/testing';
import type { Currency } from '../money';
import type { InvoiceCommand } from './commands';
import { decide } from './decide';
import type { Context } from './decision';
import { type InvoiceEvent, invoicePayloadSchemas } from './events';
import { awaitsApproval } from './requests';
import { statusOf } from './status';
import { creation, lineId, people } from './testing';
import { creditNote, dispute, followedBy, following, manager, payment, refund } from './testing/lives';
import { totalsOf } from './totals';
import { invoiceWorkflow } from './workflow';

const [paymentId, requestId, creditId] = [lineId(60), lineId(90), lineId(63)];
const disputeId = lineId(64);
const total = 5950;
const limit = (approvalAbove: number | null, currency: Currency = 'EUR'): Partial<Context> => {
  return { settings: { ...initialSettings, approvalAbove, currency } };
};
const fourEyes = limit(2000);

const open = following([], creation(2), { type: 'finalize_invoice' });
const paid = following(open, payment(total, paymentId));
const bigRefund = refund(2001, paymentId, requestId);
const writeOff: InvoiceCommand = { type: 'write_off_invoice', requestId };
const approve: InvoiceCommand = { type: 'approve_request', approvalId: requestId };
const decline: InvoiceCommand = { type: 'decline_request', approvalId: requestId };
const withdraw: InvoiceCommand = { type: 'withdraw_request', approvalId: requestId };
const requested = followedBy(paid, bigRefund, fourEyes);

const when = (events: readonly InvoiceEvent[], command: InvoiceCommand, context: Partial<Context> = {}) =>
  given(invoiceWorkflow, events).when(command, { reason: 'because', ...context });
const stateOf = (events: readonly InvoiceEvent[]) => given(invoiceWorkflow, events).state;

describe('up to the limit', () => {
  it.each<[string, readonly InvoiceEvent[], InvoiceCommand, string]>([
    ['a refund', paid, refund(2000, paymentId, requestId), 'refund_issued'],
    ['a credit note', open, creditNote(2000, creditId), 'credit_note_issued'],
    ['a write-off', following(open, payment(3950, paymentId)), writeOff, 'invoice_written_off'],
  ])('%s is carried out at once', (_what, before, command, type) => {
    expect(typesOf(when(before, command, fourEyes).events)).toEqual([type]);
  });

  it('everything is, where the company has no limit', () => {
    expect(typesOf(when(paid, refund(total, paymentId, requestId), limit(null)).events)).toEqual([
      'refund_issued',
    ]);
  });
});

describe('above the limit', () => {
  it.each<[string, readonly InvoiceEvent[], InvoiceCommand, number]>([
    ['a refund', paid, bigRefund, 2001],
    ['a credit note', open, creditNote(2001, requestId), 2001],
    ['a write-off, by what is still open', following(open, payment(3949, paymentId)), writeOff, 2001],
  ])(
    '%s becomes a request that keeps the whole command, and its currency',
    (_what, before, command, amount) => {
      const { events } = when(before, command, { ...fourEyes, reason: 'Delivered twice' });
      const approval = {
        id: requestId,
        command: { ...command, amountsIn: 'EUR' },
        amount,
        reason: 'Delivered twice',
        requestedById: 'ana',
        requestedBy: 'Ana Novak',
        requestedAt: '2026-11-10T13:13:07.000000Z',
      };
      expect(events).toEqual([{ type: 'approval_requested', payload: { approval } }]);
      expect(invoicePayloadSchemas.approval_requested.parse(events[0]?.payload)).toEqual({ approval });
      const after = [...before, ...events];
      expect(awaitsApproval(stateOf(after))).toBe(true);
      expect(totalsOf(stateOf(after))).toEqual(totalsOf(stateOf(before)));
    },
  );

  it('a manager asks too: no one is both people', () => {
    expect(typesOf(when(paid, bigRefund, { ...fourEyes, ...manager }).events)).toEqual([
      'approval_requested',
    ]);
  });

  it('what the rules refuse is refused now, not once somebody approved it', () => {
    expect(when(paid, refund(total + 1, paymentId, requestId), fourEyes).refusal?.code).toBe(
      'more_than_paid',
    );
    expect(when(open, creditNote(total + 1, requestId), fourEyes).refusal?.code).toBe('more_than_total');
    expect(when(paid, bigRefund, { ...fourEyes, reason: null }).refusal?.code).toBe('reason_required');
  });

  it('a request is made once', () => {
    expect(when(requested, bigRefund, fourEyes).refusal).toMatchObject({ code: 'exists_already' });
  });

  it.each<[Currency, Currency, number, boolean]>([
    // The limit is 20.00 or 20: the same figure counts, whatever the decimals.
    ['JPY', 'EUR', 20, false],
    ['JPY', 'EUR', 21, true],
    ['KWD', 'EUR', 20_000, false],
    ['KWD', 'EUR', 20_001, true],
    ['EUR', 'JPY', 200_000, false],
  ])('counts the figure of %s against a limit in %s: %i', (currency, own, amount, asks) => {
    const lines = creation(1).lines.map((line) => ({ ...line, unitPrice: 500_000 }));
    const invoice = following([], { ...creation(1), currency, lines }, { type: 'finalize_invoice' });
    const { events } = when(invoice, creditNote(amount, requestId), limit(2000, own));
    expect(typesOf(events)).toEqual([asks ? 'approval_requested' : 'credit_note_issued']);
  });
});

describe('the answer', () => {
  it('yes: approval and what was asked for are one operation', () => {
    const { events } = when(requested, approve, { ...fourEyes, ...manager });
    expect(typesOf(events)).toEqual(['approval_granted', 'refund_issued']);
    const state = stateOf([...requested, ...events]);
    expect(state.approvals[requestId]?.outcome).toBe('granted');
    expect(state.refunds[requestId]).toMatchObject({ amount: 2001, paymentId });
  });

  it('yes to a write-off writes off what is open by then', () => {
    const asked = followedBy(open, writeOff, fourEyes);
    const later = following(asked, payment(1000, paymentId));
    const { events } = when(later, approve, { ...fourEyes, ...manager });
    expect(statusOf(stateOf([...later, ...events]))).toBe('uncollectible');
  });

  it('yes to a write-off is refused where more is open by now than was asked for', () => {
    const partly = following(open, payment(3000, paymentId));
    const asked = followedBy(partly, writeOff, fourEyes);
    const disputed = following(asked, dispute(3000, paymentId, disputeId), {
      type: 'lose_dispute',
      disputeId,
      closedOn: '2026-11-10',
    });
    const { events, refusal } = when(disputed, approve, { ...fourEyes, ...manager });
    expect(events).toEqual([]);
    expect(refusal).toMatchObject({ code: 'more_than_asked', message: expect.stringContaining('€29.50') });
  });

  it('yes to a credit note asks for a number, which the credit note holds', () => {
    const state = stateOf(followedBy(open, creditNote(2001, requestId), fourEyes));
    const context = {
      now: '2026-11-10T13:13:07.000000Z',
      today: '2026-11-10',
      actor: people.mia,
      mayApprove: true,
      reason: null,
      settings: initialSettings,
    };
    expect(decide(approve, state, context)).toEqual({
      kind: 'reserve',
      series: 'credit_note',
      holder: requestId,
    });
    expect(decide(approve, state, { ...context, reserved: 'CN-0007' })).toMatchObject({
      kind: 'events',
      events: [{ type: 'approval_granted' }, { payload: { credit: { number: 'CN-0007', amount: 2001 } } }],
    });
  });

  it('yes is refused where the rules no longer allow it, and the request stays', () => {
    const meanwhile = following(requested, refund(total, paymentId, lineId(62)));
    expect(when(meanwhile, approve, manager)).toMatchObject({
      events: [],
      refusal: { code: 'more_than_paid' },
    });
    const settled = following(followedBy(open, writeOff, fourEyes), payment(total, paymentId));
    expect(when(settled, approve, manager).refusal?.code).toBe('not_lawful');
  });

  it('no, with a reason', () => {
    expect(typesOf(when(requested, decline, manager).events)).toEqual(['approval_declined']);
    expect(when(requested, decline, { ...manager, reason: null }).refusal?.code).toBe('reason_required');
  });

  it('is somebody else’s to give, who may', () => {
    const own = { actor: people.ana, mayApprove: true };
    const colleague = { actor: people.bob, mayApprove: false };
    for (const command of [approve, decline]) {
      expect(when(requested, command, own).refusal).toMatchObject({
        code: 'not_yours',
        message: 'You made this request yourself: it needs a second person. Ask another manager.',
      });
      expect(when(requested, command, colleague).refusal).toMatchObject({
        code: 'not_yours',
        message: 'Only a manager can decide on a request. Ask one of them.',
      });
    }
  });

  it('withdrawn is it by whoever asked, and by nobody else', () => {
    expect(typesOf(when(requested, withdraw).events)).toEqual(['approval_withdrawn']);
    expect(when(requested, withdraw, manager).refusal).toMatchObject({
      code: 'not_yours',
      message: 'Ana Novak made this request and alone can withdraw it. Decline it instead.',
    });
  });

  it.each([
    ['approved', approve],
    ['declined', decline],
  ])('is given once: what was %s is not answered again', (word, answer) => {
    const answered = followedBy(requested, answer, manager);
    for (const command of [approve, decline, withdraw])
      expect(when(answered, command, manager).refusal).toMatchObject({
        code: 'request_decided',
        message: `This request was ${word} already.`,
      });
  });

  it('is given to a request that is there', () => {
    expect(when(paid, approve, manager).refusal).toMatchObject({
      code: 'no_such_request',
      field: 'approvalId',
    });
  });
});

describe('a credit note', () => {
  it('has a number from its own series, and holds it by its own id', () => {
    const context = {
      now: '2026-11-10T13:13:07.000000Z',
      today: '2026-11-10',
      actor: people.ana,
      mayApprove: false,
      reason: 'because',
      settings: initialSettings,
    };
    expect(decide(creditNote(100, creditId), stateOf(open), context)).toEqual({
      kind: 'reserve',
      series: 'credit_note',
      holder: creditId,
    });
  });

  it('never comes, with those before it, to more than the total', () => {
    const credited = following(open, creditNote(5000, creditId));
    expect(when(credited, creditNote(951, lineId(74))).refusal).toMatchObject({
      code: 'more_than_total',
      message: 'At most €9.50 of this invoice can still be credited.',
    });
    const all = following(credited, creditNote(950, lineId(74)));
    expect(statusOf(stateOf(all))).toBe('paid');
    expect(when(all, creditNote(1, lineId(75))).refusal?.message).toBe(
      'All of this invoice is credited already.',
    );
    const voided = following(all, { type: 'void_credit_note', creditId });
    expect(totalsOf(stateOf(voided))).toMatchObject({ credited: 950, balance: 5000 });
  });
});
