import * as definitions from 'dinero.js/bigint/currencies';
import { initialCompany as company } from './company-settings';
import { type Currency, isCurrency } from './money';

/** The currencies that can be chosen, by code. */
export const currencyCodes: readonly Currency[] = Object.keys(definitions).filter(isCurrency);

const usual: readonly Currency[] = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY'];

/** The company's own and other usual ones, to be offered before all. */
export const usualCurrencies: readonly Currency[] = [
  company.currency,
  ...usual.filter((code) => code !== company.currency),
];
