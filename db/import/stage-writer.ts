import type { PoolClient } from 'pg';
import type { LogRow } from '@/lib/import/log-row';
import { CopyRows, copyText } from '../copy-rows';
import { contentId, recordIdOf, toStaged } from './staged-row';

/** Rows of one COPY. Each is a transaction of its own: a long one would hold back the feed of events. */
const rowsEach = 50_000;
/** A case is known by its id again and again: so many ids are kept. */
const mostIds = 20_000;

/** Writes the rows of one file into the stage. */
export class StageWriter {
  private copy: CopyRows | undefined;
  private row = 0;
  /** The row before the first one of this COPY. */
  private begun = 0;
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly client: PoolClient,
    private readonly importId: string,
    private readonly log: string,
  ) {}

  add(row: LogRow): void {
    this.copy ??= new CopyRows(
      this.client,
      'import_rows (import_id, row, stream_id, occurred_at, content_id, line, data)',
    );
    this.row += 1;
    const { moment, line } = row;
    const recordId = this.idOf(row.caseId);
    const data = toStaged(row);
    const content = contentId(recordId, moment.instant, data);
    this.copy.add(
      `${this.importId}\t${this.row}\t${recordId}\t${moment.instant}\t${content}\t${line}\t${copyText(data)}`,
    );
  }

  async flush(): Promise<void> {
    if (this.row - this.begun >= rowsEach) await this.end();
    else await this.copy?.flush();
  }

  async end(): Promise<void> {
    await this.copy?.end();
    this.copy = undefined;
    this.begun = this.row;
  }

  async abort(): Promise<void> {
    await this.copy?.abort();
    this.copy = undefined;
  }

  private idOf(caseId: string): string {
    let id = this.ids.get(caseId);
    if (id === undefined) {
      id = recordIdOf(this.log, caseId);
      if (this.ids.size >= mostIds) this.ids.clear();
      this.ids.set(caseId, id);
    }
    return id;
  }
}
