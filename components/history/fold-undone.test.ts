import { describe, expect, it } from 'vitest';
import { draft, people } from '@/lib/invoice/testing';
import { foldUndone, unfolded } from './fold-undone';

const { ana, bob, mia } = people;

describe('the history with what was undone folded', () => {
  it('has every undo and redo in the row of the change that it is of, newest change first', () => {
    const record = draft();
    record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
    record.revertRow(mia, 2);
    record.command(ana, { type: 'change_details', memo: 'A' });
    record.revertRow(bob, 3);
    const folded = foldUndone(record.log);
    expect(Array.from({ length: folded.count }, (_, index) => folded.at(index))).toEqual([
      { version: 4, reverts: [] },
      { version: 2, reverts: [3, 5] },
      { version: 1, reverts: [] },
    ]);
    expect([1, 2, 3, 4, 5].map((version) => folded.indexOf(version))).toEqual([2, 1, 1, 0, 1]);
    const each = unfolded(record.log);
    expect(Array.from({ length: each.count }, (_, index) => each.at(index).version)).toEqual([5, 4, 3, 2, 1]);
  });
});
