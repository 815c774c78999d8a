import Link from 'next/link';
import type { UploadPhase, UploadStatus } from '@/lib/import/upload';
import { PageHeader } from '../shell/page-header';
import { Badge, type BadgeTone } from '../ui/badge';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableRow } from '../ui/table';
import { Time } from '../ui/time';
import { sizeWords } from './size-words';
import { UploadForm } from './upload-form';

const phases: Readonly<Record<UploadPhase, { label: string; tone: BadgeTone }>> = {
  uploaded: { label: 'Not started', tone: 'neutral' },
  checking: { label: 'Checking', tone: 'accent' },
  writing: { label: 'Writing', tone: 'accent' },
  done: { label: 'Done', tone: 'money-in' },
  failed: { label: 'Failed', tone: 'danger' },
  interrupted: { label: 'Interrupted', tone: 'money-out' },
};

/** Where a file is chosen, and those that were. */
export function ImportsPage({ uploads, largest }: { uploads: readonly UploadStatus[]; largest: number }) {
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Imports"
        description="Bring in an event log of another system: browse it, search it, and see any past state."
      />
      <UploadForm largest={largest} />
      {uploads.length > 0 ? (
        <section aria-label="Uploaded files" className="flex flex-col gap-2">
          <h2 className="text-body font-semibold text-ink">Uploaded files</h2>
          <Card className="overflow-x-auto">
            <Table>
              <caption className="sr-only">Uploaded files</caption>
              <thead>
                <tr>
                  <ColumnHeader>File</ColumnHeader>
                  <ColumnHeader>State</ColumnHeader>
                  <ColumnHeader className="max-sm:hidden" numeric>
                    Size
                  </ColumnHeader>
                  <ColumnHeader className="max-sm:hidden">Uploaded by</ColumnHeader>
                  <ColumnHeader className="max-sm:hidden">When</ColumnHeader>
                </tr>
              </thead>
              <tbody>
                {uploads.map(({ id, fileName, phase, size, madeByName, uploadedAt }) => (
                  <TableRow key={id}>
                    <RowHeader className="max-w-80 whitespace-normal wrap-anywhere">
                      <Link
                        href={`/imports/${id}`}
                        prefetch={false}
                        className="inline-block min-h-6 rounded-sm text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
                      >
                        {fileName}
                      </Link>
                    </RowHeader>
                    <Cell>
                      <Badge tone={phases[phase].tone}>{phases[phase].label}</Badge>
                    </Cell>
                    <Cell className="max-sm:hidden" numeric>
                      {sizeWords(size)}
                    </Cell>
                    <Cell className="max-sm:hidden">{madeByName}</Cell>
                    <Cell className="max-sm:hidden">
                      <Time at={uploadedAt} />
                    </Cell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
          </Card>
        </section>
      ) : null}
    </div>
  );
}
