/** Rows of a file by the mapping: which columns are which, what each row says, and what is wrong with those that are bad. */
import { LogRowReader, type ReadRow, type RowProblem } from '@/lib/import/log-row';
import { type ColumnMapping, type ImportMapping, matchColumns } from '@/lib/import/mapping';
import { type ImportReport, mostProblems, type ReportBuilder } from './import-report';
import type { OpenedSource, SourceRow } from './source';
import type { StageWriter } from './stage-writer';
import { placed } from './unreadable-file';

export interface ReadingOptions {
  /** For messages. */
  fileName: string;
  mapping: ImportMapping;
  /** Takes bad rows, so that reading goes on; without it they stop the import. */
  rejects?: ((row: Rejected) => void | Promise<void>) | undefined;
  /** Look only: bad rows are counted and stop nothing. */
  dryRun?: boolean | undefined;
}

/** A bad row: what is wrong with it, and what it said. */
export interface Rejected extends RowProblem {
  cells: readonly string[];
  header: readonly string[] | null;
}

/** The file holds rows that cannot be imported; nothing was written. */
export class BadRowsError extends Error {
  override name = 'BadRowsError';

  constructor(
    readonly fileName: string,
    readonly report: ImportReport,
    isComplete: boolean,
  ) {
    const { bad, problems } = report;
    const lines = problems.map((problem) => `  ${placed(fileName, problem, problem.message)}`);
    const many = isComplete ? bad.toLocaleString('en-US') : `${bad.toLocaleString('en-US')} or more`;
    super(
      [
        `${many} bad ${bad === 1 ? 'row' : 'rows'}, so nothing was written:`,
        ...lines,
        ...(bad > problems.length ? [`  and ${(bad - problems.length).toLocaleString('en-US')} more`] : []),
        'Correct the file, or have bad rows put into a file of their own with --rejects FILE.',
      ].join('\n'),
    );
  }
}

/** The columns cannot be told: the mapping has to say. */
export class UnmappedColumnsError extends Error {
  override name = 'UnmappedColumnsError';

  constructor(
    readonly missing: readonly string[],
    readonly columns: readonly string[],
    message: string,
  ) {
    super(message);
  }
}

/** Reads rows by the mapping, and keeps count of what is wrong. */
export class RowReading {
  private reader: LogRowReader | null = null;
  private ofHeader: ((line: number, cells: readonly string[]) => ReadRow) | null = null;

  constructor(
    private readonly options: ReadingOptions,
    private readonly source: OpenedSource,
    private readonly now: string,
    private readonly report: ReportBuilder,
  ) {}

  /** Which column is which. Throws an `UnmappedColumnsError` where that cannot be told. */
  columnsOf(rows: readonly SourceRow[]): ColumnMapping {
    const { mapping } = this.options;
    const columns = this.source.header ?? namesIn(rows);
    const { found, missing } = matchColumns(columns, mapping);
    const listed = columns
      .slice(0, 30)
      .map((name) => `“${name}”`)
      .join(', ');
    const there =
      columns.length === 0
        ? 'It has no rows.'
        : `Its columns are ${listed}${columns.length > 30 ? ' and more' : ''}.`;
    if (missing.length > 0 && (columns.length > 0 || this.source.header)) {
      throw new UnmappedColumnsError(
        missing,
        columns,
        `It cannot be told which column of ${this.options.fileName} is the ${missing.join(', the ')}. ${there}`,
      );
    }
    const mapped: ColumnMapping = { case: '', activity: '', timestamp: '', resource: null, ...found };
    const known = new Set(columns);
    const named = [...Object.values(mapped), ...(mapping.ignore ?? [])];
    const absent = named.filter((name) => name && !known.has(name));
    if (absent.length > 0 && this.source.header) {
      throw new UnmappedColumnsError(
        absent as string[],
        columns,
        `${this.options.fileName} has no column “${absent.join('”, “')}”. ${there}`,
      );
    }
    this.reader = new LogRowReader({ columns: mapped, mapping, now: this.now });
    this.ofHeader = this.source.header ? this.reader.forHeader(this.source.header) : null;
    return mapped;
  }

  async take(rows: readonly SourceRow[], into: StageWriter): Promise<void> {
    const { rejects, dryRun, mapping } = this.options;
    for (const row of rows) {
      const result = this.read(row);
      if (result.ok) {
        // The mapping leaves them out.
        if (mapping.activities?.[result.row.activity] === null) continue;
        this.report.row(result.row);
        into.add(result.row);
        continue;
      }
      this.report.problem(result.problem);
      if (rejects) await rejects({ ...result.problem, header: this.source.header, cells: cellsOf(row) });
      else if (!dryRun && this.report.bad >= mostProblems) throw this.badRows(false);
    }
    await into.flush();
  }

  badRows(isComplete: boolean): BadRowsError {
    return new BadRowsError(
      this.options.fileName,
      this.report.done(this.source.format, undefined, { all: 0, known: 0 }),
      isComplete,
    );
  }

  private read(row: SourceRow): ReadRow {
    if ('problem' in row) return { ok: false, problem: row.problem };
    if ('cells' in row) return (this.ofHeader as NonNullable<typeof this.ofHeader>)(row.line, row.cells);
    return (this.reader as LogRowReader).read(row.line, row.values, row.types);
  }
}

function cellsOf(row: SourceRow): readonly string[] {
  if ('cells' in row) return row.cells;
  if ('text' in row) return [row.text];
  return [JSON.stringify(Object.fromEntries(row.values))];
}

/** All names of the first rows, in the order in which they come. */
export function namesIn(rows: readonly SourceRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) if ('values' in row) for (const name of row.values.keys()) names.add(name);
  return [...names];
}
