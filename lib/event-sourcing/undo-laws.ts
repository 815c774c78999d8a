/**
 * The laws of undo and redo that hold for every workflow, over random histories of its own commands by two people: what
 * a workflow's `compensate`, `reapply` and `restsOn` get wrong shows here. The kernel's own laws are tried on invoices:
 * see lib/invoice/laws.test.ts.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { invert } from './changes';
import type { Actor, Recorded } from './event';
import { narrate } from './narrate';
import type { RecordBuilder } from './record-builder';
import { replay } from './replay';
import type { PayloadDefinition } from './upcast';

interface Tried<S extends object, C extends { type: string }> {
  /** A record with its creation as event 1. */
  begin(): RecordBuilder<S, C>;
  /** What may be asked of it; what the rules refuse is passed over. */
  commands: readonly C[];
  actors: readonly [Actor, Actor];
  payloads: Readonly<Record<string, PayloadDefinition>>;
}

const numRuns = Math.ceil(Number(process.env.RETRACE_PROPERTY_RUNS ?? 300) / 3);

/** One test that tries the laws on random histories. */
export function tryUndoLaws<S extends object, C extends { type: string }>(tried: Tried<S, C>): void {
  const step = fc.record({
    who: fc.constantFrom(...tried.actors),
    what: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...tried.commands) },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      { weight: 1, arbitrary: fc.record({ row: fc.integer({ min: 1, max: 20 }) }) },
    ),
  });

  it('undo and redo are exact, and leave what others did, over random histories', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const record = tried.begin();
        for (const { who, what } of steps) {
          if (typeof what === 'string') record.press(who, what);
          else if ('row' in what) record.revertRow(who, 1 + (what.row % record.events.length));
          else record.command(who, what);
        }
        expectReverted(record);
        expectNamed(record, tried.actors[0]);
        expectPayloads(record.events, tried.payloads);
        expect(replay(record.workflow, JSON.parse(JSON.stringify(record.events)))).toEqual(record.log.state);
        for (const who of tried.actors) {
          expectRoundTrip(record.copy(), who);
          expectAllTheWay(record.copy(), who);
        }
      }),
      { numRuns },
    );
  });
}

/** How an event is told, and the commands that lead to it from a record's creation, the last one to the event itself. */
export type Way<C> = readonly [sentence: string, ...commands: C[]];

interface Ways<S extends object, C extends { type: string }> extends Pick<Tried<S, C>, 'begin' | 'actors'> {
  /** By the type of the event that each leads to. */
  ways: Readonly<Record<string, Way<C>>>;
}

/** A test for each event: undone by itself it is as if it had never been, and redone as if it had never been undone. */
export function tryEachWay<S extends object, C extends { type: string }>({
  begin,
  ways,
  actors: [one, other],
}: Ways<S, C>): void {
  it.each(Object.entries(ways))(
    'takes %s back to the letter, and redo puts it back',
    (type, [, ...commands]) => {
      const record = begin();
      for (const command of commands.slice(0, -1)) record.command(other, command);
      const before = record.log.state;
      const last = commands.at(-1);
      if (!last) throw new Error(`There is no way to ${type}.`);
      expect(record.command(one, last)).toBe(true);
      expect(record.events.at(-1)?.type).toBe(type);
      const after = record.log.state;
      expect(record.press(one, 'undo').ok).toBe(true);
      expect(record.log.state).toEqual(before);
      expect(record.press(one, 'redo').ok).toBe(true);
      expect(record.log.state).toEqual(after);
    },
  );
}

/** A test for each event: its sentence, and that it says what it changed. */
export function tellEachWay<S extends object, C extends { type: string }>({
  begin,
  ways,
  actors: [one],
}: Ways<S, C>): void {
  it.each(Object.entries(ways))('%s says what was done', (_, [sentence, ...commands]) => {
    const record = begin();
    for (const command of commands) record.command(one, command);
    const narration = narrate(record.log, record.events.length);
    expect(narration.sentence).toBe(sentence);
    expect(narration.changes.length).toBeGreaterThan(0);
  });
}

/** A revert is the exact inverse of what it takes back; but a creation leaves the record there, marked. */
function expectReverted({ events }: { events: readonly Recorded[] }): void {
  for (const event of events) {
    if (event.revertsVersion === null) continue;
    const target = events[event.revertsVersion - 1] as Recorded;
    const isCreation = target.version === 1 || events[(target.revertsVersion ?? 0) - 1]?.version === 1;
    if (!isCreation) expect(event.changes).toEqual(invert(target.changes));
  }
}

/**
 * Of no event it only turns out that taking it back would not be exact: such a one rests on something that `restsOn` does not
 * name, and nobody learns what to undo first.
 */
function expectNamed<S extends object, C extends { type: string }>(
  record: RecordBuilder<S, C>,
  who: Actor,
): void {
  for (const { version } of record.events) {
    const result = record.copy().revertRow(who, version);
    if (!result.ok) expect(result.refusal).not.toMatchObject({ code: 'inexact' });
  }
}

function expectPayloads(events: readonly Recorded[], payloads: Tried<object, never>['payloads']): void {
  for (const { type, payload } of events) {
    const schema = payloads[type]?.schema;
    expect(schema?.parse(payload)).toEqual(payload);
  }
}

/** Right after an undo its redo is allowed and exact. */
function expectRoundTrip<S extends object, C extends { type: string }>(
  record: RecordBuilder<S, C>,
  who: Actor,
): void {
  const before = record.log.state;
  if (!record.press(who, 'undo').ok) return;
  expect(record.press(who, 'redo').ok).toBe(true);
  expect(record.log.state).toEqual(before);
}

/** n undos that are allowed, and n redos, lead back. */
function expectAllTheWay<S extends object, C extends { type: string }>(
  record: RecordBuilder<S, C>,
  who: Actor,
): void {
  const before = record.log.state;
  let undone = 0;
  while (record.press(who, 'undo').ok) undone += 1;
  for (let n = 0; n < undone; n++) expect(record.press(who, 'redo').ok).toBe(true);
  expect(record.log.state).toEqual(before);
}
