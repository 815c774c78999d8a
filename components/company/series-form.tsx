'use client';

import * as z from 'zod/mini';
import { sampleNumber } from '@/lib/company/describe';
import { digits, prefix } from '@/lib/company/events';
import type { SeriesName } from '@/lib/company-settings';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { TextField } from '../ui/text-field';
import { useCompanyForm, useOpenedCompany } from './use-company-form';

const schema = z.object({
  prefix: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.trim()),
    ),
    prefix,
  ),
  digits: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)),
    ),
    digits,
  ),
  reason: typedReason,
});

const titles = { invoice: 'Edit invoice numbers', credit_note: 'Edit credit note numbers' };

/** How the numbers of a series look from now on; the next one is shown while it is typed. */
export function SeriesForm({ series, onClose }: { series: SeriesName; onClose(): void }) {
  const before = useOpenedCompany().series[series];
  const { form, submit, problem, pending } = useCompanyForm({
    schema,
    defaults: { prefix: before.prefix, digits: String(before.digits), reason: '' },
    toCommand: (valid) => ({
      type: 'change_number_series',
      series,
      ...(valid.prefix !== before.prefix && { prefix: valid.prefix }),
      ...(valid.digits !== before.digits && { digits: valid.digits }),
    }),
    done: 'Numbers changed',
    onDone: onClose,
  });
  const { errors } = form.formState;
  const [typedPrefix, typedDigits] = form.watch(['prefix', 'digits']);
  const shown = digits.safeParse(Number(typedDigits));
  return (
    <FormDialog
      title={titles[series]}
      description="Numbers that were handed out stay as they are, and the counting goes on."
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Prefix"
          autoComplete="off"
          spellCheck={false}
          {...form.register('prefix')}
          error={errors.prefix?.message}
        />
        <NumberField
          label="Digits"
          kind="integer"
          description="Filled up with zeros to at least so many."
          {...form.register('digits')}
          error={errors.digits?.message}
        />
      </div>
      <p className="text-dense text-ink-2">
        They will look like{' '}
        <strong className="font-semibold text-ink tabular-nums">
          {shown.success ? sampleNumber({ prefix: typedPrefix.trim(), digits: shown.data }, 42) : '…'}
        </strong>
      </p>
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
