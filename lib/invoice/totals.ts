import { allocate, type Currency, type Rounding, taxOn, timesQuantity } from '../money';
import type { Credit, Discount, Line } from './events';
import type { Invoice, KeptRefund } from './invoice';

/** One row a tax rate, in minor units. */
export interface TaxRow {
  rate: number;
  /** After discounts, before tax. */
  net: number;
  tax: number;
}

/** All in minor units of the invoice's currency. */
export interface Totals {
  /** The lines as they are, before discounts and tax. */
  lines: number;
  /** Taken off before tax. */
  discount: number;
  net: number;
  /** One row a rate, lowest first; tax is rounded once per rate, by the invoice's rule. */
  taxes: readonly TaxRow[];
  tax: number;
  total: number;
  credited: number;
  /** Received, less what was charged back. */
  paid: number;
  /** Given back or on its way back; a refund that failed is none. */
  refunded: number;
  /** What is still owed; below zero what was paid too much and not given back yet. */
  balance: number;
}

/** What one line comes to before discounts and tax, in minor units. */
export function lineAmount(
  { currency, rounding }: { currency: Currency; rounding: Rounding },
  line: Pick<Line, 'unitPrice' | 'quantity'>,
): number {
  return timesQuantity(line.unitPrice, line.quantity, currency, rounding);
}

export function totalsOf(invoice: Invoice): Totals {
  const { lines, discount, taxes } = documentOf(invoice);
  const net = lines - discount;
  const tax = sum(taxes.map((row) => row.tax));
  const total = net + tax;
  const credited = sum(Object.values(invoice.credits).map(({ amount }) => amount));
  const charged = Object.values(invoice.disputes).filter(({ outcome }) => outcome === 'lost');
  const received = sum(Object.values(invoice.payments).map(({ amount }) => amount));
  const paid = received - sum(charged.map(({ amount }) => amount));
  const refunds = Object.values(invoice.refunds).filter(({ status }) => status !== 'failed');
  const refunded = sum(refunds.map(({ amount }) => amount));
  const balance = balanceOf(total - credited, paid, refunds);
  return { lines, discount, net, taxes, tax, total, credited, paid, refunded, balance };
}

/**
 * A refund takes back what was paid, but for the part that was given back for good: that never opens a paid invoice
 * again. How much it was is a fact of the refund's event, so that what comes later does not turn it around. Where more
 * was paid than is asked after all, as by a credit note for what was given back for good, it counts against that.
 */
function balanceOf(asked: number, paid: number, refunds: readonly KeptRefund[]): number {
  const takenBack = sum(refunds.map(({ amount, forGood }) => amount - forGood));
  const balance = asked - paid + takenBack;
  return balance >= 0 ? balance : Math.min(0, balance + sum(refunds.map(({ forGood }) => forGood)));
}

interface Document {
  lines: number;
  discount: number;
  taxes: readonly TaxRow[];
}

interface Known extends Document {
  discounts: Invoice['discounts'];
  currency: Currency;
  rounding: Rounding;
}

const known = new WeakMap<Invoice['lines'], Known>();

/** Worked out once for a set of lines: most events leave them as they are, and states share them. */
function documentOf(invoice: Invoice): Document {
  const { lines, discounts, currency, rounding } = invoice;
  const before = known.get(lines);
  if (before?.discounts === discounts && before.currency === currency && before.rounding === rounding)
    return before;
  const document = { ...workOut(invoice), discounts, currency, rounding };
  known.set(lines, document);
  return document;
}

function workOut({ lines, discounts, currency, rounding }: Invoice): Document {
  const groups = netsByRate(lines, currency, rounding);
  const off = discountsByGroup(groups, Object.values(discounts), currency, rounding);
  const taxes = groups.map(({ rate, net }, index) => {
    const rest = net - (off[index] ?? 0);
    return { rate, net: rest, tax: taxOn(rest, rate, currency, rounding) };
  });
  return { lines: sum(groups.map(({ net }) => net)), discount: sum(off), taxes };
}

/** The lines by tax rate, lowest first, before discounts. */
function netsByRate(
  lines: Invoice['lines'],
  currency: Currency,
  rounding: Rounding,
): { rate: number; net: number }[] {
  const byRate = new Map<number, number>();
  for (const line of Object.values(lines)) {
    const amount = lineAmount({ currency, rounding }, line);
    byRate.set(line.taxRate, (byRate.get(line.taxRate) ?? 0) + amount);
  }
  return [...byRate].sort(([a], [b]) => a - b).map(([rate, net]) => ({ rate, net }));
}

/**
 * A share is taken off each group. Amounts are spread together over what the shares leave, by its size: so no group
 * falls below zero while the whole does not, and the order of discounts, which a database does not keep, says nothing.
 */
function discountsByGroup(
  groups: readonly { net: number }[],
  discounts: readonly Discount[],
  currency: Currency,
  rounding: Rounding,
): number[] {
  const shares = discounts.flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const off = groups.map(({ net }) => sum(shares.map((rate) => taxOn(net, rate, currency, rounding))));
  const left = groups.map(({ net }, index) => Math.max(0, net - (off[index] ?? 0)));
  const amounts = allocate(sum(discounts.map(({ amount }) => amount ?? 0)), left, currency);
  return off.map((share, index) => share + (amounts[index] ?? 0));
}

/** What one discount takes off the lines before tax. Discounts do not build on one another. */
export function discountAmount({ lines, currency, rounding }: Invoice, discount: Discount): number {
  const groups = netsByRate(lines, currency, rounding);
  return sum(discountsByGroup(groups, [discount], currency, rounding));
}

/** How much of a credit note is net and tax at each rate: it credits every rate by its share of the total. */
export function creditByRate(invoice: Invoice, { amount }: Pick<Credit, 'amount'>): readonly TaxRow[] {
  const { taxes } = documentOf(invoice);
  const shares = allocate(
    amount,
    taxes.map(({ net, tax }) => net + tax),
    invoice.currency,
  );
  return taxes.map(({ rate, net, tax }, index) => {
    const [netShare = 0, taxShare = 0] = allocate(shares[index] ?? 0, [net, tax], invoice.currency);
    return { rate, net: netShare, tax: taxShare };
  });
}

/** How much of a payment may still be given back, or be disputed. */
export function refundable(invoice: Invoice, paymentId: string): number {
  const payment = invoice.payments[paymentId];
  if (!payment) return 0;
  const refunds = Object.values(invoice.refunds).filter(
    (refund) => refund.paymentId === paymentId && refund.status !== 'failed',
  );
  const disputes = Object.values(invoice.disputes).filter(
    (dispute) => dispute.paymentId === paymentId && dispute.outcome !== 'won',
  );
  return payment.amount - sum([...refunds, ...disputes].map(({ amount }) => amount));
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
