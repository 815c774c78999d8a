'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { longestViewName, type ViewAnswer } from '@/lib/saved-view';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

interface ViewDialogProps {
  title: string;
  description?: string;
  /** The name that it has. */
  name: string;
  onSave(name: string): Promise<ViewAnswer>;
  onClose(): void;
}

/** Asks for a view's name. */
export function ViewDialog({ title, description, name, onSave, onClose }: ViewDialogProps) {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) setProblem('Give the view a name.');
    else
      startTransition(async () => {
        const answer = await onSave(typed.trim());
        startTransition(() => (answer.ok ? onClose() : setProblem(answer.message)));
      });
  };
  return (
    <FormDialog {...{ title, description, pending, onClose }} action="Save" onSubmit={submit}>
      <TextField
        label="Name"
        value={typed}
        error={problem}
        maxLength={longestViewName}
        autoComplete="off"
        onChange={(event) => {
          setProblem(undefined);
          setTyped(event.target.value);
        }}
      />
    </FormDialog>
  );
}
