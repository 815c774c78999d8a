import { describe, expect, it } from 'vitest';
import { initialCompany } from '../company-settings';
import { given } from '../event-sourcing/testing';
import type { CompanyCommand } from './commands';
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

  it('changes with the currency in one operation', () => {
    const { events } = when({ type: 'change_money_rules', currency: 'JPY', approvalAbove: 60_000 }, limited);
    expect(events.map((event) => event.type)).toEqual(['currency_changed', 'approval_limit_changed']);
  });

  it('may stay the same figure in the new currency', () => {
    const { events } = when({ type: 'change_money_rules', currency: 'USD', approvalAbove: 50_000 }, limited);
    expect(events.map((event) => event.type)).toEqual(['currency_changed']);
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
