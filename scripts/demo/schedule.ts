import { bakeryInvoices } from './bakery-invoices';
import { hitInvoices } from './bulk-mistake';
import { coffeeInvoices } from './coffee-invoices';
import { companyRecord } from './company-story';
import { customerRecords } from './customer-records';
import { customerStories } from './customer-stories';
import { demoId, withinMinute } from './demo-id';
import { everydayInvoices } from './everyday-invoices';
import { longHistories } from './long-histories';
import { isNight, type OfficeCalendar, partsOf } from './office-calendar';
import { orderRecords } from './order-records';
import { paymentStories } from './payment-stories';
import { portalSubscriptions } from './portal-subscriptions';
import { printAndDentalInvoices } from './print-and-dental-invoices';
import type { DemoRecord, InvoiceRecord } from './record';
import { refundStories } from './refund-stories';
import { type DemoInvoice, isProgram, type Scene, type Step } from './step';
import { storyInvoices } from './story-invoices';
import { subscriptionRecords } from './subscription-records';

/** Every invoice of the demo, in no order of time. */
export const demoInvoices: readonly DemoInvoice[] = [
  ...storyInvoices,
  ...paymentStories,
  ...refundStories,
  ...longHistories,
  ...bakeryInvoices,
  ...coffeeInvoices,
  ...printAndDentalInvoices,
  ...everydayInvoices,
  ...hitInvoices,
];

/** A step of a record with its day and its place among the record's, from 1. */
export interface ScheduledStep {
  record: DemoRecord;
  number: number;
  today: string;
  occurredAt: string;
}

/** What is done in a step. */
export const stepOf = ({ record, number }: ScheduledStep): Step | Step<Scene> =>
  record.steps[number - 1] as Step | Step<Scene>;

/**
 * Everything that is done to any record, in the order of time: so that numbers are handed out, and events lie in the
 * log, as if the company had used Retrace all along. The order is the same whatever day the calendar ends on.
 */
export function schedule(calendar: OfficeCalendar): ScheduledStep[] {
  const invoices = demoInvoices.map(
    (invoice): InvoiceRecord => ({ ...invoice, kind: 'invoice', streamId: demoId(invoice.name) }),
  );
  // Of what happens at once, a customer comes before their invoice.
  const records: DemoRecord[] = [
    companyRecord,
    ...customerRecords(demoInvoices, customerStories),
    ...invoices,
    ...subscriptionRecords,
    ...portalSubscriptions,
    ...orderRecords,
  ];
  return records
    .flatMap((record) => record.steps.map((step, index) => scheduled(record, step, index + 1, calendar)))
    .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
}

function scheduled(
  record: DemoRecord,
  { moment, who, together }: Step | Step<Scene>,
  number: number,
  calendar: OfficeCalendar,
): ScheduledStep {
  if (isNight(partsOf(moment)) && !isProgram(who))
    throw new RangeError(`${who} does not work at night (${record.name}, ${moment}).`);
  const occurredAt = calendar.instant(moment, withinMinute(together?.name ?? `${record.name} ${number}`));
  return { record, number, occurredAt, today: calendar.dayOf(moment) };
}
