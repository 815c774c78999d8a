/**
 * The laws of undo, redo and replay, over random histories of three people on one invoice: single changes, operations
 * of several events, Undo and Redo from the list and from rows, in any order and by anyone.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, invert } from '../event-sourcing/changes';
import type { Recorded } from '../event-sourcing/event';
import { History, type Operation } from '../event-sourcing/history';
import { keysOf } from '../event-sourcing/keys';
import { planReverts } from '../event-sourcing/plan';
import type { RecordBuilder } from '../event-sourcing/record-builder';
import { replay, Timeline } from '../event-sourcing/replay';
import type { InvoiceCommand } from './commands';
import type { Invoice } from './invoice';
import { draft, lineId, people } from './testing';
import { violations } from './violations';
import { invoiceWorkflow } from './workflow';

type Build = RecordBuilder<Invoice, InvoiceCommand>;

const actors = [people.ana, people.bob, people.mia];
const runs = Number(process.env.RETRACE_PROPERTY_RUNS ?? 300);

const child = fc.integer({ min: 1, max: 5 }).map(lineId);
const day = fc.integer({ min: 1, max: 5 }).map((n) => `2026-11-0${n}`);
const command: fc.Arbitrary<InvoiceCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record(
        { dueDate: fc.option(day), memo: fc.option(fc.constantFrom('A', 'B', 'C')) },
        { requiredKeys: [] },
      )
      .map((fields) => ({ type: 'change_details' as const, ...fields })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record(
        {
          quantity: fc.constantFrom('1', '2', '3'),
          unitPrice: fc.constantFrom(100, 200, 300),
          description: fc.constantFrom('x', 'y'),
        },
        { requiredKeys: [] },
      )
      .chain((fields) => child.map((id) => ({ type: 'change_line' as const, lineId: id, ...fields }))),
  },
  { weight: 2, arbitrary: child.map((id) => ({ type: 'remove_line' as const, lineId: id })) },
  {
    weight: 2,
    arbitrary: child.map((id) => ({
      type: 'add_line' as const,
      line: { id, description: 'new', quantity: '1', unitPrice: 500, taxRate: 700 },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(child, fc.integer({ min: 1, max: 4000 })).map(([paymentId, amount]) => ({
      type: 'record_payment' as const,
      paymentId,
      amount,
      method: 'card' as const,
      receivedOn: '2026-11-09',
      reference: null,
    })),
  },
  {
    weight: 1,
    arbitrary: child.map((messageId) => ({
      type: 'send_invoice' as const,
      messageId,
      to: 'a@example.com',
      text: null,
    })),
  },
  fc.constantFrom(
    { type: 'finalize_invoice' as const },
    { type: 'void_invoice' as const },
    { type: 'discard_draft' as const },
  ),
);

type Step =
  | { do: 'command'; actor: number; commands: InvoiceCommand[] }
  | { do: 'press'; actor: number; cause: 'undo' | 'redo' }
  | { do: 'row'; actor: number; at: number };

const actor = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor,
      commands: fc.array(command, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      actor,
      cause: fc.constantFrom('undo' as const, 'redo' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('row' as const), actor, at: fc.nat() }) },
);

function take(record: Build, taken: Step): void {
  const who = actors[taken.actor] as (typeof actors)[number];
  if (taken.do === 'command') record.command(who, ...taken.commands);
  else if (taken.do === 'press') record.press(who, taken.cause);
  else record.revertRow(who, 1 + (taken.at % record.events.length));
}

function grow(steps: readonly Step[]): Build {
  const record = draft();
  for (const each of steps) take(record, each);
  return record;
}

const histories = fc.array(step, { minLength: 1, maxLength: 30 });
const law = (name: string, check: (record: Build) => void) =>
  it(
    name,
    () =>
      fc.assert(
        fc.property(histories, (steps) => check(grow(steps))),
        { numRuns: runs },
      ),
    120_000,
  );

/** Everything a person can see of undo and redo, to compare two moments by. */
function lists(record: Build) {
  const { history } = record.log;
  return actors.map(({ id }) => {
    const { undo, redo } = history.actions.listsOf(id);
    return { undo: undo.map((action) => action.id), redo: redo.map((action) => action.id) };
  });
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

describe('laws', () => {
  law('1: right after an undo its redo is allowed and exact, state and lists', (record) => {
    for (const who of actors) {
      const before = { state: record.log.state, lists: lists(record) };
      if (!record.press(who, 'undo').ok) continue;
      expect(record.press(who, 'redo').ok).toBe(true);
      expect(record.log.state).toEqual(before.state);
      expect(lists(record)).toEqual(before.lists);
    }
  });

  law('2: a revert is the exact inverse of its target', (record) => {
    for (const event of record.events) {
      if (event.revertsVersion === null || event.type === 'draft_discarded') continue;
      const target = record.events[event.revertsVersion - 1] as Recorded;
      if (target.type === 'invoice_created') continue;
      expect(event.changes).toEqual(invert(target.changes));
    }
  });

  law(
    '2: every leaf holds what the latest live operation wrote, and the state is the fold of the live operations',
    (record) => {
      const { history, state } = record.log;
      const creation = history.operationOf(1);
      if (!creation.live) return;
      const live = record.events.filter(
        (event) => event.revertsVersion === null && history.operationOf(event.version).live,
      );
      const folded = replay<Invoice>(invoiceWorkflow, live);
      expect(diff(folded, state)).toEqual({});
    },
  );

  law('3: n allowed undos and n redos lead back to the same state and lists', (record) => {
    for (const who of actors) {
      const before = { state: record.log.state, lists: lists(record) };
      let undone = 0;
      while (undone < 4 && record.press(who, 'undo').ok) undone += 1;
      for (let n = 0; n < undone; n++) expect(record.press(who, 'redo').ok).toBe(true);
      expect(record.log.state).toEqual(before.state);
      expect(lists(record)).toEqual(before.lists);
    }
  });

  law('6: folding one event more is refolding, also after a JSON round trip and on a fork', (record) => {
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
  });

  law('6: what stands in the way by the stacks is what stands in the way by definition', (record) => {
    const { history } = record.log;
    for (const operation of operations(history)) {
      expect(history.blockers(operation)).toEqual(blockersByDefinition(history, operation));
    }
  });

  law('7: invariants hold after every operation, and replay from anywhere gives the same state', (record) => {
    const timeline = new Timeline<Invoice>(invoiceWorkflow, record.events);
    const head = record.log.state;
    for (let version = record.events.length; version >= 1; version--) {
      const state = timeline.stateAt(version);
      expect(replay<Invoice>(invoiceWorkflow, record.events.slice(version), state)).toEqual(head);
      const ends = record.events[version]?.operationId !== record.events[version - 1]?.operationId;
      if (ends) expect(violations(state)).toEqual([]);
    }
  });

  law(
    '8: what is refused appends nothing, what is planned is what is appended, and versions have no gap',
    (record) => {
      for (let version = 1; version <= record.events.length; version++) {
        const { history, state } = record.log;
        const length = record.events.length;
        const tip = history.tipOf(history.baseOf(version));
        const planned = planReverts(history, state, [tip], { actorId: 'mia', ...everyone });
        const done = record.revertRow(people.mia, version);
        expect(done).toEqual(planned);
        const appended = record.events.slice(length);
        expect(appended.map((event) => event.revertsVersion)).toEqual(
          planned.ok ? planned.plan.reverts.map((revert) => revert.revertsVersion) : [],
        );
        if (planned.ok) expect(record.log.state).toEqual(planned.plan.state);
        if (record.events.length > 60) break;
      }
      expect(record.events.map((event) => event.version)).toEqual(record.events.map((_, index) => index + 1));
    },
  );
});
