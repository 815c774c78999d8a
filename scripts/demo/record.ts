import type { DemoInvoice, Process, Scene, Step } from './step';

/** Everything that is done to one record of the demo, in order. */
export type DemoRecord = InvoiceRecord | OtherRecord;

export interface InvoiceRecord extends DemoInvoice {
  kind: 'invoice';
  streamId: string;
}

/** A customer, the company itself, or what belongs to a customer beside the invoices. */
export interface OtherRecord {
  kind: 'customer' | 'company' | 'subscription' | 'order';
  name: string;
  streamId: string;
  /** The business path that it lies on. */
  process?: Process;
  steps: readonly Step<Scene>[];
}
