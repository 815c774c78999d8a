import { LogRowReader, type ReadRow } from '@/lib/import/log-row';
import { type ColumnMapping, type ImportMapping, matchColumns } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import { isEventLine } from '@/lib/log-file/read-event-line';
import type { Bytes } from './file-text';
import { openSource } from './open-source';
import type { OpenedSource, SourceRow } from './source';
import { textLines } from './text-lines';

/** So many rows are looked at, and so many of them shown. */
const looked = 1000;
const shown = 8;
const mostProblems = 20;
/** Of a cell that is shown. */
const longestCell = 200;

/**
 * Looks at the beginning of a file. Throws an `UnreadableFileError` where it cannot be read.
 *
 * @param open the file from its beginning
 * @param now nothing in a log has happened after it
 */
export async function previewFile(
  open: () => Bytes,
  { fileName, mapping, now }: { fileName: string; mapping: ImportMapping; now: string },
): Promise<FilePreview> {
  const isHistory = await startsAsHistory(open());
  const source = await openSource(open(), { delimiter: mapping.delimiter });
  const rows = await firstRows(source);
  const columns = source.header ?? namesIn(rows);
  const { found, missing } = matchColumns(columns, mapping);
  const preview: FilePreview = {
    kind: isHistory ? 'history' : 'log',
    format: source.format,
    columns,
    found,
    log: mapping.log ?? source.name() ?? titleOf(fileName),
    rows: rows.slice(0, shown).map((row) => ({ line: row.line, cells: cellsOf(row, columns) })),
    checked: rows.length,
    bad: 0,
    problems: [],
    activities: [],
  };
  if (isHistory || missing.length > 0) return preview;
  const mapped: ColumnMapping = { case: '', activity: '', timestamp: '', resource: null, ...found };
  return { ...preview, ...readAll(rows, source, new LogRowReader({ columns: mapped, mapping, now })) };
}

async function startsAsHistory(bytes: Bytes): Promise<boolean> {
  for await (const { text } of textLines(bytes)) return isEventLine(text);
  return false;
}

async function firstRows({ rows }: OpenedSource): Promise<SourceRow[]> {
  const first: SourceRow[] = [];
  try {
    for (;;) {
      const next = await rows.next();
      if (next.done) return first;
      first.push(...next.value.slice(0, looked - first.length));
      if (first.length >= looked) return first;
    }
  } finally {
    await rows.return(undefined);
  }
}

function readAll(
  rows: readonly SourceRow[],
  { header }: OpenedSource,
  reader: LogRowReader,
): Pick<FilePreview, 'bad' | 'problems' | 'activities'> {
  const ofHeader = header && reader.forHeader(header);
  const activities = new Map<string, number>();
  const problems: FilePreview['problems'][number][] = [];
  for (const row of rows) {
    const read = readOne(row, reader, ofHeader);
    if (read.ok) activities.set(read.row.activity, (activities.get(read.row.activity) ?? 0) + 1);
    else problems.push(read.problem);
  }
  return {
    bad: problems.length,
    problems: problems.slice(0, mostProblems),
    activities: [...activities]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 12),
  };
}

function readOne(
  row: SourceRow,
  reader: LogRowReader,
  ofHeader: ReturnType<LogRowReader['forHeader']> | null,
): ReadRow {
  if ('problem' in row) return { ok: false, problem: row.problem };
  if ('cells' in row && ofHeader) return ofHeader(row.line, row.cells);
  return reader.read(row.line, 'values' in row ? row.values : new Map());
}

function cellsOf(row: SourceRow, columns: readonly string[]): string[] {
  const cells =
    'cells' in row ? row.cells : columns.map((name) => ('values' in row ? (row.values.get(name) ?? '') : ''));
  return cells.map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell));
}

function namesIn(rows: readonly SourceRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) if ('values' in row) for (const name of row.values.keys()) names.add(name);
  return [...names];
}

const titleOf = (fileName: string): string =>
  fileName.replace(/\.(?:gz|csv|tsv|txt|xes|jsonl|ndjson|json)+$/gi, '').slice(0, 200) || 'log';
