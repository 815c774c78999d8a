import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { type CsvCell, csvContentType, csvLine, csvStart } from './csv';

/**
 * Files of what is shown: CSV for spreadsheets, JSON Lines (one object a line) for programs. In a CSV file times are
 * in the reader's zone, which the header names; in JSON Lines they are ISO 8601 in UTC.
 */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportContentTypes: Record<ExportFormat, string> = {
  csv: csvContentType,
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** How the rows of one kind of file are written. */
export interface ExportTable<Row> {
  header: readonly CsvCell[];
  /** The lines of a CSV file for it, usually one. */
  lines(row: Row): readonly (readonly CsvCell[])[];
  /** All that is known of the row, whichever columns were chosen: amounts exact, instants in UTC. */
  json(row: Row): object;
}

/** The text of a file, a piece for each batch of rows, the first with the header. A file of no rows has one piece too. */
export async function* exportText<Row>(
  as: ExportFormat,
  table: ExportTable<Row>,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, undefined> {
  const line = {
    csv: (row: Row) => table.lines(row).map(csvLine).join(''),
    jsonl: (row: Row) => `${JSON.stringify(table.json(row))}\n`,
  }[as];
  // Without its first bytes Excel takes a CSV file for its own old character set and garbles every umlaut.
  let head = as === 'csv' ? csvStart + csvLine(table.header) : '';
  let empty = true;
  for await (const rows of batches) {
    yield head + rows.map((row) => line(row)).join('');
    head = '';
    empty = false;
  }
  if (empty) yield head;
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
