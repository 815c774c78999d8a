import type { Person } from '@/lib/access';
import type { CompanyCommand } from '@/lib/company/commands';
import type { CustomerCommand } from '@/lib/customer/commands';
import type { Actor, EventMetadata, Recorded } from '@/lib/event-sourcing/event';
import type { RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import type { OrderCommand } from '@/lib/order/commands';
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import type { CustomerKey, DemoCustomer } from './customers';
import type { Moment } from './office-calendar';
import type { Random } from './random';

/** The demo people who change records; Vera, the viewer, only looks. */
export type PersonKey = 'ana' | 'bob' | 'sam' | 'mia' | 'priya' | 'otto';

export type Team = Readonly<Record<PersonKey, Person>>;

/**
 * The programs: the agent reminds and tries payments again, by rule; billing renews subscriptions, takes orders from
 * the shop and hears from the bank.
 */
export const programs = {
  agent: { id: 'agent:dunning', kind: 'agent', name: 'Dunning agent' },
  billing: { id: 'system:billing', kind: 'system', name: 'Billing' },
} as const satisfies Record<string, Actor>;

export type ProgramKey = keyof typeof programs;

export type Who = PersonKey | ProgramKey;

export const isProgram = (who: Who): who is ProgramKey => who in programs;

/** What somebody has before them when they act on a record. */
export interface Scene {
  /** The demo name of the record. */
  name: string;
  /** Its history so far. */
  log: RecordLog;
  actor: Actor;
  /** The company's calendar day. */
  today: string;
  /** Which step of the record this is, from 1. */
  step: number;
  /** Chance of this step's own, so that no other step can shift it. */
  random: Random;
  /** The history so far of another record, which the step `reads`. */
  others(streamId: string): readonly Recorded[];
}

export interface InvoiceScene extends Scene {
  log: RecordLog<Invoice>;
  /** As it stands now. */
  invoice: Invoice;
  customer: DemoCustomer;
}

/**
 * What somebody does, given what they see: a command, or a button that takes something back or puts it back. Null
 * where there is nothing to do after all, as when a refund went through without asking a manager.
 */
export type Act<S extends Scene = InvoiceScene> = (
  scene: S,
) =>
  | InvoiceCommand
  | CustomerCommand
  | CompanyCommand
  | SubscriptionCommand
  | OrderCommand
  | RevertRequest
  | null;

export interface Step<S extends Scene = InvoiceScene> {
  moment: Moment;
  who: Who;
  act: Act<S>;
  reason: string | null;
  /** It may turn out that there is nothing to do. */
  optional?: true;
  /** Part of one operation over several records, or of the same minute's work on two: they share the microsecond. */
  together?: { name: string; operationId?: string };
  metadata?: EventMetadata;
  /** The word of its course that it belongs to: see courses.ts. */
  word?: string;
  /** The id of another record that it looks at: what happened to that one before has to be written before. */
  reads?: string;
}

/** The business path on which an invoice comes to be. */
export type Process =
  | 'manual_billing'
  | 'subscription_renewal'
  | 'phone_order'
  | 'web_order'
  | 'migration_import';

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
  <S extends Scene = InvoiceScene>(moment: Moment, act: Act<S>, reason: string | null = null): Step<S> => ({
    moment,
    who,
    act,
    reason,
  });

export const ana = doneBy('ana');
export const bob = doneBy('bob');
export const sam = doneBy('sam');
export const mia = doneBy('mia');
export const priya = doneBy('priya');
export const otto = doneBy('otto');
export const agent = doneBy('agent');
export const billing = doneBy('billing');
