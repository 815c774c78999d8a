'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { dayIn } from '@/lib/calendar';
import { useOpened } from '../history/opened-record';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { useRecordForm } from '../history/use-record-form';
import { newId } from '../new-id';
import { useCompany } from '../shell/company-context';
import { FormDialog } from '../ui/form-dialog';
import type { Choices, CommandForm } from './command-form';
import { FormFields, valuesOf } from './form-fields';

interface CommandDialogProps<S extends object, C extends { type: string }> {
  form: CommandForm<S, C>;
  choices: Choices;
  onClose(): void;
}

/** The form of one command, as it is described: its fields and a reason. */
export function CommandDialog<S extends object, C extends { type: string }>({
  form: described,
  choices,
  onClose,
}: CommandDialogProps<S, C>) {
  const { state } = useOpened<S>();
  const { timeZone } = useCompany();
  const [context] = useState(() => ({
    today: dayIn(timeZone, new Date().toISOString()),
    newId: newId(),
    choices,
  }));
  const fields = described.fields(state, context);
  const { form, submit, problem, pending } = useRecordForm<
    Record<string, string>,
    Record<string, unknown>,
    C
  >({
    schema: z.extend(described.schema(state), { reason: typedReason }) as never,
    defaults: { ...valuesOf(fields), reason: '' },
    toCommand: (valid) => described.toCommand(valid as never, state, context),
    done: described.done,
    onDone: onClose,
    ...(described.fieldOf ? { fieldOf: described.fieldOf } : {}),
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={described.title}
      description={described.description}
      action={described.action}
      {...(described.danger ? { danger: true } : {})}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormFields fields={fields} register={form.register} errors={errors} />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
