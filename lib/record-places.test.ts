import { expect, test } from 'vitest';
import { momentHref, recordPlace } from './record-places';
import { workflows } from './workflows';

test('every workflow has a page for its records', () => {
  for (const name of Object.keys(workflows)) expect(recordPlace(name)?.href('an-id')).toMatch(/^\/[a-z]/);
});

test('an event leads to its record as it was then', () => {
  expect(momentHref('invoice', 'an-id', 12)).toBe('/invoices/an-id?version=12');
  expect(momentHref('company', 'an-id', 3)).toBe('/settings?version=3');
});

test('what a later release knows has no page here', () => {
  expect(momentHref('parcel', 'an-id', 1)).toBeNull();
  expect(recordPlace('constructor')).toBeNull();
});
