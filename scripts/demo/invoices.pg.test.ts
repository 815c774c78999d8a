import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { readStoredStream } from '@/db/event-store';
import { createDraft } from '@/db/testing/invoices';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { initialCompany as company } from '@/lib/company-settings';
import { eventHash } from '@/lib/event-sourcing/chain';
import { formatTime } from '@/lib/format-time';
import { demoId } from './demo-id';
import { loadDemoInvoices } from './invoices';
import { demoInvoices } from './schedule';
import { now, team } from './testing';

const opened: TestDatabase[] = [];
const emptyDatabase = async (): Promise<Database> => {
  const test = await createTestDatabase();
  opened.push(test);
  return test.app;
};

const quietly = { now, log: () => undefined };
const nextDay = { ...quietly, now: new Date(now.getTime() + 86_400_000) };

/** With the demo in it, which no test changes. */
let db: Database;
const lines: string[] = [];
beforeAll(async () => {
  db = await emptyDatabase();
  await loadDemoInvoices(db, team, { now, log: (line) => lines.push(line) });
});
afterAll(() => Promise.all(opened.map((test) => test.drop())));

/** What was done to every invoice and when, in the order in which it was written. */
async function everythingIn(db: Database): Promise<string[]> {
  const { rows } = await db.$client.query<{ text: string }>(
    `SELECT concat_ws(' ', stream_id, version, type, cause, reverts_version, actor_id, occurred_at, payload, reason) AS text
       FROM events ORDER BY position`,
  );
  return rows.map((row) => row.text);
}

describe('the demo invoices', () => {
  it('are forty, with every status and several currencies', async () => {
    expect(lines).toEqual(['Loading 40 demo invoices.']);
    const { rows } = await db.$client.query<Record<'currency' | 'status' | 'due', string>>(
      `SELECT currency, status, due_date::text AS due FROM invoices`,
    );
    expect(rows).toHaveLength(40);
    const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length;
    expect(count((row) => row.status === 'draft')).toBe(4);
    expect(count((row) => row.status === 'paid')).toBe(15);
    expect(count((row) => row.status === 'partially_paid')).toBe(5);
    expect(count((row) => row.status === 'open')).toBe(12);
    expect(count((row) => row.status === 'open' && row.due < '2026-04-13')).toBeGreaterThanOrEqual(4);
    expect(count((row) => row.status === 'void')).toBe(2);
    expect(count((row) => row.status === 'discarded')).toBe(2);
    expect(['USD', 'JPY', 'KWD'].map((code) => count((row) => row.currency === code))).toEqual([3, 1, 1]);
  });

  it('come out the same in every database', async () => {
    const another = await emptyDatabase();
    await loadDemoInvoices(another, team, quietly);
    expect(await everythingIn(another)).toEqual(await everythingIn(db));
  });

  it('are not loaded twice, on another day neither', async () => {
    const first = await everythingIn(db);
    await loadDemoInvoices(db, team, quietly);
    await loadDemoInvoices(db, team, nextDay);
    expect(await everythingIn(db)).toEqual(first);
  });

  it('are completed on their own calendar if the loading was interrupted', async () => {
    const broken = await emptyDatabase();
    // Without a manager's rights Mia is refused somewhere in the middle.
    const withoutManager = { ...team, mia: { ...team.mia, role: 'support' as const } };
    await expect(loadDemoInvoices(broken, withoutManager, quietly)).rejects.toThrow(
      'Mia Torres) was refused',
    );
    const part = await everythingIn(broken);
    expect(part.length).toBeGreaterThan(50);
    await loadDemoInvoices(broken, team, nextDay);
    expect(await everythingIn(broken)).toEqual(await everythingIn(db));
  });

  it('stay out of a log that somebody else began', async () => {
    const theirs = await emptyDatabase();
    await createDraft(theirs);
    await loadDemoInvoices(theirs, team, quietly);
    expect(await everythingIn(theirs)).toHaveLength(1);
  });
});

describe('their events', () => {
  it('lie in office hours up to yesterday, one after the other', async () => {
    const { rows } = await db.$client.query<{ at: Date }>(
      'SELECT occurred_at AS at FROM events ORDER BY position',
    );
    const clock = (at: Date, style: 'day' | 'time') =>
      formatTime(at, style, { timeZone: company.timeZone, hourCycle: 'h23' });
    for (const [index, { at }] of rows.entries()) {
      expect(clock(at, 'time') >= '08:00' && clock(at, 'time') < '18:00', `${at}`).toBe(true);
      // Yesterday, which was a Sunday, is the only day off on which somebody worked.
      expect(/^S(at|un)/.test(clock(at, 'day')) && clock(at, 'day') !== 'Sunday 12 April', `${at}`).toBe(
        false,
      );
      expect(at.getTime()).toBeGreaterThanOrEqual(rows[index - 1]?.at.getTime() ?? 0);
    }
    expect(clock(rows.at(-1)?.at as Date, 'day')).toBe('Sunday 12 April');
    const days = ((rows.at(-1)?.at.getTime() ?? 0) - (rows[0]?.at.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(55);
    expect(days).toBeLessThan(65);
  });

  it('are chained: every hash follows from the one before', async () => {
    for (const { name, steps } of demoInvoices) {
      const rows = await readStoredStream(db.$client, demoId(name));
      expect(rows, name).toHaveLength(steps.length);
      let previous: Uint8Array | null = null;
      for (const { hash, ...columns } of rows) {
        previous = eventHash(previous, columns);
        expect(bytesToHex(previous), `${name}, event ${columns.version}`).toBe(hash);
      }
    }
  });
});
