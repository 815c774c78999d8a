import { decideCommand, type ProposedEvent, recordEvents } from '@/lib/event-sourcing/append';
import type { Actor, Cause, Recorded } from '@/lib/event-sourcing/event';
import { History } from '@/lib/event-sourcing/history';
import { listRequest, planRequest } from '@/lib/event-sourcing/plan';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { type Random, randomFrom } from '@/scripts/demo/random';
import { people, rightsOf } from './fold';

/**
 * A draft on which three people worked for a very long time, undoing and redoing as they went. The same events every
 * time, and in the form in which a page gets them: out of JSON.
 *
 * @param who worked on it
 * @param streamId of the draft; it is an id of this record alone
 */
export function longInvoice(length: number, who: readonly Actor[] = people, streamId = idOf(0)): Recorded[] {
  const random = randomFrom('a long invoice');
  const history = new History(invoiceWorkflow);
  const events: Recorded[] = [];
  let state = invoiceWorkflow.initialState;
  let operations = 0;
  const append = (actor: Actor, proposed: readonly ProposedEvent[]) => {
    operations += 1;
    const at = { version: events.length, state };
    const now = new Date(Date.UTC(2026, 0, 1) + operations * 60_000).toISOString().replace('Z', '000Z');
    const envelope = { streamId, operationId: idOf(operations), actor, reason: null, metadata: {} };
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
    const actor = random.pick(who);
    const dice = random.below(20);
    if (events.length > 0 && dice < 4) press(actor, dice < 3 ? 'undo' : 'redo');
    else append(actor, decideEdit(nextEdit(random, state, events.length, streamId), state, actor));
  }
  return JSON.parse(JSON.stringify(events.slice(0, length)));
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

function nextEdit(random: Random, { lines }: Invoice, n: number, invoiceId: string): InvoiceCommand {
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
    return { type: 'create_invoice', invoiceId, currency: 'EUR', customer, ...rest };
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
