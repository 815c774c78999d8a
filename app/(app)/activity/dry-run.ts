import 'server-only';
import type { Database } from '@/db/client';
import { BatchHash, type PlannedRecord, planReverts } from '@/db/plan-reverts';
import type { Person } from '@/lib/access';
import { type BatchPreview, type BatchRecord, type PagesAsked, RecordPager } from '@/lib/batch-preview';
import type { SelectedEvents } from '@/lib/batch-selection';
import { recordPlace } from '@/lib/record-places';
import { batchRequest } from './batch-request';

/** Nothing is written, so the id only has to be some. */
const noOperation = '00000000-0000-4000-8000-000000000000';

/** Plans it all, writes nothing, and keeps of it what a page shows. */
export async function dryRun(
  db: Database,
  person: Person,
  selected: readonly SelectedEvents[],
  pages: PagesAsked,
): Promise<BatchPreview> {
  const asked = { selected, skip: true, operationId: noOperation, reason: null, metadata: {} };
  const request = await batchRequest(person, asked);
  const hash = new BatchHash();
  const clean = new RecordPager<BatchRecord>(pages.clean);
  const blocked = new RecordPager<BatchRecord & { because: readonly string[] }>(pages.blocked);
  const consequences = new Set<string>();
  let [reverts, able] = [0, 0];
  for await (const planned of planReverts(db.$client, request)) {
    hash.add(planned);
    const { plan, refusal, stays } = planned;
    const because = refusal ? [refusal.message] : stays.map(({ message }) => message);
    for (const consequence of plan?.consequences ?? []) consequences.add(consequence);
    reverts += plan?.reverts.length ?? 0;
    if (plan) able += 1;
    if (because.length > 0) blocked.add(() => ({ ...recordOf(planned), because }));
    else if (plan) clean.add(() => recordOf(planned));
  }
  return {
    events: selected.reduce((sum, { versions }) => sum + versions.length, 0),
    records: selected.length,
    reverts,
    able,
    clean: clean.result,
    blocked: blocked.result,
    consequences: [...consequences],
    planHash: hash.digest(),
  };
}

function recordOf({ head, log, plan }: PlannedRecord): BatchRecord {
  const place = recordPlace(log.workflow.name);
  return {
    id: head.streamId,
    title: place?.title(log.state) ?? head.streamId.slice(0, 8),
    detail: place?.detail?.(log.state) ?? null,
    href: place?.href(head.streamId) ?? null,
    reverts: plan?.reverts.length ?? 0,
  };
}
