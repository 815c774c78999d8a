import { isolated, quoted } from '../event-sourcing/isolated';
import type { Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import type { Customer } from './customer';
import type { CustomerEvent, CustomerEventType } from './events';

export const customerKinds: Record<CustomerEventType, EventKind> = {
  customer_added: 'life',
  customer_details_changed: 'edit',
  customer_note_added: 'edit',
  customer_note_withdrawn: 'edit',
  customer_archived: 'life',
  customer_unarchived: 'life',
};

const fields = [
  ['name', 'name'],
  ['email', 'email address'],
  ['address', 'address'],
  ['taxId', 'tax id'],
] as const;

/** An event in words, its actor left out: "changed the customer’s address". */
export function describe(event: EventWithChanges<CustomerEvent>, before: Customer): Description {
  switch (event.type) {
    case 'customer_added':
      return say(`added the customer ${isolated(event.payload.name)}`, 'adding the customer');
    case 'customer_details_changed': {
      const { name } = event.payload;
      const changed = fields.filter(([field]) => field in event.payload);
      if (changed.length === 1 && name !== undefined)
        return say(`renamed the customer to ${isolated(name)}`, 'name');
      const what = inWords(changed.map(([, label]) => label));
      return say(`changed the customer’s ${what}`, what);
    }
    case 'customer_note_added':
      return say(`added the note ${quoted(shorten(event.payload.note.text))}`, 'note');
    case 'customer_note_withdrawn': {
      const text = before.notes[event.payload.noteId]?.text ?? '';
      return say(`withdrew the note ${quoted(shorten(text))}`, 'withdrawal of a note');
    }
    case 'customer_archived':
      return say('archived the customer', 'archiving');
    case 'customer_unarchived':
      return say('brought the customer back', 'bringing back');
  }
}

const say = (sentence: string, short: string): Description => ({ sentence, short, tone: 'neutral' });

const longest = 60;

/** The first words of a note, whole characters only. */
function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length > longest ? `${line.slice(0, longest).join('').trimEnd()}…` : line.join('');
}

/** "name", "name and address", "name, address and tax id". */
function inWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'details';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
