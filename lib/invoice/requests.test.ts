import { describe, expect, it } from 'vitest';
import { initialSettings } from '../decision-settings';
import { given, typesOf } from '../event-sourcing/testing';
import type { InvoiceCommand } from './commands';
import type { InvoiceEvent } from './events';
import { nextAction } from './next-action';
import { awaitsApproval, refusalToApprove } from './requests';
import { summarize } from './summarize';
import { creation, lineId, people } from './testing';
import { creditNote, dispute, followedBy, following, manager, payment, refund } from './testing/lives';
import { invoiceWorkflow } from './workflow';

const [paymentId, requestId, otherId, disputeId] = [lineId(60), lineId(90), lineId(91), lineId(64)];
const fourEyes = { settings: { ...initialSettings, approvalAbove: 2000 } };
const open = following([], creation(2), { type: 'finalize_invoice' });
const paid = following(open, payment(5950, paymentId));
const writeOff = (id: string): InvoiceCommand => ({ type: 'write_off_invoice', requestId: id });
const asked = (before: readonly InvoiceEvent[], command: InvoiceCommand) =>
  followedBy(before, command, fourEyes);
const stateOf = (events: readonly InvoiceEvent[]) => given(invoiceWorkflow, events).state;
const mia = { id: people.mia.id, mayApprove: true, today: '2026-11-10' };

const refundAsked = asked(paid, refund(3000, paymentId, requestId));
const creditAsked = asked(open, creditNote(5000, requestId));
const writeOffAsked = asked(open, writeOff(requestId));

describe('a request that the invoice still allows', () => {
  it.each([
    ['a refund', refundAsked],
    ['a credit note', creditAsked],
    ['a write-off', writeOffAsked],
    ['a write-off of less by now', following(writeOffAsked, payment(1000, paymentId))],
  ])('%s waits, and is what a manager does next', (_what, events) => {
    const state = stateOf(events);
    expect(awaitsApproval(state)).toBe(true);
    expect(summarize(state).awaitsApproval).toBe(true);
    expect(nextAction(state, mia)).toEqual({ action: 'approve_request', childId: requestId });
  });
});

describe('a request that can’t be carried out any more', () => {
  const disputed = following(refundAsked, dispute(5950, paymentId, disputeId));
  it.each<[string, string, readonly InvoiceEvent[]]>([
    [
      'the payment was refunded meanwhile',
      'more_than_paid',
      following(refundAsked, refund(5950, paymentId, otherId)),
    ],
    ['the payment is disputed', 'more_than_paid', disputed],
    [
      'the payment was charged back',
      'not_lawful',
      following(disputed, { type: 'lose_dispute', disputeId, closedOn: '2026-11-10' }),
    ],
    ['it was credited meanwhile', 'more_than_total', following(creditAsked, creditNote(1000, otherId))],
    [
      'it was paid, so there is nothing to write off',
      'not_lawful',
      following(writeOffAsked, payment(5950, paymentId)),
    ],
    ['the invoice was voided', 'not_lawful', following(creditAsked, { type: 'void_invoice' })],
    ['it was written off meanwhile', 'not_lawful', following(creditAsked, writeOff(otherId))],
  ])('%s: it waits for nobody, and is not what comes next', (_what, code, events) => {
    const state = stateOf(events);
    const approval = state.approvals[requestId];
    expect(approval?.outcome).toBeNull();
    expect(approval && refusalToApprove(approval, state)?.code).toBe(code);
    expect(awaitsApproval(state)).toBe(false);
    expect(summarize(state).awaitsApproval).toBe(false);
    expect(nextAction(state, mia)?.action).not.toBe('approve_request');
    const decline: InvoiceCommand = { type: 'decline_request', approvalId: requestId };
    expect(typesOf(followedBy(events, decline, manager)).at(-1)).toBe('approval_declined');
  });

  it('does not stand in the way of the next one: that is what comes next', () => {
    const voidable = following(creditAsked, creditNote(1000, lineId(92)));
    const state = stateOf(asked(voidable, creditNote(4000, otherId)));
    expect(nextAction(state, mia)).toEqual({ action: 'approve_request', childId: otherId });
  });
});

describe('the same asked for twice', () => {
  const when = (
    events: readonly InvoiceEvent[],
    command: InvoiceCommand,
    actor: (typeof people)[keyof typeof people] = people.bob,
  ) => given(invoiceWorkflow, events).when(command, { reason: 'because', actor, ...fourEyes });

  it.each<[string, readonly InvoiceEvent[], InvoiceCommand]>([
    ['a refund', refundAsked, refund(3000, paymentId, otherId)],
    ['a credit note', creditAsked, creditNote(5000, otherId)],
    ['a write-off', writeOffAsked, writeOff(otherId)],
    ['a write-off of less by now', following(writeOffAsked, payment(1000, paymentId)), writeOff(otherId)],
  ])('%s is refused while the first waits, and who asked first is named', (_what, events, command) => {
    expect(when(events, command)).toMatchObject({
      events: [],
      refusal: {
        code: 'requested_already',
        message: expect.stringMatching(
          /^Ana Novak asked for the same on 10 Nov 2026 already, and it waits for a second person\./,
        ),
      },
    });
    expect(when(events, command, people.ana).refusal?.message).toMatch(/^You asked for the same/);
  });

  it.each<[string, readonly InvoiceEvent[], InvoiceCommand]>([
    ['another amount', refundAsked, refund(2500, paymentId, otherId)],
    ['another kind', refundAsked, creditNote(3000, otherId)],
    [
      'another payment',
      asked(
        following(open, payment(3000, paymentId), payment(2950, lineId(61))),
        refund(2950, paymentId, requestId),
      ),
      refund(2950, lineId(61), otherId),
    ],
    [
      'what was declined',
      followedBy(refundAsked, { type: 'decline_request', approvalId: requestId }, manager),
      refund(3000, paymentId, otherId),
    ],
  ])('%s is not the same', (_what, events, command) => {
    expect(typesOf(when(events, command).events)).toEqual(['approval_requested']);
  });

  it('a write-off of which more is open by now is asked for anew', () => {
    const partly = asked(following(open, payment(3000, paymentId)), writeOff(requestId));
    const chargedBack = following(partly, dispute(3000, paymentId, disputeId), {
      type: 'lose_dispute',
      disputeId,
      closedOn: '2026-11-10',
    });
    expect(awaitsApproval(stateOf(chargedBack))).toBe(false);
    expect(typesOf(when(chargedBack, writeOff(otherId)).events)).toEqual(['approval_requested']);
  });
});
