import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { lineId, people } from '@/lib/invoice/testing';
import { creditNote, payment, refund } from '@/lib/invoice/testing/lives';
import { readStream } from './event-store';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('who changes what somebody changed unseen is refused, with that person, event and moment named', async () => {
  const streamId = await createDraft(test.app);
  expectOk(
    await command(
      test.app,
      streamId,
      { type: 'change_details', dueDate: '2026-12-01' },
      { actor: people.bob },
    ),
  );
  const stale = await command(
    test.app,
    streamId,
    { type: 'change_details', dueDate: '2026-12-24' },
    { since: 1 },
  );
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'overtaken', events: [2] } });
  expect(stale.ok === false && stale.refusal.message).toMatch(
    /^Bob Ekdahl set the due date to 1 Dec 2026 \(event 2, .*\)\. You had not seen that yet/,
  );
  expect(await readStream(test.app.$client, streamId)).toHaveLength(2);
});

it('an unseen change of something else is no obstacle', async () => {
  const streamId = await createDraft(test.app);
  expectOk(
    await command(test.app, streamId, { type: 'change_details', memo: 'By Bob' }, { actor: people.bob }),
  );
  expectOk(
    await command(test.app, streamId, { type: 'change_details', dueDate: '2026-12-24' }, { since: 1 }),
  );
});

it('who adds a line to what was finalized unseen reads why not', async () => {
  const streamId = await createDraft(test.app);
  expectOk(await command(test.app, streamId, { type: 'finalize_invoice' }, { actor: people.bob }));
  const line = { id: lineId(9), description: 'Late', quantity: '1', unitPrice: 100, taxRate: 0 };
  const late = await command(test.app, streamId, { type: 'add_line', line }, { since: 1 });
  expect(late).toMatchObject({
    ok: false,
    refusal: { code: 'not_lawful', message: 'This invoice is open, so it can’t get another line.' },
  });
});

it('the same thing from two tabs is made once; who means it twice says so by sending it again', async () => {
  const streamId = await createDraft(test.app);
  const line = (n: number) => ({
    type: 'add_line' as const,
    line: { id: lineId(n), description: 'Delivery', quantity: '1', unitPrice: 1000, taxRate: 1900 },
  });
  expectOk(await command(test.app, streamId, line(8), { since: 1 }));
  const second = await command(test.app, streamId, line(9), { since: 1 });
  expect(second).toMatchObject({ ok: false, refusal: { code: 'overtaken', events: [2] } });
  expect(second.ok === false && second.refusal.message).toMatch(/You had not seen that yet/);
  expect(await readStream(test.app.$client, streamId)).toHaveLength(2);
  expectOk(await command(test.app, streamId, line(9), { since: 2 }));
});

describe('who goes by a balance that has moved unseen', () => {
  const [first, second] = [lineId(60), lineId(61)];
  const finalize = { type: 'finalize_invoice' } as const;

  /** An invoice of €59.50 on which Bob recorded a part of it as event 3. */
  async function partlyPaid(): Promise<string> {
    const streamId = await createDraft(test.app);
    for (const given of [finalize, payment(4000, first)])
      expectOk(await command(test.app, streamId, given, { actor: people.bob }));
    return streamId;
  }

  it.each<[string, InvoiceCommand]>([
    ['records all that was open', payment(5950, second)],
    ['records another part', payment(100, second)],
    ['writes the rest off', { type: 'write_off_invoice', requestId: second }],
    ['credits it', creditNote(1000, second)],
  ])('and %s is told of the payment instead of overpaying', async (_what, given) => {
    const streamId = await partlyPaid();
    const stale = await command(test.app, streamId, given, { since: 2, reason: 'because' });
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'overtaken', events: [3] } });
    expect(stale.ok === false && stale.refusal.message).toMatch(
      /^Bob Ekdahl recorded a payment of €40\.00 by card \(event 3, .*\)\. You had not seen that yet/,
    );
    expect(await readStream(test.app.$client, streamId)).toHaveLength(3);
    expectOk(await command(test.app, streamId, given, { since: 3, reason: 'because' }));
  });

  it('also of one that was taken back', async () => {
    const streamId = await partlyPaid();
    expectOk(await undo(test.app, streamId, { button: 'row', version: 3 }, { actor: people.bob }));
    const stale = await command(test.app, streamId, payment(1950, second), { since: 3 });
    expect(stale).toMatchObject({ refusal: { code: 'overtaken', events: [4] } });
  });

  it('and two at once, from two stale pages: one of them is recorded', async () => {
    const streamId = await partlyPaid();
    const results = await Promise.all(
      [lineId(62), lineId(63)].map((id, n) =>
        command(test.app, streamId, payment(1950 - n, id), { since: 3, actor: n ? people.bob : people.ana }),
      ),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await readStream(test.app.$client, streamId)).toHaveLength(4);
  });

  it('but not who does something else, nor who takes an earlier payment back', async () => {
    const streamId = await partlyPaid();
    expectOk(await command(test.app, streamId, payment(100, second), { actor: people.bob }));
    expectOk(await command(test.app, streamId, { type: 'change_details', memo: 'Late' }, { since: 2 }));
    expectOk(await undo(test.app, streamId, { button: 'row', version: 3 }));
    const back = refund(100, second, lineId(64));
    const stale = await command(test.app, streamId, back, { since: 5, reason: 'because' });
    expect(stale).toMatchObject({ refusal: { code: 'overtaken', events: [6] } });
  });
});

it('an amount in a currency that the invoice has no more is never saved, however often it is sent', async () => {
  const streamId = await createDraft(test.app);
  expectOk(
    await command(test.app, streamId, { type: 'change_currency', currency: 'USD' }, { actor: people.bob }),
  );
  const line = { id: lineId(9), description: 'Flour', quantity: '1', unitPrice: 1234, taxRate: 0 };
  const inEuros = { type: 'add_line', line, amountsIn: 'EUR' } as const;
  const unseen = await command(test.app, streamId, inEuros, { since: 1 });
  expect(unseen).toMatchObject({
    ok: false,
    refusal: { code: 'other_currency', field: 'line.unitPrice', events: [2] },
  });
  expect(unseen.ok === false && unseen.refusal.message).toMatch(
    /^Bob Ekdahl changed the currency .*\(event 2, .*\)\. This invoice is in USD now, but this amount was written in EUR/,
  );
  const toldOf = await command(test.app, streamId, inEuros, { since: 2 });
  expect(toldOf).toMatchObject({ ok: false, refusal: { code: 'other_currency', events: [] } });
  expect(await readStream(test.app.$client, streamId)).toHaveLength(2);
  expectOk(await command(test.app, streamId, { ...inEuros, amountsIn: 'USD' }, { since: 2 }));
});
