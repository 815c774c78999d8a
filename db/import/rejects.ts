import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { csvLine, csvStart } from '@/lib/csv';
import type { Rejected } from './row-reading';

export interface Rejects {
  count: number;
  add(row: Rejected): Promise<void>;
  close(): Promise<void>;
}

/** A CSV file of bad rows: where each stood, what is wrong with it, and what it said. Made with the first of them. */
export function openRejects(file: string): Rejects {
  let stream: ReturnType<typeof createWriteStream> | undefined;
  return {
    count: 0,
    async add({ line, column, message, cells, header }) {
      this.count += 1;
      if (!stream) {
        stream = createWriteStream(file);
        stream.write(csvStart + csvLine(['Line', 'Column', 'Problem', ...(header ?? ['Row'])]));
      }
      if (!stream.write(csvLine([line, column, message, ...cells]))) await once(stream, 'drain');
    },
    async close() {
      if (!stream) return;
      stream.end();
      await once(stream, 'close');
    },
  };
}
