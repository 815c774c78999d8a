import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { CustomerEvent, CustomerNote } from './events';

/** What takes each event back. What was before is read from the difference that the event made. */
export function compensate(event: EventWithChanges<CustomerEvent>): Compensation<CustomerEvent> {
  switch (event.type) {
    case 'customer_added':
      return {
        kind: 'event',
        event: { type: 'customer_archived', payload: {} },
        consequence: 'The customer stays, archived: invoices may name them.',
        inexact: true,
      };
    case 'customer_details_changed':
      return by({ type: 'customer_details_changed', payload: before(event, '') });
    case 'customer_note_added':
      return by({ type: 'customer_note_withdrawn', payload: { noteId: event.payload.note.id } });
    case 'customer_note_withdrawn': {
      const note = before(event, `notes.${event.payload.noteId}.`) as unknown as CustomerNote;
      return by({ type: 'customer_note_added', payload: { note } });
    }
    case 'customer_archived':
      return by({ type: 'customer_unarchived', payload: {} });
    case 'customer_unarchived':
      return by({ type: 'customer_archived', payload: {} });
  }
}

const by = (event: CustomerEvent): Compensation<CustomerEvent> => ({ kind: 'event', event });

/** The leaves below a prefix as they were before the event. */
function before(event: EventWithChanges<CustomerEvent>, prefix: string): Record<string, string> {
  const leaves: Record<string, string> = {};
  for (const [path, { from }] of Object.entries(event.changes))
    if (path.startsWith(prefix) && from !== undefined) leaves[path.slice(prefix.length)] = from as string;
  return leaves;
}

/** Adding is put back by bringing the customer back; everything else by the same event again. */
export function reapply(event: CustomerEvent): CustomerEvent {
  return event.type === 'customer_added' ? { type: 'customer_unarchived', payload: {} } : event;
}

/** Nothing but the record itself, and the children that the changes name. */
export const restsOn = (_event: EventWithChanges<CustomerEvent>): readonly string[] => [];
