import { LogRowReader, type ReadRow } from '@/lib/import/log-row';
import { type ColumnMapping, type ImportMapping, matchColumns } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import type { Bytes } from './file-text';
import { isHistory } from './history-import';
import { inspect } from './inspect';
import { openSource } from './open-source';
import type { SourceRow } from './source';

/** So many rows are looked at, and so many of them shown. */
const mostChecked = 1000;
const mostShown = 8;
const mostProblems = 20;
const mostActivities = 12;
/** Of a cell that is shown. */
const longestCell = 200;

/**
 * Looks at the beginning of a file, for the page on which somebody says what is in which column. Throws an
 * `UnreadableFileError` where it cannot be read.
 *
 * @param open the file from its beginning
 * @param now nothing in a log has happened after it
 */
export async function previewFile(
  open: () => Bytes,
  { fileName, mapping, now }: { fileName: string; mapping: ImportMapping; now: string },
): Promise<FilePreview> {
  const isOurs = await isHistory(open());
  const { format, log, columns, preview } = await inspect(open(), { mapping });
  const names = columns.map(({ name }) => name);
  const { found, missing } = matchColumns(names, mapping);
  const looked: FilePreview = {
    kind: isOurs ? 'history' : 'log',
    format,
    columns: names,
    found,
    log: mapping.log ?? log ?? titleOf(fileName),
    rows: preview
      .slice(0, mostShown)
      .map(({ line, values }) => ({ line, cells: values.map((value) => cut(value)) })),
    checked: 0,
    bad: 0,
    problems: [],
    activities: [],
  };
  if (isOurs || missing.length > 0) return looked;
  const mapped: ColumnMapping = { case: '', activity: '', timestamp: '', resource: null, ...found };
  const reader = new LogRowReader({ columns: mapped, mapping, now });
  return { ...looked, ...(await checkRows(open(), mapping, reader)) };
}

async function checkRows(
  bytes: Bytes,
  { delimiter }: ImportMapping,
  reader: LogRowReader,
): Promise<Pick<FilePreview, 'checked' | 'bad' | 'problems' | 'activities'>> {
  const { header, rows } = await openSource(bytes, { delimiter });
  const ofHeader = header && reader.forHeader(header);
  const activities = new Map<string, number>();
  const problems: FilePreview['problems'][number][] = [];
  let checked = 0;
  for await (const batch of rows) {
    for (const row of batch.slice(0, mostChecked - checked)) {
      const read = readOne(row, reader, ofHeader);
      checked += 1;
      if (!read.ok) problems.push(read.problem);
      else activities.set(read.row.activity, (activities.get(read.row.activity) ?? 0) + 1);
    }
    if (checked >= mostChecked) break;
  }
  return {
    checked,
    bad: problems.length,
    problems: problems.slice(0, mostProblems),
    activities: [...activities]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, mostActivities),
  };
}

function readOne(
  row: SourceRow,
  reader: LogRowReader,
  ofHeader: ReturnType<LogRowReader['forHeader']> | null,
): ReadRow {
  if ('problem' in row) return { ok: false, problem: row.problem };
  if ('cells' in row && ofHeader) return ofHeader(row.line, row.cells);
  return 'values' in row
    ? reader.read(row.line, row.values, row.types)
    : reader.read(row.line, new Map<string, string>());
}

const cut = (cell: string): string => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell);

const titleOf = (fileName: string): string =>
  fileName.replace(/\.(?:gz|csv|tsv|txt|xes|jsonl|ndjson|json)+$/gi, '').slice(0, 200) || 'log';
