import { Download, FolderOpen, Workflow } from 'lucide-react';
import Link from 'next/link';
import { ofLog } from '@/lib/analytics/records-asked';
import type { UploadResult } from '@/lib/import/upload';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';

const number = new Intl.NumberFormat('en-US');
const counted = (count: number, one: string) => `${number.format(count)} ${one}${count === 1 ? '' : 's'}`;

/** What came of an import, and where its records are. */
export function ImportResult({ id, result }: { id: string; result: UploadResult }) {
  const { kind, log, rows, added, present, records, bad, different } = result;
  const facts = [
    `${counted(added, 'event')} of ${counted(records, 'record')} ${added === 1 ? 'was' : 'were'} added.`,
    present > 0
      ? `${counted(present, 'row')} of ${number.format(rows)} were here already, or left alone.`
      : null,
    bad > 0
      ? `${counted(bad, 'row')} could not be imported and ${bad === 1 ? 'was' : 'were'} put aside.`
      : null,
    different > 0
      ? `${counted(different, 'record')} with another history here ${different === 1 ? 'was' : 'were'} left alone.`
      : null,
  ].filter((fact) => fact !== null);
  return (
    <Card className="flex flex-col gap-3 p-5">
      <h2 className="text-body font-semibold text-ink">
        {kind === 'history' ? 'The history is here' : `The log “${log}” is here`}
      </h2>
      <ul className="flex flex-col gap-1 text-dense text-ink">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Link
          href={kind === 'history' ? '/activity' : `/records?${new URLSearchParams({ q: log ?? '' })}`}
          prefetch={false}
          className={buttonStyles({ variant: 'primary' })}
        >
          <FolderOpen aria-hidden="true" />
          {kind === 'history' ? 'Show activity' : 'Show the records'}
        </Link>
        {log === null ? null : (
          <Link
            href={`/analytics/process-map?${new URLSearchParams({ workflow: ofLog(log) })}`}
            prefetch={false}
            className={buttonStyles()}
          >
            <Workflow aria-hidden="true" />
            Show the process map
          </Link>
        )}
        {bad > 0 ? (
          <a href={`/api/imports/${id}/rejects`} download className={buttonStyles()}>
            <Download aria-hidden="true" />
            Bad rows as CSV
          </a>
        ) : null}
        <Link href="/imports" prefetch={false} className={buttonStyles()}>
          Import another file
        </Link>
      </div>
    </Card>
  );
}
