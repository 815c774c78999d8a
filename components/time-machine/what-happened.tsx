import Link from 'next/link';
import type { ReactNode } from 'react';
import { typeLabel } from '@/lib/type-label';
import { type ActivityAddress, activityHref } from '../activity/activity-address';
import { Card } from '../ui/card';

interface WhatHappenedProps {
  changes: {
    count: number;
    people: readonly { id: string; name: string; count: number }[];
    types: readonly { workflow: string; type: string; count: number }[];
  };
  /** The filters, and the time from the moment in view to the end of the window. */
  address: ActivityAddress;
}

const count = new Intl.NumberFormat('en-US');

/** Who did how much since the moment in view, and what it was; each leads to the events themselves. */
export function WhatHappened({ changes, address }: WhatHappenedProps) {
  const { people, types } = changes;
  const href = (only: Partial<ActivityAddress>) => activityHref('/activity', { ...address, ...only });
  return (
    <Card className="@container p-4">
      <section aria-labelledby="since">
        <h2 id="since" className="text-body font-semibold text-ink">
          What has changed since
        </h2>
        {changes.count === 0 ? (
          <p className="pt-0.5 text-dense text-ink-2">
            Nothing{address.to ? ', until the end of the window' : ''}. Go to an earlier moment to see who
            changed what after it.
          </p>
        ) : (
          <>
            <p className="pt-0.5 pb-3 text-dense text-ink-2">
              <Link
                href={href({})}
                prefetch={false}
                className="-my-1 inline-flex min-h-6 items-center text-accent hover:underline"
              >
                {count.format(changes.count)} {changes.count === 1 ? 'event' : 'events'}
              </Link>
              , from the moment in view {address.to ? 'to the end of the window' : 'until now'}.
            </p>
            <div className="grid gap-x-8 gap-y-4 @xl:grid-cols-2">
              <Bars title="By whom">
                {people.map(({ id, name, count: events }) => (
                  <Bar
                    key={id}
                    name={name}
                    events={events}
                    most={people[0]?.count ?? 1}
                    href={href({ who: [id] })}
                  />
                ))}
              </Bars>
              <Bars title="What it was">
                {types.map(({ workflow, type, count: events }) => (
                  <Bar
                    key={`${workflow}.${type}`}
                    name={typeLabel(type)}
                    events={events}
                    most={types[0]?.count ?? 1}
                    href={href({ type: [`${workflow}.${type}`] })}
                  />
                ))}
              </Bars>
            </div>
          </>
        )}
      </section>
    </Card>
  );
}

function Bars({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-label font-medium text-ink-2">{title}</h3>
      <ul className="flex flex-col gap-1">{children}</ul>
    </div>
  );
}

interface BarProps {
  name: string;
  events: number;
  most: number;
  href: string;
}

function Bar({ name, events, most, href }: BarProps) {
  return (
    <li className="relative">
      <span
        aria-hidden="true"
        className="absolute inset-y-0 start-0 rounded-sm bg-accent-soft"
        style={{ width: `${Math.max(1, (events / most) * 100)}%` }}
      />
      <Link
        href={href}
        prefetch={false}
        className="relative flex min-h-7 items-center justify-between gap-3 px-2 text-dense text-ink hover:underline"
      >
        <bdi className="truncate">{name}</bdi>
        <span className="text-ink-2 tabular-nums">{count.format(events)}</span>
      </Link>
    </li>
  );
}
