'use client';

import { useMemo, useState } from 'react';
import type { Recorded } from '@/lib/event-sourcing/event';
import { type Asker, type PlanResult, planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { useRecord } from './record-context';

/** What a request comes to, with the log that it was planned on. */
export interface LivePlan {
  log: RecordLog;
  result: PlanResult;
  /** The same as long as it comes to the same: of a plan its hash. */
  fingerprint: string;
}

/**
 * Plans a request on the record as it is now, and again whenever something happens to the record.
 *
 * @param asker with whose rights
 * @param held what was sent and is under way: the page already shows what is hoped for, the plan stays as it was
 * @returns the plan, and what came to pass last where that made another plan of it
 */
export function useLivePlan(
  request: RevertRequest,
  held: LivePlan | null,
  asker: Asker,
): { plan: LivePlan; news: Recorded | null } {
  const { log, person } = useRecord();
  const now = useMemo(() => planOn(log, request, asker), [log, request, asker]);
  const [seen, setSeen] = useState({ request, now, news: null as Recorded | null });
  if (held) return { plan: held, news: seen.news };
  if (seen.request !== request) setSeen({ request, now, news: null });
  else if (seen.now.fingerprint !== now.fingerprint) {
    const since = log.between(Math.max(seen.now.log.version, log.start.version), log.version);
    const news = since.findLast(({ actor }) => actor.id !== person.id) ?? since.at(-1) ?? null;
    setSeen({ request, now, news });
  }
  return { plan: now, news: seen.news };
}

function planOn(log: RecordLog, request: RevertRequest, rights: Asker): LivePlan {
  const result = planRequest(log, request, rights);
  return { log, result, fingerprint: result.ok ? planHash(result.plan) : JSON.stringify(result.refusal) };
}
