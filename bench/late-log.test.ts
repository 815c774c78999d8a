import { expect, test } from 'vitest';
import { explain } from '@/lib/event-sourcing/narrate';
import { listRequest, planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { lateStart } from '@/lib/event-sourcing/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { people, rightsOf } from './fold';
import { longInvoice } from './long-invoice';

const events = longInvoice(700);
const whole = new RecordLog(invoiceWorkflow, events);
const reader = { id: 'ana', formatInstant: (instant: string) => instant };

test.each([100, 400, 613])('a log that starts after event %i answers as the whole one does', (start) => {
  for (const person of people) {
    const asker = rightsOf(person);
    const late = new RecordLog(invoiceWorkflow, events.slice(start), lateStart(whole, start, person.id));
    expect(late.version).toBe(whole.version);
    expect(late.state).toEqual(whole.state);
    const answer = (log: RecordLog, request: RevertRequest) => {
      const result = planRequest(log, request, asker);
      return result.ok ? planHash(result.plan) : explain(log, result.refusal, reader).message;
    };
    for (let version = start + 1; version <= whole.version; version += 3) {
      const { history } = whole;
      const base = history.baseOf(version);
      const target = base === version ? history.tipOf(base) : version;
      const asked: RevertRequest = { button: 'row', version: target };
      expect(answer(late, asked), `event ${version}`).toBe(answer(whole, asked));
      expect(late.stateAt(version)).toEqual(whole.stateAt(version));
    }
    for (let version = start + 1; version < whole.version; version += 97) {
      const asked: RevertRequest = { button: 'restore', version };
      expect(answer(late, asked), `restore to ${version}`).toBe(answer(whole, asked));
    }
    for (const cause of ['undo', 'redo'] as const)
      for (const scope of ['mine', 'anyone'] as const) {
        const next = (log: RecordLog) => listRequest(log.history, person.id, cause, scope);
        if (late.history.actions.mayLieEarlier(person.id, cause, scope)) continue;
        expect(next(late), `${cause} of ${scope}`).toEqual(next(whole));
      }
  }
});

test('whose last action lies before the start is not told that there is none', () => {
  const alone = { id: 'otto', kind: 'user', name: 'Otto Brandt' } as const;
  const early = events.map((event) => (event.version === 40 ? { ...event, actor: alone } : event));
  const log = new RecordLog(invoiceWorkflow, early);
  const of = (start: number) =>
    new RecordLog(invoiceWorkflow, early.slice(start), lateStart(log, start, 'otto')).history.actions;
  expect(of(300).mayLieEarlier('otto', 'undo')).toBe(true);
  expect(of(20).mayLieEarlier('otto', 'undo')).toBe(false);
  expect(of(300).mayLieEarlier('vera', 'undo')).toBe(false);
});
