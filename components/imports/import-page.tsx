'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ImportMapping } from '@/lib/import/mapping';
import type { FilePreview, UploadStatus } from '@/lib/import/upload';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { HistoryForm } from './history-form';
import { ImportProgress } from './import-progress';
import { ImportResult } from './import-result';
import { MappingForm } from './mapping-form';
import { sizeWords } from './size-words';
import { useImportStatus } from './use-import-status';

interface ImportPageProps {
  first: UploadStatus;
  /** What is in the file; null where it is not to be asked any more. */
  preview: FilePreview | { unreadable: string } | null;
}

/** One uploaded file, from what is in it to what came of it. A reload finds it as far as it is. */
export function ImportPage({ first, preview }: ImportPageProps) {
  const { status, start, stop } = useImportStatus(first);
  const { id, fileName, size, phase, message, result } = status;
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/imports">Imports</TrailLink>}
        title={fileName}
        description={`${sizeWords(size)}, uploaded by ${status.madeByName}`}
      />
      {message ? (
        <FormProblem>
          <span className="whitespace-pre-line wrap-anywhere">{message}</span>
        </FormProblem>
      ) : null}
      {phase === 'checking' || phase === 'writing' ? <ImportProgress status={status} stop={stop} /> : null}
      {phase === 'interrupted' ? <Interrupted start={start} /> : null}
      {phase === 'done' && result ? <ImportResult id={id} result={result} /> : null}
      {(phase === 'uploaded' || phase === 'failed') && preview ? (
        <Mapping id={id} preview={preview} before={status.mapping} start={start} />
      ) : null}
    </div>
  );
}

type Start = (asked: { mapping: ImportMapping; rejects: boolean }) => Promise<void>;

function Mapping({
  id,
  preview,
  before,
  start,
}: {
  id: string;
  preview: NonNullable<ImportPageProps['preview']>;
  /** What was chosen before. */
  before: ImportMapping | null;
  start: Start;
}) {
  if ('unreadable' in preview)
    return (
      <FormProblem>
        <span className="wrap-anywhere">{preview.unreadable}</span>
      </FormProblem>
    );
  if (preview.kind === 'history') return <HistoryForm preview={preview} start={start} />;
  return <MappingForm id={id} first={preview} before={before} start={start} />;
}

function Interrupted({ start }: { start: Start }) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const resume = async () => {
    setPending(true);
    setProblem(null);
    try {
      await start({ mapping: {}, rejects: false });
    } catch (error) {
      setProblem((error as Error).message);
    }
    setPending(false);
  };
  return (
    <Card className="flex flex-col items-start gap-3 p-5">
      <h2 className="text-body font-semibold text-ink">This import was interrupted</h2>
      <p className="text-dense text-ink-2">
        Somebody stopped it, or the app was stopped meanwhile. What was written is there; going on adds the
        rest, and nothing twice.
      </p>
      <FormProblem>{problem}</FormProblem>
      <Button variant="primary" icon={<RotateCw aria-hidden="true" />} pending={pending} onClick={resume}>
        Go on with it
      </Button>
    </Card>
  );
}
