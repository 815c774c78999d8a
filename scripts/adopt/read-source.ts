import type { InvoiceRole, LineRole, Plan } from './plan';
import type { Source } from './source';

export type Row<Role extends string> = { key: string } & Partial<Record<Role, string | null>>;

/** One invoice as it stands at the source. Everything is text. */
export interface SourceInvoice extends Row<InvoiceRole | 'customerFound'> {
  lines: SourceLine[];
}

/** The key may be missing; that of an invoice may not, which was checked before. */
export type SourceLine = { key: string | null; invoice: string } & Partial<Record<LineRole, string | null>>;

const invoicesAtOnce = 500;
const linesAtOnce = 2500;

/**
 * Every invoice with its lines, oldest first. Two cursors at the server run through invoices and lines in the same
 * order, so memory stays flat however many there are, and no index is needed on the lines.
 */
export async function* readInvoices(source: Source, plan: Plan): AsyncGenerator<SourceInvoice> {
  await source.query(`DECLARE adopt_invoices NO SCROLL CURSOR FOR ${plan.sql.invoices}`);
  await source.query(`DECLARE adopt_lines NO SCROLL CURSOR FOR ${plan.sql.lines}`);
  try {
    let lines: SourceLine[] = [];
    let next = 0;
    let more = true;
    for (;;) {
      const invoices = await fetch<Row<InvoiceRole>>(source, 'adopt_invoices', invoicesAtOnce);
      for (const row of invoices) {
        const invoice: SourceInvoice = { ...row, lines: [] };
        for (;;) {
          if (next === lines.length && more) {
            lines = await fetch<SourceLine>(source, 'adopt_lines', linesAtOnce);
            more = lines.length === linesAtOnce;
            next = 0;
          }
          const line = lines[next];
          if (line?.invoice !== invoice.key) break;
          invoice.lines.push(line);
          next += 1;
        }
        yield invoice;
      }
      if (invoices.length < invoicesAtOnce) break;
    }
  } finally {
    // After an error the transaction takes no more statements; its end closes the cursors too.
    await source.query('CLOSE ALL').catch(() => undefined);
  }
}

function fetch<R extends object>(source: Source, cursor: string, count: number): Promise<R[]> {
  return source.query(`FETCH FORWARD ${count} FROM ${cursor}`) as Promise<R[]>;
}

const mostInvoices = 500;
const mostLines = 5000;

/** Invoices in portions that are written together, bounded by their lines too. */
export async function* inChunks(invoices: AsyncIterable<SourceInvoice>): AsyncGenerator<SourceInvoice[]> {
  let chunk: SourceInvoice[] = [];
  let lines = 0;
  for await (const invoice of invoices) {
    chunk.push(invoice);
    lines += invoice.lines.length;
    if (chunk.length < mostInvoices && lines < mostLines) continue;
    yield chunk;
    chunk = [];
    lines = 0;
  }
  if (chunk.length) yield chunk;
}
