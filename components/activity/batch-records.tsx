'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import { type BatchRecord, type PagesAsked, type RecordPage, recordPageSize } from '@/lib/batch-preview';
import { RecordLink } from '../invoice-list/record-link';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Pagination } from '../ui/pagination';

interface BatchRecordsProps {
  title: string;
  list: RecordPage<BatchRecord & { because?: readonly string[] }>;
  /** The name of the page in the address. */
  param: keyof PagesAsked;
}

const number = new Intl.NumberFormat('en-US');

/** Records of a batch, each with what would come to it, or why not; page by page. */
export function BatchRecords({ title, list, param }: BatchRecordsProps) {
  const { count, page, records } = list;
  const here = useSearchParams();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  if (count === 0) return null;
  const pages = Math.ceil(count / recordPageSize);
  const hrefOf = (n: number) => {
    const params = new URLSearchParams(here);
    params.set(param, String(n));
    return n >= 1 && n <= pages ? `?${params}` : null;
  };
  const first = (page - 1) * recordPageSize + 1;
  return (
    <Card className="overflow-clip">
      <details open>
        <summary className="min-h-10 cursor-pointer px-4 py-2.5 text-dense font-medium text-ink">
          {title}
        </summary>
        <ul
          aria-busy={pending}
          className={cn('border-t border-line transition-opacity', pending && 'opacity-60')}
        >
          {records.map(({ id, title: name, detail, href, reverts, because = [] }) => (
            <li key={id} className="border-b border-line px-4 py-2.5 text-dense last:border-b-0">
              <p className="flex flex-wrap items-center gap-x-2">
                {href ? (
                  <RecordLink
                    href={href}
                    className="inline-flex min-h-6 items-center rounded-sm font-medium text-ink tabular-nums hover:underline"
                  >
                    {name}
                  </RecordLink>
                ) : (
                  <span className="font-medium">{name}</span>
                )}
                {detail ? <span className="text-ink-2">{detail}</span> : null}
                <span className="ms-auto text-label text-ink-2 tabular-nums">
                  {reverts === 0 ? 'nothing' : `${reverts} new ${reverts === 1 ? 'event' : 'events'}`}
                </span>
              </p>
              {because.map((sentence) => (
                <p key={sentence} className="mt-1 text-ink-2">
                  {sentence}
                </p>
              ))}
            </li>
          ))}
        </ul>
        {pages > 1 ? (
          <div className="border-t border-line px-4 py-2.5">
            <Pagination
              label={title}
              summary={`${number.format(first)} to ${number.format(first + records.length - 1)} of ${number.format(count)}`}
              previous={hrefOf(page - 1)}
              next={hrefOf(page + 1)}
              // It is looked at anew, and the reason that was typed stays.
              onFollow={(href) => startTransition(() => router.push(href, { scroll: false }))}
            />
          </div>
        ) : null}
      </details>
    </Card>
  );
}
