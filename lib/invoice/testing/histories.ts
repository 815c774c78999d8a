/**
 * Random histories of three people on one invoice: single changes, operations of several events, Undo and Redo from
 * the list and from rows, in any order and by anyone. Ids and values are few, so that people get in each other's way.
 */
import fc from 'fast-check';
import { initialSettings } from '../../decision-settings';
import { RecordBuilder } from '../../event-sourcing/record-builder';
import type { InvoiceCommand } from '../commands';
import type { Invoice } from '../invoice';
import { refusalOf } from '../lawful';
import { creation, lineId, people } from '../testing';
import { invoiceWorkflow } from '../workflow';
import * as lives from './lives';

export type Build = RecordBuilder<Invoice, InvoiceCommand>;

export const actors = [people.ana, people.bob, people.mia];

/** Refunds, credit notes and write-offs of more than €25.00 wait for a second person. */
const workflow = { ...invoiceWorkflow, initialSettings: { ...initialSettings, approvalAbove: 2500 } };

const child = fc.integer({ min: 1, max: 5 }).map(lineId);
const day = fc.integer({ min: 1, max: 5 }).map((n) => `2026-11-0${n}`);
const amount = fc.constantFrom(1, 500, 1000, 2500, 5950);
const today = '2026-11-10';
const finalize = { type: 'finalize_invoice' as const };

const edits: fc.Arbitrary<InvoiceCommand>[] = [
  fc
    .record(
      { dueDate: fc.option(day), memo: fc.option(fc.constantFrom('A', 'B', 'C')) },
      { requiredKeys: [] },
    )
    .map((fields) => ({ type: 'change_details' as const, ...fields })),
  fc
    .record(
      {
        quantity: fc.constantFrom('1', '2', '3'),
        unitPrice: fc.constantFrom(100, 200, 300),
        description: fc.constantFrom('x', 'y'),
      },
      { requiredKeys: [] },
    )
    .chain((fields) => child.map((id) => ({ type: 'change_line' as const, lineId: id, ...fields }))),
  child.map((id) => ({ type: 'remove_line' as const, lineId: id })),
  child.map((id) => ({
    type: 'add_line' as const,
    line: { id, description: 'new', quantity: '1', unitPrice: 500, taxRate: 700 },
  })),
  fc.tuple(child, fc.constantFrom(1000, 6000, null)).map(([id, rate]) => ({
    type: 'grant_discount' as const,
    discount: { id, description: 'Regular customer', rate, amount: rate === null ? 300 : null },
  })),
  child.map((discountId) => ({ type: 'withdraw_discount' as const, discountId })),
  fc
    .record({
      id: child,
      name: fc.constantFrom('Kupfer OHG', 'Lindqvist Bakery AB'),
      email: fc.constantFrom('a@example.com', null),
      address: fc.constant(null),
      taxId: fc.constantFrom('DE1', null),
    })
    .map((customer) => ({ type: 'change_customer' as const, customer })),
  fc
    .constantFrom('EUR' as const, 'SEK' as const, 'KWD' as const, 'JPY' as const)
    .map((currency) => ({ type: 'change_currency' as const, currency })),
];

const money: fc.Arbitrary<InvoiceCommand>[] = [
  fc.tuple(amount, child).map(([sum, id]) => lives.payment(sum, id)),
  child.map(lives.failure),
  child.map((attemptId) => ({ type: 'retry_payment' as const, attemptId })),
  fc
    .record({ method: fc.constantFrom('card' as const, null), detail: fc.constantFrom('Visa', null) })
    .map((method) => ({ type: 'update_payment_method' as const, ...method })),
  fc.tuple(amount, child, child).map(([sum, of, id]) => lives.refund(sum, of, id)),
  child.map((refundId) => ({ type: 'settle_refund' as const, refundId, settledOn: today })),
  child.map((refundId) => ({ type: 'fail_refund' as const, refundId, failedOn: today })),
  child.map((refundId) => ({ type: 'cancel_refund' as const, refundId })),
  fc.tuple(amount, child).map(([sum, id]) => lives.creditNote(sum, id)),
  child.map((creditId) => ({ type: 'void_credit_note' as const, creditId })),
  fc.tuple(amount, child, child).map(([sum, of, id]) => lives.dispute(sum, of, id)),
  child.map((disputeId) => ({ type: 'win_dispute' as const, disputeId, closedOn: today })),
  child.map((disputeId) => ({ type: 'lose_dispute' as const, disputeId, closedOn: today })),
  child.map((disputeId) => ({ type: 'withdraw_dispute' as const, disputeId })),
  child.map((requestId) => ({ type: 'write_off_invoice' as const, requestId })),
  fc.constant({ type: 'reverse_write_off' as const }),
];

const beside: fc.Arbitrary<InvoiceCommand>[] = [
  fc.tuple(child, fc.constantFrom('send_invoice' as const, 'send_reminder' as const)).map(([id, type]) => {
    return { type, messageId: id, to: 'a@example.com', text: null };
  }),
  child.map((noteId) => ({ type: 'add_note' as const, noteId, text: 'Called them.' })),
  child.map((noteId) => ({ type: 'withdraw_note' as const, noteId })),
];

const answers: fc.Arbitrary<InvoiceCommand> = fc
  .tuple(
    child,
    fc.constantFrom('approve_request' as const, 'decline_request' as const, 'withdraw_request' as const),
  )
  .map(([approvalId, type]) => ({ type, approvalId }));

const command: fc.Arbitrary<InvoiceCommand> = fc.oneof(
  { weight: 10, arbitrary: fc.oneof(...edits) },
  { weight: 16, arbitrary: fc.oneof(...money) },
  { weight: 8, arbitrary: answers },
  { weight: 2, arbitrary: fc.oneof(...beside) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      finalize,
      finalize,
      { type: 'void_invoice' as const },
      { type: 'discard_draft' as const },
    ),
  },
);

type Step =
  /** The first so many of these that may be given, as one operation. */
  | { do: 'command'; actor: number; atOnce: number; commands: InvoiceCommand[] }
  | { do: 'press'; actor: number; cause: 'undo' | 'redo' }
  | { do: 'row' | 'cascade' | 'restore'; actor: number; at: number }
  | { do: 'batch'; actor: number; at: number; length: number; skip: boolean };

const actor = fc.integer({ min: 0, max: 2 });
const at = fc.nat({ max: 60 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor,
      atOnce: fc.constantFrom(1, 1, 2, 3),
      commands: fc.array(command, { minLength: 1, maxLength: 8, size: 'max' }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      actor,
      cause: fc.constantFrom('undo' as const, 'redo' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('row' as const), actor, at }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('cascade' as const, 'restore' as const), actor, at }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('batch' as const),
      actor,
      at,
      length: fc.integer({ min: 1, max: 8 }),
      skip: fc.boolean(),
    }),
  },
);

const [first, second] = [lineId(1), lineId(2)];

/** Where a history sets out: a draft, or further on, so that what comes late in an invoice's life is not rare. */
const beginnings: Record<string, readonly InvoiceCommand[]> = {
  draft: [],
  partlyPaid: [finalize, lives.payment(2500, first), lives.payment(1000, second)],
  refunded: [finalize, lives.payment(5950, first), lives.refund(1000, first, first)],
  disputed: [finalize, lives.payment(5950, first), lives.dispute(1000, first, first)],
  failedAndRequested: [finalize, lives.failure(first), lives.creditNote(5950, first)],
};

export interface Past {
  from: string;
  steps: readonly Step[];
}

/** Histories of up to so many steps, each of up to three events. */
export function pasts(most: number): fc.Arbitrary<Past> {
  return fc.record({
    from: fc.constantFrom(...Object.keys(beginnings)),
    // Unless told, arrays stay far shorter than they may be.
    steps: fc.array(step, { minLength: 1, maxLength: most, size: 'max' }),
  });
}

/** Lets it happen: what is refused appends nothing. */
export function grow({ from, steps }: Past): Build {
  const record: Build = new RecordBuilder<Invoice, InvoiceCommand>(workflow);
  record.command(people.ana, creation(2));
  for (const each of beginnings[from] ?? []) record.command(people.ana, each);
  for (const each of steps) take(record, each);
  return record;
}

function take(record: Build, taken: Step): void {
  const who = actors[taken.actor] as (typeof actors)[number];
  if (taken.do === 'command') {
    const { state } = record.log;
    const lawful = taken.commands.filter(({ type }) => refusalOf(type, state) === null);
    record.command(who, ...lawful.slice(0, taken.atOnce).map((each) => aimed(each, state)));
  } else if (taken.do === 'press') record.press(who, taken.cause);
  else {
    const { length } = record.events;
    // Not the creation, nearly always: a discarded draft has little to tell.
    const version = taken.at === 0 ? 1 : length - (taken.at % length);
    if (taken.do === 'row') record.revertRow(who, version);
    else if (taken.do === 'batch') {
      const versions = Array.from({ length: taken.length }, (_, n) => version + n).filter((v) => v <= length);
      record.revert(who, { button: 'batch', versions, skip: taken.skip });
    } else if (taken.do === 'restore') record.revert(who, { button: 'restore', version });
    else {
      const { history } = record.log;
      record.revert(who, { button: 'cascade', version: history.tipOf(history.baseOf(version)) });
    }
  }
}

/** What a command is about: the field that names it, and where such children are. */
const aims: Partial<Record<InvoiceCommand['type'], readonly [field: string, collection: keyof Invoice]>> = {
  change_line: ['lineId', 'lines'],
  remove_line: ['lineId', 'lines'],
  withdraw_discount: ['discountId', 'discounts'],
  retry_payment: ['attemptId', 'attempts'],
  issue_refund: ['paymentId', 'payments'],
  settle_refund: ['refundId', 'refunds'],
  fail_refund: ['refundId', 'refunds'],
  cancel_refund: ['refundId', 'refunds'],
  void_credit_note: ['creditId', 'credits'],
  open_dispute: ['paymentId', 'payments'],
  win_dispute: ['disputeId', 'disputes'],
  lose_dispute: ['disputeId', 'disputes'],
  withdraw_dispute: ['disputeId', 'disputes'],
  withdraw_note: ['noteId', 'notes'],
  approve_request: ['approvalId', 'approvals'],
  decline_request: ['approvalId', 'approvals'],
  withdraw_request: ['approvalId', 'approvals'],
};

/** A command at random is about a child that is not there, nearly always: this points it at one that is. */
function aimed(command: InvoiceCommand, state: Invoice): InvoiceCommand {
  const [field = '', collection] = aims[command.type] ?? [];
  const children = collection ? Object.keys(state[collection] as object) : [];
  if (children.length === 0) return command;
  const drawn = Number((command as unknown as Record<string, string>)[field]?.slice(-1));
  return { ...command, [field]: children[drawn % children.length] } as InvoiceCommand;
}
