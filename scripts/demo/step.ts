import type { Person } from '@/lib/access';
import type { RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import type { CustomerKey, DemoCustomer } from './customers';
import type { Moment } from './office-calendar';
import type { Random } from './random';

/** The demo people who change invoices; Vera, the viewer, only looks. */
export type Who = 'ana' | 'bob' | 'mia' | 'otto';

export type Team = Readonly<Record<Who, Person>>;

/** What somebody has before them when they act. */
export interface Scene {
  /** The demo name of the invoice. */
  name: string;
  customer: DemoCustomer;
  /** As it stands now. */
  invoice: Invoice;
  /** Its history so far. */
  log: RecordLog<Invoice>;
  person: Person;
  /** The company's calendar day. */
  today: string;
  /** Which step of the invoice this is, from 1. */
  step: number;
  /** Chance of this step's own, so that no other step can shift it. */
  random: Random;
}

/** What somebody does, given what they see: a command, or a button that takes something back or puts it back. */
export type Act = (scene: Scene) => InvoiceCommand | RevertRequest;

export interface Step {
  moment: Moment;
  who: Who;
  act: Act;
  reason: string | null;
}

/** The business path on which an invoice comes to be, up to its first sending. */
export type Process = 'manual_billing' | 'subscription_renewal' | 'phone_order';

/** One invoice and everything that is done to it, in order, no two steps in the same minute. */
export interface DemoInvoice {
  /** Unique; its id is derived from it. */
  name: string;
  customer: CustomerKey;
  process: Process;
  steps: readonly Step[];
}

const doneBy =
  (who: Who) =>
  (moment: Moment, act: Act, reason: string | null = null): Step => ({ moment, who, act, reason });

export const ana = doneBy('ana');
export const bob = doneBy('bob');
export const mia = doneBy('mia');
export const otto = doneBy('otto');
