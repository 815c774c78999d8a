import * as z from 'zod/mini';
import { type Currency, isCurrency, largestAmount } from './money';
import { plainZero } from './plain-zero';

/** The fields about money that several workflows share. */

export const currencyCode = z
  .string('Choose a currency.')
  .check(
    z.refine((code) => isCurrency(code), 'This is no ISO 4217 currency code, such as EUR.'),
  ) as unknown as z.ZodMiniType<Currency, string>;

/** Minor units of the record's currency; what is given away costs nothing. */
export const price = z
  .int('Write a price like 12.50.')
  .check(
    plainZero,
    z.minimum(0, 'The price is zero or more.'),
    z.maximum(largestAmount, 'This price is beyond what can be kept.'),
  );

/** Minor units of the record's currency: money that moves. */
export const movedAmount = z
  .int('Write an amount like 12.50.')
  .check(
    z.minimum(1, 'The amount is more than zero.'),
    z.maximum(largestAmount, 'This amount is beyond what can be kept.'),
  );
