import { availableParallelism } from 'node:os';
import type { Database } from '@/db/client';
import { type ChunkWork, workHere } from './chunk-work';
import type { SourceInvoice } from './read-source';
import type { SharedContext } from './reading';
import { workElsewhere } from './work-elsewhere';

/** From how many invoices on another thread is worth starting. */
const worthThreads = 4000;
/** More would only wait for the database. */
const mostThreads = 3;
/** While the database works on one chunk, the next is put into words. */
const chunksEach = 2;

/** How many other threads help with so many invoices. */
export const threadsFor = (invoices: number): number =>
  invoices < worthThreads ? 0 : Math.min(availableParallelism() - 1, mostThreads);

/** All who work on the chunks of a run: this thread and, for a large source, others. */
export class Crew {
  private readonly members: { work: ChunkWork; busy: Set<Promise<void>> }[];

  /** @param threads how many others there are besides this one */
  constructor(db: Database, shared: SharedContext, threads: number) {
    const url = db.$client.options.connectionString ?? '';
    const elsewhere = Array.from({ length: threads }, () => workElsewhere({ url, shared }));
    // Others first: this thread has the source to read besides.
    this.members = [...elsewhere, workHere(db, shared)].map((work) => ({ work, busy: new Set() }));
  }

  /**
   * Has every chunk worked on by whoever is free, several at a time and in no order. After a failure no chunk is begun
   * any more; it is thrown when those under way have ended.
   *
   * @param stop says after each chunk whether enough is known
   */
  async each<T>(
    chunks: AsyncIterable<readonly SourceInvoice[]>,
    task: (work: ChunkWork, chunk: readonly SourceInvoice[]) => Promise<T>,
    took: (result: T, chunk: readonly SourceInvoice[]) => void,
    stop: () => boolean = () => false,
  ): Promise<void> {
    const failures: unknown[] = [];
    try {
      for await (const chunk of chunks) {
        const member = await this.free();
        if (failures.length > 0 || stop()) break;
        const working: Promise<void> = task(member.work, chunk)
          .then((result) => took(result, chunk))
          .catch((error) => void failures.push(error))
          .finally(() => member.busy.delete(working));
        member.busy.add(working);
      }
    } finally {
      await Promise.all(this.members.flatMap(({ busy }) => [...busy]));
    }
    if (failures.length > 0) throw failures[0];
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map(({ work }) => work.close()));
  }

  /** Whoever has the least to do, as soon as that is less than enough. */
  private async free() {
    for (;;) {
      const [idle] = [...this.members].sort((a, b) => a.busy.size - b.busy.size);
      if (idle && idle.busy.size < chunksEach) return idle;
      await Promise.race(this.members.flatMap(({ busy }) => [...busy]));
    }
  }
}
