import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import { tellEachWay, tryEachWay } from '../event-sourcing/undo-laws';
import { customer, noteId, people, ways } from './testing';

const { ana, mia } = people;
const each = { begin: customer, ways, actors: [ana, mia] } as const;

describe('undo', () => {
  tryEachWay(each);

  it('of the addition archives the customer, since invoices may name them, and redo brings them back', () => {
    const record = customer();
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ name: 'Lindqvist Bakery AB', archived: true });
    expect(record.press(ana, 'redo').ok).toBe(true);
    expect(record.log.state.archived).toBe(false);
  });

  it('of a note leaves what else was noted', () => {
    const other = '00000000-0000-4000-8000-000000000003';
    const record = customer();
    record.command(ana, { type: 'add_note', note: { id: noteId, text: 'One' } });
    record.command(mia, { type: 'add_note', note: { id: other, text: 'Two' } });
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state.notes).toEqual({ [other]: { id: other, text: 'Two' } });
  });

  it('is refused under a later change of the same detail, and not of another', () => {
    const record = customer();
    record.command(ana, { type: 'change_customer', name: 'One' });
    record.command(mia, { type: 'change_customer', email: null });
    expect(record.press(ana, 'undo').ok).toBe(true);
    record.press(ana, 'redo');
    record.command(mia, { type: 'change_customer', name: 'Two' });
    expect(record.press(ana, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
  });
});

describe('in words', () => {
  tellEachWay(each);

  it('an addition names the customer and lists what is known of them', () => {
    const narration = narrate(customer().log, 1);
    expect(narration.sentence).toBe('added the customer Lindqvist Bakery AB');
    expect(narration.changes.map(({ label }) => label)).toEqual(['Name', 'Email', 'Address']);
  });

  it('a name alone is a new name, and a long note is cut between characters', () => {
    const record = customer();
    record.command(ana, { type: 'change_customer', name: 'Nyström' });
    record.command(ana, { type: 'add_note', note: { id: noteId, text: '🥐'.repeat(70) } });
    expect(narrate(record.log, 2).sentence).toBe('renamed the customer to Nyström');
    expect(narrate(record.log, 3).sentence).toBe(`added the note “${'🥐'.repeat(60)}…”`);
  });
});
