import type { Invoice } from '@/lib/invoice/invoice';
import { totalsOf } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';

/** One row beneath the lines. Amounts add up from the top to the balance. */
export interface Figure {
  label: string;
  /** Minor units, with the sign with which it counts. */
  amount: number;
  tone?: 'money-in' | 'money-out';
  strong?: true;
}

/** From the total to what is owed: one row for each kind of thing that took off it or added to it. */
export function settlementOf(invoice: Invoice): Figure[] {
  const { total, credited, paid, refunded, balance } = totalsOf(invoice);
  const received = Object.values(invoice.payments).reduce((sum, { amount }) => sum + amount, 0);
  const chargedBack = received - paid;
  // Money given back on an invoice that was paid in full is not asked for again.
  const forgone = balance - (total - credited - paid + refunded);
  const figures: Figure[] = [
    { label: 'Credit notes', amount: -credited },
    { label: 'Payments', amount: -received, tone: 'money-in' },
    { label: 'Charged back', amount: chargedBack, tone: 'money-out' },
    { label: 'Refunds', amount: refunded, tone: 'money-out' },
    { label: 'Not owed again', amount: forgone },
  ];
  return figures.filter(({ amount }) => amount !== 0);
}

/** Net where there are discounts, tax by rate, and the total. */
export function taxFiguresOf(invoice: Invoice): Figure[] {
  const { discount, net, taxes, total } = totalsOf(invoice);
  const rows = taxes
    .filter(({ rate }) => rate > 0)
    .map(({ rate, tax }): Figure => ({ label: `Tax ${formatRate(rate)}`, amount: tax }));
  return [
    ...(discount === 0 ? [] : [{ label: 'Net', amount: net }]),
    ...rows,
    { label: 'Total', amount: total, strong: true },
  ];
}

/** Everything beneath the lines, from the subtotal to the balance. */
export function figuresOf(invoice: Invoice): Figure[] {
  const { lines, balance } = totalsOf(invoice);
  return [
    { label: 'Subtotal', amount: lines },
    ...taxFiguresOf(invoice),
    ...settlementOf(invoice),
    { label: balanceLabel, amount: balance },
  ];
}

export const balanceLabel = 'Balance due';

/** "−€40.00", with the sign that a column of figures has. */
export function signed(amount: number, { currency }: Invoice): string {
  return amount < 0 ? `−${formatMoney(-amount, currency)}` : formatMoney(amount, currency);
}
