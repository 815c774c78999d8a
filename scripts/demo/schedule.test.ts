import { expect, it } from 'vitest';
import { dayIn } from '@/lib/calendar';
import { initialCompany as company } from '@/lib/company-settings';
import { addCalendarDays, OfficeCalendar } from './office-calendar';
import { demoInvoices, schedule } from './schedule';

it('puts everything in the same order whatever day it ends on, so that numbers stay with their invoices', {
  timeout: 60_000,
}, () => {
  const order = (lastDay: string) =>
    schedule(new OfficeCalendar(lastDay)).map((step) => `${step.record.name} ${step.number}`);
  const first = order('2026-03-25');
  // A week with the change to summer time in them.
  for (let day = 1; day <= 7; day++) expect(order(addCalendarDays('2026-03-25', day))).toEqual(first);
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

it.each([
  ['the change to summer time', '2026-03-29'],
  ['the day after it', '2026-03-30'],
  ['the change to winter time', '2026-10-25'],
  ['new year’s day', '2026-01-01'],
  ['a Saturday', '2026-04-11'],
  ['the day after a leap day', '2028-03-01'],
])('tells the same when it ends on %s, and nothing after that day', (_, lastDay) => {
  const steps = schedule(new OfficeCalendar(lastDay));
  const before = schedule(new OfficeCalendar('2026-04-12'));
  const names = (list: typeof steps) => list.map((step) => `${step.record.name} ${step.number}`);
  expect(names(steps)).toEqual(names(before));
  for (const { occurredAt, today } of steps) expect(today).toBe(dayIn(company.timeZone, occurredAt));
  expect(steps.at(-1)?.today).toBe(lastDay);
});
