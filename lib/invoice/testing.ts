import type { Actor } from '../event-sourcing/event';
import { RecordBuilder } from '../event-sourcing/record-builder';
import type { InvoiceCommand } from './commands';
import type { Invoice } from './invoice';
import { invoiceWorkflow } from './workflow';

/** People that tests let act. */
export const people = {
  ana: { id: 'ana', kind: 'user', name: 'Ana Novak' },
  bob: { id: 'bob', kind: 'user', name: 'Bob Ekdahl' },
  mia: { id: 'mia', kind: 'user', name: 'Mia Torres' },
} as const satisfies Record<string, Actor>;

/** The id of the nth child that a test makes. */
export const lineId = (n: number): string => `00000000-0000-4000-8000-1${String(n).padStart(11, '0')}`;

/** A command that creates a draft of so many lines. */
export function creation(
  lines: number,
  invoiceId = lineId(0),
): Extract<InvoiceCommand, { type: 'create_invoice' }> {
  return {
    type: 'create_invoice',
    invoiceId,
    currency: 'EUR',
    customer: {
      id: lineId(100),
      name: 'Lindqvist Bakery AB',
      email: 'orders@lindqvist.example',
      address: null,
      taxId: null,
    },
    dueDate: null,
    memo: null,
    discounts: [],
    duplicateOf: null,
    lines: Array.from({ length: lines }, (_, index) => ({
      id: lineId(index + 1),
      description: `Item ${index + 1}`,
      quantity: '2',
      unitPrice: 1250,
      taxRate: 1900,
    })),
  };
}

/** A record with a draft that Ana created, as event 1. */
export function draft({ lines = 2 }: { lines?: number } = {}): RecordBuilder<Invoice, InvoiceCommand> {
  const record = new RecordBuilder<Invoice, InvoiceCommand>(invoiceWorkflow);
  record.command(people.ana, creation(lines));
  return record;
}
