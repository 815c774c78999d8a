import type { Currency } from '@/lib/money';
import type { Cells } from './cells';
import { nameId } from './name-id';
import type { InvoiceRole, Plan } from './plan';
import type { Problems } from './problems';
import type { SourceInvoice } from './read-source';

/** What a whole run is read with. Plain data, to be sent to another thread. */
export interface SharedContext {
  plan: Plan;
  /** The database's clock: nothing adopted has happened after it. */
  now: string;
}

/** What does not change from invoice to invoice. */
export interface ReadingContext extends SharedContext {
  problems: Problems;
  /** These rows were checked before: they are only read. */
  checked: boolean;
}

/** One invoice while it is read into events. */
export interface Reading extends ReadingContext {
  invoice: SourceInvoice;
  cells: Cells<InvoiceRole>;
  currency: Currency;
  /** What the mapping allowed to be put right, for the report. */
  corrected: Corrections;
}

export interface Corrections {
  /** Amounts that were rounded. */
  rounded: number;
  /** The customer's e-mail address was left out. */
  emailLeftOut: boolean;
}

/** The record that an invoice of the source is or will be. */
export const streamIdOf = (plan: Plan, key: string): string => nameId(plan.mapping.name, 'invoice', key);
