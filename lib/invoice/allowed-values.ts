/**
 * What the fields of an invoice may hold, as plain values: the rules and the page go by them without the schemas, which
 * the browser does not load until a form is opened.
 */

export const paymentMethods = ['bank_transfer', 'card', 'cash', 'direct_debit', 'other'] as const;

export const failureCodes = [
  'card_declined',
  'card_expired',
  'insufficient_funds',
  'limit_exceeded',
  'account_closed',
  'mandate_missing',
  'technical',
  'other',
] as const;

export const disputeCategories = [
  'duplicate',
  'fraudulent',
  'not_received',
  'not_as_described',
  'cancelled',
  'other',
] as const;

/** In minor units of the invoice's currency. */
export const largestUnitPrice = 1_000_000_000;

/** An invoice may be made with so many and be given so many: whatever there is can be duplicated. */
export const mostDiscounts = 20;
