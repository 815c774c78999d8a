'use client';

import { type FormEvent, useId, useState } from 'react';
import * as z from 'zod/mini';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextareaField } from '../ui/textarea-field';
import type { AskedReason } from './asked-reason';
import { requiredReason } from './reason-text';

interface ReasonDialogProps {
  asked: AskedReason;
  onClose(): void;
  onConfirm(reason: string): void;
}

/** One field: why. Asked for money and for what somebody else did; it stands in the history ever after. */
export function ReasonDialog({ asked, onClose, onConfirm }: ReasonDialogProps) {
  const formId = useId();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = z.safeParse(requiredReason, reason);
    if (typed.success) onConfirm(typed.data);
    else setProblem(typed.error.issues[0]?.message);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${asked.verb}: ${asked.short}`}
      description={asked.sentence}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            {asked.verb}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        {asked.consequences.map((consequence) => (
          <p key={consequence} className="rounded-control bg-undo-soft px-3 py-2 text-dense text-undo">
            {consequence}
          </p>
        ))}
        <TextareaField
          label="Reason"
          description="Everyone who looks at the history sees it."
          value={reason}
          maxLength={1000}
          error={problem}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
