/** The laws of Undo and Redo along everybody's actions, over random histories: see testing/histories.ts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { people } from './testing';
import { actors, type Build, grow, pasts } from './testing/histories';
import { pinned } from './testing/pinned';

const runs = Number(process.env.RETRACE_PROPERTY_RUNS ?? 300);
const { mia } = people;

const law = (name: string, check: (record: Build) => void) =>
  it(
    name,
    () =>
      fc.assert(
        fc.property(pasts(25), (past) => check(grow(past))),
        { numRuns: runs, examples: pinned.map((past) => [past]) },
      ),
    Math.max(120_000, runs * 1000),
  );

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

law('3: n undos along everybody’s actions and n redos lead back to the same state and lists', (record) => {
  const before = { state: record.log.state, lists: listsOfOthers(record) };
  let undone = 0;
  while (undone < 4 && record.pressOfAnyone(mia, 'undo').ok) undone += 1;
  for (let n = 0; n < undone; n++) expect(record.pressOfAnyone(mia, 'redo').ok).toBe(true);
  expect(record.log.state).toEqual(before.state);
  expect(listsOfOthers(record)).toEqual(before.lists);
});

law('1: each undo along everybody’s actions takes an older action than the one before', (record) => {
  let last = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 4; n++) {
    const next = record.log.history.actions.next(mia.id, 'undo', 'anyone');
    if (!next || !record.pressOfAnyone(mia, 'undo').ok) return;
    expect(next.since).toBeLessThan(last);
    last = next.since;
  }
});
