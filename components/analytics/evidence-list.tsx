import { X } from 'lucide-react';
import Link from 'next/link';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { EvidenceTable, type ToldEvidence } from './evidence-table';

interface EvidenceListProps {
  /** What the number counts: "Payment failed, followed by payment received within 14 days". */
  title: string;
  records: readonly ToldEvidence[];
  /** How many there are; no more than the newest of them are listed. */
  count: number;
  /** The page without this list. */
  closeHref: string;
}

const number = new Intl.NumberFormat('en-US');

/** The records behind a number: each leads to itself as it was when it counted. */
export function EvidenceList({ title, records, count, closeHref }: EvidenceListProps) {
  return (
    <Card className="min-w-0">
      <section id="records" aria-labelledby="records-title" className="scroll-mt-4">
        <div className="flex items-start justify-between gap-3 px-4 pt-3 pb-2">
          <div className="min-w-0">
            <h2 id="records-title" className="text-emphasis font-semibold text-ink">
              {title}
            </h2>
            <p role="status" className="text-dense text-ink-2 tabular-nums">
              {summary(records.length, count)}
            </p>
          </div>
          <Link href={closeHref} scroll={false} className={buttonStyles({ variant: 'ghost', size: 'small' })}>
            <X aria-hidden="true" />
            Close the list
          </Link>
        </div>
        {records.length > 0 ? (
          <EvidenceTable
            label={`Table of ${title}`}
            rows={records}
            className="relative max-h-140 overflow-auto"
          />
        ) : null}
      </section>
    </Card>
  );
}

function summary(listed: number, count: number): string {
  if (count === 0) return 'There is none any more. Something may have happened since the page was read.';
  if (listed < count) return `The newest ${number.format(listed)} of ${number.format(count)}`;
  return count === 1 ? '1, newest first' : `${number.format(count)}, newest first`;
}
