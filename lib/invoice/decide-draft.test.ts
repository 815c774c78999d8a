import { describe, expect, it } from 'vitest';
import { given, typesOf } from '../event-sourcing/testing';
import type { Currency } from '../money';
import type { CommandOf } from './commands';
import type { Discount } from './events';
import { creation, lineId } from './testing';
import { followedBy, following } from './testing/lives';
import { totalsOf } from './totals';
import { invoiceWorkflow } from './workflow';

const share: Discount = { id: lineId(51), description: 'Regular customer', rate: 1000, amount: null };
const fixed: Discount = { id: lineId(52), description: 'Late delivery', rate: null, amount: 500 };
const grant = (discount: Discount): CommandOf<'grant_discount'> => ({ type: 'grant_discount', discount });
const draft = following([], creation(2));
const when = (events: typeof draft) => given(invoiceWorkflow, events).when;

describe('create_invoice', () => {
  it('carries the company’s rounding, which stays the invoice’s own', () => {
    const settings = { ...invoiceWorkflow.initialSettings, rounding: 'half_up' as const };
    const { state } = given(invoiceWorkflow, followedBy([], creation(1), { settings }));
    expect(state.rounding).toBe('half_up');
  });

  it('grants its discounts with it, each as an event that can be undone by itself', () => {
    const { events } = when([])({ ...creation(2), discounts: [share, fixed] });
    expect(typesOf(events)).toEqual(['invoice_created', 'discount_granted', 'discount_granted']);
    expect(totalsOf(given(invoiceWorkflow, events).state)).toMatchObject({ lines: 5000, discount: 1000 });
  });

  it('names the invoice that it is a copy of', () => {
    const duplicateOf = { id: lineId(99), title: 'INV-0099' };
    expect(given(invoiceWorkflow, followedBy([], { ...creation(1), duplicateOf })).state).toMatchObject({
      duplicateOf,
    });
  });

  it.each([
    ['two discounts', [share, { ...fixed, id: share.id }], 'discounts.1.id'],
    ['a line and a discount', [{ ...fixed, id: lineId(1) }], 'discounts.0.id'],
  ])('refuses one id for %s, and names the second', (_what, discounts, field) => {
    expect(when([])({ ...creation(2), discounts })).toMatchObject({
      events: [],
      refusal: { code: 'exists_already', field },
    });
  });
});

describe('discounts', () => {
  it('are granted and withdrawn', () => {
    const { events } = when(draft)(grant(share));
    expect(events).toEqual([{ type: 'discount_granted', payload: { discount: share } }]);
    expect(when([...draft, ...events])({ type: 'withdraw_discount', discountId: share.id }).events).toEqual([
      { type: 'discount_withdrawn', payload: { discountId: share.id } },
    ]);
  });

  it('refuses one that is there already, and to withdraw one that is not', () => {
    expect(when(followedBy(draft, grant(share)))(grant(share)).refusal).toMatchObject({
      code: 'exists_already',
      field: 'discount.id',
    });
    expect(when(draft)({ type: 'withdraw_discount', discountId: share.id }).refusal).toMatchObject({
      code: 'no_such_discount',
      field: 'discountId',
    });
  });
});

describe('change_customer', () => {
  const { customer } = creation(1);

  it('says what changes, and nothing of what is as it was', () => {
    expect(
      when(draft)({ type: 'change_customer', customer: { ...customer, email: null, taxId: 'SE1' } }).events,
    ).toEqual([{ type: 'customer_changed', payload: { email: null, taxId: 'SE1' } }]);
    expect(when(draft)({ type: 'change_customer', customer })).toEqual({ events: [], refusal: undefined });
  });
});

describe('change_currency', () => {
  const priced = (currency: Currency, unitPrice: number) => {
    const { lines, ...rest } = creation(1);
    return following([], { ...rest, currency, lines: lines.map((line) => ({ ...line, unitPrice })) });
  };
  const change = (currency: Currency) => ({ type: 'change_currency' as const, currency });
  const priceAfter = (events: typeof draft) =>
    given(invoiceWorkflow, events).state.lines[lineId(1)]?.unitPrice;

  it.each<[from: Currency, to: Currency, before: number, after: number]>([
    ['EUR', 'USD', 1250, 1250],
    ['EUR', 'KWD', 1250, 12_500],
    ['KWD', 'EUR', 12_500, 1250],
    ['EUR', 'JPY', 1200, 12],
    ['JPY', 'EUR', 12, 1200],
    ['JPY', 'KWD', 12, 12_000],
    ['KWD', 'JPY', 12_000, 12],
    ['CLF', 'JPY', 120_000, 12],
    ['EUR', 'JPY', 0, 0],
  ])('from %s to %s keeps the figure: %i is %i', (from, to, before, expected) => {
    expect(priceAfter(followedBy(priced(from, before), change(to)))).toBe(expected);
  });

  it('to its own is no change', () => {
    expect(when(draft)(change('EUR'))).toEqual({ events: [], refusal: undefined });
  });

  it.each<[from: Currency, to: Currency, price: number, code: string]>([
    ['EUR', 'JPY', 1250, 'too_many_decimals'],
    ['KWD', 'EUR', 12_505, 'too_many_decimals'],
    ['JPY', 'KWD', 1_000_000_000, 'price_too_large'],
  ])('from %s to %s refuses %i, by name: %s', (from, to, price, code) => {
    expect(when(priced(from, price))(change(to))).toMatchObject({
      events: [],
      refusal: { code, field: 'currency', message: expect.stringContaining('“Item 1”') },
    });
  });

  it('takes a discount by share along, and one of an amount where the decimals are the same', () => {
    expect(when(followedBy(draft, grant(share)))(change('KWD')).refusal).toBeUndefined();
    expect(when(followedBy(draft, grant(fixed)))(change('USD')).refusal).toBeUndefined();
    expect(when(followedBy(draft, grant(fixed)))(change('KWD')).refusal?.code).toBe('has_fixed_discount');
  });
});
