'use client';

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useEffect, useRef, useState } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, useForm } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { ActionRefusal } from '@/lib/action-result';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { Alternative } from '@/lib/event-sourcing/workflow';
import { newId } from '../new-id';
import { showToast } from '../ui/toast';
import { isField } from './is-field';
import { useOpened } from './opened-record';
import { useRecord } from './record-context';

export interface RecordFormOptions<Typed extends FieldValues, Valid, Command extends { type: string }> {
  schema: z.ZodMiniType<Valid, Typed>;
  defaults: DefaultValues<Typed>;
  /** The command that the form's values ask for. */
  toCommand(valid: Valid): Command;
  /** Said when it is done: "Payment recorded". A function where that depends on what became of the command. */
  done: string | ((events: readonly Recorded[]) => string);
  onDone(): void;
  /** Where a field's path in the command differs from its name in the form. */
  fieldOf?(path: string): string;
}

const none: readonly Alternative[] = [];

/**
 * A form that gives one command: fields checked as the server checks them, what the server says shown at the field or
 * above the form, and one operation id a form, so that sending it twice is one operation. Refused for what others did,
 * it goes by the newer state: what its author did not touch follows, what they typed stays for them to look at.
 */
export function useRecordForm<
  Typed extends FieldValues & { reason?: string },
  Valid,
  Command extends { type: string },
>(options: RecordFormOptions<Typed, Valid, Command>) {
  const { schema, defaults, toCommand, done, onDone, fieldOf = (path) => path } = options;
  const { command } = useRecord();
  const opened = useOpened();
  const [operationId] = useState(newId);
  const [refusal, setRefusal] = useState<ActionRefusal>();
  const form = useForm<Typed, unknown, Valid>({
    resolver: standardSchemaResolver(schema as never) as never,
    defaultValues: defaults,
  });
  const shown = useRef(opened.version);
  useEffect(() => {
    if (shown.current === opened.version) return;
    shown.current = opened.version;
    form.reset(defaults as Typed, { keepDirtyValues: true, keepErrors: true });
  });
  const submit = form.handleSubmit(async (valid) => {
    setRefusal(undefined);
    const { reason } = form.getValues();
    const result = await command(toCommand(valid), {
      reason: reason?.trim() || null,
      operationId,
      seenVersion: opened.seen,
    });
    if (result.ok) {
      const { events } = result;
      const told = typeof done === 'string' ? done : done(events);
      const title = events.length > 0 ? told : 'Nothing was different, so nothing was changed.';
      void showToast({ title, tone: 'success' });
      onDone();
      return;
    }
    // They are told now; sent again, it is meant.
    opened.tell(Math.max(0, ...result.refusal.events));
    const fields = Object.entries(result.refusal.fieldErrors ?? {}).map(([path, message]) => ({
      name: fieldOf(path),
      message,
    }));
    const known = fields.filter(({ name }) => isField(form.getValues(), name));
    for (const { name, message } of known)
      form.setError(name as FieldPath<Typed>, { message }, { shouldFocus: true });
    if (known.length === 0) setRefusal(result.refusal);
  });
  return {
    form,
    submit,
    /** What is wrong with the form as a whole, and what could be done instead. */
    problem: refusal?.message,
    alternatives: refusal?.alternatives ?? none,
    pending: form.formState.isSubmitting,
  };
}
