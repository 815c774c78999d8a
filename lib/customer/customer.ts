import type { Violation } from '../event-sourcing/workflow';
import type { CustomerEvent, CustomerNote } from './events';

/**
 * Somebody the company writes invoices to, as they are now. An invoice keeps the details that were written on it; what
 * changes here is for the next one.
 */
export interface Customer {
  id: string;
  name: string;
  email: string | null;
  address: string | null;
  taxId: string | null;
  /** Not offered for new invoices any more. */
  archived: boolean;
  notes: Readonly<Record<string, CustomerNote>>;
}

/** Before it was added a customer has no leaf at all. */
export const noCustomer = { notes: {} } as unknown as Customer;

export function evolve(state: Customer, event: CustomerEvent): Customer {
  switch (event.type) {
    case 'customer_added': {
      const { customerId, ...details } = event.payload;
      return { id: customerId, ...details, archived: false, notes: {} };
    }
    case 'customer_details_changed':
      return { ...state, ...event.payload };
    case 'customer_note_added': {
      const { note } = event.payload;
      return { ...state, notes: { ...state.notes, [note.id]: note } };
    }
    case 'customer_note_withdrawn': {
      const { [event.payload.noteId]: _, ...notes } = state.notes;
      return { ...state, notes };
    }
    case 'customer_archived':
      return { ...state, archived: true };
    case 'customer_unarchived':
      return { ...state, archived: false };
    default:
      return unknownEvent(event);
  }
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of a customer. Update Retrace to read this record.`,
  );
}

/** Nothing that its fields don't hold already must hold of a customer as a whole. */
export const violations = (_state: Customer): readonly Violation[] => [];
