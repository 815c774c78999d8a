import type { PaymentReferenceScheme } from './company-settings';

/**
 * What a customer quotes when paying an invoice, or null where its number is all there is to quote. A creditor
 * reference (ISO 11649) has check digits by which a bank notices a typing error.
 */
export function paymentReferenceOf(number: string, scheme: PaymentReferenceScheme): string | null {
  return scheme === 'creditor_reference' ? creditorReference(number) : null;
}

/** "RF" with check digits and up to 21 letters and digits; null where the number has none that could be carried. */
function creditorReference(number: string): string | null {
  const body = number
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(-21);
  if (body === '') return null;
  const check = 98 - remainder(`${body}RF00`);
  return `RF${String(check).padStart(2, '0')}${body}`.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Modulo 97 of a text in which letters count as 10 to 35 (ISO 7064). */
function remainder(text: string): number {
  let rest = 0;
  for (const character of text) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
