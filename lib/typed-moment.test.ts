import { describe, expect, test } from 'vitest';
import { fromTyped, toTyped } from './typed-moment';

const zone = 'Europe/Berlin';

describe('a typed time', () => {
  test('is meant on the viewer’s clock', () => {
    expect(fromTyped('2026-11-10T14:13', zone)).toBe('2026-11-10T13:13:00.000Z');
    expect(fromTyped('2026-07-10T14:13:07', zone)).toBe('2026-07-10T12:13:07.000Z');
  });

  test('reads back as it was typed', () => {
    for (const text of ['2026-11-10T14:13', '2026-07-10T14:13:07', '2026-03-29T01:59'])
      expect(toTyped(fromTyped(text, zone) ?? '', zone)).toBe(text);
  });

  test.each(['', '2026-11-10', 'yesterday', '0026-11-10T10:00', '9999-01-01T00:00'])('%j is none', (text) => {
    expect(fromTyped(text, zone)).toBeNull();
  });
});
