/**
 * Changes of status against the ones of a billing system in wide use: what it does not allow, no command of ours does.
 * Every command is given, in many ways, to many invoices in each status, and again to what became of them.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initialSettings } from '../decision-settings';
import { decideCommand } from '../event-sourcing/append';
import { given } from '../event-sourcing/testing';
import type { InvoiceCommand, InvoiceCommandType } from './commands';
import type { Context } from './decision';
import type { InvoiceEvent } from './events';
import { evolve, type Invoice } from './invoice';
import { type Status, statusOf } from './status';
import { creation, lineId, people } from './testing';
import * as lives from './testing/lives';
import { totalsOf } from './totals';
import { invoiceWorkflow } from './workflow';

const file = new URL('../../test/fixtures/stripe/invoice_transitions.csv', import.meta.url);
const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
/** One legal change: `from`, the endpoint that makes it, the webhook that tells of it, `to`. */
const legal = rows.map((row) => row.split(',') as [string, string, string, string]);

const stripeStatuses = ['draft', 'open', 'paid', 'uncollectible', 'void', '(deleted)'] as const;
type StripeStatus = (typeof stripeStatuses)[number];

/** What each status is called there. An invoice that is paid in part is still open. */
const called: Record<Status, StripeStatus> = {
  draft: 'draft',
  open: 'open',
  partially_paid: 'open',
  paid: 'paid',
  uncollectible: 'uncollectible',
  void: 'void',
  discarded: '(deleted)',
};

/** Changes that the table does not know, and why we make them all the same. */
const deliberate: readonly [from: StripeStatus, to: StripeStatus, by: InvoiceCommandType, why: string][] = [
  ['draft', 'paid', 'finalize_invoice', 'nothing is to be paid: there, such an invoice is paid at once too'],
  ['paid', 'open', 'lose_dispute', 'the bank took the payment back; there, that is no change of the invoice'],
  ['paid', 'uncollectible', 'lose_dispute', 'the same, of what had been written off before it was paid'],
  ['paid', 'open', 'void_credit_note', 'the credit note was what settled it: a correction, not a step ahead'],
  ['paid', 'uncollectible', 'void_credit_note', 'the same, of what had been written off'],
  ['uncollectible', 'open', 'reverse_write_off', 'a correction: it is collected again'],
];

const context: Context = {
  now: '2026-11-10T13:13:07.000000Z',
  today: '2026-11-10',
  actor: people.ana,
  mayApprove: false,
  reason: 'because',
  settings: initialSettings,
  reserved: 'INV-0001',
};
const stateOf = (events: readonly InvoiceEvent[]) => given(invoiceWorkflow, events).state;

/** What becomes of an invoice by a command, or undefined where it is refused. */
function outcome(state: Invoice, command: InvoiceCommand, overrides: Partial<Context> = {}) {
  const decision = decideCommand(invoiceWorkflow, state, command, { ...context, ...overrides });
  if (decision.kind !== 'events' || decision.events.length === 0) return undefined;
  return (decision.events as InvoiceEvent[]).reduce((before, event) => evolve(before, event), state);
}

const fresh = lineId(200);

/** Every command in many ways: in full, in part, of each child that there is. */
function attemptsAt(state: Invoice): readonly (readonly [InvoiceCommand, Partial<Context>])[] {
  const { balance, total, credited } = totalsOf(state);
  const amounts = [...new Set([1, balance, balance + 500, total, total - credited])].filter((n) => n > 0);
  const ids = (children: object) => Object.keys(children);
  const others = Object.values(lives.commands);
  const commands: InvoiceCommand[] = [
    ...others,
    ...ids(state.lines).map((id) => ({ type: 'remove_line' as const, lineId: id })),
    ...amounts.map((amount) => lives.payment(amount, fresh)),
    ...amounts.map((amount) => lives.creditNote(amount, fresh)),
    ...Object.values(state.payments).flatMap(({ id, amount }) =>
      [1, amount, Math.max(1, amount - 300)].flatMap((part) => [
        lives.refund(part, id, fresh),
        lives.dispute(part, id, fresh),
      ]),
    ),
    ...ids(state.refunds).flatMap((refundId) => [
      { type: 'settle_refund' as const, refundId, settledOn: context.today },
      { type: 'fail_refund' as const, refundId, failedOn: context.today },
      { type: 'cancel_refund' as const, refundId },
    ]),
    ...ids(state.credits).map((creditId) => ({ type: 'void_credit_note' as const, creditId })),
    ...ids(state.disputes).flatMap((disputeId) => [
      { type: 'win_dispute' as const, disputeId, closedOn: context.today },
      { type: 'lose_dispute' as const, disputeId, closedOn: context.today },
      { type: 'withdraw_dispute' as const, disputeId },
    ]),
  ];
  const alone = commands.map((command) => [command, {}] as const);
  const withFourEyes = commands
    .filter(({ type }) => ['issue_refund', 'issue_credit_note', 'write_off_invoice'].includes(type))
    .map((command) => [command, lives.fourEyes] as const);
  const answers = ids(state.approvals).map(
    (approvalId) => [{ type: 'approve_request' as const, approvalId }, lives.manager] as const,
  );
  return [...alone, ...withFourEyes, ...answers];
}

const finalize: InvoiceCommand = { type: 'finalize_invoice' };
const open = lives.following([], creation(2), finalize);
const total = 5950;

/** Invoices in every status, in different ways. */
const beginnings: readonly (readonly InvoiceEvent[])[] = [
  ...Object.values(lives.lives),
  lives.writtenOffUnpaid,
  open,
  lives.following([], { ...creation(1), lines: creation(1).lines.map((l) => ({ ...l, unitPrice: 0 })) }),
  lives.following(open, lives.payment(total, lineId(66))),
  lives.following(open, lives.payment(total + 1000, lineId(66))),
  lives.following(open, lives.creditNote(total, lineId(63))),
  lives.following(open, lives.creditNote(1000, lineId(63)), lives.payment(total - 1000, lineId(66))),
  lives.following(open, lives.payment(total, lineId(66)), lives.dispute(total, lineId(66), lineId(64))),
  // Written off and then paid after all.
  lives.following(
    open,
    { type: 'write_off_invoice', requestId: lineId(90) },
    lives.payment(total, lineId(66)),
  ),
  // A refund on its way while the rest is paid: it fails or is cancelled, and the money is there again.
  lives.following(
    open,
    lives.payment(1000, lineId(66)),
    lives.refund(1000, lineId(66), lineId(62)),
    lives.payment(total - 1000, lineId(67)),
  ),
];

/** By "from -> to": the commands that made the change. */
const seen = new Map<string, Set<InvoiceCommandType>>();
const reached: Invoice[] = [];
for (const from of beginnings.map(stateOf)) explore(from, true);
for (const from of reached) explore(from, false);

function explore(from: Invoice, keep: boolean): void {
  for (const [command, overrides] of attemptsAt(from)) {
    const to = outcome(from, command, overrides);
    if (!to) continue;
    if (keep) reached.push(to);
    const change = `${called[statusOf(from)]} -> ${called[statusOf(to)]}`;
    seen.set(change, (seen.get(change) ?? new Set()).add(command.type));
  }
}

const pairs = stripeStatuses.flatMap((from) =>
  stripeStatuses.filter((to) => to !== from).map((to) => ({ from, to, change: `${from} -> ${to}` })),
);
const isLegal = ({ from, to }: { from: string; to: string }) =>
  legal.some(([before, , , after]) => before === from && after === to);

describe('a change of status', () => {
  it.each(pairs.filter((pair) => !isLegal(pair)))('$change is made by no command', ({ from, to, change }) => {
    const known = deliberate.filter(([before, after]) => before === from && after === to);
    expect([...(seen.get(change) ?? [])].sort()).toEqual(known.map(([, , command]) => command).sort());
  });

  it.each(pairs.filter(isLegal))('$change is made by a command', ({ change }) => {
    expect(seen.get(change)?.size).toBeGreaterThan(0);
  });

  it('knows no exception that the table allows, or that does not happen', () => {
    for (const [from, to, command] of deliberate) {
      expect(isLegal({ from, to })).toBe(false);
      expect(seen.get(`${from} -> ${to}`)).toContain(command);
    }
  });

  it('from open to paid is a payment, a credit note over all that is open, or a refund that did not happen', () => {
    expect([...(seen.get('open -> paid') ?? [])].sort()).toEqual([
      'approve_request',
      'cancel_refund',
      'fail_refund',
      'issue_credit_note',
      'record_payment',
    ]);
  });

  it('out of void and discarded there is none', () => {
    const out = [...seen.keys()].filter((change) => /^(?:void|\(deleted\)) -> /.test(change));
    expect(out.sort()).toEqual(['(deleted) -> (deleted)', 'void -> void']);
  });
});

const part = lives.payment(1, fresh);
/** The command for each endpoint and its webhook. */
const commandFor: Record<string, (state: Invoice) => InvoiceCommand> = {
  'DELETE /v1/invoices/:id, invoice.deleted': () => ({ type: 'discard_draft' }),
  'POST /v1/invoices/:id/finalize, invoice.finalized': () => finalize,
  'POST /v1/invoices/:id/pay, invoice.paid': (state) => lives.payment(totalsOf(state).balance, fresh),
  'POST /v1/invoices/:id/pay, invoice.payment_failed': () => lives.failure(fresh),
  'POST /v1/invoices/:id/send, invoice.sent': () => lives.commands.send_invoice,
  'POST /v1/invoices/:id/void, invoice.voided': () => ({ type: 'void_invoice' }),
  'POST /v1/invoices/:id/mark_uncollectible, invoice.marked_uncollectible': () => ({
    type: 'write_off_invoice',
    requestId: fresh,
  }),
};

describe('every legal change', () => {
  const from: Partial<Record<string, readonly InvoiceEvent[]>> = {
    draft: lives.lives.draft,
    open,
    uncollectible: lives.writtenOffUnpaid,
  };

  it.each(legal)('%s, %s: %s, %s', (before, endpoint, webhook, after) => {
    const state = stateOf(from[before] ?? []);
    expect(called[statusOf(state)]).toBe(before);
    const command = commandFor[`${endpoint}, ${webhook}`]?.(state);
    if (!command) throw new Error(`No command for ${endpoint}`);
    // Nobody tries to collect what is written off, so there no payment fails; what comes in of itself is recorded.
    const ours = before === 'uncollectible' && command.type === 'record_payment_failure' ? part : command;
    const to = outcome(state, ours);
    expect(to && called[statusOf(to)]).toBe(after);
  });
});
