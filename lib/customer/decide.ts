import type { CommandRefusal, Decision } from '../event-sourcing/workflow';
import type { CustomerCommand } from './commands';
import type { Customer } from './customer';
import type { CustomerEvent } from './events';

/** Why this command cannot be given to this customer as they stand, or null; the page asks it for its buttons too. */
export function refusalOf(type: CustomerCommand['type'], customer: Customer): CommandRefusal | null {
  if (type === 'add_customer') {
    if (!customer.id) return null;
    return { code: 'exists_already', message: 'This customer exists already. Reload the page to see them.' };
  }
  if (!customer.id) {
    return {
      code: 'not_found',
      message: 'There is no such customer. They may not have been saved; look for them in the list.',
    };
  }
  if (type === 'change_customer' && customer.archived) {
    return {
      code: 'archived',
      message: 'This customer is archived. Bring them back first, then change their details.',
      alternatives: [{ action: 'unarchive_customer', label: 'Bring the customer back' }],
    };
  }
  return null;
}

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(command: CustomerCommand, customer: Customer): Decision<CustomerEvent> {
  const refusal = refusalOf(command.type, customer);
  if (refusal) return { kind: 'refused', refusal };
  switch (command.type) {
    case 'add_customer': {
      const { type: _, ...payload } = command;
      return events({ type: 'customer_added', payload });
    }
    case 'change_customer': {
      const { type: _, ...asked } = command;
      const differing = Object.entries(asked).filter(
        ([field, value]) => value !== undefined && customer[field as keyof Customer] !== value,
      );
      if (differing.length === 0) return events();
      return events({ type: 'customer_details_changed', payload: Object.fromEntries(differing) });
    }
    case 'add_note':
      if (customer.notes[command.note.id]) {
        return refused({ code: 'exists_already', message: 'This note is there already.', field: 'note.id' });
      }
      return events({ type: 'customer_note_added', payload: { note: command.note } });
    case 'withdraw_note':
      if (!customer.notes[command.noteId]) {
        return refused({
          code: 'no_such_note',
          message: 'This note is not there any more. Look at the history to see who withdrew it.',
          field: 'noteId',
        });
      }
      return events({ type: 'customer_note_withdrawn', payload: { noteId: command.noteId } });
    case 'archive_customer':
      return customer.archived ? events() : events({ type: 'customer_archived', payload: {} });
    case 'unarchive_customer':
      return customer.archived ? events({ type: 'customer_unarchived', payload: {} }) : events();
  }
}

const events = (...list: CustomerEvent[]): Decision<CustomerEvent> => ({ kind: 'events', events: list });
const refused = (refusal: CommandRefusal): Decision<CustomerEvent> => ({ kind: 'refused', refusal });
