import 'server-only';
import type { ToldEvidence } from '@/components/analytics/evidence-table';
import type { EvidenceList } from '@/db/analytics/evidence';
import type { Database } from '@/db/client';
import { readRecordHeads } from '@/db/record-heads';
import { activityWords } from '@/lib/analytics/act-words';
import { momentHref, recordPlace } from '@/lib/record-places';

/** Names the records behind a number and says where each is found. */
export async function tellEvidence(
  db: Pick<Database, 'execute'>,
  { records, count }: EvidenceList,
): Promise<{ records: ToldEvidence[]; count: number }> {
  const heads = await readRecordHeads(
    db,
    records.map(({ streamId }) => streamId),
  );
  return {
    count,
    records: records.map(({ workflow, streamId, version, activity, actorName, occurredAt }) => {
      const head = heads.get(streamId);
      const place = recordPlace(workflow);
      return {
        key: `${streamId} ${version}`,
        record: (head && place?.title(head.state)) || streamId,
        detail: (head && place?.detail?.(head.state)) ?? null,
        href: momentHref(workflow, streamId, version),
        activity: activityWords(workflow, activity),
        actorName,
        occurredAt,
      };
    }),
  };
}
