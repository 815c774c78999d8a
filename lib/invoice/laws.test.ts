/** The laws of undo, redo and replay, over random histories: see testing/histories.ts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAvailable } from '../event-sourcing/availability';
import { diff, invert } from '../event-sourcing/changes';
import type { Recorded } from '../event-sourcing/event';
import { History } from '../event-sourcing/history';
import { keysOf } from '../event-sourcing/keys';
import type { Operation } from '../event-sourcing/operation';
import { planRequest } from '../event-sourcing/plan';
import { replay, Timeline } from '../event-sourcing/replay';
import { type InvoiceEventType, invoicePayloadSchemas } from './events';
import type { Invoice } from './invoice';
import { people } from './testing';
import { eventTypes } from './testing/examples';
import { actors, type Build, growBoth, pasts } from './testing/histories';
import { tryLaws } from './testing/laws';
import { invoiceWorkflow } from './workflow';

/** Everything there is to see of undo and redo, to compare two moments by: the state, the lists and the stacks. */
function seen({ log: { state, history } }: Build) {
  const lists = actors.map(({ id }) => {
    const { undo, redo } = history.actions.listsOf(id);
    return { undo: undo.map((action) => action.id), redo: redo.map((action) => action.id) };
  });
  const stacks = operations(history).map((operation) => ({
    live: operation.live,
    onTop: history.pathsOf(operation).filter((path) => history.isOnTop(operation, path)),
    blockers: [...history.blockers(operation)].map(({ id }) => id).sort(),
  }));
  return { state, lists, stacks };
}

const operations = (history: History): Operation[] => [...history.allOperations()];
const everyone = { mayWrite: true, mayChangeOthersWork: true };
const wasLive = (operation: Operation, version: number) =>
  operation.toggles.filter((toggle) => toggle <= version).length % 2 === 1;

/** The definition of what stands in the way, from the events alone. */
function blockersByDefinition(history: History, x: Operation): Set<Operation> {
  const keys = (operation: Operation) => {
    const each = operation.events.map((version) => keysOf(invoiceWorkflow, history.event(version)));
    const writes = new Set(each.flatMap((k) => k.writes));
    return { writes, all: new Set([...writes, ...each.flatMap((k) => k.restsOn)]) };
  };
  const mine = keys(x);
  return new Set(
    operations(history).filter((y) => {
      if (y === x || y.live === wasLive(y, x.tip)) return false;
      const theirs = keys(y);
      return [...mine.all].some(
        (key) => theirs.all.has(key) && (mine.writes.has(key) || theirs.writes.has(key)),
      );
    }),
  );
}

tryLaws({
  '1: right after an undo its redo is allowed and exact, state and lists': (record) => {
    for (const who of actors) {
      const before = seen(record);
      if (!record.press(who, 'undo').ok) continue;
      expect(record.press(who, 'redo').ok).toBe(true);
      expect(seen(record)).toEqual(before);
    }
  },

  '1: undone from its row and re-applied, a change leaves the state and the stacks as they were': (
    record,
    version,
  ) => {
    const before = seen(record);
    if (!record.revertRow(people.mia, version).ok) return;
    expect(record.revertRow(people.mia, version)).toMatchObject({ ok: true });
    expect({ ...seen(record), lists: before.lists }).toEqual(before);
  },

  '2: a revert is the exact inverse of its target': (record) => {
    for (const event of record.events) {
      if (event.revertsVersion === null || event.type === 'draft_discarded') continue;
      const target = record.events[event.revertsVersion - 1] as Recorded;
      if (target.type === 'invoice_created') continue;
      expect(event.changes).toEqual(invert(target.changes));
    }
  },

  '2: the state is the fold of the live operations in their original order': (record) => {
    const { history, state } = record.log;
    if (!history.operationOf(1).live) return;
    const live = record.events.filter(
      (event) => event.revertsVersion === null && history.operationOf(event.version).live,
    );
    expect(diff(replay<Invoice>(invoiceWorkflow, live), state)).toEqual({});
  },

  '2: every leaf holds what the live operation on top of its stack wrote': (record) => {
    const { history, state } = record.log;
    if (!history.operationOf(1).live) return;
    const written: Record<string, unknown> = {};
    for (const operation of operations(history)) {
      for (const path of history.pathsOf(operation)) {
        if (!history.isOnTop(operation, path)) continue;
        const last = operation.events.findLast((version) => path in history.event(version).changes) ?? 0;
        const change = history.event(last).changes[path];
        if (change && 'to' in change) written[path] = change.to;
      }
    }
    const leaves = Object.entries(diff({}, state)).map(([path, { to }]) => [path, to]);
    expect(written).toEqual(Object.fromEntries(leaves));
  },

  '3: n allowed undos and n redos lead back to the same state and lists': (record) => {
    for (const who of actors) {
      const before = seen(record);
      let undone = 0;
      while (undone < 4 && record.press(who, 'undo').ok) undone += 1;
      for (let n = 0; n < undone; n++) expect(record.press(who, 'redo').ok).toBe(true);
      expect(seen(record)).toEqual(before);
    }
  },

  '6: folding one event more is refolding, also after a JSON round trip and on a fork': (record) => {
    const { history } = record.log;
    const again = new History(invoiceWorkflow, JSON.parse(JSON.stringify(record.events)));
    const half = Math.floor(record.events.length / 2);
    const fork = new History(invoiceWorkflow, record.events.slice(0, half)).fork();
    for (const event of record.events.slice(half)) fork.fold(event);
    for (const other of [again, fork]) {
      expect(operations(other)).toEqual(operations(history));
      for (const { id } of actors) expect(other.actions.listsOf(id)).toEqual(history.actions.listsOf(id));
      for (const operation of operations(history)) {
        const twin = other.operationOf(operation.tip);
        expect([...other.blockers(twin)].map((b) => b.id).sort()).toEqual(
          [...history.blockers(operation)].map((b) => b.id).sort(),
        );
      }
    }
  },

  '6: what stands in the way by the stacks is what stands in the way by definition': (record) => {
    const { history } = record.log;
    for (const operation of operations(history)) {
      expect(history.blockers(operation)).toEqual(blockersByDefinition(history, operation));
    }
  },

  '6: whether a row is available is what the planner answers for it': (record) => {
    const { log } = record;
    const asker = { actorId: 'mia', ...everyone, settings: record.settings };
    for (let version = 1; version <= log.version; version++) {
      for (const each of [asker, { ...asker, mayChangeOthersWork: false }, { ...asker, mayWrite: false }])
        expect(isAvailable(log, version, each)).toBe(planRequest(log, { button: 'row', version }, each).ok);
    }
  },

  '7: a state that was handed out never changes, wherever the timeline goes next': (record) => {
    const { timeline, events } = record.log;
    const given = [...events.keys(), events.length].map((version) => {
      const state = timeline.stateAt((version * 7) % (events.length + 1));
      return { state, text: JSON.stringify(state) };
    });
    for (const { state, text } of given) expect(JSON.stringify(state)).toBe(text);
  },

  '7: invariants hold after every operation, and replay from anywhere gives the same state': (record) => {
    const timeline = new Timeline<Invoice>(invoiceWorkflow, record.events);
    const head = record.log.state;
    const { workflow } = record;
    for (let version = record.events.length; version >= 1; version--) {
      const state = timeline.stateAt(version);
      expect(replay<Invoice>(invoiceWorkflow, record.events.slice(version), state)).toEqual(head);
      const ends = record.events[version]?.operationId !== record.events[version - 1]?.operationId;
      if (ends) expect(workflow.violations(state, workflow.initialSettings)).toEqual([]);
    }
  },

  '8: what is refused appends nothing, what is planned is what is appended, and versions have no gap': (
    record,
  ) => {
    for (let version = 1; version <= record.events.length; version++) {
      const { log } = record;
      const { history } = log;
      const length = record.events.length;
      const tip = history.tipOf(history.baseOf(version));
      const { settings } = record;
      const asked = { button: 'row' as const, version: tip };
      const planned = planRequest<Invoice>(log, asked, { actorId: 'mia', ...everyone, settings });
      const done = record.revertRow(people.mia, version);
      expect(done).toEqual(planned);
      const appended = record.events.slice(length);
      expect(appended.map((event) => event.revertsVersion)).toEqual(
        planned.ok ? planned.plan.reverts.map((revert) => revert.revertsVersion) : [],
      );
      if (planned.ok) expect(record.log.state).toEqual(planned.plan.state);
      if (record.events.length > 40) break;
    }
    expect(record.events.map((event) => event.version)).toEqual(record.events.map((_, index) => index + 1));
  },

  'the log takes every event as it stands': (record) => {
    for (const { type, payload } of record.events)
      expect(invoicePayloadSchemas[type as InvoiceEventType].parse(payload)).toEqual(payload);
  },
});

it('the histories have every type of event in them', () => {
  const seen = new Set<string>();
  const sample = fc.sample(pasts(25), { numRuns: 300, seed: 11 });
  for (const past of sample)
    for (const { events } of Object.values(growBoth(past))) for (const { type } of events) seen.add(type);
  expect(eventTypes.filter((type) => !seen.has(type))).toEqual([]);
}, 120_000);
