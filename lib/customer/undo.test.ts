import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import { customer, noteId, people, ways } from './testing';

const { ana, mia } = people;
const all = Object.entries(ways);

describe('undo', () => {
  it.each(all)('takes %s back to the letter, and redo puts it back', (type, [, ...commands]) => {
    const record = customer();
    for (const command of commands.slice(0, -1)) record.command(mia, command);
    const before = record.log.state;
    const last = commands.at(-1);
    if (!last) throw new Error(`There is no way to ${type}.`);
    expect(record.command(ana, last)).toBe(true);
    expect(record.events.at(-1)?.type).toBe(type);
    const after = record.log.state;
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state).toEqual(before);
    expect(record.press(ana, 'redo').ok).toBe(true);
    expect(record.log.state).toEqual(after);
  });

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
  it.each(all)('%s says what was done', (_, [sentence, ...commands]) => {
    const record = customer();
    for (const command of commands) record.command(ana, command);
    const narration = narrate(record.log, record.events.length);
    expect(narration.sentence).toBe(sentence);
    expect(narration.changes.length).toBeGreaterThan(0);
  });

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
