import { describe, expect, it } from 'vitest';
import { draft, people } from '@/lib/invoice/testing';
import { backOf, describeRequest, doneOf, refusalInWords, sentenceOf, titleOf } from './request-words';

const { bob, mia } = people;

function disputed() {
  const record = draft();
  record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
  record.revertRow(mia, 2);
  return record.log;
}

describe('what a request is called', () => {
  it('names what it takes, and what takes it back', () => {
    const words = describeRequest(disputed(), { button: 'row', version: 2 });
    expect([titleOf(words), doneOf(words)]).toEqual(['Undo: due date', 'Undid: due date']);
    expect(doneOf(backOf(words))).toBe('Re-applied: due date');
    expect(titleOf(describeRequest(disputed(), { button: 'row', version: 3 }))).toBe('Re-apply: due date');
    expect(sentenceOf(disputed(), { button: 'row', version: 3 })).toMatch(/Bob Ekdahl.* set the due date to/);
  });

  it('of a restore names where it leads', () => {
    const words = describeRequest(disputed(), { button: 'restore', version: 1 });
    expect([titleOf(words), doneOf(words)]).toEqual(['Restore to event 1', 'Restored to event 1']);
    expect(doneOf(backOf(words))).toBe('Undid: restore to event 1');
  });

  it('of a refusal says in one paragraph what could be done instead', () => {
    const refusal = { code: 'irreversible', message: 'It is out.', events: [], alternatives: [] };
    expect(refusalInWords(refusal)).toBe('It is out.');
    const alternatives = ['Send a correction', 'Issue a credit note', 'Void the invoice'].map((label) => ({
      action: label,
      label,
    }));
    expect(refusalInWords({ ...refusal, alternatives })).toBe(
      'It is out. Instead you could send a correction, issue a credit note or void the invoice.',
    );
  });
});
