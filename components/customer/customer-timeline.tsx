import Link from 'next/link';
import { recordPlace } from '@/lib/record-places';
import type { ToldEvent } from '@/lib/told-event';
import { loadActivityAddress } from '../activity/activity-address';
import { ActivityRow } from '../activity/activity-row';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';

interface CustomerTimelineProps {
  /** The customer's page. */
  path: string;
  /** Newest first. */
  told: readonly ToldEvent[];
  /** How many records of each workflow they have. */
  records: readonly { workflow: string; count: number }[];
  /** The one that is filtered by. */
  workflow: string | null;
  /** Is this the newest page? */
  first: boolean;
  next: string | null;
}

const id = 'timeline';
const everything = loadActivityAddress({});

/** What happened to any of a customer's records, as one timeline: their own, the invoices to them, and what else is theirs. */
export function CustomerTimeline({ path, told, records, workflow, first, next }: CustomerTimelineProps) {
  const hrefOf = (asked: Record<string, string | null>) => {
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null);
    const query = new URLSearchParams(given).toString();
    return `${path}${query ? `?${query}` : ''}#${id}`;
  };
  const filters = [
    { value: null, label: 'All' },
    { value: 'customer', label: 'Details' },
    ...records.map(({ workflow: value, count }) => ({
      value,
      label: `${capital(recordPlace(value)?.many ?? value)} ${count.toLocaleString('en-US')}`,
    })),
  ];
  return (
    <Card id={id} className="@container scroll-mt-16 overflow-clip">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 pt-4 pb-3">
        <h2 id="timeline-heading" className="text-body font-semibold text-ink">
          Timeline of all records
        </h2>
        <nav aria-label="Which records" className="flex flex-wrap gap-1">
          {filters.map(({ value, label }) => (
            <Link
              key={label}
              href={hrefOf({ of: value })}
              prefetch={false}
              scroll={false}
              aria-current={value === workflow ? 'true' : undefined}
              className={cn(
                'inline-flex min-h-6 items-center rounded-control px-2 text-dense font-medium tabular-nums',
                value === workflow
                  ? 'bg-accent-soft text-accent'
                  : 'text-ink-2 hover:bg-sunken hover:text-ink',
              )}
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
      <section aria-labelledby="timeline-heading">
        {told.length === 0 ? (
          <p className="border-t border-line px-4 py-6 text-dense text-ink-2">They have no such records.</p>
        ) : null}
        {told.map((each) => (
          <ActivityRow
            key={`${each.event.streamId} ${each.event.version}`}
            told={each}
            address={everything}
          />
        ))}
      </section>
      {next || !first ? (
        <div className="flex flex-wrap justify-center gap-2 border-t border-line px-4 py-2.5">
          {first ? null : (
            <Link
              href={hrefOf({ of: workflow })}
              prefetch={false}
              className={buttonStyles({ variant: 'ghost', size: 'small' })}
            >
              Back to the newest
            </Link>
          )}
          {next ? (
            <Link
              href={hrefOf({ of: workflow, after: next })}
              rel="next"
              prefetch={false}
              className={buttonStyles({ variant: 'ghost', size: 'small' })}
            >
              Show older events
            </Link>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
