import type { Database } from '@/db/client';
import { type AdoptResult, adopt } from '../adopt';
import { parseMapping } from '../mapping';
import { openSource } from '../source';

const silent = { begin: () => ({ advance: () => undefined, end: () => undefined }) };

/** One run from a source into a test's database, without its words. */
export async function adoptFrom(
  url: string,
  mapping: string | object,
  db: Database,
  { dryRun = false, threads }: { dryRun?: boolean; threads?: number } = {},
): Promise<AdoptResult> {
  const parsed = parseMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  const source = await openSource(url);
  try {
    return await adopt({ source, mapping: parsed, db, dryRun, threads, progress: silent });
  } finally {
    await source.close();
  }
}
