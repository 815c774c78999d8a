import { createHash } from 'node:crypto';
import { bakeryInvoices } from './bakery-invoices';
import { coffeeInvoices } from './coffee-invoices';
import { longHistories } from './long-histories';
import type { OfficeCalendar } from './office-calendar';
import { printAndDentalInvoices } from './print-and-dental-invoices';
import type { DemoInvoice, Step } from './step';
import { storyInvoices } from './story-invoices';

export const demoInvoices: readonly DemoInvoice[] = [
  ...storyInvoices,
  ...longHistories,
  ...bakeryInvoices,
  ...coffeeInvoices,
  ...printAndDentalInvoices,
];

/** A step with its day and its place among those of its invoice, from 1. */
export interface ScheduledStep extends Step {
  invoice: DemoInvoice;
  number: number;
  today: string;
  occurredAt: string;
}

/**
 * Everything that is done to any invoice, in the order of time: so that numbers are handed out, and events lie in
 * the log, as if the company had used Retrace all along.
 */
export function schedule(calendar: OfficeCalendar): ScheduledStep[] {
  const steps = demoInvoices.flatMap((invoice) =>
    invoice.steps.map((step, index) => {
      const number = index + 1;
      const occurredAt = calendar.instant(step.moment, withinMinute(`${invoice.name} ${number}`));
      const today = calendar.day(Number.parseInt(step.moment, 10));
      return { ...step, invoice, number, today, occurredAt };
    }),
  );
  return steps.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
}

/** Nobody works on the stroke of the minute: microseconds below a minute, always the same for a name. */
function withinMinute(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE(0) % 60_000_000;
}
