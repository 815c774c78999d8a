import type { Database } from '@/db/client';
import type { SourceInvoice } from './read-source';
import type { SharedContext } from './reading';
import { sortOut } from './sort-out';
import { type ChunkSurvey, surveyChunk } from './survey';
import { writeInvoices } from './write-invoices';

/** Works on one chunk after another, here or in another thread. */
export interface ChunkWork {
  survey(chunk: readonly SourceInvoice[]): Promise<ChunkSurvey>;
  /** Adopts those that are new, all of them or none; answers how many they were. */
  write(chunk: readonly SourceInvoice[]): Promise<number>;
  close(): Promise<void>;
}

/** The work done in this thread. */
export function workHere(db: Database, shared: SharedContext): ChunkWork {
  return {
    survey: (chunk) => surveyChunk(db, chunk, shared),
    write: async (chunk) => {
      const { fresh } = await sortOut(db, chunk, shared.plan);
      if (fresh.length === 0) return 0;
      const client = await db.$client.connect();
      try {
        await writeInvoices(client, fresh, shared);
      } finally {
        client.release();
      }
      return fresh.length;
    },
    close: async () => undefined,
  };
}
