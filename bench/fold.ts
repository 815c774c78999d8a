/**
 * What a record page works out before it shows anything, for a very long record: the fold of its log, whether each row
 * can be undone, and what Undo and Redo take next. And what each further event costs.
 */
import { decideCommand, type ProposedEvent, recordEvents } from '@/lib/event-sourcing/append';
import { isAvailable } from '@/lib/event-sourcing/availability';
import type { Actor, Cause, Recorded } from '@/lib/event-sourcing/event';
import { History } from '@/lib/event-sourcing/history';
import { type Asker, listRequest, type PlannedRecord, planRequest } from '@/lib/event-sourcing/plan';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { type Random, randomFrom } from '@/scripts/demo/random';
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

const people: readonly Actor[] = [
  { id: 'ana', kind: 'user', name: 'Ana Novak' },
  { id: 'bob', kind: 'user', name: 'Bob Ekdahl' },
  { id: 'mia', kind: 'user', name: 'Mia Torres' },
];
const settings = invoiceWorkflow.initialSettings;
const rightsOf = (actor: Actor): Asker => ({
  actorId: actor.id,
  mayWrite: true,
  mayChangeOthersWork: true,
  settings,
});

/** Measures an invoice of so many events; the same one every time. */
export function measureFold(events: number, rounds: number): FoldTimes {
  const further = 200;
  const long: Recorded[] = JSON.parse(JSON.stringify(longInvoice(events + further)));
  const whole = long.slice(0, events);
  const times = Array.from({ length: rounds }, () => openPage(whole));
  const of = (pick: (time: (typeof times)[number]) => number) => round(median(times.map(pick)));
  return {
    events,
    fold: of((time) => time.fold),
    availability: of((time) => time.availability),
    lists: of((time) => time.lists),
    together: of((time) => time.fold + time.availability + time.lists),
    oneMore: round(median(followOn(whole, long.slice(events)))),
  };
}

function openPage(events: readonly Recorded[]): Pick<FoldTimes, 'fold' | 'availability' | 'lists'> {
  const [reader] = people as [Actor];
  const began = performance.now();
  const log = new RecordLog<Invoice>(invoiceWorkflow, events);
  const page = { history: log.history, state: log.state, stateAt: (version: number) => log.stateAt(version) };
  const folded = performance.now();
  for (let version = 1; version <= log.version; version++) askRow(page, version, reader);
  const asked = performance.now();
  askLists(page, reader);
  return { fold: folded - began, availability: asked - folded, lists: performance.now() - asked };
}

/** The time each further event takes on an open page. */
function followOn(before: readonly Recorded[], after: readonly Recorded[]): number[] {
  const [reader] = people as [Actor];
  const log = new RecordLog<Invoice>(invoiceWorkflow, before);
  const page = { history: log.history, state: log.state, stateAt: (version: number) => log.stateAt(version) };
  return after.map((event) => {
    const began = performance.now();
    page.history.fold(event);
    page.state = invoiceWorkflow.evolve(page.state, event as Parameters<typeof invoiceWorkflow.evolve>[1]);
    askRow(page, event.version, reader);
    askLists(page, reader);
    return performance.now() - began;
  });
}

/** As the menu of an event's row asks. */
function askRow(page: PlannedRecord<Invoice>, row: number, reader: Actor): void {
  const { history } = page;
  const base = history.baseOf(row);
  const version = base === row ? history.tipOf(base) : row;
  isAvailable(page, version, rightsOf(reader));
}

/** As the undo bar asks, and the lists whole. */
function askLists(page: PlannedRecord<Invoice>, reader: Actor): void {
  const { history } = page;
  for (const cause of ['undo', 'redo'] as const)
    planRequest(page, listRequest(history, reader.id, cause), rightsOf(reader));
  history.actions.listsOf(reader.id);
}

/** A draft on which three people worked for a very long time, undoing and redoing as they went. */
function longInvoice(length: number): Recorded[] {
  const random = randomFrom('a long invoice');
  const history = new History(invoiceWorkflow);
  const events: Recorded[] = [];
  let state = invoiceWorkflow.initialState;
  let operations = 0;
  const append = (actor: Actor, proposed: readonly ProposedEvent[]) => {
    operations += 1;
    const at = { version: events.length, state };
    const now = new Date(Date.UTC(2026, 0, 1) + operations * 60_000).toISOString();
    const envelope = { streamId: idOf(0), operationId: idOf(operations), actor, reason: null, metadata: {} };
    const recorded = recordEvents(invoiceWorkflow, at, proposed, {
      ...envelope,
      occurredAt: now,
      recordedAt: now,
    });
    for (const step of recorded) {
      history.fold(step.event);
      events.push(step.event);
      state = step.state;
    }
  };
  const press = (actor: Actor, cause: 'undo' | 'redo'): void => {
    const asked = planRequest(
      { history, state, stateAt: () => state },
      listRequest(history, actor.id, cause),
      rightsOf(actor),
    );
    if (!asked.ok) return;
    const metadata = { button: 'list' as const };
    append(
      actor,
      asked.plan.reverts.map((revert) => ({ ...revert, cause: cause as Cause, metadata })),
    );
  };
  while (events.length < length) {
    const actor = random.pick(people);
    const dice = random.below(20);
    if (events.length > 0 && dice < 4) press(actor, dice < 3 ? 'undo' : 'redo');
    else append(actor, decideEdit(nextEdit(random, state, events.length), state, actor));
  }
  return events.slice(0, length);
}

function decideEdit(command: InvoiceCommand, state: Invoice, actor: Actor): ProposedEvent[] {
  const decision = decideCommand(invoiceWorkflow, state, command, {
    now: '2026-01-01T00:00:00.000000Z',
    today: '2026-01-01',
    actor,
    mayApprove: false,
    reason: null,
    settings: invoiceWorkflow.initialSettings,
  });
  return decision.kind === 'events' ? decision.events.map((event) => ({ event, cause: 'command' })) : [];
}

function nextEdit(random: Random, { lines }: Invoice, n: number): InvoiceCommand {
  const line = { id: idOf(n), description: `Item ${n}`, quantity: '2', unitPrice: 1250, taxRate: 1900 };
  if (n === 0) {
    const customer = { id: idOf(1), name: 'Lindqvist Bakery AB', email: null, address: null, taxId: null };
    const rest = {
      dueDate: null,
      memo: null,
      lines: [{ ...line, id: idOf(2) }],
      discounts: [],
      duplicateOf: null,
    };
    return { type: 'create_invoice', invoiceId: idOf(0), currency: 'EUR', customer, ...rest };
  }
  const ids = Object.keys(lines);
  const dice = random.below(10);
  if (ids.length < 5 || (dice === 0 && ids.length < 40)) return { type: 'add_line', line };
  const lineId = random.pick(ids);
  if (dice === 1) return { type: 'remove_line', lineId };
  if (dice === 2) return { type: 'change_details', memo: `Note ${n}` };
  if (dice < 6) return { type: 'change_line', lineId, unitPrice: 1000 + random.below(9000) };
  return { type: 'change_line', lineId, quantity: String(1 + random.below(99)) };
}

/** A number as an id. */
function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
