import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOfText, printable } from './printable';

const latin = (codePoint: number) => codePoint < 0x250;

test('what the typeface lacks is a box, and said', () => {
  expect(printable('Stanisław', latin)).toEqual({ text: 'Stanisław', lacking: false });
  expect(printable('张伟 😀', latin)).toEqual({ text: '□□ □', lacking: true });
});

test('what only steers how text is set leaves no trace', () => {
  expect(printable('\u2068a\u2069\u200db\u0000c\td\r\ne', latin)).toEqual({
    text: 'abc d\ne',
    lacking: false,
  });
});

test('accents that are typed apart are put together', () => {
  expect(printable('e\u0301', latin).text).toBe('é');
});

test('a text in parts loses no word and keeps to the length', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀'), maxLength: 200 }), (text) => {
      const parts = partsOfText(text, 20);
      expect(parts.every((part) => part.length <= 20 && !/\p{Surrogate}/u.test(part))).toBe(true);
      expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});

test('a text of many short lines comes in parts too', () => {
  const parts = partsOfText('a\n'.repeat(95), 900);
  expect(parts.map((part) => part.split('\n').length)).toEqual([30, 30, 30, 6]);
});
