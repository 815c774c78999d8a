import type { Currency, Rounding } from './money';

/** How a payment reference is made for an invoice: its number as it is, or a creditor reference of ISO 11649 (RF…). */
export const paymentReferenceSchemes = ['invoice_number', 'creditor_reference'] as const;
export type PaymentReferenceScheme = (typeof paymentReferenceSchemes)[number];

/** How the numbers of one kind of document look: `prefix` and then at least so many digits. */
export interface NumberSeriesSettings {
  prefix: string;
  digits: number;
}

/**
 * What the company whose books these are has decided: who it is, and the rules that its records follow. A record of
 * its own with a history, handed to every decision as it stands at that moment.
 */
export interface CompanySettings {
  name: string;
  address: string | null;
  taxId: string | null;
  /** In which due dates, periods and "today" are meant. An IANA name. */
  timeZone: string;
  /** Proposed for new invoices; `approvalAbove` is meant in it. */
  currency: Currency;
  rounding: Rounding;
  paymentReference: PaymentReferenceScheme;
  /**
   * Four eyes: refunds, credit notes and write-offs above this amount (minor units of `currency`) wait for a second
   * person. Null where nothing does.
   */
  approvalAbove: number | null;
  /** By the series' name: `invoice`, `credit_note`. */
  series: Readonly<Record<SeriesName, NumberSeriesSettings>>;
}

export const seriesNames = ['invoice', 'credit_note'] as const;
export type SeriesName = (typeof seriesNames)[number];

/** What holds until somebody settles something else. */
export const initialCompany: CompanySettings = {
  name: 'My company',
  address: null,
  taxId: null,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  rounding: 'half_even',
  paymentReference: 'invoice_number',
  approvalAbove: null,
  series: { invoice: { prefix: 'INV-', digits: 4 }, credit_note: { prefix: 'CN-', digits: 4 } },
};
