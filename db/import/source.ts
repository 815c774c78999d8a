import type { FieldType } from '@/lib/field-type';
import type { RowProblem } from '@/lib/import/log-row';
import type { ImportFormat } from '@/lib/import/mapping';

/** What a file holds, before it is known what is what. Lines count from 1. */
export type SourceRow =
  | { line: number; cells: readonly string[] }
  | { line: number; values: ReadonlyMap<string, string>; types?: ReadonlyMap<string, FieldType> }
  | { line: number; problem: RowProblem; text: string };

/** A file that is being read: its rows come in batches, in its own order. */
export interface OpenedSource {
  format: ImportFormat;
  /** Of CSV: the header. */
  header: readonly string[] | null;
  delimiter: string | null;
  rows: AsyncGenerator<readonly SourceRow[]>;
  /** What the file calls itself, as far as it was read. */
  name(): string | null;
}

export const batchSize = 1000;
