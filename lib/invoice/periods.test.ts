import { describe, expect, it } from 'vitest';
import { initialSettings } from '../decision-settings';
import { explain } from '../event-sourcing/narrate';
import type { PlanResult, RevertRequest } from '../event-sourcing/plan';
import type { RecordBuilder } from '../event-sourcing/record-builder';
import type { InvoiceCommand } from './commands';
import type { InvoiceEventType } from './events';
import { invoicePayloadSchemas } from './events';
import type { Invoice } from './invoice';
import { businessDay } from './periods';
import { draft, lineId, people } from './testing';
import { creditNote, dispute, payment, refund } from './testing/lives';

const { ana, mia } = people;
const settled = (closedThrough: string | null) => ({ ...initialSettings, closedThrough });
/** The day of everything that a record of the tests holds. */
const day = '2026-11-10';

function invoice(...commands: InvoiceCommand[]) {
  const record = draft();
  for (const command of [{ type: 'finalize_invoice' } as const, ...commands])
    if (!record.command(ana, command)) throw new Error(`${command.type} was refused.`);
  return record;
}

function told(record: RecordBuilder<Invoice, InvoiceCommand>, result: PlanResult<Invoice>) {
  if (result.ok) throw new Error('This was not refused.');
  const reader = { id: mia.id, formatInstant: (instant: string) => instant.slice(0, 10) };
  return explain(record.log, result.refusal, reader);
}

const row = (version: number): RevertRequest => ({ button: 'row', version });
const paid = payment(1000, lineId(50));

describe('what changes a closed period', () => {
  it('case 18: a void is undone while its period is open; once it is closed, a duplicate as draft is offered', () => {
    const record = invoice({ type: 'void_invoice' });
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state.voidedAt).toBe(null);
    expect(record.press(ana, 'redo').ok).toBe(true);
    record.settings = settled(day);
    const refusal = told(record, record.revert(mia, row(5)));
    expect(refusal).toMatchObject({
      code: 'period_closed',
      events: [5],
      alternatives: [{ action: 'duplicate_as_draft', label: 'Duplicate as draft' }],
    });
    expect(refusal.message).toContain('Ana Novak re-applied their own change: voided the invoice (event 5');
    expect(refusal.message).toContain('10 Nov 2026, and the books are closed through 10 Nov 2026');
    expect(record.log.state.voidedAt).not.toBe(null);
    record.settings = settled('2026-11-09');
    expect(record.revert(mia, row(5)).ok).toBe(true);
  });

  it('case 50: a payment dated in a period closed since is not re-applied, and stays recorded where it is', () => {
    const record = invoice(paid);
    record.press(ana, 'undo');
    record.settings = settled(day);
    const refusal = told(record, record.press(ana, 'redo'));
    expect(refusal).toMatchObject({ code: 'period_closed', alternatives: [{ action: 'record_payment' }] });
    expect(record.log.state.payments).toEqual({});
  });

  it.each<[InvoiceCommand, string]>([
    [paid, 'issue_refund'],
    [{ type: 'void_invoice' }, 'duplicate_as_draft'],
    [{ type: 'write_off_invoice', requestId: lineId(60) }, 'record_payment'],
    [creditNote(100, lineId(61)), 'duplicate_as_draft'],
  ])('is not taken back: %j, instead of which there is %s', (command, instead) => {
    const record = invoice(command);
    record.settings = settled(day);
    const refusal = told(record, record.press(ana, 'undo'));
    expect(refusal.code).toBe('period_closed');
    expect(refusal.alternatives.map(({ action }) => action)).toContain(instead);
  });

  it.each<[InvoiceCommand, string]>([
    [refund(100, lineId(50), lineId(62)), 'record_payment'],
    [dispute(100, lineId(50), lineId(63)), 'add_note'],
  ])('is not taken back of a payment either: %j', (command, instead) => {
    const record = invoice(paid, command);
    record.settings = settled(day);
    const refusal = told(record, record.press(ana, 'undo'));
    expect(refusal.code).toBe('period_closed');
    expect(refusal.alternatives.map(({ action }) => action)).toContain(instead);
  });

  it('is not recorded, and the day is at fault where it was chosen', () => {
    const record = invoice();
    record.settings = settled('2026-10-31');
    expect(record.command(ana, { ...paid, receivedOn: '2026-10-31' })).toBe(false);
    expect(record.command(ana, { ...paid, receivedOn: '2026-11-01' })).toBe(true);
  });

  it('stays through a restore, with the reason', () => {
    const record = invoice(paid);
    record.command(ana, { type: 'change_details', memo: 'Thanks' });
    record.settings = settled(day);
    const result = record.revert(mia, { button: 'restore', version: 2 });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.plan.stays).toMatchObject([{ refusal: { code: 'not_allowed', version: 3 } }]);
    expect(record.log.state).toMatchObject({ memo: null, payments: { [lineId(50)]: {} } });
  });

  it('is not undone by a cascade either', () => {
    const record = invoice(paid, refund(100, lineId(50), lineId(62)));
    record.settings = settled(day);
    const result = record.revert(mia, { button: 'cascade', version: 3 });
    expect(told(record, result).code).toBe('period_closed');
  });
});

describe('what changes no figures', () => {
  it('is free in a closed period: memo, due date, note', () => {
    const record = invoice();
    record.settings = settled(day);
    expect(record.command(ana, { type: 'change_details', memo: 'Late' })).toBe(true);
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.press(ana, 'redo').ok).toBe(true);
  });

  it('a draft belongs to no period', () => {
    const record = draft();
    record.settings = settled(day);
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state.discarded).toBe(true);
  });
});

it('every event with a day of its own in its payload belongs to the period of that day', () => {
  const days = [
    'issueDate',
    'receivedOn',
    'issuedOn',
    'openedOn',
    'settledOn',
    'closedOn',
    'voidedAt',
    'writtenOffAt',
  ];
  const withDay = (Object.keys(invoicePayloadSchemas) as InvoiceEventType[]).filter((type) =>
    hasKey(invoicePayloadSchemas[type].shape, days),
  );
  expect(withDay.length).toBeGreaterThan(8);
  const none = draft().log.state;
  for (const type of withDay) {
    const child = Object.fromEntries(
      days.map((name) => [name, `${day}T12:00:00Z`.slice(0, name.endsWith('At') ? 20 : 10)]),
    );
    const payload = { ...child, payment: child, refund: child, credit: child, dispute: child };
    expect([type, businessDay({ type, payload } as never, none, 'UTC')]).toEqual([type, day]);
  }
});

function hasKey(shape: object, names: readonly string[]): boolean {
  return Object.entries(shape).some(([name, schema]) => {
    const inner = (schema as { _zod?: { def?: { shape?: object } } })._zod?.def?.shape;
    return names.includes(name) || (inner !== undefined && hasKey(inner, names));
  });
}
