/**
 * Adopts the invoices of a plain database: each gets a record here with the events it begins with.
 *
 * Two passes over one snapshot of the source. The first reads every row and writes nothing, so that a bad row at the
 * very end leaves nothing half adopted; the second writes, a transaction a chunk. Ids follow from the mapping's name
 * and the source's keys, so a second run finds what is there and adds only what is new.
 */
import { advanceSeries, readClock } from '@/db/bulk-append';
import type { Database } from '@/db/client';
import { addMissingCustomers } from '@/db/missing-customers';
import { readAhead } from '@/db/read-ahead';
import type { Progress } from '../progress';
import { claimMapping, countAdopted, readAdoptedKeys, unclaimMapping } from './adopted';
import { readCatalog } from './catalog';
import { checkSource } from './check-source';
import { Crew, threadsFor } from './crew';
import type { Mapping } from './mapping';
import { type Plan, planReading } from './plan';
import { Problems, ProblemsError } from './problems';
import { inChunks, readInvoices } from './read-source';
import { invoiceSeries } from './sort-out';
import type { Source } from './source';
import { Noted, Survey } from './survey';
import { actorOf } from './write-invoices';

export interface AdoptOptions {
  source: Source;
  mapping: Mapping;
  /** Retrace's own database; needs a pool of at least three. */
  db: Database;
  /** Look only, write nothing. */
  dryRun: boolean;
  progress: Progress;
  /** How many other threads to work in; as many as help unless told. */
  threads?: number | undefined;
}

export interface AdoptResult {
  mapping: Mapping;
  dryRun: boolean;
  survey: Survey;
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
export async function adopt(options: AdoptOptions): Promise<AdoptResult> {
  const { source, mapping, db } = options;
  const plan = planReading(mapping, await readCatalog(source));
  const claim = await db.$client.connect();
  try {
    if (!(await claimMapping(claim, mapping.name))) {
      throw new Error(`Another run with the mapping "${mapping.name}" is under way. Wait for it to end.`);
    }
    try {
      return await adoptClaimed(options, plan);
    } finally {
      await unclaimMapping(claim, mapping.name);
    }
  } finally {
    claim.release();
  }
}

async function adoptClaimed(options: AdoptOptions, plan: Plan): Promise<AdoptResult> {
  const { source, mapping, db, dryRun, progress, threads } = options;
  const total = Number((await source.query<{ count: string }>(plan.sql.count))[0]?.count ?? 0);
  const crew = new Crew(db, { plan, now: await readClock(db.$client) }, threads ?? threadsFor(total));
  try {
    const survey = await surveyAll(source, plan, crew, progress.begin('Checking', total));
    const gone = await findGone(source, db, plan, survey.present);
    if (!dryRun && survey.invoices > 0) {
      await writeAll(source, plan, crew, progress.begin('Adopting', survey.invoices));
      await advanceSeries(db.$client, invoiceSeries);
      // After the invoices and not with them: chunks would wait for each other where they share a customer.
      await addMissingCustomers(db, { actor: actorOf(mapping.name) });
    }
    return { mapping, dryRun, survey, gone };
  } finally {
    await crew.close();
  }
}

type Advance = ReturnType<Progress['begin']>;

const chunksOf = (source: Source, plan: Plan) => readAhead(inChunks(readInvoices(source, plan)));

async function surveyAll(source: Source, plan: Plan, crew: Crew, step: Advance): Promise<Survey> {
  const problems = new Problems();
  const survey = new Survey();
  try {
    if (await checkSource(source, plan, problems)) {
      await crew.each(
        chunksOf(source, plan),
        (work, chunk) => work.survey(chunk),
        (found, chunk) => {
          survey.add(found);
          for (const problem of found.problems) problems.add(problem);
          step.advance(chunk.length);
        },
        () => problems.full,
      );
    }
  } finally {
    step.end();
  }
  if (problems.count > 0) throw new ProblemsError(problems);
  return survey;
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

async function writeAll(source: Source, plan: Plan, crew: Crew, step: Advance): Promise<void> {
  let written = 0;
  try {
    await crew.each(
      chunksOf(source, plan),
      (work, chunk) => work.write(chunk),
      (count) => {
        written += count;
        step.advance(count);
      },
    );
  } catch (error) {
    throw new InterruptedError(written, error);
  } finally {
    step.end();
  }
}
