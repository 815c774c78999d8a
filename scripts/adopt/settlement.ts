import type { InvoiceEvent } from '@/lib/invoice/events';
import { nameId } from './name-id';
import type { InvoiceRole } from './plan';
import type { Reading } from './reading';
import { type Moment, readMoment, readMoney } from './values';

/** An event with the business time it carries. */
export interface TimedEvent {
  event: InvoiceEvent;
  occurredAt: string;
}

/** The sending of an invoice, where the mapping and the row say that it was sent. */
export function sendingOf(reading: Reading, issued: Moment): TimedEvent | undefined {
  const { plan, cells, invoice } = reading;
  const { sent } = plan.mapping.invoices;
  if (!sent) return undefined;
  const rule = sent === true ? {} : sent;
  if (rule.when && cells.text('sentWhen') !== 'true') return undefined;
  if (!rule.when && rule.at && cells.text('sentAt') === null) return undefined;
  const at = rule.at ? laterMoment(reading, 'sentAt', issued) : issued;
  const to = cells.required(rule.to ? 'sentTo' : 'customerEmail', '-', 'the invoice was sent, but to whom?');
  const id = nameId(plan.mapping.name, 'delivery', invoice.key);
  const message = { id, kind: 'invoice' as const, to, text: null, sentAt: at.instant };
  return { event: { type: 'invoice_sent', payload: { message } }, occurredAt: at.instant };
}

/**
 * The payment of an invoice, where the mapping and the row say that it was paid. An invoice over nothing needs none.
 *
 * @param total what the invoice comes to, in minor units
 */
export function paymentOf(reading: Reading, issued: Moment, total: number): TimedEvent | undefined {
  const { plan, cells, invoice } = reading;
  const { paid } = plan.mapping.invoices;
  if (!paid) return undefined;
  const rule = paid === true ? {} : paid;
  const amount = rule.amount ? amountPaid(reading) : total;
  if (rule.when && cells.text('paidWhen') !== 'true') return undefined;
  if (!rule.when && rule.at && cells.text('paidAt') === null) {
    if (rule.amount && amount > 0) cells.fail('paidAt', 'is empty, though an amount was paid.');
    return undefined;
  }
  const at = rule.at ? laterMoment(reading, 'paidAt', issued) : issued;
  if (amount === 0) {
    // Without a condition or a date an amount of zero is what says that nothing was paid.
    if ((rule.when || rule.at) && total > 0)
      cells.fail('paidAmount', 'is empty or zero, though the invoice was paid.');
    return undefined;
  }
  const payment = {
    id: nameId(plan.mapping.name, 'payment', invoice.key),
    amount,
    method: rule.method ?? 'other',
    receivedOn: at.day,
    reference: cells.text('paidReference'),
  };
  return { event: { type: 'payment_received', payload: { payment } }, occurredAt: at.instant };
}

function amountPaid({ plan, cells, currency, corrected }: Reading): number {
  if (cells.text('paidAmount') === null) return 0;
  const none = { amount: 0, rounded: false };
  const { amount, rounded } = cells.read(
    'paidAmount',
    (text) => readMoney(text, currency, plan.mapping),
    none,
    '',
  );
  if (rounded) corrected.rounded += 1;
  if (amount < 0) cells.fail('paidAmount', 'is less than zero.');
  return amount;
}

/** When something happened to an invoice that was out: not before it was issued, and not later than now. */
function laterMoment({ cells, plan, now }: Reading, role: InvoiceRole, issued: Moment): Moment {
  const { timeZone } = plan.mapping;
  const failures = cells.failed;
  const at = cells.read(role, (text) => readMoment(text, timeZone), issued, 'it happened, but when?');
  // A day without a time begins before the hour at which the invoice was issued on it.
  if (at.instant < issued.instant && at.wholeDay && at.day === issued.day)
    return { ...at, instant: issued.instant };
  if (at.instant > now) cells.fail(role, `${at.day} is yet to come.`);
  if (at.instant < issued.instant && !failures) {
    cells.fail(
      role,
      `${at.day} lies before the invoice was issued, on ${issued.day}; times within a record never run backwards.`,
    );
  }
  return at;
}
