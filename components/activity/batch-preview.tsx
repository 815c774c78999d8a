'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import type { BatchPreview as Preview } from '@/lib/batch-preview';
import type { BatchSelection } from '@/lib/batch-selection';
import { requiredReason } from '../history/reason-text';
import { newId } from '../new-id';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { TextareaField } from '../ui/textarea-field';
import { showToast } from '../ui/toast';
import { BatchProgress } from './batch-progress';
import { BatchRecords } from './batch-records';
import { useBatchRun } from './use-batch-run';

interface BatchPreviewProps {
  preview: Preview;
  selection: BatchSelection;
  /** Where the selection was made. */
  backHref: string;
}

const savedAlready = 'It was being saved when you cancelled, so it is done. You can undo it here.';

/** What it would come to, before anything is done; then the reason, and either all of it or what can be done. */
export function BatchPreview({ preview, selection, backHref }: BatchPreviewProps) {
  const router = useRouter();
  // Of this look: pressing twice is one undo.
  const [operationId] = useState(newId);
  const [reason, setReason] = useState('');
  const [reasonProblem, setReasonProblem] = useState<string>();
  const { able, records, clean, blocked, reverts, planHash } = preview;
  const skip = blocked.count > 0;
  // The page of what was done is on its way.
  const [leaving, setLeaving] = useState(false);
  const { state, start, cancel } = useBatchRun({
    size: records,
    onDone: (id, late) => {
      setLeaving(true);
      if (late) void showToast({ title: savedAlready });
      router.push(`/activity/operations/${id}`);
    },
    onPlanChanged: () => router.refresh(),
  });
  const running = state.is === 'running' || state.is === 'cancelling';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (running || leaving || reverts === 0) return;
    const typed = z.safeParse(requiredReason, reason);
    setReasonProblem(typed.success ? undefined : typed.error.issues[0]?.message);
    if (!typed.success) return;
    void start({ operationId, selection, skip, reason: typed.data, planHash });
  };

  return (
    <form onSubmit={submit} className="flex max-w-3xl flex-col gap-4" noValidate>
      <p role="status" className="text-body text-ink">
        {state.is === 'cancelled' ? 'Cancelled. Nothing was changed.' : summaryOf(preview)}
      </p>
      {preview.consequences.map((consequence) => (
        <p key={consequence} className="rounded-control bg-undo-soft px-3 py-2 text-dense text-undo">
          {consequence}
        </p>
      ))}
      <FormProblem>{state.is === 'refused' ? state.refusal.message : undefined}</FormProblem>
      {reverts > 0 ? (
        <Card className="flex flex-col gap-3 p-4">
          <TextareaField
            label="Reason"
            description="Everyone who looks at the history of these records sees it."
            value={reason}
            maxLength={1000}
            error={reasonProblem}
            readOnly={running || leaving}
            onChange={(event) => setReason(event.target.value)}
          />
          {running ? (
            <BatchProgress progress={state.progress} cancelling={state.is === 'cancelling'} />
          ) : null}
          <div className="flex flex-wrap justify-end gap-2">
            {running ? (
              <Button pending={state.is === 'cancelling'} onClick={cancel}>
                Cancel
              </Button>
            ) : (
              <a href={backHref} className={buttonStyles()}>
                Cancel
              </a>
            )}
            <Button type="submit" variant="primary" pending={running || leaving}>
              {skip
                ? `Undo on ${number.format(able)} of ${number.format(records)} records, skip the rest`
                : `Undo on ${count(able, 'record')}`}
            </Button>
          </div>
        </Card>
      ) : (
        <a href={backHref} className={buttonStyles({ className: 'self-start' })}>
          Back
        </a>
      )}
      <BatchRecords
        title={`${count(blocked.count, 'record')} where something stays as it is`}
        list={blocked}
        param="blocked"
      />
      <BatchRecords
        title={`${count(clean.count, 'record')} where all of it can be taken back`}
        list={clean}
        param="clean"
      />
    </form>
  );
}

const number = new Intl.NumberFormat('en-US');
const count = (n: number, what: string): string => `${number.format(n)} ${what}${n === 1 ? '' : 's'}`;

function summaryOf({ events, records, reverts, able, clean, blocked }: Preview): string {
  const selected = `${count(events, 'event')} on ${count(records, 'record')} ${events === 1 ? 'is' : 'are'} selected.`;
  if (reverts === 0 && blocked.count === 0) return `${selected} None of it is in force any more.`;
  if (reverts === 0) return `${selected} Nothing of it can be taken back.`;
  const would = `${count(reverts, 'new event')} on ${count(able, 'record')} would take it back; nothing is deleted.`;
  const gone = records - clean.count - blocked.count;
  return `${selected} ${would}${gone > 0 ? ` On ${number.format(gone)} of them none of it is in force any more.` : ''}`;
}
