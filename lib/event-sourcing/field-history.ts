/**
 * Why a value is what it is: the events that made it, those that were taken back included.
 *
 * A **field** is a value as a page shows it. It stands in one or more leaves of the state, or, as a balance does, in
 * none: then it is a *figure*, worked out of many. An own event is part of a field's history if it, or an undo or redo
 * of it, changed one of the leaves, or moved the figure; what was undone and put back again stands beneath it.
 *
 * What a field **stands by** is, for a leaf, its top live writer: of the changes in force that wrote it the one that came,
 * or came back, last. Nobody writes a figure, so it stands by whatever moved it last, be it an undo.
 */
import type { Changes, Leaf, Recorded } from './event';
import { RecordLog } from './record-log';

/** A value of a record, as people see it. */
export interface Field<S extends object = object> {
  /** What it is called: "Due date". */
  label: string;
  /** The leaves that hold it, or a branch with all that is in it (`lines.<id>`); a figure has none. */
  paths?: readonly string[];
  /** Leaves that it is read with, as an amount with its currency: a change of one is told, but holds no value. */
  readWith?: readonly string[];
  /** The value in words; null where there is none. Asked only of states of a record that was created. */
  read(state: S): string | null;
}

/** One event of a field's history; `from` and `to` are the field before and after it, in words. */
export interface FieldStep {
  version: number;
  from: string | null;
  to: string | null;
  /** Does the value stand by it? Of a field in several leaves, perhaps only a part of the value does. */
  stands: boolean;
}

/** An own event, and what became of it. */
export interface FieldEntry extends FieldStep {
  inForce: boolean;
  /** Its undos and redos, oldest first. */
  reverts: readonly FieldStep[];
}

export interface FieldHistory {
  value: string | null;
  /** What the value was when the record was created. */
  atCreation: string | null;
  /** Version of the last event that changed it, own or not; 0 where none did. */
  latest: number;
  /** Newest change first. */
  entries: readonly FieldEntry[];
}

/** The record as it was known at a version: what came later has not happened yet, and has undone nothing. */
export function asOfVersion<S extends object>(log: RecordLog<S>, version: number): RecordLog<S> {
  if (version >= log.version) return log;
  return new RecordLog<S>(log.workflow, log.between(log.start.version, version), log.start);
}

/** The history of one field, as far as this log goes. Takes one pass over the events. */
export function fieldHistory<S extends object>(log: RecordLog<S>, field: Field<S>): FieldHistory {
  const { history, events } = log;
  const steps = stepsOf(log, field);
  const standing = standingBy(log, field, steps);
  const stepAt = (version: number): FieldStep => {
    const step = steps.get(version) ?? unmoved(log, field, version);
    return { ...step, stands: standing.has(version) };
  };
  const chains = new Map<number, FieldStep[]>();
  for (const version of steps.keys()) chains.set(history.baseOf(version), []);
  for (const { version, revertsVersion } of events) {
    // An undone creation leaves every leaf as it is, so it is no news of one. An undone payment is, of any figure.
    if (revertsVersion === null || (field.paths && !steps.has(version))) continue;
    chains.get(history.baseOf(version))?.push(stepAt(version));
  }
  const entries = [...chains]
    .sort(([a], [b]) => b - a)
    .map(([base, reverts]): FieldEntry => {
      const last = reverts.at(-1);
      return { ...stepAt(base), inForce: !last || !history.takesOut(last.version), reverts };
    });
  return {
    value: valueAt(log, field, log.version),
    atCreation: valueAt(log, field, 1),
    latest: [...steps.keys()].at(-1) ?? 0,
    entries,
  };
}

type Step = Omit<FieldStep, 'stands'>;

/** Every event that changed the field, by version. */
function stepsOf<S extends object>(log: RecordLog<S>, field: Field<S>): Map<number, Step> {
  const steps = new Map<number, Step>();
  let from: string | null = null;
  for (const event of log.events) {
    const { version } = event;
    if (!field.paths) {
      const to = valueAt(log, field, version);
      if (to !== from) steps.set(version, { version, from, to });
      from = to;
      continue;
    }
    const isWritten = leavesIn(event.changes, field.paths).length > 0;
    if (!isWritten && leavesIn(event.changes, field.readWith ?? []).length === 0) continue;
    const step = { version, from: valueAt(log, field, version - 1), to: valueAt(log, field, version) };
    if (isWritten || step.from !== step.to) steps.set(version, step);
  }
  return steps;
}

/** Of a figure: an undo or redo that left it as it was. */
function unmoved<S extends object>(log: RecordLog<S>, field: Field<S>, version: number): Step {
  const value = valueAt(log, field, version);
  return { version, from: value, to: value };
}

/**
 * The events that the value stands by. Per leaf its writers in force, as a stack of their own: what can be undone is a
 * matter of whole operations, but somebody may look at a version in the midst of one.
 */
function standingBy<S extends object>(
  { history, events }: RecordLog<S>,
  { paths }: Field<S>,
  steps: ReadonlyMap<number, Step>,
): Set<number> {
  const versions = [...steps.keys()];
  if (!paths) return new Set(versions.slice(-1));
  const leaves = new Map<string, { writers: number[]; value: Leaf }>();
  for (const version of versions) {
    const base = history.baseOf(version);
    const { changes } = events[version - 1] as Recorded;
    for (const path of leavesIn(changes, paths)) {
      const writers = leaves.get(path)?.writers ?? [];
      const at = writers.lastIndexOf(base);
      if (at >= 0) writers.splice(at, 1);
      if (!history.takesOut(version)) writers.push(base);
      leaves.set(path, { writers, value: changes[path]?.to ?? null });
    }
  }
  const all = [...leaves.values()];
  // Of several leaves those that are empty add nothing to the value, unless it is none.
  const full = all.filter(({ value }) => value !== null);
  const standing = (full.length > 0 ? full : all).flatMap(({ writers }) => writers.slice(-1));
  // Nothing in force wrote it: it is gone, or is the mark of an undone creation, by what happened to it last.
  return new Set(standing.length > 0 ? standing : versions.slice(-1));
}

function leavesIn(changes: Changes, paths: readonly string[]): string[] {
  return Object.keys(changes).filter((leaf) =>
    paths.some((path) => leaf === path || leaf.startsWith(`${path}.`)),
  );
}

function valueAt<S extends object>(log: RecordLog<S>, field: Field<S>, version: number): string | null {
  return version === 0 ? null : field.read(log.stateAt(version));
}
