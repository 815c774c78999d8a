import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asker, planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Invoice } from '@/lib/invoice/invoice';
import { people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readStream } from './event-store';
import { recordFaults } from './integrity/record-faults';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const { ana, bob, mia } = people;
const asker: Asker = {
  actorId: mia.id,
  mayWrite: true,
  mayChangeOthersWork: true,
  settings: invoiceWorkflow.initialSettings,
};
const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;
const due = (day: string) => ({ type: 'change_details', dueDate: `2026-12-${day}` }) as const;

/** The log as a page has it, and the hash of what it shows. */
async function preview(streamId: string, request: RevertRequest) {
  const log = new RecordLog<Invoice>(invoiceWorkflow, await readStream(test.app.$client, streamId));
  const result = planRequest(log, request, asker);
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}.`);
  return { plan: result.plan, planHash: planHash(result.plan) };
}

it('case 26: another change came in: carried out where the plan is still the same, refused where it is not', async () => {
  const streamId = await createDraft(test.app);
  for (const given of [due('01'), due('02')]) expectOk(await command(test.app, streamId, given));
  const request: RevertRequest = { button: 'cascade', version: 2 };
  const seen = await preview(streamId, request);
  expectOk(await command(test.app, streamId, memo('Beside it'), { actor: bob }));
  expectOk(await command(test.app, streamId, due('05'), { actor: bob }));
  const stale = await undo(test.app, streamId, request, { actor: mia, planHash: seen.planHash });
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'plan_changed' } });
  expect(await readStream(test.app.$client, streamId)).toHaveLength(5);

  const again = await preview(streamId, request);
  expectOk(await command(test.app, streamId, memo('Beside it again'), { actor: bob }));
  const done = expectOk(await undo(test.app, streamId, request, { actor: mia, planHash: again.planHash }));
  expect(done.events.map((event) => event.revertsVersion)).toEqual([5, 3, 2]);
});

it('a restore is one operation that says where it leads, and the record is whole', async () => {
  const streamId = await createDraft(test.app);
  for (const given of [due('01'), memo('A'), due('02')]) expectOk(await command(test.app, streamId, given));
  const request: RevertRequest = { button: 'restore', version: 2 };
  const { plan, planHash: hash } = await preview(streamId, request);
  const { events } = expectOk(await undo(test.app, streamId, request, { actor: mia, planHash: hash }));
  expect(events.map(({ revertsVersion, cause }) => [revertsVersion, cause])).toEqual([
    [4, 'restore'],
    [3, 'restore'],
  ]);
  expect(events[0]?.metadata).toMatchObject({ button: 'restore', restored_to: 2 });
  const log = new RecordLog<Invoice>(invoiceWorkflow, await readStream(test.app.$client, streamId));
  expect(log.state).toEqual(plan.state);
  expect(log.state).toMatchObject({ dueDate: '2026-12-01', memo: null });
  expect(await recordFaults(test.app, streamId)).toEqual([]);
});

it('a value that is put back says where it came from, and only from an event that there is', async () => {
  const streamId = await createDraft(test.app);
  for (const [actor, given] of [
    [ana, due('01')],
    [bob, due('05')],
  ] as const)
    expectOk(await command(test.app, streamId, given, { actor }));
  const back = expectOk(await command(test.app, streamId, due('01'), { originVersion: 2 }));
  expect(back.events[0]).toMatchObject({ cause: 'command', originVersion: 2, revertsVersion: null });
  expect(await command(test.app, streamId, due('05'), { originVersion: 9 })).toMatchObject({
    ok: false,
    refusal: { code: 'no_such_event' },
  });
  expect(await recordFaults(test.app, streamId)).toEqual([]);
});
