import type { DescribedChange } from '@/lib/event-sourcing/workflow';

interface CompareTableProps {
  rows: readonly DescribedChange[];
  /** What the two sides are called. */
  from: string;
  to: string;
}

/** What differs, a row a value, with the two sides beside each other. */
export function CompareTable({ rows, from, to }: CompareTableProps) {
  return (
    <div className="overflow-hidden rounded-control border border-line">
      <table className="w-full table-fixed text-dense tabular-nums">
        <thead className="bg-sunken text-label text-ink-2">
          <tr>
            <th scope="col" className="w-1/4 px-2.5 py-1.5 text-start font-medium">
              Field
            </th>
            {[from, to].map((side, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: there are two sides, and they may have one name.
                key={index}
                scope="col"
                className="border-s border-line px-2.5 py-1.5 text-start font-medium"
              >
                {side}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} className="border-t border-line align-top">
              <th scope="row" className="px-2.5 py-1.5 text-start font-normal wrap-anywhere text-ink-2">
                {row.label}
              </th>
              <Side value={row.from} className="bg-removed-soft text-removed" />
              <Side value={row.to} className="bg-added-soft text-added" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Side({ value, className }: { value: string | undefined; className: string }) {
  return (
    <td className="border-s border-line px-2.5 py-1.5 wrap-anywhere whitespace-pre-line">
      {value === undefined ? (
        <span className="text-ink-3">none</span>
      ) : (
        <bdi className={`rounded-sm px-1 ${className}`}>{value}</bdi>
      )}
    </td>
  );
}
