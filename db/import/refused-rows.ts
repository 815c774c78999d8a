import type { PoolClient } from 'pg';
import type { RowProblem } from '@/lib/import/log-row';
import type { Database } from '../client';
import { ChunkWriter } from './chunk-writer';
import { readHolders } from './history-present';
import { readImport } from './imports';
import { readStaged } from './staged-rows';
import { targetOf } from './target';

/** Numbers of one file that are remembered, to find the same one twice; more than that the write finds. */
const mostNumbers = 200_000;

/**
 * Staged rows that the rules of their workflow forbid, found by deciding all of them without writing. They are taken out
 * of the stage.
 */
export async function refusedRows(
  db: Database,
  client: PoolClient,
  importId: string,
): Promise<readonly RowProblem[]> {
  const run = await readImport(db, importId);
  if (!run || !targetOf(run).decides) return [];
  const found: RowProblem[] = [];
  const given = new Map<string, string>();
  const reading = await db.$client.connect();
  try {
    const decider = new ChunkWriter(db, { reading, writing: client }, run);
    for await (const rows of readStaged(db.$client, importId, null)) {
      const { problems, numbers } = await decider.ready(rows);
      const holders = await readHolders(
        reading,
        numbers.map(({ number }) => number),
      );
      const taken = numbers.filter(({ number, holder }) => {
        const other = given.get(number) ?? holders.get(number) ?? holder;
        if (given.size < mostNumbers) given.set(number, holder);
        return other !== holder;
      });
      const all = [
        ...problems,
        ...taken.map(({ line, number }) => ({
          line,
          message: `The number ${number} belongs to another record.`,
        })),
      ].map(({ line, message }) => ({ line, column: null, message }));
      if (all.length === 0) continue;
      found.push(...all);
      await client.query('DELETE FROM import_rows WHERE import_id = $1 AND line = ANY($2::bigint[])', [
        importId,
        all.map(({ line }) => line),
      ]);
    }
  } finally {
    reading.release();
  }
  return found.sort((a, b) => a.line - b.line);
}
