import 'server-only';
import { currencyCodes, usualCurrencies } from '@/lib/currencies';
import type { Currency } from '@/lib/money';

// Named here only: two ICU versions may not agree about a name.
const names = new Intl.DisplayNames('en', { type: 'currency' });
const option = (code: Currency) => ({ value: code, label: `${code} – ${names.of(code)}` });

/** Every currency for a choice of one: the company's own and the usual ones before all. */
export function currencyOptions(own: Currency) {
  const usual = usualCurrencies(own);
  return [
    ...usual.map(option),
    { value: '', label: '──────────', disabled: true },
    ...currencyCodes.filter((code) => !usual.includes(code)).map(option),
  ];
}
