'use client';

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useState } from 'react';
import { type FieldPath, useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { roleLabels, rolePowers, roles } from '@/lib/access';
import type { ActionResult } from '@/lib/action-result';
import type { PersonCommand } from '@/lib/person/commands';
import { personEmail, personName } from '@/lib/person/fields';
import { newId } from '../new-id';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FormDialog } from '../ui/form-dialog';
import { FormProblem } from '../ui/form-problem';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { type MakeLink, useLink } from './link-dialog';
import { LinkShown } from './link-shown';

const schema = z.object({ name: personName, email: personEmail, role: z.enum(roles) });
type Typed = z.input<typeof schema>;

const choices = roles.map((role) => ({ value: role, label: roleLabels[role] }));

interface InviteDialogProps {
  runCommand(input: unknown): Promise<ActionResult>;
  makeLink: MakeLink;
  onClose(): void;
}

/** Invites somebody, and shows the link with which they choose their password. */
export function InviteDialog({ runCommand, makeLink, onClose }: InviteDialogProps) {
  // Made once with the form, so that sending it twice invites one person.
  const [ids] = useState(() => ({ personId: newId(), operationId: newId() }));
  const [invited, setInvited] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { link, make, ...making } = useLink(makeLink);
  const form = useForm<Typed, unknown, z.output<typeof schema>>({
    resolver: standardSchemaResolver(schema as never) as never,
    defaultValues: { name: '', email: '', role: 'support' },
  });
  const role = useWatch({ control: form.control, name: 'role' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (valid) => {
    setProblem(undefined);
    const { personId, operationId } = ids;
    const command: PersonCommand = { type: 'invite_person', personId, ...valid };
    try {
      const result = await runCommand({ streamId: personId, operationId, seenVersion: 0, command });
      if (!result.ok) {
        const { fieldErrors = {}, message } = result.refusal;
        const known = Object.entries(fieldErrors).filter(([field]) => field in valid);
        for (const [field, error] of known)
          form.setError(field as FieldPath<Typed>, { message: error }, { shouldFocus: true });
        if (known.length === 0) setProblem(message);
        return;
      }
    } catch {
      setProblem(
        'The server did not answer, so it is not certain that they were invited. Press the button again: they are invited once in any case.',
      );
      return;
    }
    setInvited(valid.name);
    await make(personId);
  });
  if (invited === undefined) {
    return (
      <FormDialog
        title="Invite a person"
        description="They get a link from you, with which they choose their password. Retrace sends no mail."
        action="Invite"
        pending={isSubmitting}
        problem={problem}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          label="Name"
          autoComplete="off"
          description="As it will stand in the history."
          {...form.register('name')}
          error={errors.name?.message}
        />
        <TextField
          label="Email"
          type="email"
          autoComplete="off"
          spellCheck={false}
          description="They sign in with it."
          {...form.register('email')}
          error={errors.email?.message}
        />
        <SelectField
          label="Role"
          options={choices}
          description={rolePowers[role]}
          {...form.register('role')}
          error={errors.role?.message}
        />
      </FormDialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={
        <>
          <bdi>{invited}</bdi> is invited
        </>
      }
      footer={
        <>
          {link ? null : (
            <Button pending={making.pending} onClick={() => make(ids.personId)}>
              Make link
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <FormProblem>{making.problem}</FormProblem>
      {link ? <LinkShown link={link} name={invited} /> : null}
    </Dialog>
  );
}
