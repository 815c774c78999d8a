import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentReferenceOf } from './payment-reference';

const reference = (number: string) => paymentReferenceOf(number, 'creditor_reference');

/** The check of ISO 7064 as a bank makes it, by another road: one big number, modulo 97. */
function isValid(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  const turned = compact.slice(4) + compact.slice(0, 4);
  const digits = [...turned].map((character) => Number.parseInt(character, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

describe('a creditor reference of ISO 11649', () => {
  // The first two are quoted wherever the standard is explained.
  it.each([
    ['539007547034', 'RF18 5390 0754 7034'],
    ['2348231', 'RF71 2348 231'],
    ['INV-0001', 'RF40 INV0 001'],
    ['INV-2041', 'RF56 INV2 041'],
    ['0', 'RF04 0'],
  ])('of %s is %s', (number, expected) => {
    expect(reference(number)).toBe(expected);
    expect(isValid(expected)).toBe(true);
  });

  it('carries letters and digits only, the letters as capitals', () => {
    expect(reference('r-2024/0007')).toBe(reference('R20240007'));
  });

  it('keeps the end of a number that is too long, where numbers differ', () => {
    expect(reference('12345678901234567890123456')?.replaceAll(' ', '')).toHaveLength(25);
    expect(reference('12345678901234567890123456')).not.toBe(reference('12345678901234567890123457'));
  });

  it.each(['', '---', 'ä', '№'])('of %j is none: nothing of it could be carried', (number) => {
    expect(reference(number)).toBeNull();
  });

  it('passes the bank’s check, whatever the number', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (number) => {
        const text = reference(number);
        if (text === null) return;
        expect(text).toMatch(/^RF\d\d(?: [0-9A-Z]{4})* [0-9A-Z]{1,4}$/);
        expect(text.replaceAll(' ', '').length).toBeLessThanOrEqual(25);
        expect(isValid(text)).toBe(true);
      }),
    ));

  it('tells one wrong digit, and two that changed places', () => {
    expect(isValid('RF18 5390 0754 7035')).toBe(false);
    expect(isValid('RF18 5390 0745 7034')).toBe(false);
  });
});

it('where the number is all there is to quote, there is no reference', () => {
  expect(paymentReferenceOf('INV-0001', 'invoice_number')).toBeNull();
});
