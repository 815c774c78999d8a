import { evolve, type Invoice, noInvoice } from '@/lib/invoice/invoice';
import { totalsOf } from '@/lib/invoice/totals';
import { violations } from '@/lib/invoice/violations';
import { type Currency, formatMoney, isCurrency } from '@/lib/money';
import { Cells } from './cells';
import { checkPayload } from './check-payload';
import { creationOf } from './creation';
import type { InvoiceRole } from './plan';
import { quoted } from './problems';
import type { SourceInvoice } from './read-source';
import { type Corrections, type Reading, type ReadingContext, streamIdOf } from './reading';
import { paymentOf, sendingOf, type TimedEvent } from './settlement';
import { noMoment, readMoment, readMoney } from './values';

/** The events that an invoice of the source begins with here. */
export interface Baseline {
  streamId: string;
  number: string;
  currency: Currency;
  /** In minor units. */
  total: number;
  lineCount: number;
  events: readonly TimedEvent[];
  corrected: Corrections;
}

/**
 * Reads an invoice into the events it begins with: created, finalized, and sent and paid where the mapping says so.
 * Every problem is noted with its row and column; if there is one, the answer is of no use.
 */
export function baselineOf(invoice: SourceInvoice, context: ReadingContext): Baseline {
  const { plan, problems, now } = context;
  const { tables, columns, mapping } = plan;
  const cells = new Cells<InvoiceRole>(
    { table: tables.invoices, row: invoice.key, columns: columns.invoice },
    invoice,
    problems,
  );
  const corrected = { rounded: 0, emailLeftOut: false };
  const reading: Reading = { ...context, invoice, cells, corrected, currency: currencyOf(cells) };
  const issued = cells.read(
    'issuedAt',
    (text) => readMoment(text, mapping.timeZone),
    noMoment,
    'an invoice has a date',
  );
  if (issued.instant > now) cells.fail('issuedAt', `${issued.day} is yet to come.`);

  const creation = creationOf(reading);
  const draft = evolve(noInvoice, creation);
  const { total } = totalsOf(draft);
  const number = numberOf(cells);
  const finalized = {
    number,
    issueDate: issued.day,
    finalizedAt: issued.instant,
    paymentReference: null,
    seller: null,
  };
  const after = [sendingOf(reading, issued), paymentOf(reading, issued, total)].filter(
    (event) => event !== undefined,
  );
  const events: TimedEvent[] = [
    { event: creation, occurredAt: issued.instant },
    { event: { type: 'invoice_finalized', payload: finalized }, occurredAt: issued.instant },
    ...after.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0)),
  ];
  if (!context.checked) check(reading, draft, events, total);
  const streamId = streamIdOf(plan, invoice.key);
  const lineCount = invoice.lines.length;
  return { streamId, number, currency: reading.currency, total, lineCount, events, corrected };
}

function currencyOf(cells: Cells<InvoiceRole>): Currency {
  const code = cells.required('currency', 'EUR', 'an invoice is in some currency');
  if (isCurrency(code)) return code;
  cells.fail('currency', `${quoted(code)} is no ISO 4217 currency code, such as EUR.`);
  return 'EUR';
}

function numberOf(cells: Cells<InvoiceRole>): string {
  const number = cells.required('number', '0', 'a finalized invoice has a number');
  // The source compares numbers too, and takes off spaces only.
  if (cells.raw('number').replace(/^ +| +$/g, '') !== number) {
    cells.fail('number', `${quoted(cells.raw('number'))} begins or ends with an invisible character.`);
  }
  return number;
}

function check(reading: Reading, draft: Invoice, events: readonly TimedEvent[], total: number): void {
  checkTotal(reading, total);
  for (const { event } of events) checkPayload(event, reading);
  checkInvariants(reading, draft, events.slice(1));
}

/** The source's own total is a second opinion on how we read its lines. */
function checkTotal({ plan, cells, currency, corrected, invoice }: Reading, total: number): void {
  if (!plan.mapping.invoices.total || cells.failed || invoice.lines.length === 0) return;
  const none = { amount: total, rounded: false };
  const stated = cells.read('total', (text) => readMoney(text, currency, plan.mapping), none, 'it is mapped');
  if (stated.rounded) corrected.rounded += 1;
  if (cells.failed || stated.amount === total) return;
  const [says, comes] = [formatMoney(stated.amount, currency), formatMoney(total, currency)];
  cells.fail('total', `says ${says}, but the lines with their tax come to ${comes}.`);
}

function checkInvariants(
  { cells, plan, invoice }: Reading,
  draft: Invoice,
  after: readonly TimedEvent[],
): void {
  if (invoice.lines.length === 0) {
    cells.fail('key', `has no lines in "${plan.tables.lines}"; an invoice that is out has at least one.`);
    return;
  }
  if (cells.failed) return;
  const state = after.reduce((before, { event }) => evolve(before, event), draft);
  for (const { message } of violations(state)) cells.fail('key', message);
}
