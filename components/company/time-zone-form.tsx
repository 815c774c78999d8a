'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { zoneName } from '@/lib/company/describe';
import { timeZone } from '@/lib/company/events';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { useCompanyForm, useOpenedCompany } from './use-company-form';

const schema = z.object({ timeZone, reason: typedReason });

/** The time zone in which the company's days are meant. */
export function TimeZoneForm({ onClose }: { onClose(): void }) {
  const company = useOpenedCompany();
  const [options] = useState(() => zonesWith(company.timeZone));
  const { form, submit, problem, pending } = useCompanyForm({
    schema,
    defaults: { timeZone: company.timeZone, reason: '' },
    toCommand: (valid) => ({ type: 'change_time_zone', timeZone: valid.timeZone }),
    done: 'Time zone changed',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Edit time zone"
      description="From then on, what is due and what is overdue is judged by this zone’s calendar. Days that are written on invoices stay as they are."
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label="Time zone"
        options={options}
        {...form.register('timeZone')}
        error={errors.timeZone?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}

/** Every zone that this browser knows, and the one that is chosen in any case. */
function zonesWith(chosen: string): { value: string; label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zoneName(zone) }));
}
