import { describe, expect, it } from 'vitest';
import { initialsOf, toneOf } from './initials';

describe('initialsOf', () => {
  it.each([
    ['Ana Novak', 'AN'],
    ['System', 'SY'],
    ['  Bo  van   Ek ', 'BE'],
    ['Žofia', 'ŽO'],
    ['', '?'],
  ])('writes %j as %j', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('toneOf', () => {
  it('gives a name the same tone each time', () => expect(toneOf('Ana Novak')).toBe(toneOf('Ana Novak')));
});
