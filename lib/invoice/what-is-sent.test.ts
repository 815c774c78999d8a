import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { CommandOf, InvoiceCommand } from './commands';
import type { InvoiceEvent } from './events';
import { creation, lineId } from './testing';
import { creditNote, following, payment } from './testing/lives';
import { sentNext } from './what-is-sent';
import { invoiceWorkflow } from './workflow';

const total = 5950;
const [paymentId, creditId] = [lineId(60), lineId(63)] as const;
let messages = 0;
const send = (kind?: 'invoice' | 'receipt'): CommandOf<'send_invoice'> => ({
  type: 'send_invoice',
  messageId: lineId(700 + messages++),
  to: 'orders@lindqvist.example',
  text: null,
  ...(kind && { kind }),
});
const finalize: InvoiceCommand = { type: 'finalize_invoice' };
const free = { ...creation(1), lines: [{ ...creation(1).lines[0], unitPrice: 0 }] } as InvoiceCommand;

const open = following([], creation(2), finalize);
const ofNothing = following([], free, finalize);
const overpaid = following(open, payment(total + 500, paymentId));
const credited = following(open, creditNote(total, creditId));

const sent = (before: readonly InvoiceEvent[], kind?: 'invoice' | 'receipt') => {
  const { events, refusal } = given(invoiceWorkflow, before).when(send(kind));
  const [event] = events;
  return event?.type === 'invoice_sent' ? event.payload.message.kind : refusal?.code;
};

describe('what goes out', () => {
  it.each<[string, readonly InvoiceEvent[], string]>([
    ['an open invoice', open, 'invoice'],
    ['an open invoice again', following(open, send()), 'invoice'],
    ['an invoice of nothing', ofNothing, 'invoice'],
    ['an invoice of nothing again', following(ofNothing, send()), 'invoice'],
    ['an overpaid invoice that the customer never had', overpaid, 'invoice'],
    ['an overpaid invoice that the customer has', following(overpaid, send()), 'receipt'],
    ['a paid invoice that the customer never had', following(open, payment(total, paymentId)), 'receipt'],
    ['a paid invoice that the customer has', following(open, send(), payment(total, paymentId)), 'receipt'],
    ['an invoice that was credited in full', following(credited, send()), 'invoice'],
  ])('of %s', (_what, before, kind) => {
    expect(sent(before)).toBe(kind);
    expect(sentNext(given(invoiceWorkflow, before).state)).toBe(kind);
  });

  it('is the invoice wherever somebody says so', () => {
    expect(sent(following(overpaid, send()), 'invoice')).toBe('invoice');
  });

  it('is no receipt where nothing came in', () => {
    for (const before of [open, ofNothing, credited])
      expect(sent(before, 'receipt')).toBe('nothing_received');
    expect(sent(overpaid, 'receipt')).toBe('receipt');
  });
});
