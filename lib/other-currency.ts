import type { CommandRefusal } from './event-sourcing/workflow';
import type { Currency } from './money';

/**
 * Refuses an amount that was written for another currency than the record's: the same minor units would be another
 * sum. Whoever asks says which currency they had before their eyes; that the record has moved on is no secret that only
 * their page could tell.
 *
 * @param meant the currency of the amount, undefined where whoever asks reads the record's own
 * @param whose "This invoice is": what the amount belongs to
 */
export function otherCurrency(
  meant: Currency | undefined,
  currency: Currency,
  whose: string,
  field: string,
): CommandRefusal | null {
  if (meant === undefined || meant === currency) return null;
  return {
    code: 'other_currency',
    message: `${whose} in ${currency} now, but this amount was written in ${meant}, so nothing was changed. Look at the figure and write it in ${currency}.`,
    field,
    because: ['currency'],
  };
}
