/**
 * What a record page works out before it shows anything, for a very long record: the fold of its log, whether each row
 * can be undone, and what Undo and Redo take next. And what each further event costs.
 */
import { isAvailable } from '@/lib/event-sourcing/availability';
import type { Actor, Recorded } from '@/lib/event-sourcing/event';
import { type Asker, listRequest, type PlannedRecord, planRequest } from '@/lib/event-sourcing/plan';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { median, round } from './results';

/** Milliseconds, medians of the rounds. */
export interface FoldTimes {
  events: number;
  fold: number;
  availability: number;
  lists: number;
  /** Of one round's three, not the sum of the medians above. */
  together: number;
  oneMore: number;
}

export const people: readonly Actor[] = [
  { id: 'ana', kind: 'user', name: 'Ana Novak' },
  { id: 'bob', kind: 'user', name: 'Bob Ekdahl' },
  { id: 'mia', kind: 'user', name: 'Mia Torres' },
];
const settings = invoiceWorkflow.initialSettings;
export const rightsOf = (actor: Actor): Asker => ({
  actorId: actor.id,
  mayWrite: true,
  mayChangeOthersWork: true,
  settings,
});

/** The most that is acceptable for 10,000 events, in milliseconds. */
export const foldBudget = { events: 10_000, together: 60, oneMore: 1 };

/** So many events more than those of the invoice are needed. */
export const further = 200;

/** Measures the first so many events of a record, and then what each of those after them costs. */
export function measureFold(log: readonly Recorded[], rounds: number): FoldTimes {
  const events = log.length - further;
  const whole = log.slice(0, events);
  const times = Array.from({ length: rounds }, () => openPage(whole));
  const of = (pick: (time: (typeof times)[number]) => number) => round(median(times.map(pick)));
  return {
    events,
    fold: of((time) => time.fold),
    availability: of((time) => time.availability),
    lists: of((time) => time.lists),
    together: of((time) => time.fold + time.availability + time.lists),
    oneMore: round(median(followOn(whole, log.slice(events)))),
  };
}

function openPage(events: readonly Recorded[]): Pick<FoldTimes, 'fold' | 'availability' | 'lists'> {
  const asker = rightsOf(people[0] as Actor);
  const began = performance.now();
  const log = new RecordLog<Invoice>(invoiceWorkflow, events);
  const page = { history: log.history, state: log.state, stateAt: (version: number) => log.stateAt(version) };
  const folded = performance.now();
  for (let version = 1; version <= log.version; version++) askRow(page, version, asker);
  const asked = performance.now();
  askLists(page, asker);
  return { fold: folded - began, availability: asked - folded, lists: performance.now() - asked };
}

/** The time each further event takes on an open page. */
function followOn(before: readonly Recorded[], after: readonly Recorded[]): number[] {
  const asker = rightsOf(people[0] as Actor);
  const log = new RecordLog<Invoice>(invoiceWorkflow, before);
  const page = { history: log.history, state: log.state, stateAt: (version: number) => log.stateAt(version) };
  return after.map((event) => {
    const began = performance.now();
    page.history.fold(event);
    page.state = invoiceWorkflow.evolve(page.state, event as Parameters<typeof invoiceWorkflow.evolve>[1]);
    askRow(page, event.version, asker);
    askLists(page, asker);
    return performance.now() - began;
  });
}

/** As the menu of an event's row asks. */
function askRow(page: PlannedRecord<Invoice>, row: number, asker: Asker): void {
  const { history } = page;
  const base = history.baseOf(row);
  const version = base === row ? history.tipOf(base) : row;
  isAvailable(page, version, asker);
}

/** As the undo bar asks, and the lists whole. */
function askLists(page: PlannedRecord<Invoice>, asker: Asker): void {
  const { history } = page;
  for (const cause of ['undo', 'redo'] as const)
    planRequest(page, listRequest(history, asker.actorId, cause), asker);
  history.actions.listsOf(asker.actorId);
}
