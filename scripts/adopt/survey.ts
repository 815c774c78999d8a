import { readAllocations, readFirstMetadata } from '@/db/bulk-append';
import type { Database } from '@/db/client';
import type { EventMetadata } from '@/lib/event-sourcing/event';
import type { Currency } from '@/lib/money';
import { type Baseline, baselineOf } from './baseline';
import { changedFields, markOf, type SourceMark } from './fingerprint';
import { quoted } from './problems';
import type { SourceInvoice } from './read-source';
import { type ReadingContext, streamIdOf } from './reading';

/** The number series that invoices are numbered from, theirs and ours alike. */
export const invoiceSeries = 'invoice';

/** What a look at the whole source found, and what adopting it adds. */
export interface Survey {
  /** New ones: those that adopting adds. */
  invoices: number;
  lines: number;
  customers: number;
  /** What the new ones come to, in minor units by currency. */
  totals: Map<Currency, number>;
  /** What the mapping allowed to be put right: amounts rounded, customers without their invalid e-mail address. */
  rounded: number;
  emailsLeftOut: number;
  /** Those that are in Retrace already. */
  present: number;
  /** Those of them that look different at the source since: the first few, and how many. */
  changed: Noted<{ key: string; fields: string[] }>;
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

/** Reads the source without writing anything: every row is checked, and what is there already is compared. */
export class Surveyor {
  readonly survey: Survey = {
    invoices: 0,
    lines: 0,
    customers: 0,
    totals: new Map(),
    rounded: 0,
    emailsLeftOut: 0,
    present: 0,
    changed: new Noted(),
  };
  private readonly customers = new Set<string>();
  private readonly withoutEmail = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly context: ReadingContext,
  ) {}

  async look(chunk: readonly SourceInvoice[]): Promise<void> {
    const { fresh, present } = await sortOut(this.db, chunk, this.context);
    for (const { invoice, mark } of present) {
      this.survey.present += 1;
      const fields = mark ? changedFields(mark, markOf(invoice, this.context.plan)) : [];
      if (fields.length) this.survey.changed.add({ key: invoice.key, fields });
    }
    const baselines = fresh.map((invoice) => baselineOf(invoice, this.context));
    for (const baseline of baselines) this.count(baseline);
    for (const [index, { customer }] of fresh.entries()) {
      this.customers.add(customer ?? '');
      if (baselines[index]?.corrected.emailLeftOut) this.withoutEmail.add(customer ?? '');
    }
    this.survey.customers = this.customers.size;
    this.survey.emailsLeftOut = this.withoutEmail.size;
    await this.refuseTakenNumbers(fresh, baselines);
  }

  private count({ lineCount, currency, total, corrected }: Baseline): void {
    const { survey } = this;
    survey.invoices += 1;
    survey.lines += lineCount;
    survey.totals.set(currency, (survey.totals.get(currency) ?? 0) + total);
    survey.rounded += corrected.rounded;
  }

  private async refuseTakenNumbers(
    fresh: readonly SourceInvoice[],
    baselines: readonly Baseline[],
  ): Promise<void> {
    if (fresh.length === 0) return;
    const { plan, problems } = this.context;
    const numbers = baselines.map(({ number }) => number);
    const holders = await readAllocations(this.db.$client, invoiceSeries, numbers);
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
}

/** Tells the invoices that Retrace holds already from those that are new. */
export async function sortOut(
  db: Database,
  chunk: readonly SourceInvoice[],
  { plan }: ReadingContext,
): Promise<{ fresh: SourceInvoice[]; present: { invoice: SourceInvoice; mark: SourceMark | undefined }[] }> {
  const ids = chunk.map((invoice) => streamIdOf(plan, invoice.key));
  const known = await readFirstMetadata(db.$client, ids);
  const fresh: SourceInvoice[] = [];
  const present: { invoice: SourceInvoice; mark: SourceMark | undefined }[] = [];
  for (const [index, invoice] of chunk.entries()) {
    const metadata = known.get(ids[index] ?? '') as EventMetadata | undefined;
    if (!metadata) fresh.push(invoice);
    else present.push({ invoice, mark: metadata.source as SourceMark | undefined });
  }
  return { fresh, present };
}
