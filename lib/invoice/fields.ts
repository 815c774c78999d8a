import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { largestAmount } from '../money';
import { currencyCode } from '../money-fields';
import { personal } from '../personal';
import { plainZero } from '../plain-zero';
import { optionalText, requiredText } from '../text';
import { disputeCategories, failureCodes, largestUnitPrice, paymentMethods } from './allowed-values';

/** The fields that payloads, commands and forms share: one schema each, so that a field says the same everywhere. */

export const description = requiredText(500, 'Say what this line is for.');
/** A decimal of up to three places, as text: "1.5". */
export const quantity = z.string('Write a quantity like 1 or 2.5.').check(
  z.regex(
    /^(?:0|[1-9]\d{0,5})(?:\.\d{0,2}[1-9])?$/,
    'Write a quantity like 1 or 2.5, with at most three decimals.',
  ),
  z.refine((value) => value !== '0', 'The quantity is more than zero.'),
);
/** Minor units of the invoice's currency. */
export const unitPrice = z
  .int('Write a price like 12.50.')
  .check(
    plainZero,
    z.minimum(0, 'The price is zero or more.'),
    z.maximum(largestUnitPrice, 'This price is beyond what an invoice can hold.'),
  );
/** Basis points: 1900 is 19 %. */
export const taxRate = z
  .int('Choose a tax rate.')
  .check(
    plainZero,
    z.minimum(0, 'A tax rate is 0 % or more.'),
    z.maximum(10_000, 'A tax rate is at most 100 %.'),
  );

export const discountDescription = requiredText(200, 'Say what the discount is for.');
/** Basis points of the lines before tax. */
export const discountRate = z
  .int('Write a percentage like 10.')
  .check(z.minimum(1, 'A discount is more than 0 %.'), z.maximum(10_000, 'A discount is at most 100 %.'));

/** Minor units of the invoice's currency: money that moves, or that is taken off. */
export const amount = z
  .int('Write an amount like 12.50.')
  .check(
    z.minimum(1, 'The amount is more than zero.'),
    z.maximum(largestAmount, 'This amount is beyond what an invoice can hold.'),
  );

/**
 * The currency that an amount in a command is meant in. A form says which one it showed; what reads the record itself
 * leaves it out.
 */
export const amountsIn = z.optional(currencyCode);

export const paymentMethod = z.enum(paymentMethods, 'Choose how it is paid.');
/** What tells one card or account from another: "Visa ending in 4242". */
export const methodDetail = optionalText(100).register(personal, { subject: 'customer' });

export const failureCode = z.enum(failureCodes, 'Choose why the payment failed.');

/** What the bank said of it. */
export const failureDetail = optionalText(500).register(personal, { subject: 'customer' });

export const disputeCategory = z.enum(disputeCategories, 'Choose what the customer objects to.');

/** As the bank has it, where the payer may have written who they are. */
export const reference = optionalText(200).register(personal, { subject: 'customer' });
export const noteText = requiredText(2000, 'Write the note.').register(personal, { subject: 'customer' });
export const messageText = optionalText(5000).register(personal, { subject: 'customer' });
export const recipient = z.email('Write an email address like orders@example.com.').check(z.maxLength(254));

export const dueDate = z.nullable(calendarDay);
export const memo = optionalText(2000).register(personal, { subject: 'customer' });
