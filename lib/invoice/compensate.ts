import type { Leaf } from '../event-sourcing/event';
import type { Alternative, Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { InvoiceEvent, Line } from './events';

/**
 * What takes each event back, or why nothing does. What was before is read from the difference that the event made,
 * so a payload need hold no old values.
 */
export function compensate(event: EventWithChanges<InvoiceEvent>): Compensation<InvoiceEvent> {
  switch (event.type) {
    case 'invoice_created':
      return { kind: 'event', event: { type: 'draft_discarded', payload: {} }, inexact: true };
    case 'draft_discarded':
      return by({ type: 'draft_restored', payload: {} });
    case 'draft_restored':
      return by({ type: 'draft_discarded', payload: {} });
    case 'line_added':
    case 'line_restored':
      return by({ type: 'line_removed', payload: { lineId: event.payload.line.id } });
    case 'line_changed':
      return by({
        type: 'line_changed',
        payload: { lineId: event.payload.lineId, ...before(event, `lines.${event.payload.lineId}`) },
      });
    case 'line_removed': {
      const line = before(event, `lines.${event.payload.lineId}`) as unknown as Line;
      return by({ type: 'line_restored', payload: { line } });
    }
    case 'due_date_changed':
      return by({
        type: 'due_date_changed',
        payload: { dueDate: event.changes.dueDate?.from as string | null },
      });
    case 'memo_changed':
      return by({ type: 'memo_changed', payload: { memo: event.changes.memo?.from as string | null } });
    case 'invoice_finalized':
      return by({ type: 'invoice_returned_to_draft', payload: {} });
    case 'invoice_returned_to_draft': {
      const { number, issueDate, finalizedAt } = before(event) as Record<string, string>;
      return by({ type: 'invoice_finalized', payload: { number, issueDate, finalizedAt } as never });
    }
    case 'invoice_sent':
      return {
        kind: 'irreversible',
        because: 'The message is out: the customer has it, and nothing here can call it back.',
        alternatives: afterSending,
      };
    case 'payment_received':
      return by(
        { type: 'payment_reversed', payload: { paymentId: event.payload.payment.id } },
        'Only the record of the payment is taken back; no money moves.',
      );
    case 'payment_reversed':
      return by({
        type: 'payment_received',
        payload: { payment: before(event, `payments.${event.payload.paymentId}`) as never },
      });
    case 'invoice_voided':
      return by({ type: 'invoice_reinstated', payload: {} });
    case 'invoice_reinstated':
      return by({ type: 'invoice_voided', payload: { voidedAt: event.changes.voidedAt?.from as string } });
  }
}

const afterSending: readonly Alternative[] = [
  { action: 'send_invoice', label: 'Send a correction to the customer' },
  { action: 'issue_credit_note', label: 'Issue a credit note' },
  { action: 'void_invoice', label: 'Void the invoice' },
];

const by = (event: InvoiceEvent, consequence?: string): Compensation<InvoiceEvent> =>
  consequence ? { kind: 'event', event, consequence } : { kind: 'event', event };

/** The leaves below a prefix (the top level without one) as they were before the event. */
function before(event: EventWithChanges<InvoiceEvent>, prefix?: string): Record<string, Leaf> {
  const start = prefix ? `${prefix}.` : '';
  const leaves: Record<string, Leaf> = {};
  for (const [path, change] of Object.entries(event.changes)) {
    if (path.startsWith(start) && change.from !== undefined) leaves[path.slice(start.length)] = change.from;
  }
  return leaves;
}

/** A creation is put back by restoring the draft; everything else by the same event again. */
export function reapply(event: InvoiceEvent): InvoiceEvent {
  return event.type === 'invoice_created' ? { type: 'draft_restored', payload: {} } : event;
}

/**
 * What each event needs to stay as it is, beside the record and the children it touches: the currency for money, and
 * the marks that say what kind of document this is.
 */
export function restsOn(event: InvoiceEvent): readonly string[] {
  switch (event.type) {
    case 'invoice_created':
      return [];
    case 'line_added':
    case 'line_changed':
    case 'line_removed':
    case 'line_restored':
      return ['currency', 'discarded', 'voidedAt'];
    case 'due_date_changed':
    case 'memo_changed':
    case 'invoice_finalized':
    case 'invoice_returned_to_draft':
      return ['discarded', 'voidedAt'];
    case 'draft_discarded':
    case 'draft_restored':
      return ['finalizedAt', 'voidedAt'];
    case 'invoice_sent':
      return ['finalizedAt', 'voidedAt'];
    case 'payment_received':
    case 'payment_reversed':
      return ['currency', 'finalizedAt', 'voidedAt'];
    case 'invoice_voided':
    case 'invoice_reinstated':
      return ['finalizedAt'];
  }
}
