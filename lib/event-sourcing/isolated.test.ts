import { describe, expect, it } from 'vitest';
import { isolated } from './isolated';

describe('text inside a sentence', () => {
  it.each(['', 'Ana Novak', 'Mühle & Sohn', '株式会社', '100 %, “quoted”', '👩‍👩‍👧'])(
    'stays as it is: %s',
    (text) => expect(isolated(text)).toBe(text),
  );

  it.each([
    ['a name in Arabic', 'مطبعة النور'],
    ['one in Hebrew', 'מאפיית לחם'],
    ['one that is partly so', 'Al Noor (النور)'],
    ['an override', 'invoice\u202Efdp.exe'],
    ['a mark of direction', 'a\u200Fb'],
    ['an isolate of its own', 'a\u2067b\u2069c'],
  ])('is set apart where it turns the direction: %s', (_what, text) =>
    expect(isolated(text)).toBe(`\u2068${text}\u2069`),
  );

  it('can’t break out', () => {
    expect(isolated('\u2069\u202Eevil')).toBe('\u2068\u202Eevil\u2069');
    expect(isolated('a\u2066b\u2067c')).toBe('\u2068a\u2066b\u2067c\u2069\u2069\u2069');
    expect(isolated('a\u2066b\u2069\u2069c')).toBe('\u2068a\u2066b\u2069c\u2069');
  });
});
