'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import type { AnalyticsStatus, Generation } from '@/lib/analytics/status';
import { durationWords, figureWords } from '@/lib/figure-words';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Time } from '../ui/time';
import { WorkProgress } from './work-progress';

interface ProjectionsProps {
  first: AnalyticsStatus;
  rebuild(): Promise<{ ok: boolean; message: string }>;
  /** Why whoever looks may not rebuild; null if they may. */
  refused: string | null;
}

const lookEvery = { building: 500, idle: 3000 };

const count = (value: number): string => figureWords(value, 'count');

/** How the analytics stand, read again while the page is open; and the button that has them counted anew. */
export function Projections({ first, rebuild, refused }: ProjectionsProps) {
  const router = useRouter();
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const {
    data: status,
    refetch,
    isError,
  } = useQuery({
    queryKey: ['analytics-status'],
    queryFn: readStatus,
    initialData: first,
    refetchInterval: ({ state }) => (state.data?.building ? lookEvery.building : lookEvery.idle),
  });
  const { current, building, lag } = status;
  const begin = () =>
    startTransition(async () => {
      setSaid(await rebuild());
      await refetch();
      router.refresh();
    });
  return (
    <Card className="p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h2 className="text-emphasis font-semibold text-ink">Analytics</h2>
        <Button
          icon={<RefreshCw aria-hidden="true" />}
          disabledReason={refused ?? (building ? 'A rebuild is under way already.' : null)}
          pending={pending}
          onClick={begin}
        >
          Rebuild
        </Button>
      </div>
      <p role="status" className="min-h-5 text-dense text-ink-2">
        {isError ? 'How it stands can’t be read right now; trying again.' : (said?.message ?? '')}
      </p>
      {building ? <Building building={building} /> : null}
      <dl className="mt-2 grid gap-x-8 gap-y-2 text-dense @md:grid-cols-[max-content_1fr]">
        <Fact name="Lag">{lagWords(status)}</Fact>
        <Fact name="Held back by">
          {lag.heldBack > 0
            ? `${lag.cause ?? 'An older transaction is still writing.'} ${count(lag.heldBack)} events wait for it.`
            : 'Nothing'}
        </Fact>
        <Fact name="Checkpoint">
          {current.checkpoint === '0.0'
            ? 'The beginning of the feed'
            : `After ${current.checkpoint} (transaction.position)`}
        </Fact>
        <Fact name="Events counted">{count(current.events)}</Fact>
        <Fact name="Last run">
          <When at={current.movedAt} />
        </Fact>
        <Fact name="Last rebuilt">
          <When at={current.finishedAt} />
        </Fact>
        {current.failure ? <Fact name="Last failure">{current.failure}</Fact> : null}
      </dl>
    </Card>
  );
}

async function readStatus(): Promise<AnalyticsStatus> {
  const response = await fetch('/api/analytics/status');
  if (!response.ok) throw new Error(`The status could not be read (${response.status}).`);
  return response.json();
}

function lagWords({ lag }: AnalyticsStatus): string {
  if (lag.events === 0) return 'None: everything that can be read is counted.';
  return `${count(lag.events)} ${lag.events === 1 ? 'event' : 'events'}, the oldest for ${durationWords(lag.seconds)}`;
}

function Building({ building }: { building: Generation }) {
  return (
    <WorkProgress label="Rebuild" unit="events" {...building} done={building.events}>
      The old numbers stay until it is complete.
    </WorkProgress>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-ink tabular-nums wrap-anywhere">{children}</dd>
    </div>
  );
}

const When = ({ at }: { at: string | null }) => (at ? <Time at={at} /> : 'Never');
