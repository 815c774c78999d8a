'use client';

import * as z from 'zod/mini';
import { companyAddress, companyName, companyTaxId } from '@/lib/company/events';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { useCompanyForm, useOpenedCompany } from './use-company-form';

const schema = z.object({
  name: companyName,
  address: companyAddress,
  taxId: companyTaxId,
  reason: typedReason,
});

/** Who the company is, in one operation whatever of it changes. */
export function DetailsForm({ onClose }: { onClose(): void }) {
  const company = useOpenedCompany();
  const { form, submit, problem, pending } = useCompanyForm({
    schema,
    defaults: {
      name: company.name,
      address: company.address ?? '',
      taxId: company.taxId ?? '',
      reason: '',
    },
    toCommand: ({ name, address, taxId }) => ({
      type: 'change_company_details',
      ...(name !== company.name && { name }),
      ...(address !== company.address && { address }),
      ...(taxId !== company.taxId && { taxId }),
    }),
    done: 'Company details changed',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Edit company details"
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label="Name" {...form.register('name')} error={errors.name?.message} />
      <TextareaField label="Address" {...form.register('address')} error={errors.address?.message} />
      <TextField
        label="Tax id"
        description="As customers and tax offices know it, such as DE123456789."
        {...form.register('taxId')}
        error={errors.taxId?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
