import { readAllocations } from '@/db/bulk-append';
import type { Database } from '@/db/client';
import type { Currency } from '@/lib/money';
import { type Baseline, baselineOf } from './baseline';
import { changedFields, markOf } from './fingerprint';
import { type Problem, Problems, quoted } from './problems';
import type { SourceInvoice } from './read-source';
import type { ReadingContext, SharedContext } from './reading';
import { sortOut } from './sort-out';

/** What a look at some invoices of the source found. Plain data: it may come from another thread. */
export interface ChunkSurvey {
  /** New ones: those that adopting adds. */
  invoices: number;
  lines: number;
  /** Keys of their customers, and of those whose invalid e-mail address is left out. */
  customers: string[];
  withoutEmail: string[];
  /** What the new ones come to, in minor units by currency. */
  totals: [Currency, number][];
  /** Amounts that were rounded. */
  rounded: number;
  /** Those that are in Retrace already, and which of them look different at the source since. */
  present: number;
  changed: ChangedInvoice[];
  problems: readonly Problem[];
}

export interface ChangedInvoice {
  key: string;
  /** What changed, in words. */
  fields: string[];
}

/** Checks invoices without writing anything, and compares those that are there already. */
export async function surveyChunk(
  db: Database,
  chunk: readonly SourceInvoice[],
  shared: SharedContext,
): Promise<ChunkSurvey> {
  const context: ReadingContext = { ...shared, problems: new Problems(), checked: false };
  const { fresh, present } = await sortOut(db, chunk, context.plan);
  const changed = present.flatMap(({ invoice, mark }) => {
    const fields = mark ? changedFields(mark, markOf(invoice, context.plan)) : [];
    return fields.length ? [{ key: invoice.key, fields }] : [];
  });
  const baselines = fresh.map((invoice) => baselineOf(invoice, context));
  await refuseTakenNumbers(db, fresh, baselines, context);
  const totals = new Map<Currency, number>();
  for (const { currency, total } of baselines) totals.set(currency, (totals.get(currency) ?? 0) + total);
  const customers = new Set(fresh.map(({ customer }) => customer ?? ''));
  const withoutEmail = fresh.filter((_, index) => baselines[index]?.corrected.emailLeftOut);
  return {
    invoices: fresh.length,
    lines: sum(baselines.map(({ lineCount }) => lineCount)),
    customers: [...customers],
    withoutEmail: withoutEmail.map(({ customer }) => customer ?? ''),
    totals: [...totals],
    rounded: sum(baselines.map(({ corrected }) => corrected.rounded)),
    present: present.length,
    changed,
    problems: context.problems.list,
  };
}

async function refuseTakenNumbers(
  db: Database,
  fresh: readonly SourceInvoice[],
  baselines: readonly Baseline[],
  { plan, problems }: ReadingContext,
): Promise<void> {
  if (fresh.length === 0) return;
  const numbers = baselines.map(({ number }) => number);
  const holders = await readAllocations(db.$client, numbers);
  if (holders.size === 0) return;
  for (const [index, { number, streamId }] of baselines.entries()) {
    const holder = holders.get(number);
    if (!holder || holder === streamId) continue;
    problems.add({
      table: plan.tables.invoices,
      row: fresh[index]?.key ?? '',
      column: plan.columns.invoice.number ?? '',
      message: `${quoted(number)} is the number of another record in Retrace (${holder}).`,
    });
  }
}

/** What looking at the whole source found. */
export class Survey {
  invoices = 0;
  lines = 0;
  rounded = 0;
  present = 0;
  readonly totals = new Map<Currency, number>();
  readonly changed = new Noted<ChangedInvoice>();
  private readonly customerKeys = new Set<string>();
  private readonly withoutEmail = new Set<string>();

  add(chunk: ChunkSurvey): void {
    this.invoices += chunk.invoices;
    this.lines += chunk.lines;
    this.rounded += chunk.rounded;
    this.present += chunk.present;
    for (const [currency, amount] of chunk.totals) {
      this.totals.set(currency, (this.totals.get(currency) ?? 0) + amount);
    }
    for (const each of chunk.changed) this.changed.add(each);
    for (const key of chunk.customers) this.customerKeys.add(key);
    for (const key of chunk.withoutEmail) this.withoutEmail.add(key);
  }

  get customers(): number {
    return this.customerKeys.size;
  }

  get emailsLeftOut(): number {
    return this.withoutEmail.size;
  }
}

/** The first few of many, for a report, and how many they are. */
export class Noted<T> {
  readonly first: T[] = [];
  count = 0;

  add(item: T): void {
    this.count += 1;
    if (this.first.length < 20) this.first.push(item);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
