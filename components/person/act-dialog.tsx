'use client';

import { type FormEvent, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { ReasonField } from '../history/reason-field';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { showToast } from '../ui/toast';
import type { PersonAct } from './person-acts';

export type GiveAct = (
  act: PersonAct,
  asked: { reason: string | null; operationId: string },
) => Promise<ActionResult>;

interface ActDialogProps {
  act: PersonAct;
  give: GiveAct;
  onClose(): void;
}

/** Asks before something is done to a person, and for the reason. Sent twice it is done once. */
export function ActDialog({ act, give, onClose }: ActDialogProps) {
  const [operationId] = useState(newId);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setProblem(undefined);
    try {
      const result = await give(act, { reason: reason.trim() || null, operationId });
      if (!result.ok) return setProblem(result.refusal.message);
      void showToast({ title: act.done, tone: 'success' });
      onClose();
    } catch {
      setProblem(
        'The server did not answer, so it is not certain whether this was done. Press the button again: it is done once in any case.',
      );
    } finally {
      setPending(false);
    }
  };
  return (
    <FormDialog
      title={act.title}
      description={act.description}
      action={act.action}
      danger={act.danger ?? false}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}
