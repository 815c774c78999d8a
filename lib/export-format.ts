import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { type CsvCell, csvContentType, csvLine, csvStart } from './csv';

/**
 * Files of what is shown: CSV for spreadsheets, JSON Lines (one object a line) for programs. In a CSV file times are
 * in the reader's zone, which the header names; in JSON Lines they are ISO 8601 in UTC. Events go into more formats, see
 * log-file/event-file.ts.
 */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How rows become a file of some format. For one file: what comes between two batches may depend on both. */
export interface FileFormat<Row> {
  extension: string;
  contentType: string;
  /** What a file begins with, also one of no rows. */
  head: string;
  text(rows: readonly Row[]): string;
  /** What it ends with. */
  foot?(): string;
}

/** How the rows of one kind of table are written. */
export interface ExportTable<Row> {
  header: readonly CsvCell[];
  /** The lines of a CSV file for it, usually one. */
  lines(row: Row): readonly (readonly CsvCell[])[];
  /** All that is known of the row, whichever columns were chosen: amounts exact, instants in UTC. */
  json(row: Row): object;
}

/** A table as CSV or JSON Lines. */
export function tableFile<Row>(as: ExportFormat, table: ExportTable<Row>): FileFormat<Row> {
  return as === 'csv' ? csvFile(table) : jsonLines((row) => JSON.stringify(table.json(row)));
}

/** A table as CSV. */
export function csvFile<Row>({ header, lines }: Pick<ExportTable<Row>, 'header' | 'lines'>): FileFormat<Row> {
  return {
    extension: 'csv',
    contentType: csvContentType,
    // Without its first bytes Excel takes a CSV file for its own old character set and garbles every umlaut.
    head: csvStart + csvLine(header),
    text: (rows) => rows.flatMap((row) => lines(row).map(csvLine)).join(''),
  };
}

/** @param json a row as an object on one line */
export function jsonLines<Row>(json: (row: Row) => string): FileFormat<Row> {
  return {
    extension: 'jsonl',
    contentType: 'application/x-ndjson; charset=utf-8',
    head: '',
    text: (rows) => rows.map((row) => `${json(row)}\n`).join(''),
  };
}

/** The text of a file, a piece for each batch of rows, the first with its head, and one more for what it ends with. */
export async function* exportText<Row>(
  { head, text, foot }: FileFormat<Row>,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, undefined> {
  let before = head;
  for await (const rows of batches) {
    yield before + text(rows);
    before = '';
  }
  const end = before + (foot?.() ?? '');
  if (end) yield end;
  return undefined;
}

/** "2026-11-20 14:13:07": an instant on the clocks of a zone, in a form that spreadsheets sort and take for a time. */
export function fileTime(instant: string, timeZone: string): string {
  return format(new TZDate(instant, timeZone), 'yyyy-MM-dd HH:mm:ss');
}

/**
 * "invoices-2026-11-26.csv", and of the past "invoices-as-of-2026-11-23.csv": what it is of and the day that it shows.
 *
 * @param day of the moment in view, `YYYY-MM-DD`
 */
export function exportName(
  of: string,
  { day, past }: { day: string; past: boolean },
  extension: string,
): string {
  // Whatever a file system or a browser would read something into.
  const title = of.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '') || 'file';
  return `${title}${past ? '-as-of' : ''}-${day}.${extension}`;
}

/** The header that has a browser keep a file under a name, also one with letters that headers can't have. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${exact}`}`;
}
