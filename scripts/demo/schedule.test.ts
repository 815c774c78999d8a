import { expect, it } from 'vitest';
import { addCalendarDays, OfficeCalendar } from './office-calendar';
import { demoInvoices, schedule } from './schedule';

it('puts everything in the same order whatever day it ends on, so that numbers stay with their invoices', () => {
  const order = (lastDay: string) =>
    schedule(new OfficeCalendar(lastDay)).map((step) => `${step.record.name} ${step.number}`);
  const first = order('2026-03-25');
  // Two weeks with the change to summer time in them.
  for (let day = 1; day <= 14; day++) expect(order(addCalendarDays('2026-03-25', day))).toEqual(first);
});

it('keeps the steps of an invoice in the order in which they are told', () => {
  const steps = schedule(new OfficeCalendar('2026-03-30'));
  for (const { name, steps: told } of demoInvoices) {
    const numbers = steps.filter((step) => step.record.name === name).map((step) => step.number);
    expect(numbers, name).toEqual(told.map((_, index) => index + 1));
  }
});

it('gives every invoice a name of its own', () => {
  expect(new Set(demoInvoices.map((invoice) => invoice.name)).size).toBe(demoInvoices.length);
});
