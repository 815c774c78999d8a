import { expect, test } from 'vitest';
import { toTyped } from '@/lib/typed-moment';
import { jumpTarget, zonesToChoose } from './jump-target';

const events = [
  { version: 1, occurredAt: '2026-11-10T13:13:09.250000Z' },
  { version: 2, occurredAt: '2026-11-10T13:13:09.250000Z' },
  { version: 3, occurredAt: '2026-11-12T08:00:00.000000Z' },
];
const to = (version: number) => ({ kind: 'version', version });

test('a typed moment leads to the last event at or before it', () => {
  expect(jumpTarget(events, '2026-11-11T00:00', 'UTC')).toEqual(to(2));
  expect(jumpTarget(events, '2026-11-12T07:59:59', 'UTC')).toEqual(to(2));
  expect(jumpTarget(events, '2026-11-12T08:00', 'UTC')).toEqual(to(3));
  expect(jumpTarget(events, '2027-01-01T00:00', 'UTC')).toEqual(to(3));
});

test('a second means all of it, so an event is found by the time that it is shown with', () => {
  const shown = toTyped('2026-11-10T13:13:09.250000Z', 'Europe/Berlin');
  expect(shown).toBe('2026-11-10T14:13:09');
  expect(jumpTarget(events, shown, 'Europe/Berlin')).toEqual(to(2));
});

test('the same figures are another moment in another zone', () => {
  expect(jumpTarget(events, '2026-11-12T08:30', 'Europe/Berlin')).toEqual(to(2));
  expect(jumpTarget(events, '2026-11-12T08:30', 'UTC')).toEqual(to(3));
});

test('before the creation there was nothing', () => {
  expect(jumpTarget(events, '2026-11-10T13:13:08', 'UTC')).toEqual({
    kind: 'before',
    instant: '2026-11-10T13:13:08.999999Z',
  });
});

test('what is no whole date and time leads nowhere', () => {
  for (const text of ['', '2026-11-10', '0026-11-10T14:13', 'yesterday'])
    expect(jumpTarget(events, text, 'UTC')).toEqual({ kind: 'none' });
});

test('each zone is offered once, the viewer’s first', () => {
  expect(zonesToChoose('Europe/Berlin', 'America/New_York')).toEqual([
    { value: 'Europe/Berlin', label: 'Europe/Berlin, your time' },
    { value: 'America/New_York', label: 'America/New_York, the company’s time' },
    { value: 'UTC', label: 'UTC' },
  ]);
  expect(zonesToChoose('UTC', 'UTC')).toEqual([{ value: 'UTC', label: 'UTC, your time' }]);
});
