import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bareInsert } from './contestants/bare-insert';
import type { Contestant } from './contestants/contestant';
import { retrace } from './contestants/retrace';
import { measure } from './measure';
import { resultsOf } from './results';
import { type BenchServer, openBenchServer } from './server';

let server: BenchServer;
beforeAll(async () => {
  server = await openBenchServer({ DATABASE_URL: inject('testServer').superuserUrl });
});
afterAll(() => server.close());

const plan = () => ({
  runs: 2,
  pool: 3,
  atOnce: 5,
  createDatabase: server.createDatabase,
  settle: server.settle,
});

describe('measure', () => {
  test('gives Retrace and the bare INSERT the same commands in turns, and finds them all stored', async () => {
    const turns: string[] = [];
    const legs = await measure([retrace, bareInsert], {
      ...plan(),
      limit: { commands: 20 },
      onLeg: ({ name }, run, { commands }) => turns.push(`${run} ${name} ${commands}`),
    });
    expect(turns).toEqual(['1 retrace 20', '1 insert 20', '2 retrace 20', '2 insert 20']);
    for (const { median, runs } of resultsOf(legs)) {
      expect(runs).toHaveLength(2);
      expect(median).toBeGreaterThan(0);
    }
  });

  test('believes no contestant that stored less than it claims', async () => {
    const forgetful: Contestant = {
      ...bareInsert,
      name: 'forgetful',
      title: 'Forgetful',
      open: async (url, pool) => {
        const open = await bareInsert.open(url, pool);
        return { ...open, step: (story, step) => (step === 3 ? Promise.resolve() : open.step(story, step)) };
      },
    };
    const measured = measure([forgetful], { ...plan(), atOnce: 1, limit: { commands: 6 } });
    await expect(measured).rejects.toThrow('Forgetful carried out 18 commands, but holds 15 events.');
  });

  test('ends with what went wrong when a command does', async () => {
    const failing: Contestant = {
      ...bareInsert,
      name: 'failing',
      open: async (url, pool) => {
        const open = await bareInsert.open(url, pool);
        return { ...open, step: () => Promise.reject(new Error('No more room.')) };
      },
    };
    await expect(measure([failing], { ...plan(), limit: { seconds: 60 } })).rejects.toThrow('No more room.');
  });
});

test('the load goes to no other machine', async () => {
  const elsewhere = { DATABASE_URL: 'postgresql://ana:secret@db.example.com/shop' };
  await expect(openBenchServer(elsewhere)).rejects.toThrow('DATABASE_URL is on db.example.com');
});
