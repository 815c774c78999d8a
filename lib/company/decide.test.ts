import { describe, expect, it } from 'vitest';
import { initialCompany } from '../company-settings';
import { given } from '../event-sourcing/testing';
import { askedCompanyCommand, type CompanyCommand } from './commands';
import { companyId, settingsOf } from './company';
import type { CompanyEvent } from './events';
import { changes, setUp } from './testing';
import { companyWorkflow } from './workflow';

const when = (command: CompanyCommand, ...before: CompanyEvent[]) =>
  given(companyWorkflow, [setUp, ...before]).when(command);

describe('setting up', () => {
  it('writes the first settings down', () => {
    const { events } = given(companyWorkflow, []).when({ type: 'set_up_company', settings: initialCompany });
    expect(events).toEqual([setUp]);
    const { state } = given(companyWorkflow, events);
    expect(state).toEqual({ id: companyId, ...initialCompany });
  });

  it('happens once', () => {
    expect(when({ type: 'set_up_company', settings: initialCompany }).refusal?.code).toBe('exists_already');
  });

  it.each(changes)('comes before %s', (_, command) => {
    expect(given(companyWorkflow, []).when(command).refusal?.code).toBe('not_found');
  });

  it('is not needed to know what holds', () => {
    expect(settingsOf(given(companyWorkflow, []).state)).toBe(initialCompany);
    expect(settingsOf(null)).toBe(initialCompany);
  });
});

describe('a change', () => {
  it.each(changes)('leads to %s, and given again to nothing', (type, command) => {
    const { events } = when(command);
    expect(events.map((event) => event.type)).toEqual([type]);
    expect(when(command, ...events)).toEqual({ events: [], refusal: undefined });
  });

  it('holds only what differs', () => {
    const { events } = when({ type: 'change_company_details', name: initialCompany.name, taxId: 'DE1' });
    expect(events).toEqual([{ type: 'company_details_changed', payload: { taxId: 'DE1' } }]);
    const series = when({ type: 'change_number_series', series: 'invoice', prefix: 'INV-', digits: 5 });
    expect(series.events).toEqual([
      { type: 'number_series_changed', payload: { series: 'invoice', digits: 5 } },
    ]);
  });

  it('leaves the other series as it is', () => {
    const { events } = when({ type: 'change_number_series', series: 'invoice', prefix: 'NW-' });
    const { state } = given(companyWorkflow, [setUp, ...events]);
    expect(state.series).toEqual({ ...initialCompany.series, invoice: { prefix: 'NW-', digits: 4 } });
  });
});

describe('the limit for approval', () => {
  const limited: CompanyEvent = { type: 'approval_limit_changed', payload: { approvalAbove: 50_000 } };

  it('is asked for again with a new currency, since it is meant in it', () => {
    const { refusal } = when({ type: 'change_money_rules', currency: 'JPY' }, limited);
    expect(refusal).toMatchObject({ code: 'limit_in_old_currency', field: 'approvalAbove' });
    expect(refusal?.message).toContain('Write it in JPY too.');
  });

  it('changes with the currency in one event: no limit ever held that nobody set', () => {
    const both = { type: 'change_money_rules', currency: 'JPY', approvalAbove: 60_000 } as const;
    expect(when(both, limited).events).toEqual([
      { type: 'currency_changed', payload: { currency: 'JPY', approvalAbove: 60_000 } },
    ]);
    const gone = { ...both, approvalAbove: null, rounding: 'half_up' } as const;
    expect(when(gone, limited).events).toEqual([
      { type: 'currency_changed', payload: { currency: 'JPY', approvalAbove: null } },
      { type: 'rounding_changed', payload: { rounding: 'half_up' } },
    ]);
  });

  it('is refused in another currency than the company will have', () => {
    const limit = (more: object) => ({ type: 'change_money_rules', approvalAbove: 60_000, ...more }) as const;
    expect(when(limit({ amountsIn: 'USD' }), limited).refusal).toEqual({
      code: 'other_currency',
      message:
        'The company’s limit is in EUR now, but this amount was written in USD, so nothing was changed. Look at the figure and write it in EUR.',
      field: 'approvalAbove',
      because: ['currency'],
    });
    expect(when(limit({ amountsIn: 'EUR', currency: 'USD' })).refusal?.code).toBe('other_currency');
    expect(when(limit({ amountsIn: 'EUR' })).events).toHaveLength(1);
    expect(when(limit({ amountsIn: 'USD', currency: 'USD' })).events).toHaveLength(1);
  });

  it('says its currency where it comes from outside', () => {
    const silent = { type: 'change_money_rules', approvalAbove: 60_000 };
    expect(askedCompanyCommand.safeParse(silent).error?.issues).toMatchObject([
      { path: ['amountsIn'], message: 'Say which currency the limit is in.' },
    ]);
    expect(askedCompanyCommand.safeParse({ ...silent, amountsIn: 'EUR' }).success).toBe(true);
    expect(askedCompanyCommand.safeParse({ ...silent, approvalAbove: null }).success).toBe(true);
  });

  it('may stay the same figure in the new currency', () => {
    const { events } = when({ type: 'change_money_rules', currency: 'USD', approvalAbove: 50_000 }, limited);
    expect(events).toEqual([{ type: 'currency_changed', payload: { currency: 'USD' } }]);
  });
});

describe('two series never come to one number', () => {
  it.each([
    // What the invoices begin with, what is asked for the credit notes, and whether that is refused.
    ['INV-', 'INV-', true],
    ['INV-', 'INV-0', true],
    ['INV-', 'INV-2026', true],
    ['INV-0', 'INV-', true],
    ['', '7', true],
    ['7', '', true],
    ['INV-', 'INV-C', false],
    ['INV-', 'INV-2026-', false],
    ['INV-1-', 'INV-2-', false],
    ['', 'CN-', false],
    ['A1', 'A2', false],
  ])('invoices %j, credit notes %j: refused is %s, at the field', (invoice, credit, refused) => {
    const before: CompanyEvent = {
      type: 'number_series_changed',
      payload: { series: 'invoice', prefix: invoice },
    };
    const { refusal } = when({ type: 'change_number_series', series: 'credit_note', prefix: credit }, before);
    expect(refusal).toEqual(
      refused ? expect.objectContaining({ code: 'same_prefix', field: 'prefix' }) : undefined,
    );
  });

  it('of fewer or more digits either', () => {
    const digits = { type: 'change_number_series', series: 'credit_note', digits: 9 } as const;
    expect(when(digits).refusal).toBeUndefined();
  });
});
