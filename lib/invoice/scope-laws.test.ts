/** The laws of Undo and Redo along everybody's actions, over random histories: see testing/histories.ts. */
import { expect } from 'vitest';
import { people } from './testing';
import { actors, type Build } from './testing/histories';
import { tryLaws } from './testing/laws';

const { mia } = people;

/** What the others can undo and redo; the walker's own list has the walk in it. */
function listsOfOthers(record: Build) {
  const { actions } = record.log.history;
  return actors
    .filter(({ id }) => id !== mia.id)
    .map(({ id }) => {
      const { undo, redo } = actions.listsOf(id);
      return { undo: undo.map((action) => action.id), redo: redo.map((action) => action.id) };
    });
}

tryLaws({
  '3: n undos along everybody’s actions and n redos lead back to the same state and lists': (record) => {
    const before = { state: record.log.state, lists: listsOfOthers(record) };
    let undone = 0;
    while (undone < 4 && record.pressOfAnyone(mia, 'undo').ok) undone += 1;
    for (let n = 0; n < undone; n++) expect(record.pressOfAnyone(mia, 'redo').ok).toBe(true);
    expect(record.log.state).toEqual(before.state);
    expect(listsOfOthers(record)).toEqual(before.lists);
  },

  '1: each undo along everybody’s actions takes an older action than the one before': (record) => {
    let last = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 4; n++) {
      const next = record.log.history.actions.next(mia.id, 'undo', 'anyone');
      if (!next || !record.pressOfAnyone(mia, 'undo').ok) return;
      expect(next.since).toBeLessThan(last);
      last = next.since;
    }
  },
});
