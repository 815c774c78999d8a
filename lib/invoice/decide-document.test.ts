import { describe, expect, it } from 'vitest';
import { given, typesOf } from '../event-sourcing/testing';
import type { InvoiceCommand } from './commands';
import type { Context } from './decision';
import type { InvoiceEvent } from './events';
import { statusOf } from './status';
import { creation, lineId } from './testing';
import { creditNote, following, payment } from './testing/lives';
import { invoiceWorkflow } from './workflow';

const draft = following([], creation(2));
const open = following(draft, { type: 'finalize_invoice' });
const paid = following(open, payment(5950, lineId(60)));
const when = (events: readonly InvoiceEvent[], command: InvoiceCommand, context: Partial<Context> = {}) =>
  given(invoiceWorkflow, events).when(command, { reason: 'because', ...context });
const at = '2026-11-10T13:13:07.000000Z';

describe('finalize_invoice', () => {
  it('writes on the invoice who issued it, and what the customer quotes', () => {
    const settings = {
      ...invoiceWorkflow.initialSettings,
      name: 'Kontor AG',
      address: null,
      taxId: 'DE1',
      paymentReference: 'creditor_reference' as const,
    };
    const { events } = when(draft, { type: 'finalize_invoice' }, { settings, reserved: '539007547034' });
    expect(events[0]?.payload).toMatchObject({
      paymentReference: 'RF18 5390 0754 7034',
      seller: { name: 'Kontor AG', address: null, taxId: 'DE1' },
    });
  });
});

describe('messages', () => {
  const to = 'orders@lindqvist.example';
  const send = { type: 'send_invoice', messageId: lineId(70), to, text: null } as const;
  const remind = { type: 'send_reminder', messageId: lineId(71), to, text: 'Please pay.' } as const;

  it('of an open invoice are the invoice, of a paid one a receipt', () => {
    expect(when(open, send).events[0]?.payload).toMatchObject({ message: { kind: 'invoice' } });
    expect(when(paid, send).events[0]?.payload).toMatchObject({ message: { kind: 'receipt' } });
  });

  it('that remind say so, with their text', () => {
    expect(when(open, remind).events).toEqual([
      {
        type: 'reminder_sent',
        payload: { message: { id: lineId(71), kind: 'reminder', to, text: 'Please pay.', sentAt: at } },
      },
    ]);
  });

  it('have ids of their own, whatever their kind', () => {
    const sent = following(open, send);
    expect(when(sent, { ...remind, messageId: send.messageId }).refusal).toMatchObject({
      code: 'exists_already',
      field: 'messageId',
    });
  });
});

describe('notes', () => {
  const note = { type: 'add_note', noteId: lineId(80), text: 'Called them.' } as const;

  it('keep who wrote them and when', () => {
    expect(when(open, note).events).toEqual([
      {
        type: 'note_added',
        payload: { note: { id: lineId(80), text: 'Called them.', author: 'Ana Novak', addedAt: at } },
      },
    ]);
  });

  it('are withdrawn once, and added once', () => {
    const noted = following(open, note);
    expect(when(noted, note).refusal?.field).toBe('noteId');
    const withdrawn = following(noted, { type: 'withdraw_note', noteId: lineId(80) });
    expect(when(withdrawn, { type: 'withdraw_note', noteId: lineId(80) }).refusal?.code).toBe('no_such_note');
  });
});

describe('a write-off', () => {
  const writtenOff = following(open, { type: 'write_off_invoice', requestId: lineId(90) });

  it('is reversed, and the invoice is open as before', () => {
    expect(statusOf(given(invoiceWorkflow, writtenOff).state)).toBe('uncollectible');
    const back = following(writtenOff, { type: 'reverse_write_off' });
    expect(given(invoiceWorkflow, back).state).toEqual(given(invoiceWorkflow, open).state);
  });

  it('wants a reason, as voiding does', () => {
    for (const type of ['write_off_invoice', 'void_invoice'] as const) {
      const command = type === 'void_invoice' ? { type } : { type, requestId: lineId(90) };
      expect(when(open, command, { reason: null }).refusal).toMatchObject({
        code: 'reason_required',
        field: 'reason',
      });
    }
  });

  it('of an invoice that is credited in part is of the rest, and a payment of the rest settles it', () => {
    const rest = following(open, creditNote(5000, lineId(63)), {
      type: 'write_off_invoice',
      requestId: lineId(90),
    });
    expect(typesOf(when(rest, payment(950, lineId(60))).events)).toEqual(['payment_received']);
    expect(statusOf(given(invoiceWorkflow, following(rest, payment(950, lineId(60)))).state)).toBe('paid');
  });
});
