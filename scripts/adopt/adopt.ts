/**
 * Adopts the invoices of a plain database: each gets a record here with the events it begins with.
 *
 * Two passes over one snapshot of the source. The first reads every row and writes nothing, so that a bad row at the
 * very end leaves nothing half adopted; the second writes, a transaction a chunk. Ids follow from the mapping's name
 * and the source's keys, so a second run finds what is there and adds only what is new.
 */
import type { PoolClient } from 'pg';
import { advanceSeries, readClock } from '@/db/bulk-append';
import type { Database } from '@/db/client';
import { claimMapping, countAdopted, readAdoptedKeys, unclaimMapping } from './adopted';
import { readCatalog } from './catalog';
import { checkSource } from './check-source';
import type { Mapping } from './mapping';
import { type Plan, planReading } from './plan';
import { Problems, ProblemsError } from './problems';
import type { Progress } from './progress';
import { readAhead } from './read-ahead';
import { inChunks, readInvoices } from './read-source';
import type { ReadingContext } from './reading';
import type { Source } from './source';
import { invoiceSeries, Noted, type Survey, Surveyor, sortOut } from './survey';
import { writeInvoices } from './write-invoices';

export interface AdoptOptions {
  source: Source;
  mapping: Mapping;
  /** Retrace's own database; needs a pool of at least four. */
  db: Database;
  /** Look only, write nothing. */
  dryRun: boolean;
  progress: Progress;
}

export interface AdoptResult extends Survey {
  mapping: Mapping;
  dryRun: boolean;
  /** Source keys of records that the source does not have any more. */
  gone: Noted<string>;
}

/** Writing stopped in the middle: whole chunks are in, and another run adds the rest. */
export class InterruptedError extends Error {
  constructor(written: number, cause: unknown) {
    super(
      `Stopped after ${written.toLocaleString('en-US')} invoices were adopted. Run it again to add the rest.`,
      { cause },
    );
    this.name = 'InterruptedError';
  }
}

/**
 * Throws a `MappingError` where the mapping names what the source does not have, a `ProblemsError` where rows cannot
 * be adopted, in both cases with nothing written, and an `InterruptedError` where writing could not go on.
 */
export async function adopt({ source, mapping, db, dryRun, progress }: AdoptOptions): Promise<AdoptResult> {
  const plan = planReading(mapping, await readCatalog(source));
  const claim = await db.$client.connect();
  try {
    if (!(await claimMapping(claim, mapping.name))) {
      throw new Error(`Another run with the mapping "${mapping.name}" is under way. Wait for it to end.`);
    }
    try {
      return await adoptClaimed({ source, mapping, db, dryRun, progress }, plan);
    } finally {
      await unclaimMapping(claim, mapping.name);
    }
  } finally {
    claim.release();
  }
}

async function adoptClaimed(options: AdoptOptions, plan: Plan): Promise<AdoptResult> {
  const { source, mapping, db, dryRun, progress } = options;
  const now = await readClock(db.$client);
  const context: ReadingContext = { plan, now, problems: new Problems(), checked: false };
  const total = Number((await source.query<{ count: string }>(plan.sql.count))[0]?.count ?? 0);
  const survey = await surveyAll(source, db, context, progress.begin('Checking', total));
  const gone = await findGone(source, db, plan, survey.present);
  if (!dryRun && survey.invoices > 0) {
    await writeAll(source, db, { ...context, checked: true }, progress.begin('Adopting', survey.invoices));
    await advanceSeries(db.$client, invoiceSeries);
  }
  return { ...survey, mapping, dryRun, gone };
}

type Advance = ReturnType<Progress['begin']>;

async function surveyAll(
  source: Source,
  db: Database,
  context: ReadingContext,
  step: Advance,
): Promise<Survey> {
  const { plan, problems } = context;
  const surveyor = new Surveyor(db, context);
  try {
    if (await checkSource(source, plan, problems)) {
      for await (const chunk of readAhead(inChunks(readInvoices(source, plan)))) {
        await surveyor.look(chunk);
        step.advance(chunk.length);
        if (problems.full) break;
      }
    }
  } finally {
    step.end();
  }
  if (problems.count > 0) throw new ProblemsError(problems);
  return surveyor.survey;
}

/** Adopted records whose row is not at the source, or not selected, any more. */
async function findGone(source: Source, db: Database, plan: Plan, present: number): Promise<Noted<string>> {
  const gone = new Noted<string>();
  const { name } = plan.mapping;
  if ((await countAdopted(db.$client, name)) === present) return gone;
  for await (const keys of readAdoptedKeys(db.$client, name)) {
    const rows = await source.query<{ key: string }>(plan.sql.present, [keys]);
    const there = new Set(rows.map((row) => row.key));
    for (const key of keys) if (!there.has(key)) gone.add(key);
  }
  return gone;
}

/** Two at once: while the database works on one chunk, the next is hashed and put into words. */
const writers = 2;

async function writeAll(source: Source, db: Database, context: ReadingContext, step: Advance): Promise<void> {
  let written = 0;
  const clients: PoolClient[] = [];
  for (let n = 0; n < writers; n++) clients.push(await db.$client.connect());
  const busy = new Map<PoolClient, Promise<void>>();
  try {
    let turn = 0;
    for await (const chunk of readAhead(inChunks(readInvoices(source, context.plan)))) {
      const { fresh } = await sortOut(db, chunk, context);
      if (fresh.length === 0) continue;
      const client = clients[turn++ % writers] as PoolClient;
      await busy.get(client);
      const writing = writeInvoices(client, fresh, context).then(() => {
        written += fresh.length;
        step.advance(fresh.length);
      });
      // A failure is met when this writer's turn comes again, or at the end.
      writing.catch(() => undefined);
      busy.set(client, writing);
    }
    await Promise.all(busy.values());
  } catch (error) {
    await Promise.allSettled(busy.values());
    throw new InterruptedError(written, error);
  } finally {
    step.end();
    for (const client of clients) client.release();
  }
}
