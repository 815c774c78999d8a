import type { Recorded } from '@/lib/event-sourcing/event';
import { type Task, taskOf } from './carry-out';
import { type ScheduledStep, stepOf } from './schedule';
import type { Team } from './step';

interface Options {
  team: Team;
  /** The events of every record so far, by its id; whoever carries out a wave adds to them before the next. */
  histories: Map<string, Recorded[]>;
  /** Steps that must not be under way together with others. */
  alone: ReadonlySet<ScheduledStep>;
}

/** More at once would only wait in line. */
const widest = 8;

/** What takes the next number of a series, or may. */
const numbering: ReadonlySet<string> = new Set(['finalize_invoice', 'issue_credit_note', 'approve_request']);

/**
 * Steps in their order, in groups that can be written at the same time and still come out the same: no two of one
 * record, none beside what it reads, none beside a change of the company's settings, and one that takes a number at most. Loading is mostly
 * waiting for the database; so it waits less.
 */
export function* waves(
  steps: readonly ScheduledStep[],
  { team, histories, alone }: Options,
): Generator<readonly Task[]> {
  let wave: Task[] = [];
  const touched = new Set<string>();
  const isNumbering = ({ asked }: Task) => 'type' in asked && numbering.has(asked.type);
  for (const step of steps) {
    const { streamId, kind } = step.record;
    const single = alone.has(step) || kind === 'company';
    const { reads } = stepOf(step);
    const waits = touched.has(streamId) || (reads !== undefined && touched.has(reads));
    if (wave.length > 0 && (single || waits || wave.length === widest)) {
      yield wave;
      wave = [];
      touched.clear();
    }
    const history = histories.get(streamId) ?? [];
    histories.set(streamId, history);
    const task = taskOf(step, team, history, (id) => histories.get(id) ?? []);
    if (!task) continue;
    if (isNumbering(task) && wave.some(isNumbering)) {
      yield wave;
      wave = [];
      touched.clear();
    }
    wave.push(task);
    touched.add(streamId);
    if (single) {
      yield wave;
      wave = [];
      touched.clear();
    }
  }
  if (wave.length > 0) yield wave;
}
