import 'server-only';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Rejected } from '@/db/import/stage';
import { csvLine, csvStart } from '@/lib/csv';

/** Rows that could not be imported, as CSV: where they stood, what is wrong with them, and what they said. */
export class RejectsFile {
  private readonly stream;
  private begun = false;

  constructor(path: string) {
    this.stream = createWriteStream(path, { mode: 0o600 });
  }

  async add({ line, column, message, header, cells }: Rejected): Promise<void> {
    if (!this.begun) {
      this.begun = true;
      this.stream.write(csvStart + csvLine(['Line', 'Column', 'Problem', ...(header ?? ['Row'])]));
    }
    if (!this.stream.write(csvLine([line, column, message, ...cells]))) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }
}
