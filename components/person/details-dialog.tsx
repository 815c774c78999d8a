'use client';

import * as z from 'zod/mini';
import type { PersonCommand } from '@/lib/person/commands';
import { personEmail, personName } from '@/lib/person/fields';
import type { AppPerson } from '@/lib/person/person';
import { useOpened } from '../history/opened-record';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { useRecordForm } from '../history/use-record-form';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

const schema = z.object({ name: personName, email: personEmail, reason: typedReason });

/** A person's name and the address that they sign in with. */
export function DetailsDialog({ onClose }: { onClose(): void }) {
  const { state: person } = useOpened<AppPerson>();
  const { form, submit, problem, pending } = useRecordForm({
    schema,
    defaults: { name: person.name, email: person.email, reason: '' },
    toCommand: ({ name, email }): PersonCommand => ({
      type: 'change_person',
      ...(name !== person.name && { name }),
      ...(email !== person.email && { email }),
    }),
    done: 'Details changed',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Edit details"
      description="What was done before goes on naming them as they were called then."
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label="Name" autoComplete="off" {...form.register('name')} error={errors.name?.message} />
      <TextField
        label="Email"
        type="email"
        autoComplete="off"
        spellCheck={false}
        description="They sign in with it."
        {...form.register('email')}
        error={errors.email?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
