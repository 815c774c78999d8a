import Link from 'next/link';
import type { ReactNode } from 'react';
import { typeLabel } from '@/lib/activity/event-types';
import { type ActivityAddress, activityHref } from '../activity/activity-address';
import { Card } from '../ui/card';

interface WhatHappenedProps {
  changes: {
    count: number;
    people: readonly { id: string; name: string; count: number }[];
    types: readonly { workflow: string; type: string; count: number }[];
  };
  address: ActivityAddress;
}

const count = new Intl.NumberFormat('en-US');

/** Who did how much in the window, and what it was; each leads to the events themselves. */
export function WhatHappened({ changes, address }: WhatHappenedProps) {
  const { people, types } = changes;
  if (changes.count === 0) return null;
  const href = (only: Partial<ActivityAddress>) => activityHref('/activity', { ...address, ...only });
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Bars title="Who changed something" most={people[0]?.count ?? 1}>
        {people.map(({ id, name, count: events }) => (
          <Bar key={id} name={name} events={events} most={people[0]?.count ?? 1} href={href({ who: [id] })} />
        ))}
      </Bars>
      <Bars title="What it was" most={types[0]?.count ?? 1}>
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
  );
}

function Bars({ title, children }: { title: string; most: number; children: ReactNode }) {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <Card className="p-4">
      <section aria-labelledby={id}>
        <h2 id={id} className="mb-2 text-body font-semibold text-ink">
          {title}
        </h2>
        <ul className="flex flex-col gap-1">{children}</ul>
      </section>
    </Card>
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
