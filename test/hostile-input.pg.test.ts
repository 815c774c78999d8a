/**
 * Hostile text through the real write path: every command of every workflow that takes free text is brought to a record
 * that may have it, and what it says comes back from the database as it was sent. Commands, fields and the way to each
 * are found, not listed (see lib/testing).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ensureCompany } from '@/db/company';
import { searchCustomers } from '@/db/customers';
import { readStream } from '@/db/event-store';
import { execute } from '@/db/execute';
import { recordFaults } from '@/db/integrity/record-faults';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { decideCommand } from '@/lib/event-sourcing/append';
import type { Actor, Recorded } from '@/lib/event-sourcing/event';
import { narrate } from '@/lib/event-sourcing/narrate';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import {
  type CommandField,
  commandsOf,
  fieldsOf,
  forRecord,
  validCommand,
  valueAt,
  withValueAt,
} from '@/lib/testing/command-fields';
import { awkwardText, hostileTexts } from '@/lib/testing/hostile-values';
import { workflows } from '@/lib/workflows';

type Command = { type: string };

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await ensureCompany(test.app);
});
afterAll(() => test.drop());

const modules = import.meta.glob<Record<string, z.ZodMiniType>>('../lib/*/commands.ts', { eager: true });
const actor: Actor = { id: 'ana', kind: 'user', name: 'Ana Novak' };
/** Dates name today: nothing is asked for tomorrow, and nothing was before its record. */
const today = new Date().toISOString().slice(0, 10);

const parse = (union: z.ZodMiniType, command: object) => z.safeParse(union, command);

/** The events that a command leads to in a state, as the pure rules have it; none where it is refused. */
function eventsOf(workflow: AnyWorkflow, state: object, command: Command) {
  const context = {
    now: `${today}T12:00:00.000000Z`,
    today,
    actor,
    mayApprove: true,
    reason: 'because',
    settings: workflow.initialSettings,
    reserved: 'N-1',
  };
  const decision = decideCommand(workflow, state, command, context);
  return decision.kind === 'events' ? decision.events : [];
}

/** The shortest way from a state to one in which each command does something; those without a way are left out. */
function waysTo(workflow: AnyWorkflow, start: object, commands: readonly Command[]): Map<string, Command[]> {
  const ways = new Map<string, Command[]>();
  const seen = new Set<string>();
  let frontier: { state: object; way: Command[] }[] = [{ state: start, way: [] }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { state, way } of frontier) {
      const possible = commands
        .map((command) => ({ command, events: eventsOf(workflow, state, command) }))
        .filter(({ events }) => events.length > 0);
      // States in which the same can be done are one.
      const key = possible.map(({ command }) => command.type).join();
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { command, events } of possible) {
        if (!ways.has(command.type)) ways.set(command.type, way);
        next.push({
          state: events.reduce((before, event) => workflow.evolve(before, event), state),
          way: [...way, command],
        });
      }
    }
    frontier = next;
  }
  return ways;
}

async function write(
  workflow: AnyWorkflow,
  streamId: string,
  command: Command,
): Promise<readonly Recorded[]> {
  const result = await execute(test.app, {
    workflow,
    streamId,
    operationId: randomUUID(),
    actor,
    reason: 'because',
    metadata: { channel: 'api' },
    since: 2_000_000_000,
    command,
    mayApprove: true,
    reader: { id: actor.id, formatInstant: (instant) => instant },
  });
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.message}`);
  return result.events;
}

/** Commands whose text names something that must be there by that name, and got it by another command's text. */
const naming = new Set(['clear_field']);

const freeText = (command: z.ZodMiniType) =>
  fieldsOf(command, today).filter(({ isFreeText, type }) => isFreeText && !naming.has(type));

const leaves = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

/** The command with the text in every one of its fields that takes it, and what these fields then hold. */
function withText(union: z.ZodMiniType, fields: readonly CommandField[], text: string) {
  const [first] = fields;
  if (!first) return undefined;
  const taking = fields.filter(
    ({ valid, path }) => valid === first.valid && parse(union, withValueAt(valid, path, text)).success,
  );
  const command = taking.reduce((before, { path }) => withValueAt(before, path, text), first.valid);
  const parsed = parse(union, command);
  if (!parsed.success || taking.length === 0) return undefined;
  // An empty field means that there is none, and what there was none of before is not in an event.
  const values = taking.map(({ path }) => valueAt(parsed.data, path)).filter((value) => value !== null);
  return { command: parsed.data as Command, values };
}

/** Runs for all, a few at once. */
async function forAll<T>(all: readonly T[], run: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await run(each);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

const unionOf = (name: string) => modules[`../lib/${name}/commands.ts`]?.[`${name}Command`] as z.ZodMiniType;
const takesText = ({ name }: AnyWorkflow) =>
  commandsOf(unionOf(name)).some((command) => freeText(command).length > 0);

it('every workflow but the books, which know days only, takes text', () => {
  const none = Object.values(workflows).filter((workflow) => !takesText(workflow));
  expect(none.map(({ name }) => name)).toEqual(['books']);
});

describe.each(
  Object.values(workflows)
    .filter(takesText)
    .map((workflow) => [workflow.name, workflow] as const),
)('%s', (name, workflow) => {
  const union = unionOf(name);
  const commands = commandsOf(union);
  const valid = commands.flatMap((command) => {
    const other = withText(union, freeText(command), 'Other words')?.command;
    // A change changes something only where it says something else than there is.
    return [parse(union, validCommand(command, today)).data as Command, ...(other ? [other] : [])];
  });
  const texts = commands.map(freeText).filter((fields) => fields.length > 0);

  it('takes hostile text in every field of every command, and gives it back as it was sent', {
    timeout: 120_000,
  }, async () => {
    // A record that every installation has is there already; others begin with nothing.
    const { rows } = await test.app.$client.query<{ stream_id: string; state: object }>(
      'SELECT stream_id, state FROM streams WHERE workflow = $1',
      [name],
    );
    const [only] = rows;
    const ways = waysTo(workflow, only?.state ?? workflow.initialState, valid);
    const jobs = texts.flatMap((fields, index) => {
      const type = fields[0]?.type ?? '';
      const way = ways.get(type);
      if (!way) throw new Error(`No way was found to a record that may ${type}.`);
      // What begins a record takes every text there is; the others share them, and all take the awkward ones.
      const share = (text: string, n: number) =>
        way.length === 0 || n % texts.length === index || awkwardText.includes(text);
      return hostileTexts.filter(share).flatMap((text) => {
        const hostile = withText(union, fields, text);
        return hostile ? [{ way, hostile, text }] : [];
      });
    });
    expect(jobs.length).toBeGreaterThan(hostileTexts.length / 2);

    const run = async ({ way, hostile, text }: (typeof jobs)[number]) => {
      const streamId = only?.stream_id ?? randomUUID();
      for (const step of way) await write(workflow, streamId, forRecord(step, streamId));
      const events = await write(workflow, streamId, forRecord(hostile.command, streamId));
      const stored = await readStream(test.app.$client, streamId, (events[0]?.version ?? 1) - 1);
      expect(stored.slice(0, events.length), text).toEqual(events);
      const found = events.flatMap((event) => leaves(event.payload));
      // Settings may have been the same before; then no event says so.
      if (!only) expect(found, text).toEqual(expect.arrayContaining(forRecord(hostile.values, streamId)));
      if (!only) await expectWell(streamId, text);
    };
    const expectWell = async (streamId: string, text: string) => {
      expect(await recordFaults(test.app, streamId), text).toEqual([]);
      const log = new RecordLog(workflow, await readStream(test.app.$client, streamId));
      for (const { version } of log.events) expect(narrate(log, version).sentence, text).not.toBe('');
    };
    if (only) {
      for (const job of jobs) await run(job);
      await expectWell(only.stream_id, 'all of them');
    } else await forAll(jobs, run);
  });
});

it('the search still answers, to hostile text too, and finds what is called that', {
  timeout: 60_000,
}, async () => {
  const { rows } = await test.app.$client.query<{ name: string }>(
    "SELECT DISTINCT state->>'name' AS name FROM streams WHERE workflow = 'customer'",
  );
  expect(rows.length).toBeGreaterThan(100);
  await forAll(rows, async ({ name }) => {
    const found = await searchCustomers(test.app, name);
    expect(found.length, name).toBeGreaterThan(0);
  });
});
