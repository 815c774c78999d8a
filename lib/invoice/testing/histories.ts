/**
 * Random histories of three people on two invoices: single changes, operations of several events and on both at once,
 * Undo and Redo from the list and from rows, cascades, restores, batches, and books that are closed and reopened, in any
 * order and by anyone. Ids and values are few, so that people get in each other's way.
 */
import fc from 'fast-check';
import { initialSettings } from '../../decision-settings';
import type { Actor } from '../../event-sourcing/event';
import type { RevertRequest } from '../../event-sourcing/plan';
import { RecordBuilder } from '../../event-sourcing/record-builder';
import type { InvoiceCommand } from '../commands';
import type { Invoice } from '../invoice';
import { refusalOf } from '../lawful';
import { creation, lineId, people } from '../testing';
import { invoiceWorkflow } from '../workflow';
import { aimed, command, earlier } from './any-command';
import * as lives from './lives';

export type Build = RecordBuilder<Invoice, InvoiceCommand>;

/** Two invoices on which the same people are at work. */
export interface Pair {
  first: Build;
  second: Build;
}

export const actors = [people.ana, people.bob, people.mia];

/** Refunds, credit notes and write-offs of more than €25.00 wait for a second person. */
const workflow = { ...invoiceWorkflow, initialSettings: { ...initialSettings, approvalAbove: 2500 } };

/** What happens to the first of the two invoices, unless it says to which. */
type Step =
  /** The first so many of these that may be given, as one operation. */
  | { do: 'command'; actor: number; atOnce: number; commands: InvoiceCommand[]; on?: 'second' | 'both' }
  | { do: 'press'; actor: number; cause: 'undo' | 'redo'; on?: 'second' }
  | { do: 'row' | 'cascade' | 'restore'; actor: number; at: number; on?: 'second' }
  | { do: 'batch'; actor: number; at: number; length: number; skip: boolean; on?: 'second' | 'both' }
  /** The books are closed through a day that payments may have, or opened again. */
  | { do: 'books'; closed: boolean };

const actor = fc.integer({ min: 0, max: 2 });
const at = fc.nat({ max: 60 });
/** Nearly always the first: a history with little in it has little to tell. */
const on = (...others: ('second' | 'both')[]) =>
  fc.constantFrom(...Array(4).fill({}), ...others.map((other) => ({ on: other })));
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        do: fc.constant('command' as const),
        actor,
        atOnce: fc.constantFrom(1, 1, 2, 3),
        commands: fc.array(command, { minLength: 1, maxLength: 8, size: 'max' }),
      })
      .chain((made) => on('second', 'both').map((where): Step => ({ ...made, ...where }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        do: fc.constant('press' as const),
        actor,
        cause: fc.constantFrom('undo' as const, 'redo' as const),
      })
      .chain((made) => on('second').map((where): Step => ({ ...made, ...where }))),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ do: fc.constantFrom('row', 'row', 'cascade', 'restore'), actor, at })
      .chain((made) => on('second').map((where) => ({ ...made, ...where }) as Step)),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        do: fc.constant('batch' as const),
        actor,
        at,
        length: fc.integer({ min: 1, max: 8 }),
        skip: fc.boolean(),
      })
      .chain((made) => on('second', 'both', 'both').map((where): Step => ({ ...made, ...where }))),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((closed): Step => ({ do: 'books', closed })),
  },
);

const finalize = { type: 'finalize_invoice' as const };
const [first, second] = [lineId(1), lineId(2)];

/** Where a history sets out: a draft, or further on, so that what comes late in an invoice's life is not rare. */
const beginnings: Record<string, readonly InvoiceCommand[]> = {
  draft: [],
  partlyPaid: [finalize, lives.payment(2500, first), lives.payment(1000, second)],
  refunded: [finalize, lives.payment(5950, first), lives.refund(1000, first, first)],
  disputed: [finalize, lives.payment(5950, first), lives.dispute(1000, first, first)],
  failedAndRequested: [finalize, lives.failure(first), lives.creditNote(5950, first)],
};

export interface Past {
  from: string;
  steps: readonly Step[];
}

/** Histories of up to so many steps, each of up to three events. */
export function pasts(most: number): fc.Arbitrary<Past> {
  return fc.record({
    from: fc.constantFrom(...Object.keys(beginnings)),
    // Unless told, arrays stay far shorter than they may be.
    steps: fc.array(step, { minLength: 1, maxLength: most, size: 'max' }),
  });
}

/** Lets it happen: what is refused appends nothing. */
export function growBoth({ from, steps }: Past): Pair {
  const operations = { count: 0 };
  const build = (n: number): Build => new RecordBuilder(workflow, lineId(n), operations);
  const pair = { first: build(0), second: build(200) };
  pair.first.command(people.ana, creation(2, lineId(0)));
  for (const each of beginnings[from] ?? []) pair.first.command(people.ana, each);
  pair.second.command(people.bob, creation(2, lineId(200)));
  for (const each of steps) take(pair, each);
  return pair;
}

/** The first of the two invoices. */
export const grow = (past: Past): Build => growBoth(past).first;

function take({ first, second }: Pair, taken: Step): void {
  if (taken.do === 'books') {
    for (const record of [first, second])
      record.settings = { ...workflow.initialSettings, closedThrough: taken.closed ? earlier : null };
    return;
  }
  const records = taken.on === 'both' ? [first, second] : [taken.on === 'second' ? second : first];
  // All or nothing, unless what can't be taken back is left out.
  if (taken.do === 'batch' && !taken.skip && records.length > 1 && records.some((r) => refuses(r, taken)))
    return;
  together(records, (record) => takeOn(record, taken));
}

/** What is appended to these records is one operation. */
export function together(records: readonly Build[], act: (record: Build) => void): void {
  const counts = records.map((record) => {
    const { operations } = record;
    const { count } = operations;
    act(record);
    const after = operations.count;
    operations.count = count;
    return { operations, after };
  });
  for (const { operations, after } of counts) operations.count = Math.max(operations.count, after);
}

type Taken<D extends Step['do']> = Extract<Step, { do: D }>;

function refuses(record: Build, batch: Taken<'batch'>): boolean {
  const result = record.copy().revert(actors[batch.actor] as Actor, batchOn(record, batch));
  return !result.ok && result.refusal.code !== 'nothing_to_revert';
}

function batchOn({ events: { length } }: Build, taken: Taken<'batch'>): RevertRequest {
  const version = versionAt(length, taken.at);
  const versions = Array.from({ length: taken.length }, (_, n) => version + n).filter((v) => v <= length);
  return { button: 'batch', versions, skip: taken.skip };
}

/** Not the creation, nearly always: a discarded draft has little to tell. */
const versionAt = (length: number, at: number) => (at === 0 ? 1 : length - (at % length));

function takeOn(record: Build, taken: Exclude<Step, { do: 'books' }>): void {
  const who = actors[taken.actor] as Actor;
  if (taken.do === 'command') {
    const { log } = record;
    const lawful = taken.commands.filter(({ type }) => refusalOf(type, log.state) === null);
    record.command(who, ...lawful.slice(0, taken.atOnce).map((each) => aimed(each, log)));
  } else if (taken.do === 'press') record.press(who, taken.cause);
  else if (taken.do === 'batch') record.revert(who, batchOn(record, taken));
  else {
    const version = versionAt(record.events.length, taken.at);
    if (taken.do === 'row') record.revertRow(who, version);
    else if (taken.do === 'restore') record.revert(who, { button: 'restore', version });
    else {
      const { history } = record.log;
      record.revert(who, { button: 'cascade', version: history.tipOf(history.baseOf(version)) });
    }
  }
}
