import {
  type ColumnMapping,
  type ImportFormat,
  type ImportMapping,
  matchColumns,
} from '@/lib/import/mapping';
import { TimestampReader } from '@/lib/import/timestamps';
import type { Bytes } from './file-text';
import { openSource } from './open-source';
import { namesIn } from './row-reading';
import type { SourceRow } from './source';
import { UnreadableFileError } from './unreadable-file';

/** One column of a file, as far as its first rows tell. */
export interface InspectedColumn {
  name: string;
  /** The first different values. */
  samples: readonly string[];
  /** Of the rows looked at, those that hold something here. */
  filled: number;
  /** Can every value be read as a time? Where one may be meant in two ways, what is to be chosen. */
  time: 'yes' | 'no' | { choose: string };
}

export interface Inspected {
  format: ImportFormat;
  /** What the log calls itself; null where it does not. */
  log: string | null;
  delimiter: string | null;
  columns: readonly InspectedColumn[];
  /** Which column is which, as far as it can be told. */
  guess: Partial<ColumnMapping>;
  /** The first rows, a value for each column. */
  preview: readonly { line: number; values: readonly string[] }[];
}

const rowsLookedAt = 200;
const rowsShown = 20;
const samplesShown = 5;

/**
 * Looks at the beginning of a file: what columns it has, and which is which. It may break off anywhere: what was whole
 * until there counts. Throws an `UnreadableFileError` where nothing can be read.
 */
export async function inspect(
  beginning: Bytes,
  { mapping = {}, format }: { mapping?: ImportMapping; format?: ImportFormat | undefined } = {},
): Promise<Inspected> {
  const source = await openSource(beginning, { format, delimiter: mapping.delimiter });
  const rows: SourceRow[] = [];
  try {
    for await (const batch of source.rows) {
      rows.push(...batch);
      if (rows.length >= rowsLookedAt) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError) || rows.length === 0) throw error;
  }
  const looked = rows.slice(0, rowsLookedAt);
  const names = source.header ?? namesIn(looked);
  const tables = looked.map((row) => ({ line: row.line, values: valuesOf(row, names) }));
  return {
    format: source.format,
    log: source.name(),
    delimiter: source.delimiter,
    columns: names.map((name, place) =>
      inspectColumn(
        name,
        tables.map(({ values }) => values[place] ?? ''),
        mapping,
      ),
    ),
    guess: matchColumns(names, mapping).found,
    preview: tables.slice(0, rowsShown),
  };
}

function inspectColumn(name: string, values: readonly string[], mapping: ImportMapping): InspectedColumn {
  const filled = values.filter((value) => value !== '');
  const times = new TimestampReader(mapping);
  const problems = filled.flatMap((value) => {
    const read = times.read(value);
    return read.ok ? [] : [read];
  });
  const ambiguous = problems.find(({ isAmbiguous }) => isAmbiguous);
  const isTime = filled.length > 0 && problems.every(({ isAmbiguous }) => isAmbiguous);
  return {
    name,
    samples: [...new Set(filled)].slice(0, samplesShown),
    filled: filled.length,
    time: !isTime ? 'no' : ambiguous ? { choose: ambiguous.problem } : 'yes',
  };
}

function valuesOf(row: SourceRow, names: readonly string[]): readonly string[] {
  if ('cells' in row) return row.cells;
  if ('values' in row) return names.map((name) => row.values.get(name) ?? '');
  return [];
}
