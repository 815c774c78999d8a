import * as definitions from 'dinero.js/bigint/currencies';
import { type Currency, isCurrency } from './money';

/** The currencies that can be chosen, by code. */
export const currencyCodes: readonly Currency[] = Object.keys(definitions).filter(isCurrency);

const usual: readonly Currency[] = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY'];

/** The company's own and other usual ones, to be offered before all. */
export function usualCurrencies(own: Currency): readonly Currency[] {
  return [own, ...usual.filter((code) => code !== own)];
}
