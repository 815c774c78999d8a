import 'server-only';
import type { ToldCheck } from '@/components/admin/integrity';
import type { Database } from '@/db/client';
import { readChecks } from '@/db/integrity/checks';
import { readRecordHeads } from '@/db/record-heads';
import { recordPlace } from '@/lib/record-places';

/** The checks of the log, the newest first, with the records in which something was found by name. */
export async function tellChecks(db: Database): Promise<ToldCheck[]> {
  const checks = await readChecks(db.$client);
  const ids = new Set(checks.flatMap(({ found }) => found.map(({ streamId }) => streamId)));
  const heads = await readRecordHeads(db, [...ids]);
  return checks.map((check) => ({
    ...check,
    found: check.found.map(({ streamId, workflow, what }, index) => {
      const place = workflow === null ? null : recordPlace(workflow);
      const state = heads.get(streamId)?.state;
      return {
        key: `${streamId} ${index}`,
        // What is broken may have no name any more.
        record: (state && place?.title(state)) || `${place?.one ?? 'record'} ${streamId}`,
        href: place?.href(streamId) ?? null,
        what,
      };
    }),
  }));
}
