import { isolated } from '@/lib/event-sourcing/isolated';
import type { Invoice, KeptAttempt, KeptDispute, KeptRefund } from '@/lib/invoice/invoice';
import { capitalized, disputeLabels, failureLabels } from '@/lib/invoice/labels';
import { creditByRate } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';

/** What is said of payments and credit notes, on the page and on paper alike. */

export const refundTitle = ({ forGood }: KeptRefund): string => (forGood > 0 ? 'Refund, for good' : 'Refund');

/** "The card was declined: code 51". */
export function attemptDetail({ code, detail }: KeptAttempt): string {
  return `${capitalized(failureLabels[code])}${detail ? `: ${isolated(detail)}` : ''}`;
}

export const disputeTitle = ({ category }: KeptDispute): string => `Dispute: ${disputeLabels[category]}`;

export const outcomeLabels = { won: 'Won', lost: 'Lost', open: 'Open' } as const;

export function disputeDetail({ outcome, reference }: KeptDispute): string {
  return [outcome === 'lost' && 'Charged back', reference && isolated(reference)].filter(Boolean).join(' · ');
}

/** "With €3.89 tax at 7 % and €9.48 at 19 %"; null where there is none in it. */
export function taxWithin(invoice: Invoice, credit: Invoice['credits'][string]): string | null {
  const taxed = creditByRate(invoice, credit).filter(({ tax }) => tax > 0);
  if (taxed.length === 0) return null;
  const parts = taxed.map(
    ({ rate, tax }, index) =>
      `${formatMoney(tax, invoice.currency)}${index === 0 ? ' tax' : ''} at ${formatRate(rate)}`,
  );
  return `With ${parts.join(' and ')}`;
}
