'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { currencyOptions } from '@/lib/currencies';
import { currencyCode } from '@/lib/money-fields';
import { useCompany } from '../shell/company-context';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { CommandReason } from './command-reason';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

const schema = z.object({ currency: currencyCode, reason: reasonSchema('change_currency') });

/** Another currency for a draft. Figures stay: nothing is converted. */
export function CurrencyDialog({ invoice, onClose }: InvoiceFormProps) {
  const company = useCompany();
  const [options] = useState(() => currencyOptions(company.currency));
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { currency: invoice.currency, reason: '' },
    toCommand: ({ currency }) => ({ type: 'change_currency', currency }),
    done: 'Currency changed',
    onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Change currency"
      description="Prices keep their figures: nothing is converted. Look at each price afterwards."
      action="Save"
      {...dialog}
    >
      <SelectField
        label="Currency"
        options={options}
        {...form.register('currency')}
        error={errors.currency?.message}
      />
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
