/** The laws of restore, cascade and batch, over random histories: see testing/histories.ts. */
import { expect } from 'vitest';
import { planRequest, type RevertRequest } from '../event-sourcing/plan';
import { planHash } from '../event-sourcing/plan-hash';
import type { Invoice } from './invoice';
import { people } from './testing';
import { actors, type Build, together } from './testing/histories';
import { tryLaws } from './testing/laws';

const { mia } = people;

/** What a person sees: the state, and everybody's lists. */
function seen(record: Build) {
  const { history, state } = record.log;
  const lists = actors.map(({ id }) => {
    const { undo, redo } = history.actions.listsOf(id);
    return { undo: undo.map((action) => action.id), redo: redo.map((action) => action.id) };
  });
  return { state, lists };
}

const plan = (record: Build, request: RevertRequest) =>
  planRequest<Invoice>(record.log, request, {
    actorId: mia.id,
    mayWrite: true,
    mayChangeOthersWork: true,
    settings: record.settings,
  });

/** Undo gives back what was before an action of Mia's, and Redo what was after it. */
function undoneExactly(record: Build, before: ReturnType<typeof seen>): void {
  const after = seen(record);
  expect(record.press(mia, 'undo')).toMatchObject({ ok: true });
  expect(record.log.state).toEqual(before.state);
  // Mia's redo is new; everything else that anybody could undo and redo is as it was.
  const kept = ({ lists }: ReturnType<typeof seen>) =>
    lists.map((each, n) => (actors[n]?.id === mia.id ? each.undo : each));
  expect(kept(seen(record))).toEqual(kept(before));
  expect(record.press(mia, 'redo')).toMatchObject({ ok: true });
  expect(seen(record)).toEqual(after);
}

tryLaws({
  '4: after a restore only what stays differs, and nothing stays that could be toggled': (
    record,
    version,
  ) => {
    const request: RevertRequest = { button: 'restore', version };
    const before = seen(record);
    const result = record.revert(mia, request);
    if (!result.ok) {
      expect(['same_already', 'all_stays']).toContain(result.refusal.code);
      return;
    }
    const { history } = record.log;
    const staying = result.plan.stays.map((stay) => history.operationOf(stay.version));
    for (const path of Object.keys(result.plan.left))
      expect(staying.some((operation) => history.pathsOf(operation).includes(path))).toBe(true);
    for (const stay of result.plan.stays)
      expect(plan(record, { button: 'row', version: stay.version }).ok).toBe(false);
    undoneExactly(record, before);
  },

  '5: a cascade there is, unless something in it can never be taken back': (record, version) => {
    const { history } = record.log;
    const tip = history.tipOf(history.baseOf(version));
    const before = seen(record);
    const result = record.revert(mia, { button: 'cascade', version: tip });
    // What only the other one of two may decide on is as final to Mia as what a bank has decided.
    if (!result.ok) expect(['irreversible', 'not_allowed']).toContain(result.refusal.code);
    else undoneExactly(record, before);
  },

  '5: a cascade is no larger than it has to be': (record, version) => {
    const { history } = record.log;
    const alone: RevertRequest = { button: 'row', version: history.tipOf(history.baseOf(version)) };
    const result = plan(record, { ...alone, button: 'cascade' });
    const single = plan(record, alone);
    if (result.ok && single.ok) expect(planHash(result.plan)).toBe(planHash(single.plan));
  },

  'a batch of everything that one person did leaves nothing of it in force but what stays': (record) => {
    const versions = record.events.filter(({ actor }) => actor.id === 'bob').map((event) => event.version);
    const before = seen(record);
    const result = record.revert(mia, { button: 'batch', versions, skip: true });
    if (!result.ok) {
      expect(['nothing_to_revert', 'all_stays']).toContain(result.refusal.code);
      return;
    }
    const { history } = record.log;
    const staying = new Set(result.plan.stays.map((stay) => history.operationOf(stay.version)));
    for (const operation of history.allOperations()) {
      if (operation.actor.id === 'bob' && !staying.has(operation)) expect(operation.live).toBe(false);
    }
    undoneExactly(record, before);
  },

  'a batch on two records is one operation, and undone on both it leaves both as they were': (
    record,
    _,
    beside,
  ) => {
    const both = [record, beside];
    const before = both.map(seen);
    const lengths = both.map(({ events }) => events.length);
    together(both, (each) => {
      const versions = each.events.filter(({ actor }) => actor.id === 'ana').map((event) => event.version);
      each.revert(mia, { button: 'batch', versions, skip: true });
    });
    const touched = both.filter(({ events }, n) => events.length > (lengths[n] ?? 0));
    expect(new Set(touched.map(({ events }) => events.at(-1)?.operationId)).size).toBeLessThan(2);
    together(touched, (each) => {
      expect(each.press(mia, 'undo')).toMatchObject({ ok: true });
    });
    expect(both.map(({ log }) => log.state)).toEqual(before.map(({ state }) => state));
    expect(new Set(touched.map(({ events }) => events.at(-1)?.operationId)).size).toBeLessThan(2);
  },

  '8: what is planned is what is appended, whatever the button': (record, version) => {
    const requests: RevertRequest[] = [
      { button: 'restore', version },
      { button: 'batch', versions: [version, 1 + (version % record.events.length)], skip: false },
      { button: 'batch', versions: [version, 1 + (version % record.events.length)], skip: true },
    ];
    for (const request of requests) {
      const { length } = record.events;
      const planned = plan(record, request);
      expect(record.revert(mia, request)).toEqual(planned);
      const appended = record.events.slice(length).map((event) => event.revertsVersion);
      expect(appended).toEqual(planned.ok ? planned.plan.reverts.map((each) => each.revertsVersion) : []);
      if (planned.ok) expect(record.log.state).toEqual(planned.plan.state);
    }
  },
});
