import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';

test('writes what the reference implementation of RFC 8785 writes', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

test('leaves out what is undefined, and refuses what is not JSON', () => {
  expect(canonicalJson({ b: undefined, a: [1e21, -0, 'é"\\\u2028'] })).toBe(
    canonicalize({ a: [1e21, -0, 'é"\\\u2028'] }),
  );
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, undefined, () => 1]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
});
