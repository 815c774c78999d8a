import { describe, expect, it } from 'vitest';
import { companyCommand } from './commands';
import { companyPayloads } from './events';
import { changes, setUp } from './testing';

const takes = (type: keyof typeof companyPayloads, payload: unknown): boolean => {
  try {
    companyPayloads[type].schema.parse(payload);
    return true;
  } catch {
    return false;
  }
};

describe('payloads', () => {
  it('of the set-up are taken as they stand', () => {
    expect(companyPayloads.company_set_up.schema.parse(setUp.payload)).toEqual(setUp.payload);
  });

  it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'Pacific/Kiritimati'])(
    'take the time zone %s',
    (timeZone) => expect(takes('time_zone_changed', { timeZone })).toBe(true),
  );

  it.each([
    '',
    'Berlin',
    'Mars/Olympus',
    '+01:00',
    'Europe/Berlin ',
    'Europe/Berlin\0',
    'x'.repeat(300),
    5,
    null,
  ])('refuse %j as a time zone', (timeZone) => expect(takes('time_zone_changed', { timeZone })).toBe(false));

  it.each(['', 'INV-', 'A', '2026/', '~!@#$%^&*()_', 'x'.repeat(12)])('take the prefix %j', (prefix) => {
    expect(takes('number_series_changed', { series: 'invoice', prefix })).toBe(true);
  });

  it.each(['x'.repeat(13), 'IN V', 'Ä-', 'a\n', '\0', '🥐', 5, null])('refuse %j as a prefix', (prefix) => {
    expect(takes('number_series_changed', { series: 'invoice', prefix })).toBe(false);
  });

  it.each([1, 4, 10])('take %d digits', (digits) => {
    expect(takes('number_series_changed', { series: 'credit_note', digits })).toBe(true);
  });

  it.each([0, 11, 1.5, -1, Number.NaN, '4', null])('refuse %j digits', (digits) => {
    expect(takes('number_series_changed', { series: 'credit_note', digits })).toBe(false);
  });

  it.each([null, 0, 1, 1_000_000_000_000])('take %j as the limit for approval', (approvalAbove) => {
    expect(takes('approval_limit_changed', { approvalAbove })).toBe(true);
  });

  it.each([-1, 0.5, 1_000_000_000_001, '5', undefined])('refuse %j as the limit', (approvalAbove) => {
    expect(takes('approval_limit_changed', { approvalAbove })).toBe(false);
  });

  it.each([
    ['company_details_changed', { name: '' }],
    ['company_details_changed', { name: 'x'.repeat(201) }],
    ['company_details_changed', { address: 'a\0b' }],
    ['company_details_changed', { taxId: 'x'.repeat(51) }],
    ['currency_changed', { currency: 'EURO' }],
    ['rounding_changed', { rounding: 'up' }],
    ['payment_reference_changed', { paymentReference: 'none' }],
    ['number_series_changed', { series: 'receipt', digits: 4 }],
  ] as const)('of %s refuse %j', (type, payload) => expect(takes(type, payload)).toBe(false));
});

describe('what a page may send', () => {
  it.each(changes.map(([, command]) => command))('holds $type', (command) => {
    expect(companyCommand.parse(command)).toEqual(command);
  });

  it('does not hold the set-up, which is the installation’s', () => {
    expect(() => companyCommand.parse({ type: 'set_up_company', ...setUp.payload })).toThrow();
  });
});
