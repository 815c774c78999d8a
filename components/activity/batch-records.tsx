import type { BatchRecord } from '@/lib/batch-preview';
import { RecordLink } from '../invoice-list/record-link';
import { Card } from '../ui/card';

interface BatchRecordsProps {
  title: string;
  records: readonly (BatchRecord & { because?: readonly string[] })[];
  /** How many more there are than are named. */
  more: number;
}

/** Records of a batch, each with what would come to it, or why not. */
export function BatchRecords({ title, records, more }: BatchRecordsProps) {
  return (
    <Card className="overflow-clip">
      <details open>
        <summary className="min-h-10 cursor-pointer px-4 py-2.5 text-dense font-medium text-ink">
          {title}
        </summary>
        <ul className="border-t border-line">
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
          {more > 0 ? <li className="px-4 py-2.5 text-dense text-ink-2">and {more} more</li> : null}
        </ul>
      </details>
    </Card>
  );
}
