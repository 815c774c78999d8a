import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '../ui/card';

const number = new Intl.NumberFormat('en-US');
const count = (n: number, what: string): string => `${number.format(n)} ${what}${n === 1 ? '' : 's'}`;

interface BatchFactsProps {
  counts: { events: number; records: number; gone: { events: number; records: number } };
  reason: string | null;
  /** By what it was selected, and where the same is to be seen. */
  criteria: { words: string; href: string | null } | null;
}

/** An action on many records in figures, with why it was done and to what. */
export function BatchFacts({ counts, reason, criteria }: BatchFactsProps) {
  const { events, records } = counts;
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-3 p-4 text-dense sm:grid-cols-[auto_1fr]">
        <Fact name="What it did">
          {count(events, 'event')} on {count(records, 'record')}
        </Fact>
        <Fact name="Still in force">{inForce(counts)}</Fact>
        {criteria ? (
          <Fact name="Selected">
            {criteria.href ? (
              <Link
                href={criteria.href}
                prefetch={false}
                className="-my-1 inline-flex min-h-6 items-center rounded-sm underline decoration-line underline-offset-2 hover:decoration-ink"
              >
                {criteria.words}
              </Link>
            ) : (
              criteria.words
            )}
          </Fact>
        ) : null}
        {reason ? (
          <Fact name="Reason">
            <blockquote dir="auto" className="border-s-2 border-line ps-2.5 break-words">
              {reason}
            </blockquote>
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}

function inForce({ events, gone }: BatchFactsProps['counts']): string {
  if (gone.events === 0) return 'All of it';
  if (gone.events === events) return 'Nothing of it: all has been taken back since';
  return `All but ${count(gone.events, 'event')} on ${count(gone.records, 'record')}, taken back since`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-ink tabular-nums">{children}</dd>
    </div>
  );
}
