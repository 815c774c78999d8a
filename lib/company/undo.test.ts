import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import type { CompanyEventType } from './events';
import { changes, company, people } from './testing';
import { companyWorkflow } from './workflow';

const { mia, otto } = people;

describe('undo', () => {
  it.each(changes)('takes %s back to the letter, and redo puts it back', (_, command) => {
    const record = company();
    const before = record.log.state;
    expect(record.command(mia, command)).toBe(true);
    const after = record.log.state;
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state).toEqual(before);
    expect(record.press(mia, 'redo').ok).toBe(true);
    expect(record.log.state).toEqual(after);
    expect(record.revertRow(otto, 2).ok).toBe(true);
    expect(record.log.state).toEqual(before);
  });

  it('has a test for every event', () => {
    const tested = new Set<string>(['company_set_up', ...changes.map(([type]) => type)]);
    expect(Object.keys(companyWorkflow.kinds).filter((type) => !tested.has(type))).toEqual([]);
  });

  it('leaves the set-up standing, and says what to do instead', () => {
    const record = company();
    expect(record.revertRow(mia, 1)).toMatchObject({ ok: false, refusal: { code: 'irreversible' } });
  });

  it('takes currency and limit back together, as they were changed', () => {
    const record = company();
    record.command(mia, { type: 'change_money_rules', approvalAbove: 50_000 });
    record.command(mia, { type: 'change_money_rules', currency: 'JPY', approvalAbove: 60_000 });
    const after = record.log.state;
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ currency: 'EUR', approvalAbove: 50_000 });
    expect(record.press(mia, 'redo').ok).toBe(true);
    expect(record.log.state).toEqual(after);
  });

  it('refuses to move the currency away under a later limit', () => {
    const record = company();
    record.command(mia, { type: 'change_money_rules', currency: 'JPY' });
    record.command(otto, { type: 'change_money_rules', approvalAbove: 60_000 });
    expect(record.press(mia, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
  });

  it('refuses to bring two series to one number', () => {
    const record = company();
    record.command(mia, { type: 'change_number_series', series: 'invoice', prefix: 'A-' });
    record.command(otto, { type: 'change_number_series', series: 'credit_note', prefix: 'INV-0' });
    expect(record.press(mia, 'undo')).toMatchObject({ ok: false, refusal: { code: 'invariant' } });
  });
});

describe('in words', () => {
  const told: Record<CompanyEventType, string> = {
    company_set_up: 'set up the company as My company',
    company_details_changed: 'changed the company’s name, address and tax id',
    time_zone_changed: 'changed the time zone to Asia/Tokyo',
    currency_changed: 'changed the company’s currency to USD',
    rounding_changed: 'changed the rounding to half up',
    approval_limit_changed: 'set the limit for approval to €500.00',
    payment_reference_changed: 'changed payment references to a creditor reference (RF)',
    number_series_changed: 'changed the credit note numbers to GS-000001',
  };

  it.each(changes)('%s says what was meant, and each value before and after', (type, command) => {
    const record = company();
    record.command(mia, command);
    const narration = narrate(record.log, 2);
    expect(narration.sentence).toBe(told[type]);
    expect(narration.changes.length).toBeGreaterThan(0);
    for (const change of narration.changes) expect(change.from).not.toBe(change.to);
  });

  it('the set-up names the company and shows every setting', () => {
    const narration = narrate(company().log, 1);
    expect(narration.sentence).toBe(told.company_set_up);
    expect(narration.changes.map(({ label, to }) => `${label}: ${to}`)).toContain('Rounding: half to even');
  });

  it('a name alone is a new name, a limit can go, and an amount stands in its currency', () => {
    const record = company();
    record.command(mia, { type: 'change_company_details', name: 'Southwind' });
    record.command(mia, { type: 'change_money_rules', approvalAbove: 50_000 });
    record.command(mia, { type: 'change_money_rules', currency: 'JPY', approvalAbove: 60_000 });
    record.command(mia, { type: 'change_money_rules', approvalAbove: null });
    const sentences = [2, 3, 4, 5].map((version) => narrate(record.log, version).sentence);
    expect(sentences).toEqual([
      'renamed the company to Southwind',
      'set the limit for approval to €500.00',
      'changed the company’s currency to JPY and the limit for approval to ¥60,000',
      'removed the limit for approval',
    ]);
    expect(narrate(record.log, 4).changes).toEqual([
      { path: 'currency', label: 'Currency', from: 'EUR', to: 'JPY' },
      { path: 'approvalAbove', label: 'Approval above', from: '€500.00', to: '¥60,000' },
    ]);
  });
});
