import { figureWords } from '@/lib/figure-words';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { EvidenceTable, type ToldEvidence } from './evidence-table';

interface EvidencePageProps {
  /** Which number this is behind; null where the address names none. */
  title: string | null;
  count: number;
  /** Which events count. */
  counted: string;
  /** The question's page, asked as it was. */
  back: string;
  rows: readonly ToldEvidence[];
}

/** The records behind a number. */
export function EvidencePage({ title, count, counted, back, rows }: EvidencePageProps) {
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href={back}>Back to the question</TrailLink>}
        title={title ?? 'Records behind a number'}
        description={counted}
      />
      <p role="status" className="text-dense text-ink-2">
        {rows.length < count
          ? `The newest ${figureWords(rows.length, 'count')} of ${figureWords(count, 'count')}.`
          : `${figureWords(count, 'count')} in all.`}
      </p>
      <Card className="min-w-0 overflow-clip">
        {rows.length === 0 ? (
          <EmptyState title={<h2>There are no records behind this number</h2>}>
            {title === null
              ? 'The address names no number. Go back to the question and choose one.'
              : 'Nothing counts with these filters. Go back to the question and choose others.'}
          </EmptyState>
        ) : (
          <EvidenceTable label="Records" rows={rows} />
        )}
      </Card>
    </div>
  );
}
