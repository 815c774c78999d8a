import type { DescribedChange } from '@/lib/event-sourcing/workflow';
import { Difference } from '../ui/difference';

/** What an event changed: a row a value, old and new. */
export function ChangeTable({ changes }: { changes: readonly DescribedChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1.5 max-w-full overflow-hidden rounded-md border border-line text-label">
      {changes.map((change) => (
        <div
          key={change.path}
          className="grid grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)] border-line not-first:border-t"
        >
          <dt className="border-e border-line px-2 py-1 text-ink-2">{change.label}</dt>
          <dd className="px-2 py-1 break-words">
            <Difference before={change.from ?? null} after={change.to ?? null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
