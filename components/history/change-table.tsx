import type { DescribedChange } from '@/lib/event-sourcing/workflow';
import { Difference } from '../ui/difference';

/** What an event changed: a row a value, old and new. */
export function ChangeTable({ changes }: { changes: readonly DescribedChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1.5 grid max-w-full grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)] overflow-hidden rounded-md border border-line text-label">
      {changes.map((change) => (
        <div key={change.path} className="col-span-2 grid grid-cols-subgrid border-line not-first:border-t">
          <dt className="max-w-40 border-e border-line px-2 py-1 break-words text-ink-2">{change.label}</dt>
          <dd className="px-2 py-1 break-words">
            <Difference before={change.from ?? null} after={change.to ?? null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
