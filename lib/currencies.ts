import * as definitions from 'dinero.js/bigint/currencies';
import { company } from './company';
import type { Currency } from './money';

/**
 * The currencies that can be chosen, by code. Without the two whose minor unit is a fifth (the ariary and the
 * ouguiya): amounts here are decimals.
 */
export const currencyCodes: readonly Currency[] = Object.values(definitions)
  .filter(({ base }) => base === 10n)
  .map(({ code }) => code as Currency);

const usual: readonly Currency[] = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY'];

/** The company's own and other usual ones, to be offered before all. */
export const usualCurrencies: readonly Currency[] = [
  company.currency,
  ...usual.filter((code) => code !== company.currency),
];
