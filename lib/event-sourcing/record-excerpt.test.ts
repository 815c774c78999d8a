import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draft, lineId, people } from '../invoice/testing';
import { invoiceWorkflow } from '../invoice/workflow';
import type { Recorded } from './event';
import { narrate } from './narrate';
import { RecordExcerpt, statesToTell } from './record-excerpt';

const step = fc.record({
  who: fc.constantFrom(people.ana, people.mia),
  what: fc.oneof(
    fc.constantFrom('undo' as const, 'redo' as const),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(
      { type: 'change_details' as const, dueDate: '2026-12-01', memo: 'A' },
      { type: 'change_details' as const, memo: 'B' },
      { type: 'remove_line' as const, lineId: lineId(1) },
    ),
  ),
});

test('an excerpt tells its events as the whole log does, whatever was undone and re-applied', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(), (steps, seed) => {
      const record = draft();
      for (const { who, what } of steps) {
        if (what === 'undo' || what === 'redo') record.press(who, what);
        else if (typeof what === 'number') {
          if (what <= record.events.length) record.revertRow(who, what);
        } else record.command(who, what);
      }
      const { log } = record;
      const told = log.events.filter((_, index) => (index + seed) % 3 === 0);
      const chains = chainsOf(log.events, told);
      const states = new Map<number, object>();
      for (const version of statesToTell(told, chains)) states.set(version, log.timeline.stateAt(version));
      const excerpt = new RecordExcerpt(invoiceWorkflow, chains, states);
      for (const { version } of told) expect(narrate(excerpt, version)).toEqual(narrate(log, version));
    }),
  );
});

/** These events and all that are linked to them by reverts, however far. */
function chainsOf(all: readonly Recorded[], told: readonly Recorded[]): Recorded[] {
  const found = new Set(told.map((event) => event.version));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { version, revertsVersion } of all) {
      if (revertsVersion === null || !(found.has(version) || found.has(revertsVersion))) continue;
      found.add(version).add(revertsVersion);
    }
  }
  return all.filter((event) => found.has(event.version));
}
