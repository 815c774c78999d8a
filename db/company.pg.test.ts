import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CompanyCommand } from '@/lib/company/commands';
import { companyId } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';
import { initialCompany, type SeriesName } from '@/lib/company-settings';
import { initialSettings } from '@/lib/decision-settings';
import { replay } from '@/lib/event-sourcing/replay';
import type { Invoice } from '@/lib/invoice/invoice';
import { people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { ensureCompany, giveCompanyCommand } from './company';
import { readStream } from './event-store';
import { execute } from './execute';
import { readSettings } from './heads';
import { readNumberGaps } from './number-gaps';
import { revert } from './revert';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeEach(async () => {
  await database?.drop();
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const reader = { id: 'mia', formatInstant: (instant: string) => instant };
const request = (operationId: string = randomUUID()) => ({
  workflow: companyWorkflow,
  streamId: companyId,
  operationId,
  actor: people.mia,
  reason: null,
  metadata: {},
  reader,
});
const settle = (given: CompanyCommand, since = 1) =>
  execute(database.app, { ...request(), since, command: given });

const series = async () => {
  const { rows } = await database.app.$client.query(
    'SELECT name, prefix, digits FROM number_series ORDER BY name DESC',
  );
  return rows;
};

const finalized = async () => {
  const id = await createDraft(database.app);
  expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  return replay<Invoice>(invoiceWorkflow, await readStream(database.app.$client, id));
};

test('a new installation goes by the first settings, written down once, by the system', async () => {
  expect(await readSettings(database.app.$client)).toEqual(initialSettings);
  await Promise.all([ensureCompany(database.app), ensureCompany(database.app), ensureCompany(database.app)]);
  const events = await readStream(database.app.$client, companyId);
  expect(events.map(({ type, actor }) => [type, actor.kind])).toEqual([['company_set_up', 'system']]);
  expect(await readSettings(database.app.$client)).toEqual({ id: companyId, ...initialSettings });
});

test('a changed prefix is in the numbers handed out from then on, and the counter goes on', async () => {
  await ensureCompany(database.app);
  expect((await finalized()).number).toBe('INV-0001');
  expectOk(await settle({ type: 'change_number_series', series: 'invoice', prefix: 'NW-', digits: 6 }));
  expect((await finalized()).number).toBe('NW-000002');
  expectOk(
    await revert(database.app, {
      ...request(),
      revert: { button: 'row', version: 2 },
      rights: { actorId: 'mia', mayWrite: true, mayChangeOthersWork: true },
    }),
  );
  expect((await finalized()).number).toBe('INV-0003');
});

test('the series are what the settings say after every event', async () => {
  await ensureCompany(database.app);
  expectOk(await settle({ type: 'change_number_series', series: 'credit_note', prefix: 'GS-', digits: 5 }));
  expect(await series()).toEqual([
    { name: 'invoice', ...initialCompany.series.invoice },
    { name: 'credit_note', prefix: 'GS-', digits: 5 },
  ]);
});

test('decisions go by the settings as they stand: today is the day in the company’s time zone', async () => {
  await ensureCompany(database.app);
  const days = new Set<string>();
  // 26 hours apart: whatever the clock says, it is another day in one of the two.
  for (const timeZone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
    expectOk(await settle({ type: 'change_time_zone', timeZone }, 2_000_000_000));
    days.add((await finalized()).issueDate ?? '');
  }
  expect(days.size).toBe(2);
});

test('two who change the same setting at once: the second is told of the first', async () => {
  await ensureCompany(database.app);
  const results = await Promise.all([
    settle({ type: 'change_company_details', name: 'Northwind One' }),
    settle({ type: 'change_company_details', name: 'Northwind Two' }),
  ]);
  const refused = results.filter((result) => !result.ok);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ refusal: { code: 'overtaken', events: [2] } });
});

test('two who change different settings at once both succeed', async () => {
  await ensureCompany(database.app);
  const results = await Promise.all([
    settle({ type: 'change_company_details', name: 'Northwind One' }),
    settle({ type: 'change_time_zone', timeZone: 'Europe/Paris' }),
  ]);
  expect(results.map((result) => result.ok)).toEqual([true, true]);
  expect(await readSettings(database.app.$client)).toMatchObject({
    name: 'Northwind One',
    timeZone: 'Europe/Paris',
  });
});

test('settings that an older release wrote in another shape are replayed, not trusted', async () => {
  await ensureCompany(database.app);
  await database.app.$client.query(
    "UPDATE streams SET state_version = 0, state = '{}' WHERE stream_id = $1",
    [companyId],
  );
  expect(await readSettings(database.app.$client)).toMatchObject({ timeZone: 'Europe/Berlin' });
  expect((await finalized()).number).toBe('INV-0001');
});

describe('a number is given out once', () => {
  const prefixOf = (series: SeriesName, prefix: string): CompanyCommand => {
    return { type: 'change_number_series', series, prefix };
  };
  const newest = 2_000_000_000;

  /** INV-0001 is an invoice; then its series begins with NW-. */
  async function renamed(): Promise<void> {
    await ensureCompany(database.app);
    expect((await finalized()).number).toBe('INV-0001');
    expectOk(await settle(prefixOf('invoice', 'NW-'), newest));
  }

  test('a series can’t take the prefix that the other one had, while it would come to numbers of then', async () => {
    await renamed();
    const give = (prefix: string) =>
      giveCompanyCommand(database.app, {
        ...request(),
        since: newest,
        command: prefixOf('credit_note', prefix),
      });
    for (const prefix of ['INV-', 'INV-0']) {
      const result = await give(prefix);
      expect(result).toMatchObject({
        ok: false,
        refusal: {
          code: 'number_taken',
          field: 'prefix',
          message: expect.stringMatching(/^INV-0001 was given to another document already/),
        },
      });
    }
    expectOk(await give('INV-C-'));
    // Its own numbers are behind its counter.
    expectOk(
      await giveCompanyCommand(database.app, {
        ...request(),
        since: newest,
        command: prefixOf('invoice', 'INV-'),
      }),
    );
  });

  test('where settings came to it all the same, as by Undo, the counter passes it over, and that is no gap', async () => {
    await renamed();
    expectOk(await settle(prefixOf('credit_note', 'INV-'), newest));
    const { id } = await finalized();
    const creditId = randomUUID();
    expectOk(
      await command(
        database.app,
        id,
        { type: 'issue_credit_note', creditId, amount: 100 },
        { reason: 'One sack was torn' },
      ),
    );
    const { credits } = replay<Invoice>(invoiceWorkflow, await readStream(database.app.$client, id));
    expect(credits[creditId]?.number).toBe('INV-0002');
    const [invoices, creditNotes] = await readNumberGaps(database.app);
    expect([invoices?.gaps, creditNotes?.gaps]).toEqual([[], []]);
  });

  test('also within a series, whose older prefix may have been its present one and digits', async () => {
    await ensureCompany(database.app);
    expectOk(await settle(prefixOf('invoice', 'INV-1'), newest));
    expect((await finalized()).number).toBe('INV-10001');
    expectOk(await settle(prefixOf('invoice', 'INV-'), newest));
    await database.owner.$client.query("UPDATE number_series SET next = 10001 WHERE name = 'invoice'");
    expect((await finalized()).number).toBe('INV-10002');
  });
});
