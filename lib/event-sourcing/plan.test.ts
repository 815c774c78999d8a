import { describe, expect, it } from 'vitest';
import type { Invoice } from '../invoice/invoice';
import { draft, people } from '../invoice/testing';
import { invoiceWorkflow } from '../invoice/workflow';
import { listRequest, planRequest, type RevertRequest } from './plan';
import { RecordLog } from './record-log';
import type { AnyWorkflow } from './workflow';

const { ana, bob } = people;
const settings = invoiceWorkflow.initialSettings;
const rights = { actorId: 'ana', mayWrite: true, mayChangeOthersWork: true, settings };

/** Ana's draft with two changes of hers: events 2 and 3. */
function twoChanges() {
  const record = draft();
  record.command(ana, { type: 'change_details', memo: 'A' });
  record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
  return record;
}

describe('a request names what it saw', () => {
  const ask = (record: ReturnType<typeof draft>, request: RevertRequest) =>
    planRequest<Invoice>(record.log, request, rights);
  const undoOf = (...versions: number[]): RevertRequest => ({ button: 'list', cause: 'undo', versions });

  it('and is refused where the list has moved, rather than carried out on something else', () => {
    const record = twoChanges();
    expect(listRequest(record.log.history, 'ana', 'undo')).toEqual(undoOf(3));
    expect(ask(record, undoOf(3)).ok).toBe(true);
    for (const stale of [undoOf(2), undoOf(2, 3)]) {
      expect(ask(record, stale)).toEqual({ ok: false, refusal: { code: 'list_moved', cause: 'undo' } });
    }
  });

  it('twice: the second time it was done already, and by what', () => {
    const record = twoChanges();
    record.press(ana, 'undo');
    expect(ask(record, undoOf(3))).toEqual({
      ok: false,
      refusal: { code: 'already_reverted', version: 3, by: 4 },
    });
  });

  it('and asks for nothing where there is nothing', () => {
    const record = twoChanges();
    expect(listRequest(record.log.history, 'bob', 'undo')).toEqual(undoOf());
    expect(ask(record, undoOf())).toEqual({ ok: false, refusal: { code: 'nothing_to_revert' } });
  });

  it('of an event that there is not', () => {
    expect(() => ask(draft(), { button: 'row', version: 9 })).toThrow(
      'There is no event 9; the record has 1.',
    );
  });
});

describe('a plan', () => {
  it('writes nothing: history and state are as they were', () => {
    const record = twoChanges();
    record.command(bob, { type: 'change_details', memo: 'B', dueDate: '2026-12-05' });
    const { log } = record;
    const { history, state } = log;
    const before = structuredClone(state);
    const result = planRequest<Invoice>(
      log,
      { button: 'batch', versions: [2, 3, 4, 5], skip: false },
      rights,
    );
    if (!result.ok) throw new Error(`This was refused: ${result.refusal.code}.`);
    expect(result.plan.reverts.map((revert) => revert.revertsVersion)).toEqual([5, 4, 3, 2]);
    expect(result.plan.state).toMatchObject({ memo: null, dueDate: null });
    expect(result.plan.changes).toEqual({
      memo: { from: 'B', to: null },
      dueDate: { from: '2026-12-05', to: null },
    });
    expect(state).toEqual(before);
    expect(history.version).toBe(5);
    expect(history.tipOf(5)).toBe(5);
  });

  it('is refused where the way back would not be exact, and names the paths', () => {
    const record = twoChanges();
    // A release whose state keeps the memo no more as it was written.
    const later: AnyWorkflow = {
      ...invoiceWorkflow,
      evolve: (state, event) => {
        const after = invoiceWorkflow.evolve(state, event);
        return event.type === 'memo_changed' ? { ...after, memo: `${event.payload.memo}!` } : after;
      },
    };
    const log = new RecordLog<Invoice>(later, record.events);
    expect(planRequest(log, { button: 'row', version: 2 }, rights)).toEqual({
      ok: false,
      refusal: { code: 'inexact', version: 2, paths: ['memo'] },
    });
  });

  it('asks the workflow, for every event that it would bring into force, whether this person may', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', memo: 'A', dueDate: '2026-12-01' });
    const asked: unknown[] = [];
    const strict: AnyWorkflow = {
      ...invoiceWorkflow,
      refusalToRevert: (event, before: Invoice, who) => {
        asked.push([event.type, before.memo, who]);
        return event.type === 'due_date_changed'
          ? { code: 'not_yours', message: 'Only the bank moves it. Ask the bank.' }
          : null;
      },
    };
    const log = new RecordLog<Invoice>(strict, record.events);
    const result = planRequest(log, { button: 'row', version: 2 }, rights);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not_allowed', version: 2 } });
    const who = { id: 'ana', mayApprove: true };
    expect(asked).toEqual([
      ['memo_changed', 'A', who],
      ['due_date_changed', null, who],
    ]);
  });

  it('names what it will not do', () => {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, {
      type: 'record_payment',
      paymentId: '00000000-0000-4000-8000-000000000009',
      amount: 100,
      method: 'card',
      receivedOn: '2026-11-09',
      reference: null,
    });
    expect(planRequest<Invoice>(record.log, { button: 'row', version: 3 }, rights)).toMatchObject({
      plan: {
        consequences: ['Only the record of the payment is taken back; no money moves.'],
        reasonRequired: true,
      },
    });
  });
});
