import { formatDay } from '@/lib/calendar';
import type { Payment } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { paymentMethodLabels } from '@/lib/invoice/labels';
import { formatMoney } from '@/lib/money';

/** "€40.00 by card, 12 Nov 2026, ch_70551": what tells one payment from another. */
export function paymentName(
  { amount, method, receivedOn, reference }: Payment,
  { currency }: Invoice,
): string {
  const name = `${formatMoney(amount, currency)} by ${paymentMethodLabels[method]}, ${formatDay(receivedOn)}`;
  return reference ? `${name}, ${reference}` : name;
}

/** The payments against which nothing speaks, as a choice of one. */
export function paymentOptions(
  invoice: Invoice,
  reasonAgainst: (invoice: Invoice, paymentId: string) => string | null,
): { value: string; label: string }[] {
  return Object.values(invoice.payments)
    .filter(({ id }) => reasonAgainst(invoice, id) === null)
    .map((payment) => ({ value: payment.id, label: paymentName(payment, invoice) }));
}
