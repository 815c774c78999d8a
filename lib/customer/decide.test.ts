import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import { type CustomerCommand, customerCommand } from './commands';
import type { CustomerEvent } from './events';
import { added, addition, noteId, ways } from './testing';
import { customerWorkflow } from './workflow';

const when = (command: CustomerCommand, ...before: CustomerEvent[]) =>
  given(customerWorkflow, [added, ...before]).when(command);
const note = { id: noteId, text: 'Pays on Fridays' };
const noted: CustomerEvent = { type: 'customer_note_added', payload: { note } };
const archived: CustomerEvent = { type: 'customer_archived', payload: {} };

describe('adding', () => {
  it('holds who they are', () => {
    expect(given(customerWorkflow, []).when(addition).events).toEqual([added]);
  });

  it('happens once', () => {
    expect(when(addition).refusal?.code).toBe('exists_already');
  });

  it.each(Object.values(ways).map(([, ...commands]) => commands.at(-1) as CustomerCommand))(
    'comes before $type',
    (command) => {
      expect(given(customerWorkflow, []).when(command).refusal?.code).toBe('not_found');
    },
  );
});

describe('changing details', () => {
  it('holds only what differs', () => {
    const command: CustomerCommand = {
      type: 'change_customer',
      name: 'Lindqvist Bakery AB',
      email: 'new@lindqvist.example',
    };
    expect(when(command).events).toEqual([
      { type: 'customer_details_changed', payload: { email: 'new@lindqvist.example' } },
    ]);
  });

  it('to what they are leads to nothing', () => {
    expect(when({ type: 'change_customer', name: 'Lindqvist Bakery AB', taxId: null })).toEqual({
      events: [],
      refusal: undefined,
    });
  });

  it('of an archived customer is refused with the way back', () => {
    const { refusal } = when({ type: 'change_customer', name: 'New' }, archived);
    expect(refusal).toMatchObject({
      code: 'archived',
      alternatives: [{ action: 'unarchive_customer' }],
    });
  });
});

describe('notes', () => {
  it('come and go by their id', () => {
    expect(when({ type: 'add_note', note }).events).toEqual([noted]);
    expect(when({ type: 'withdraw_note', noteId }, noted).events).toEqual([
      { type: 'customer_note_withdrawn', payload: { noteId } },
    ]);
  });

  it('come once, and go once', () => {
    expect(when({ type: 'add_note', note }, noted).refusal?.code).toBe('exists_already');
    expect(when({ type: 'withdraw_note', noteId }).refusal?.code).toBe('no_such_note');
  });
});

describe('archiving', () => {
  it('and bringing back change nothing the second time', () => {
    expect(when({ type: 'archive_customer' }).events).toEqual([archived]);
    expect(when({ type: 'archive_customer' }, archived).events).toEqual([]);
    expect(when({ type: 'unarchive_customer' }).events).toEqual([]);
    expect(when({ type: 'unarchive_customer' }, archived).events).toEqual([
      { type: 'customer_unarchived', payload: {} },
    ]);
  });
});

describe('what a page may send', () => {
  it.each([
    { ...addition, name: '   ' },
    { ...addition, name: 'x'.repeat(201) },
    { ...addition, email: 'orders' },
    { ...addition, address: 'a\0b' },
    { ...addition, taxId: 'x'.repeat(51) },
    { ...addition, customerId: 'c1' },
    { type: 'change_customer', name: '' },
    { type: 'add_note', note: { id: noteId, text: ' ' } },
    { type: 'add_note', note: { id: noteId, text: 'x'.repeat(2001) } },
    { type: 'delete_customer' },
  ])('is not %j', (command) => {
    expect(customerCommand.safeParse(command).success).toBe(false);
  });

  it('is everything that leads somewhere', () => {
    for (const [, ...commands] of Object.values(ways))
      for (const command of commands) expect(customerCommand.parse(command)).toEqual(command);
  });
});
