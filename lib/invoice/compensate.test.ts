import { describe, expect, it } from 'vitest';
import { diff, invert } from '../event-sourcing/changes';
import { keysOf } from '../event-sourcing/keys';
import { given } from '../event-sourcing/testing';
import type { Compensation } from '../event-sourcing/workflow';
import { compensate, reapply, restsOn } from './compensate';
import { type InvoiceEvent, type InvoiceEventType, invoicePayloadSchemas } from './events';
import { evolve, type Invoice } from './invoice';
import { creation, lineId } from './testing';
import { invoiceWorkflow } from './workflow';

const at = '2026-11-10T13:13:07.000000Z';
const line = { id: lineId(50), place: 'a5', description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
const payment = {
  id: lineId(60),
  amount: 100,
  method: 'card' as const,
  receivedOn: '2026-11-09',
  reference: null,
};
const message = {
  id: lineId(70),
  kind: 'invoice' as const,
  to: 'orders@lindqvist.example',
  text: null,
  sentAt: at,
};

const created = given(invoiceWorkflow, []).when(creation(2)).events;
const finalized: InvoiceEvent = {
  type: 'invoice_finalized',
  payload: { number: 'INV-0001', issueDate: '2026-11-10', finalizedAt: at },
};
const dated: InvoiceEvent = { type: 'due_date_changed', payload: { dueDate: '2026-12-01' } };
const paid: InvoiceEvent = { type: 'payment_received', payload: { payment } };
const voided: InvoiceEvent = { type: 'invoice_voided', payload: { voidedAt: at } };
const discarded: InvoiceEvent = { type: 'draft_discarded', payload: {} };
const open = [...created, finalized];

interface Case {
  before: readonly InvoiceEvent[];
  event: InvoiceEvent;
  /** What takes it back; null where nothing does. */
  by: InvoiceEventType | null;
  consequence?: string;
}

/** Every type of event, where it happens, and what takes it back. The compiler asks for the next one. */
const cases: Record<InvoiceEventType, Case> = {
  invoice_created: { before: [], event: created[0] as InvoiceEvent, by: 'draft_discarded' },
  draft_discarded: { before: created, event: discarded, by: 'draft_restored' },
  draft_restored: {
    before: [...created, discarded],
    event: { type: 'draft_restored', payload: {} },
    by: 'draft_discarded',
  },
  line_added: { before: created, event: { type: 'line_added', payload: { line } }, by: 'line_removed' },
  line_changed: {
    before: created,
    event: { type: 'line_changed', payload: { lineId: lineId(1), quantity: '7', taxRate: 700 } },
    by: 'line_changed',
  },
  line_removed: {
    before: created,
    event: { type: 'line_removed', payload: { lineId: lineId(1) } },
    by: 'line_restored',
  },
  line_restored: { before: created, event: { type: 'line_restored', payload: { line } }, by: 'line_removed' },
  due_date_changed: { before: created, event: dated, by: 'due_date_changed' },
  memo_changed: {
    before: [...created, { type: 'memo_changed', payload: { memo: 'Before' } }],
    event: { type: 'memo_changed', payload: { memo: null } },
    by: 'memo_changed',
  },
  invoice_finalized: { before: created, event: finalized, by: 'invoice_returned_to_draft' },
  invoice_returned_to_draft: {
    before: open,
    event: { type: 'invoice_returned_to_draft', payload: {} },
    by: 'invoice_finalized',
  },
  invoice_sent: { before: open, event: { type: 'invoice_sent', payload: { message } }, by: null },
  payment_received: {
    before: open,
    event: paid,
    by: 'payment_reversed',
    consequence: 'Only the record of the payment is taken back; no money moves.',
  },
  payment_reversed: {
    before: [...open, paid],
    event: { type: 'payment_reversed', payload: { paymentId: payment.id } },
    by: 'payment_received',
  },
  invoice_voided: { before: open, event: voided, by: 'invoice_reinstated' },
  invoice_reinstated: {
    before: [...open, voided],
    event: { type: 'invoice_reinstated', payload: {} },
    by: 'invoice_voided',
  },
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

const all = Object.entries(cases).map(([type, entry]) => [type, happened(entry)] as const);
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
    const { to, compensation, event } = happened(cases.invoice_created);
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    expect(compensation.inexact).toBe(true);
    const back = evolve(to, compensation.event);
    expect(back).toEqual({ ...to, discarded: true });
    expect(reapply(event)).toEqual({ type: 'draft_restored', payload: {} });
    expect(evolve(back, reapply(event))).toEqual(to);
  });

  it('a line comes back under its id, in its place', () => {
    const { from, to, compensation } = happened(cases.line_removed);
    if (compensation.kind !== 'event') throw new Error('Nothing takes this back.');
    expect(evolve(to, compensation.event).lines[lineId(1)]).toEqual(from.lines[lineId(1)]);
  });

  it('a changed line gives back only what was changed', () => {
    const { compensation } = happened(cases.line_changed);
    expect(compensation).toEqual({
      kind: 'event',
      event: { type: 'line_changed', payload: { lineId: lineId(1), quantity: '2', taxRate: 1900 } },
    });
  });

  it.each(all.filter(([, { by }]) => by === null))(
    '%s: nothing does; it says why, and what to do instead',
    (_type, { compensation }) => {
      if (compensation.kind !== 'irreversible') throw new Error('Something takes this back.');
      expect(compensation.because).toMatch(/^[A-Z].+\.$/);
      expect(compensation.alternatives.map(({ action }) => action)).toEqual([
        'send_invoice',
        'issue_credit_note',
        'void_invoice',
      ]);
      for (const { label } of compensation.alternatives) expect(label).not.toBe('');
    },
  );
});
