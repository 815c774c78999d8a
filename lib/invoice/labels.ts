import type { disputeCategories, failureCodes, paymentMethods } from './allowed-values';

/** How the choices of forms are called, in sentences and in lists. */

export const paymentMethodLabels: Record<(typeof paymentMethods)[number], string> = {
  bank_transfer: 'bank transfer',
  card: 'card',
  cash: 'cash',
  direct_debit: 'direct debit',
  other: 'other means',
};

export const failureLabels: Record<(typeof failureCodes)[number], string> = {
  card_declined: 'the card was declined',
  card_expired: 'the card has expired',
  insufficient_funds: 'insufficient funds',
  limit_exceeded: 'over the card’s limit',
  account_closed: 'the account is closed',
  mandate_missing: 'no mandate for the direct debit',
  technical: 'a technical fault',
  other: 'another reason',
};

export const disputeLabels: Record<(typeof disputeCategories)[number], string> = {
  duplicate: 'charged twice',
  fraudulent: 'not authorised',
  not_received: 'not received',
  not_as_described: 'not as described',
  cancelled: 'cancelled before',
  other: 'another reason',
};

export const refundStatusLabels = { pending: 'on its way', settled: 'settled', failed: 'failed' } as const;

/** A label at the start of a line, or as a choice in a list. */
export function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
