import * as definitions from 'dinero.js/bigint/currencies';
import { type Currency, isCurrency } from './money';

/** The currencies that can be chosen, by code. */
export const currencyCodes: readonly Currency[] = Object.keys(definitions).filter(isCurrency);

const usual: readonly Currency[] = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY'];

/** The company's own and other usual ones, to be offered before all. */
function usualCurrencies(own: Currency): readonly Currency[] {
  return [own, ...usual.filter((code) => code !== own)];
}

/**
 * Every currency for a choice of one: the company's own and the usual ones before all. Name them on one side only:
 * the server's names and the browser's may not agree.
 */
export function currencyOptions(own: Currency): { value: string; label: string; disabled?: boolean }[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const option = (code: Currency) => ({ value: code, label: `${code} – ${names.of(code)}` });
  const first = usualCurrencies(own);
  return [
    ...first.map(option),
    { value: '', label: '──────────', disabled: true },
    ...currencyCodes.filter((code) => !first.includes(code)).map(option),
  ];
}
