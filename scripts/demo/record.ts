import type { DemoInvoice, Scene, Step } from './step';

/** Everything that is done to one record of the demo, in order. */
export type DemoRecord = InvoiceRecord | OtherRecord;

export interface InvoiceRecord extends DemoInvoice {
  kind: 'invoice';
  streamId: string;
}

/** A customer, or the company itself. */
export interface OtherRecord {
  kind: 'customer' | 'company';
  name: string;
  streamId: string;
  steps: readonly Step<Scene>[];
}
