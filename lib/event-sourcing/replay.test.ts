import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice } from '../invoice/invoice';
import { draft, people } from '../invoice/testing';
import { invoiceWorkflow } from '../invoice/workflow';
import { recordEvents } from './append';
import { replay, Timeline, versionAt } from './replay';
import type { AnyWorkflow } from './workflow';

const workflow: AnyWorkflow = invoiceWorkflow;

/** A record with so many changes of its memo after its creation: enough for several kept states. */
function longHistory(changes: number) {
  const { events, log } = draft();
  const proposed = Array.from({ length: changes }, (_, index) => ({
    event: { type: 'memo_changed', payload: { memo: `Memo ${index}` } },
    cause: 'command' as const,
  }));
  const envelope = {
    streamId: log.state.id,
    operationId: 'many',
    actor: people.ana,
    reason: null,
    metadata: {},
    occurredAt: '2026-11-10T13:13:07.000000Z',
    recordedAt: '2026-11-10T13:13:07.000000Z',
  };
  const head = { version: log.version, state: log.state };
  const appended = recordEvents(workflow, head, proposed, envelope);
  return [...events, ...appended.map(({ event }) => event)];
}

const events = longHistory(299);
/** The state after each version, by folding alone. */
const states: Invoice[] = [workflow.initialState];
for (const event of events) states.push(workflow.evolve(states.at(-1), event));
const version = fc.integer({ min: 0, max: events.length });

describe('Timeline', () => {
  it('answers every move of a slider with the state that a fold gives, in whatever order', () =>
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 40 }), (moves) => {
        const timeline = new Timeline<Invoice>(workflow, events);
        for (const move of moves) expect(timeline.stateAt(move)).toEqual(states[move]);
      }),
    ));

  it('replays a few events a move once it knows the history, however long that is', () => {
    let evolved = 0;
    const counting: AnyWorkflow = {
      ...workflow,
      evolve: (state, event) => {
        evolved += 1;
        return workflow.evolve(state, event);
      },
    };
    const timeline = new Timeline<Invoice>(counting, events);
    timeline.stateAt(events.length);
    expect(evolved).toBe(events.length);
    fc.assert(
      fc.property(version, (move) => {
        evolved = 0;
        timeline.stateAt(move);
        expect(evolved).toBeLessThan(64);
      }),
    );
    timeline.stateAt(150);
    evolved = 0;
    timeline.stateAt(151);
    expect(evolved).toBe(1);
  });

  it('begins before the first event, and knows no version outside of the record', () => {
    const timeline = new Timeline<Invoice>(workflow, events);
    expect(timeline.stateAt(0)).toBe(workflow.initialState);
    expect(() => timeline.stateAt(-1)).toThrow('There is no state -1 here; there are those from 0 to 300.');
    expect(() => timeline.stateAt(301)).toThrow(RangeError);
  });
});

describe('replay', () => {
  it('goes on from a state that was kept, and is the state itself where nothing follows', () => {
    const kept = states[100] as Invoice;
    expect(replay<Invoice>(workflow, events.slice(100), kept)).toEqual(states[300]);
    expect(replay<Invoice>(workflow, [], kept)).toBe(kept);
    expect(replay<Invoice>(workflow, [])).toBe(workflow.initialState);
  });
});

describe('versionAt', () => {
  const at = (...instants: string[]) =>
    instants.map((occurredAt, index) => ({ occurredAt, version: index + 1 }));
  const history = at(
    '2026-11-10T09:00:00.000000Z',
    '2026-11-10T10:00:00.000000Z',
    '2026-11-10T10:00:00.000000Z',
    '2026-11-10T10:00:00.000001Z',
    '2026-11-11T00:00:00.000000Z',
  );

  it.each([
    ['before the first', '2026-11-10T08:59:59.999999Z', 0],
    ['at the first', '2026-11-10T09:00:00.000000Z', 1],
    ['between two', '2026-11-10T09:59:59.999999Z', 1],
    ['at two equal instants, the later event', '2026-11-10T10:00:00.000000Z', 3],
    ['a microsecond on', '2026-11-10T10:00:00.000001Z', 4],
    ['after the last', '2027-01-01T00:00:00.000000Z', 5],
  ])('%s', (_when, instant, expected) => expect(versionAt(history, instant)).toBe(expected));

  it('is 0 where nothing has happened', () => expect(versionAt([], '2026-11-10T09:00:00.000000Z')).toBe(0));

  it('agrees with looking at every event', () => {
    const instant = fc.integer({ min: 0, max: 9 }).map((n) => `2026-11-10T09:00:00.00000${n}Z`);
    fc.assert(
      fc.property(fc.array(instant), instant, (instants, asked) => {
        const sorted = at(...instants.toSorted());
        expect(versionAt(sorted, asked)).toBe(sorted.findLastIndex((event) => event.occurredAt <= asked) + 1);
      }),
    );
  });
});
