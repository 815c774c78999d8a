import type { RowProblem } from './log-row';
import type { ImportFormat, ImportMapping, Role } from './mapping';

/** What the upload screen and the server tell each other. */

/** What a file looks like, before anything of it is written. */
export interface FilePreview {
  /** `history` is an export of ours, which is brought in as it is: nothing is to be mapped. */
  kind: 'log' | 'history';
  format: ImportFormat;
  /** Its columns, or the keys of its first events. */
  columns: readonly string[];
  /** Which of them is what, as far as it can be told. */
  found: Readonly<Partial<Record<Role, string | null>>>;
  /** What the log is called, in itself or by its file. */
  log: string;
  /** The first rows, a cell for each column. */
  rows: readonly { line: number; cells: readonly string[] }[];
  /** How many rows were looked at, and what is wrong with some of them; nothing before the columns are known. */
  checked: number;
  bad: number;
  problems: readonly RowProblem[];
  /** Kinds of what happened in the rows that were looked at, the most frequent first. */
  activities: readonly { name: string; count: number }[];
}

export type UploadPhase = 'uploaded' | 'checking' | 'writing' | 'done' | 'failed' | 'interrupted';

/** How far an uploaded file is. */
export interface UploadStatus {
  id: string;
  fileName: string;
  size: number;
  madeByName: string;
  uploadedAt: string;
  phase: UploadPhase;
  /** Of this phase, in bytes while it checks and in rows while it writes. */
  done: number;
  of: number;
  /** Rows read or written in this phase. */
  rows: number;
  /** Milliseconds since this phase began. */
  elapsed: number;
  /** As it was begun with, before it failed or was cancelled. */
  mapping: ImportMapping | null;
  /** Once it is done. */
  result: UploadResult | null;
  /** Why it failed, a line each. */
  message: string | null;
}

/** What came of it. */
export interface UploadResult {
  kind: FilePreview['kind'];
  /** As its records know it; null of an export of ours. */
  log: string | null;
  rows: number;
  added: number;
  /** Rows that were here already. */
  present: number;
  records: number;
  bad: number;
  /** Records with another history here, which were left alone. */
  different: number;
  from: string | null;
  to: string | null;
}
