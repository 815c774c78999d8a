import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { optionalText, requiredText, text } from './text';

/** What the schema makes of a value: the value to store, or the first sentence beside the field. */
function read(schema: z.ZodMiniType, value: unknown): unknown {
  const result = z.safeParse(schema, value);
  return result.success ? { stored: result.data } : result.error.issues[0]?.message;
}

const unstorable = 'This has a character that cannot be stored. Type it again.';

describe('text', () => {
  it.each([
    ['  Rye flour \n', 'Rye flour'],
    ['\u00a0\ufeffx\u2003', 'x'],
    ['two  words', 'two  words'],
    ['', ''],
    ['Smørrebrød 🥪 “ok”', 'Smørrebrød 🥪 “ok”'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
  ])('stores %j as %j', (value, stored) => expect(read(text(100), value)).toEqual({ stored }));

  it.each([
    ['NUL', 'a\0b'],
    ['NUL at the end, which trimming leaves', 'a\0'],
    ['the first half of a pair', 'a\ud83d'],
    ['the second half of a pair', '\ude00a'],
    ['a pair in the wrong order', '\ude00\ud83d'],
  ])('refuses %s', (_what, value) => expect(read(text(100), value)).toBe(unstorable));

  it('counts characters after trimming, and an emoji as one', () => {
    expect(read(text(3), '  abc  ')).toEqual({ stored: 'abc' });
    expect(read(text(3), 'abcd')).toBe('Keep this to 3 characters.');
    expect(read(text(3), '🥪🥪🥪')).toEqual({ stored: '🥪🥪🥪' });
    expect(read(text(3), '🥪🥪🥪🥪')).toBe('Keep this to 3 characters.');
    expect(read(text(2000), 'x'.repeat(2001))).toBe('Keep this to 2,000 characters.');
  });

  it.each([undefined, null, 5, ['a'], {}])('takes no %j', (value) =>
    expect(read(text(100), value)).toBe('Write some text.'),
  );
});

describe('text that must say something', () => {
  const schema = requiredText(10, 'Name the customer.');

  it.each(['', '   ', '\n\t\u00a0'])('%j says nothing', (value) =>
    expect(read(schema, value)).toBe('Name the customer.'),
  );

  it('keeps the rules of text', () => {
    expect(read(schema, ' Ana ')).toEqual({ stored: 'Ana' });
    expect(read(schema, 'x'.repeat(11))).toBe('Keep this to 10 characters.');
    expect(read(schema, '\0')).toBe(unstorable);
  });
});

describe('text that may be left out', () => {
  const schema = optionalText(10);

  it.each([
    [null, null],
    ['', null],
    ['   ', null],
    [' x ', 'x'],
  ])('%j is %j', (value, stored) => expect(read(schema, value)).toEqual({ stored }));

  it('keeps the rules of text, and does not take what is missing for empty', () => {
    expect(read(schema, 'x'.repeat(11))).toBe('Keep this to 10 characters.');
    expect(read(schema, 'a\0')).toBe(unstorable);
    expect(z.safeParse(schema, undefined).success).toBe(false);
  });
});
