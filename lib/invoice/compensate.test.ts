import { describe, expect, it } from 'vitest';
import { diff, invert } from '../event-sourcing/changes';
import { keysOf } from '../event-sourcing/keys';
import { given } from '../event-sourcing/testing';
import type { Compensation } from '../event-sourcing/workflow';
import { compensate, reapply } from './compensate';
import { type InvoiceEvent, type InvoiceEventType, invoicePayloadSchemas } from './events';
import { evolve, type Invoice } from './invoice';
import { restsOn } from './rests-on';
import { lineId } from './testing';
import { children, eventOf, eventTypes, examples, histories, type PayloadOf } from './testing/examples';
import { invoiceWorkflow } from './workflow';

interface Case {
  before: readonly InvoiceEvent[];
  event: InvoiceEvent;
  /** What takes it back; null where nothing does. */
  by: InvoiceEventType | null;
  consequence?: string;
}

/** What takes each type of event back; null where nothing does. The compiler asks for the next one. */
const takenBackBy: Record<InvoiceEventType, InvoiceEventType | null> = {
  invoice_created: 'draft_discarded',
  draft_discarded: 'draft_restored',
  draft_restored: 'draft_discarded',
  line_added: 'line_removed',
  line_changed: 'line_changed',
  line_removed: 'line_restored',
  line_restored: 'line_removed',
  discount_granted: 'discount_withdrawn',
  discount_withdrawn: 'discount_granted',
  customer_changed: 'customer_changed',
  currency_changed: 'currency_changed',
  due_date_changed: 'due_date_changed',
  memo_changed: 'memo_changed',
  invoice_finalized: 'invoice_returned_to_draft',
  invoice_returned_to_draft: 'invoice_finalized',
  invoice_sent: null,
  reminder_sent: null,
  payment_received: 'payment_reversed',
  payment_reversed: 'payment_received',
  payment_failed: null,
  payment_retried: null,
  payment_method_updated: 'payment_method_updated',
  refund_issued: 'refund_cancelled',
  refund_cancelled: 'refund_issued',
  refund_settled: null,
  refund_failed: null,
  credit_note_issued: 'credit_note_voided',
  credit_note_voided: 'credit_note_issued',
  dispute_opened: 'dispute_withdrawn',
  dispute_withdrawn: 'dispute_opened',
  dispute_won: null,
  dispute_lost: null,
  invoice_voided: 'invoice_reinstated',
  invoice_reinstated: 'invoice_voided',
  invoice_written_off: 'write_off_reversed',
  write_off_reversed: 'invoice_written_off',
  note_added: 'note_withdrawn',
  note_withdrawn: 'note_added',
  approval_requested: 'approval_withdrawn',
  approval_withdrawn: 'approval_requested',
  approval_granted: 'approval_reopened',
  approval_declined: 'approval_reopened',
  approval_reopened: 'approval_declined',
};

/** What taking back does not do, and says so. */
const consequences: Partial<Record<InvoiceEventType, string>> = {
  payment_received: 'Only the record of the payment is taken back; no money moves.',
  refund_issued: 'Only the record of the refund is taken back: make sure that the bank does not pay it out.',
  refund_cancelled: 'No money moves by this alone.',
  credit_note_issued: 'The customer is not told: if the credit note went out, tell them that it is void.',
  dispute_opened: 'Only the record here is taken back: the bank is not told.',
};

/** What is offered instead of taking an event back. */
const offered: Partial<Record<InvoiceEventType, readonly string[]>> = {
  invoice_sent: ['send_invoice', 'issue_credit_note', 'void_invoice'],
  reminder_sent: ['send_invoice'],
  payment_failed: ['record_payment', 'update_payment_method'],
  payment_retried: ['record_payment', 'update_payment_method'],
  refund_settled: ['duplicate_as_draft'],
  refund_failed: ['issue_refund'],
  dispute_won: ['record_payment', 'issue_credit_note', 'add_note'],
  dispute_lost: ['record_payment', 'issue_credit_note', 'add_note'],
};

const { approval, discount, message } = children;
const fixed = { ...discount, rate: null, amount: 500 };
const requests = [
  approval.command,
  { type: 'issue_credit_note', creditId: approval.id, amount: 5000 },
  { type: 'write_off_invoice', requestId: approval.id },
] as const;

function variant<T extends InvoiceEventType>(
  type: T,
  before: readonly InvoiceEvent[],
  payload: PayloadOf<T>,
  by: InvoiceEventType,
): Case {
  return { before, event: eventOf(type, payload), by };
}

const caseOf = (type: InvoiceEventType): Case => {
  const { before, payload } = examples[type];
  const consequence = consequences[type];
  return {
    before,
    event: { type, payload } as InvoiceEvent,
    by: takenBackBy[type],
    ...(consequence ? { consequence } : {}),
  };
};

interface Reverted extends Case {
  from: Invoice;
  to: Invoice;
  recorded: InvoiceEvent & { changes: ReturnType<typeof diff> };
  compensation: Compensation<InvoiceEvent>;
}

/** As the log has it: after a trip through JSON, with the difference that the event made. */
function happened(entry: Case): Reverted {
  const from = given(invoiceWorkflow, entry.before).state;
  const to = evolve(from, entry.event);
  const recorded = JSON.parse(JSON.stringify({ ...entry.event, changes: diff(from, to) }));
  return { ...entry, from, to, recorded, compensation: compensate(recorded) };
}

const all = eventTypes.map((type) => [type, happened(caseOf(type))] as const);
const reversible = all.filter(([, { by }]) => by !== null);

describe('every type of event', () => {
  it.each(all)('%s has its case here, and changes something', (type, { event, recorded }) => {
    expect(event.type).toBe(type);
    expect(recorded.changes).not.toEqual({});
  });

  it.each(all)('%s rests on leaves that are there, or on none', (_type, { event, to }) => {
    for (const key of restsOn(event)) expect(to).toHaveProperty(key);
  });

  it.each(all)('%s rests on the record and on the children it touches', (type, { recorded }) => {
    const { writes, restsOn: rests } = keysOf(invoiceWorkflow, recorded);
    if (type !== 'invoice_created') expect(rests).toContain('id');
    for (const path of writes) {
      const [collection, child, leaf] = path.split('.');
      if (leaf) expect([...writes, ...rests]).toContain(`${collection}.${child}.id`);
    }
  });
});

describe('what takes an event back', () => {
  it.each(reversible)('%s: by another event, with its consequence named', (_type, entry) => {
    const { by, consequence, compensation } = entry;
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    expect(compensation.event.type).toBe(by);
    expect(compensation.consequence).toBe(consequence);
  });

  it.each(reversible)('%s: the payload is one that the log takes as it stands', (_type, { compensation }) => {
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    const { type, payload } = compensation.event;
    expect(invoicePayloadSchemas[type].parse(payload)).toEqual(payload);
  });

  it.each(reversible.filter(([type]) => type !== 'invoice_created'))(
    '%s: exactly, and applying it again is exact too',
    (_type, { from, to, recorded, compensation }) => {
      if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
      expect(compensation.inexact).toBeUndefined();
      const back = evolve(to, compensation.event);
      expect(back).toEqual(from);
      expect(diff(to, back)).toEqual(invert(recorded.changes));
      const { changes: _, ...event } = recorded;
      const again = evolve(back, reapply(event as InvoiceEvent));
      expect(again).toEqual(to);
      expect(diff(back, again)).toEqual(recorded.changes);
    },
  );

  it('a creation: the draft is discarded and stays readable, and is restored as it was', () => {
    const { to, compensation, event } = happened(caseOf('invoice_created'));
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    expect(compensation.inexact).toBe(true);
    const back = evolve(to, compensation.event);
    expect(back).toEqual({ ...to, discarded: true });
    expect(reapply(event)).toEqual({ type: 'draft_restored', payload: {} });
    expect(evolve(back, reapply(event))).toEqual(to);
  });

  it('a line comes back under its id, in its place', () => {
    const { from, to, compensation } = happened(caseOf('line_removed'));
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    expect(evolve(to, compensation.event).lines[lineId(1)]).toEqual(from.lines[lineId(1)]);
  });

  it('a changed line gives back only what was changed', () => {
    const { compensation } = happened(caseOf('line_changed'));
    expect(compensation).toEqual({
      kind: 'event',
      event: { type: 'line_changed', payload: { lineId: lineId(1), quantity: '2', taxRate: 1900 } },
    });
  });

  it.each(all.filter(([, { by }]) => by === null))(
    '%s: nothing does; it says why, and what to do instead',
    (type, { compensation }) => {
      if (compensation.kind !== 'irreversible') throw new Error('Something takes this back.');
      expect(compensation.because).toMatch(/^[A-Z].+\.$/);
      expect(compensation.alternatives.map(({ action }) => action)).toEqual(offered[type]);
      for (const { label } of compensation.alternatives) expect(label).not.toBe('');
    },
  );

  /** The same types where they happen otherwise: a first value, none any more, another kind of child. */
  const variants: readonly (readonly [string, Case])[] = [
    [
      'a discount of an amount',
      variant('discount_granted', histories.draft, { discount: fixed }, 'discount_withdrawn'),
    ],
    [
      'its withdrawal',
      variant(
        'discount_withdrawn',
        [...histories.draft, eventOf('discount_granted', { discount: fixed })],
        { discountId: fixed.id },
        'discount_granted',
      ),
    ],
    [
      'a way of payment that is removed',
      variant(
        'payment_method_updated',
        [...histories.open, eventOf('payment_method_updated', { method: 'card', detail: 'Visa' })],
        { method: null, detail: null },
        'payment_method_updated',
      ),
    ],
    [
      'a customer who is another one',
      variant(
        'customer_changed',
        histories.draft,
        { id: lineId(101), name: 'Kupfer OHG', email: null, address: 'Zinnweg 1' },
        'customer_changed',
      ),
    ],
    [
      'a return to draft of what an older release finalized, without seller and reference',
      variant(
        'invoice_returned_to_draft',
        [
          ...histories.draft,
          eventOf('invoice_finalized', {
            number: 'INV-0001',
            issueDate: '2026-11-10',
            finalizedAt: message.sentAt,
            paymentReference: null,
            seller: null,
          }),
        ],
        {},
        'invoice_finalized',
      ),
    ],
    [
      'an approval that is open again after it was granted',
      variant(
        'approval_reopened',
        [...histories.requested, eventOf('approval_granted', { approvalId: approval.id })],
        { approvalId: approval.id },
        'approval_granted',
      ),
    ],
    ...requests.map(
      (command) =>
        [
          `the withdrawal of a request to ${command.type}`,
          variant(
            'approval_withdrawn',
            [...histories.paid, eventOf('approval_requested', { approval: { ...approval, command } })],
            { approvalId: approval.id },
            'approval_requested',
          ),
        ] as const,
    ),
  ];

  it.each(variants)('%s: exactly, and applying it again is exact too', (_what, entry) => {
    const { from, to, event, compensation } = happened(entry);
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    expect(compensation.event.type).toBe(entry.by);
    const { type, payload } = compensation.event;
    expect(invoicePayloadSchemas[type].parse(payload)).toEqual(payload);
    const back = evolve(to, compensation.event);
    expect(back).toEqual(from);
    expect(evolve(back, reapply(event))).toEqual(to);
  });
});
