import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { given } from './event-sourcing/testing';
import { askedInvoiceCommand, type InvoiceCommand, invoiceCommand } from './invoice/commands';
import { statedAmount } from './invoice/stated-amount';
import { creation, lineId } from './invoice/testing';
import { followedBy, following, fourEyes, manager, payment, refund } from './invoice/testing/lives';
import { invoiceWorkflow } from './invoice/workflow';
import { commandsOf, validCommand } from './testing/command-fields';

const samples = commandsOf(invoiceCommand).map(
  (schema) => validCommand(schema, '2026-11-10') as InvoiceCommand,
);
/** Every command with an amount whose currency is the invoice's. */
const withAmount = samples
  .filter(({ type }) => type !== 'create_invoice')
  .filter((command) => {
    return /"(amount|unitPrice)":\d/.test(JSON.stringify(command));
  });
const titled = withAmount.map((command) => [command.type, command] as const);

describe('an amount from outside', () => {
  it('is found in these commands', () => {
    expect(withAmount.map(({ type }) => type).sort()).toEqual([
      'add_line',
      'change_line',
      'grant_discount',
      'issue_credit_note',
      'issue_refund',
      'open_dispute',
      'record_payment',
      'record_payment_failure',
    ]);
  });

  it.each(titled)('says its currency: %s', (_, command) => {
    const { amountsIn: _in, ...silent } = command as InvoiceCommand & { amountsIn: string };
    expect(z.safeParse(invoiceCommand, silent).success).toBe(true);
    expect(z.safeParse(askedInvoiceCommand, silent).error?.issues).toMatchObject([
      { path: ['amountsIn'], message: 'Say which currency the amount is in.' },
    ]);
    expect(z.safeParse(askedInvoiceCommand, { ...silent, amountsIn: 'JPY' }).success).toBe(true);
  });

  it.each(titled)('names where it stands: %s', (_, command) => {
    const path = statedAmount(command)?.split('.') ?? [];
    const value = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], command);
    expect(value).toEqual(expect.any(Number));
  });
});

describe('an amount in another currency than the invoice’s', () => {
  const draft = following([], creation(2));
  const paid = following(draft, { type: 'finalize_invoice' }, payment(5950, lineId(60)));
  const line = { id: lineId(9), description: 'Flour', quantity: '1', unitPrice: 1234, taxRate: 0 };

  it('is refused at its field, with both currencies named', () => {
    const { events, refusal } = given(invoiceWorkflow, draft).when({
      type: 'add_line',
      line,
      amountsIn: 'JPY',
    });
    expect(events).toEqual([]);
    expect(refusal).toEqual({
      code: 'other_currency',
      message:
        'This invoice is in EUR now, but this amount was written in JPY, so nothing was changed. Look at the figure and write it in EUR.',
      field: 'line.unitPrice',
      because: ['currency'],
    });
  });

  it('is no matter where nothing of it is said', () => {
    const rename: InvoiceCommand = {
      type: 'change_line',
      lineId: lineId(1),
      description: 'Rye flour',
      amountsIn: 'JPY',
    };
    expect(given(invoiceWorkflow, draft).when(rename).events).toEqual([
      { type: 'line_changed', payload: { lineId: lineId(1), description: 'Rye flour' } },
    ]);
  });

  it('leaves no trace of its currency in the event', () => {
    const { events } = given(invoiceWorkflow, following(draft, { type: 'finalize_invoice' })).when({
      ...payment(5950, lineId(60)),
      amountsIn: 'EUR',
    });
    expect(events[0]?.payload).toEqual({
      payment: { id: lineId(60), amount: 5950, method: 'card', receivedOn: '2026-11-10', reference: null },
    });
  });

  it('is not approved, whatever the invoice’s currency was when it was asked for', () => {
    const asked = followedBy(paid, refund(1000, lineId(60), lineId(62)), fourEyes);
    const changed = [...asked, { type: 'currency_changed' as const, payload: { currency: 'JPY' as const } }];
    const approve: InvoiceCommand = { type: 'approve_request', approvalId: lineId(62) };
    const then = given(invoiceWorkflow, changed).when(approve, manager);
    expect(then).toMatchObject({ events: [], refusal: { code: 'other_currency' } });
    const without = given(invoiceWorkflow, asked).when(approve, manager);
    expect(without.events.map(({ type }) => type)).toEqual(['approval_granted', 'refund_issued']);
  });
});
