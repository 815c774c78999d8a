import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { CompanySettings } from '../company-settings';
import type { CommandRefusal, Decision, DecisionContext } from '../event-sourcing/workflow';
import type { InvoiceCommand } from './commands';
import type { InvoiceEvent, Line } from './events';
import { type Invoice, linesInOrder } from './invoice';
import { refusalOf } from './lawful';

type Context = DecisionContext<CompanySettings>;
type Of<T extends InvoiceCommand['type']> = Extract<InvoiceCommand, { type: T }>;

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(command: InvoiceCommand, invoice: Invoice, context: Context): Decision<InvoiceEvent> {
  const refusal = refusalOf(command.type, invoice);
  if (refusal) return { kind: 'refused', refusal };
  switch (command.type) {
    case 'create_invoice':
      return create(command);
    case 'discard_draft':
      return events({ type: 'draft_discarded', payload: {} });
    case 'add_line':
      return addLine(command, invoice);
    case 'change_line':
      return changeLine(command, invoice);
    case 'remove_line':
      if (!invoice.lines[command.lineId]) return noSuchLine;
      return events({ type: 'line_removed', payload: { lineId: command.lineId } });
    case 'change_details':
      return changeDetails(command, invoice);
    case 'finalize_invoice':
      return finalize(invoice, context);
    case 'send_invoice':
      return send(command, invoice, context);
    case 'record_payment':
      return recordPayment(command, invoice, context);
    case 'void_invoice':
      if (!context.reason)
        return refused({
          code: 'reason_required',
          message: 'Say why the invoice is voided.',
          field: 'reason',
        });
      return events({ type: 'invoice_voided', payload: { voidedAt: context.now } });
  }
}

const events = (...list: InvoiceEvent[]): Decision<InvoiceEvent> => ({ kind: 'events', events: list });
const refused = (refusal: CommandRefusal): Decision<InvoiceEvent> => ({ kind: 'refused', refusal });

const noSuchLine = refused({
  code: 'no_such_line',
  message: 'This line is not on the invoice any more. Look at the history to see who removed it.',
  field: 'lineId',
});

function create({ type: _, lines, ...rest }: Of<'create_invoice'>): Decision<InvoiceEvent> {
  const ids = lines.map((line) => line.id);
  const again = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (again >= 0) {
    return refused({
      code: 'exists_already',
      message: 'Two lines have the same id. Give each line one of its own.',
      field: `lines.${again}.id`,
    });
  }
  const places = generateNKeysBetween(null, null, lines.length);
  const placed = lines.map((line, index) => ({ ...line, place: places[index] as string }));
  return events({ type: 'invoice_created', payload: { ...rest, lines: placed } });
}

function addLine({ line }: Of<'add_line'>, invoice: Invoice): Decision<InvoiceEvent> {
  if (invoice.lines[line.id]) {
    return refused({
      code: 'exists_already',
      message: 'This line is on the invoice already.',
      field: 'line.id',
    });
  }
  const last = linesInOrder(invoice).at(-1)?.place ?? null;
  return events({
    type: 'line_added',
    payload: { line: { ...line, place: generateKeyBetween(last, null) } },
  });
}

function changeLine(
  { type: _, lineId, ...asked }: Of<'change_line'>,
  invoice: Invoice,
): Decision<InvoiceEvent> {
  const line = invoice.lines[lineId];
  if (!line) return noSuchLine;
  const changed = Object.fromEntries(
    Object.entries(asked).filter(
      ([field, value]) => value !== undefined && line[field as keyof Line] !== value,
    ),
  );
  if (Object.keys(changed).length === 0) return events();
  return events({ type: 'line_changed', payload: { lineId, ...changed } });
}

function changeDetails({ dueDate, memo }: Of<'change_details'>, invoice: Invoice): Decision<InvoiceEvent> {
  const list: InvoiceEvent[] = [];
  if (dueDate !== undefined && dueDate !== invoice.dueDate)
    list.push({ type: 'due_date_changed', payload: { dueDate } });
  if (memo !== undefined && memo !== invoice.memo) list.push({ type: 'memo_changed', payload: { memo } });
  return events(...list);
}

function finalize(invoice: Invoice, { now, today, reserved }: Context): Decision<InvoiceEvent> {
  if (Object.keys(invoice.lines).length === 0) {
    return refused({
      code: 'no_lines',
      message: 'An invoice needs at least one line before it can be finalized.',
      alternatives: [{ action: 'add_line', label: 'Add a line' }],
    });
  }
  if (!reserved) return { kind: 'reserve', series: 'invoice' };
  return events({
    type: 'invoice_finalized',
    payload: { number: reserved, issueDate: today, finalizedAt: now },
  });
}

function send(
  { deliveryId, to }: Of<'send_invoice'>,
  invoice: Invoice,
  { now }: Context,
): Decision<InvoiceEvent> {
  if (invoice.deliveries[deliveryId]) {
    return refused({
      code: 'exists_already',
      message: 'This message is recorded already. To send another, give it an id of its own.',
      field: 'deliveryId',
    });
  }
  return events({ type: 'invoice_sent', payload: { delivery: { id: deliveryId, to, sentAt: now } } });
}

function recordPayment(
  { type: _, paymentId, ...payment }: Of<'record_payment'>,
  invoice: Invoice,
  { today }: Context,
): Decision<InvoiceEvent> {
  if (invoice.payments[paymentId]) {
    return refused({
      code: 'exists_already',
      message: 'This payment is recorded already.',
      field: 'paymentId',
    });
  }
  if (payment.receivedOn > today) {
    return refused({
      code: 'in_the_future',
      message: 'A payment can’t have been received on a day that is yet to come.',
      field: 'receivedOn',
    });
  }
  return events({ type: 'payment_received', payload: { payment: { id: paymentId, ...payment } } });
}
