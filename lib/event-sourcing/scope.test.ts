import { describe, expect, it } from 'vitest';
import { draft, people } from '../invoice/testing';
import { listRequest } from './plan';

const { ana, bob, mia } = people;
const due = (day: string) => ({ type: 'change_details', dueDate: `2026-12-${day}` }) as const;
const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;

/** Ana's draft, on which Ana set the due date as event 2, Bob the memo as 3 and Mia the due date as 4. */
function busy() {
  const record = draft();
  record.command(ana, due('01'));
  record.command(bob, memo('Rush'));
  record.command(mia, due('05'));
  return record;
}

const listsOf = (record: ReturnType<typeof draft>, actor: { id: string }) => {
  const { actions } = record.log.history;
  const { undo, redo } = actions.listsOf(actor.id);
  return [undo, redo].map((list) => list.map((action) => action.since));
};

describe('Undo and Redo along everybody’s actions', () => {
  it('take the newest, whoever’s it is, and put back in the opposite order', () => {
    const record = busy();
    const states = [record.log.state];
    for (let n = 0; n < 3; n++) {
      expect(record.pressOfAnyone(mia, 'undo').ok).toBe(true);
      states.push(record.log.state);
    }
    expect(record.log.state).toMatchObject({ memo: null, dueDate: null });
    expect(record.events.slice(4).map((event) => event.revertsVersion)).toEqual([4, 3, 2]);
    for (let n = 2; n >= 0; n--) {
      expect(record.pressOfAnyone(mia, 'redo').ok).toBe(true);
      expect(record.log.state).toEqual(states[n]);
    }
    expect(record.pressOfAnyone(mia, 'redo')).toMatchObject({ refusal: { code: 'nothing_to_revert' } });
  });

  it('say so in the events, so that every reader folds the same lists', () => {
    const record = busy();
    record.pressOfAnyone(mia, 'undo');
    record.press(mia, 'redo');
    expect(record.events.slice(4).map(({ metadata }) => metadata)).toMatchObject([
      { button: 'list', scope: 'anyone' },
      { button: 'list' },
    ]);
    expect(record.events[5]?.metadata).not.toHaveProperty('scope');
  });

  it('are an action of the walker’s own where they take another’s, and fill nobody else’s redo', () => {
    const record = busy();
    record.pressOfAnyone(mia, 'undo');
    record.pressOfAnyone(mia, 'undo');
    expect(listsOf(record, bob)).toEqual([[], []]);
    expect(listsOf(record, mia)[0]).toContain(6);
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state.memo).toBe('Rush');
    expect(listsOf(record, bob)).toEqual([[3], []]);
  });

  it('leave the author’s own lists as they were once it is put back', () => {
    const record = busy();
    record.command(bob, memo('Later'));
    const before = [ana, bob].map((actor) => listsOf(record, actor));
    for (const cause of ['undo', 'undo', 'redo', 'redo'] as const)
      expect(record.pressOfAnyone(mia, cause).ok).toBe(true);
    expect([ana, bob].map((actor) => listsOf(record, actor))).toEqual(before);
  });

  it('do not take their own undo of another’s for a change to undo', () => {
    const record = busy();
    record.pressOfAnyone(mia, 'undo');
    record.pressOfAnyone(mia, 'undo');
    const { versions } = listRequest(record.log.history, mia.id, 'undo', 'anyone');
    expect(versions).toEqual([2]);
  });

  it('forget what could be redone once the walker changes something', () => {
    const record = busy();
    record.pressOfAnyone(mia, 'undo');
    record.command(mia, memo('New'));
    expect(listRequest(record.log.history, mia.id, 'redo', 'anyone').versions).toEqual([]);
  });

  it('are refused to whoever may not change others’ work, with the name', () => {
    const record = busy();
    const support = { mayChangeOthersWork: false };
    expect(record.pressOfAnyone(ana, 'undo', support)).toMatchObject({
      refusal: { code: 'not_yours', versions: [4] },
    });
  });

  it('ask for a reason', () => {
    const result = busy().pressOfAnyone(mia, 'undo');
    expect(result).toMatchObject({ ok: true, plan: { reasonRequired: false } });
    const another = busy();
    another.pressOfAnyone(mia, 'undo');
    expect(another.pressOfAnyone(mia, 'undo')).toMatchObject({ ok: true, plan: { reasonRequired: true } });
  });
});
