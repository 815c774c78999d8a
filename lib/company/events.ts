import * as z from 'zod/mini';
import { paymentReferenceSchemes, seriesNames } from '../company-settings';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { isTimeZone } from '../format-time';
import { type Currency, isCurrency, largestAmount, roundings } from '../money';
import { plainZero } from '../plain-zero';
import { optionalText, requiredText } from '../text';

/** What the events of the company's settings say. Each says what was meant, and holds only what it changes. */

export const companyName = requiredText(200, 'Name the company.');
export const companyAddress = optionalText(500);
export const companyTaxId = optionalText(50);

/** An IANA name. Offsets such as +01:00 are refused: they know no summer time. */
export const timeZone = z
  .string('Choose a time zone.')
  .check(
    z.refine(
      (zone) => /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(zone) && isTimeZone(zone),
      'This is no time zone that is known here. Choose one like Europe/Berlin.',
    ),
  );

export const companyCurrency = z
  .string('Choose a currency.')
  .check(
    z.refine((code) => isCurrency(code), 'This is no ISO 4217 currency code, such as EUR.'),
  ) as unknown as z.ZodMiniType<Currency, string>;

export const rounding = z.enum(roundings, 'Choose how amounts are rounded.');
export const paymentReference = z.enum(paymentReferenceSchemes, 'Choose how payment references are made.');

/** Minor units of the company's currency; null where nothing waits for a second person. */
export const approvalAbove = z.nullable(
  z
    .int('Write an amount like 500.00, or leave this empty.')
    .check(
      plainZero,
      z.minimum(0, 'The amount is zero or more.'),
      z.maximum(largestAmount, 'This amount is beyond what an invoice can hold.'),
    ),
);

export const seriesName = z.enum(seriesNames, 'Choose invoices or credit notes.');

/** Printed, read aloud and typed again: letters, digits and signs that are on every keyboard. */
export const prefix = z
  .string('Write what the numbers begin with, like INV-.')
  .check(
    z.maxLength(12, 'Keep this to 12 characters.'),
    z.regex(/^[\x21-\x7e]*$/, 'Use letters, digits and signs without spaces, like INV-.'),
  );
export const digits = z
  .int('Write a whole number from 1 to 10.')
  .check(
    z.minimum(1, 'A number has at least 1 digit.'),
    z.maximum(10, 'A number is filled up to at most 10 digits.'),
  );

const seriesSettings = z.object({ prefix, digits });

export const companySettings = z.object({
  name: companyName,
  address: companyAddress,
  taxId: companyTaxId,
  timeZone,
  currency: companyCurrency,
  rounding,
  paymentReference,
  approvalAbove,
  series: z.object({ invoice: seriesSettings, credit_note: seriesSettings }),
});

const payloads = {
  company_set_up: z.object({ companyId: z.uuid(), settings: companySettings }),
  company_details_changed: z.object({
    name: z.optional(companyName),
    address: z.optional(companyAddress),
    taxId: z.optional(companyTaxId),
  }),
  time_zone_changed: z.object({ timeZone }),
  /** With the limit where it is another one in the new currency: there is no moment at which one goes without the other. */
  currency_changed: z.object({ currency: companyCurrency, approvalAbove: z.optional(approvalAbove) }),
  rounding_changed: z.object({ rounding }),
  approval_limit_changed: z.object({ approvalAbove }),
  payment_reference_changed: z.object({ paymentReference }),
  number_series_changed: z.object({
    series: seriesName,
    prefix: z.optional(prefix),
    digits: z.optional(digits),
  }),
};

type Payloads = typeof payloads;
export type CompanyEventType = keyof Payloads;

/** One event of the company: a type and its payload. */
export type CompanyEvent = {
  [T in CompanyEventType]: { type: T; payload: z.output<Payloads[T]> };
}[CompanyEventType];

/** Every payload is in its first shape yet. */
export const companyPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<CompanyEventType, PayloadDefinition>;
