import Link from 'next/link';
import { Card } from '../ui/card';

export interface Figure {
  label: string;
  /** In words: "12.3 %". */
  value: string;
  /** Between what it lies, or what it comes from. */
  note?: string;
  /** Where its records are. */
  href?: string | null;
}

/** The few numbers that answer a question, each leading to the records behind it. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <Card className="min-w-0">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,10rem),1fr))]">
        {figures.map(({ label, value, note, href }) => (
          <div key={label} className="flex min-w-0 flex-col px-4 py-3">
            <dt className="text-label text-ink-2">{label}</dt>
            <dd className="text-title font-semibold text-ink tabular-nums">
              {href ? (
                <Link
                  href={href}
                  className="inline-block min-h-6 min-w-6 text-accent underline-offset-4 hover:underline"
                >
                  {value}
                  <span className="sr-only">, show the records: {label}</span>
                </Link>
              ) : (
                value
              )}
            </dd>
            {note ? <dd className="text-label text-ink-2 tabular-nums">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </Card>
  );
}
