import { RecordBuilder } from '../event-sourcing/record-builder';
import type { CustomerCommand } from './commands';
import type { Customer } from './customer';
import type { CustomerEvent } from './events';
import { customerWorkflow } from './workflow';

/** People that tests let act. */
export const people = {
  ana: { id: 'ana', kind: 'user', name: 'Ana Novak' },
  mia: { id: 'mia', kind: 'user', name: 'Mia Torres' },
} as const;

const customerId = '00000000-0000-4000-8000-000000000001';
export const noteId = '00000000-0000-4000-8000-000000000002';

const details = {
  name: 'Lindqvist Bakery AB',
  email: 'orders@lindqvist.example',
  address: 'Hantverkargatan 14\n112 21 Stockholm',
  taxId: null,
};

/** The event every customer begins with. */
export const added: CustomerEvent = { type: 'customer_added', payload: { customerId, ...details } };
/** The command that leads to it. */
export const addition: CustomerCommand = { type: 'add_customer', customerId, ...details };

/** A customer that Ana added, as event 1. */
export function customer(): RecordBuilder<Customer, CustomerCommand> {
  const record = new RecordBuilder<Customer, CustomerCommand>(customerWorkflow, customerId);
  record.command(people.ana, addition);
  return record;
}

/** Commands that lead up to each event, the last one to the event itself, with how it is told. */
export const ways: Record<
  Exclude<CustomerEvent['type'], 'customer_added'>,
  [string, ...CustomerCommand[]]
> = {
  customer_details_changed: [
    'changed the customer’s email address and tax id',
    { type: 'change_customer', email: null, taxId: 'SE556677889901' },
  ],
  customer_note_added: [
    'added the note “Pays on Fridays”',
    { type: 'add_note', note: { id: noteId, text: 'Pays on Fridays' } },
  ],
  customer_note_withdrawn: [
    'withdrew the note “Pays on Fridays”',
    { type: 'add_note', note: { id: noteId, text: 'Pays on Fridays' } },
    { type: 'withdraw_note', noteId },
  ],
  customer_archived: ['archived the customer', { type: 'archive_customer' }],
  customer_unarchived: [
    'brought the customer back',
    { type: 'archive_customer' },
    { type: 'unarchive_customer' },
  ],
};
