'use client';

import * as z from 'zod/mini';
import { paymentReference } from '@/lib/company/events';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { useCompanyForm, useOpenedCompany } from './use-company-form';

const schema = z.object({ paymentReference, reason: typedReason });

const options = [
  { value: 'invoice_number', label: 'The invoice’s number, such as INV-0042' },
  { value: 'creditor_reference', label: 'A creditor reference (ISO 11649), such as RF18 INV0042' },
];

/** How a payment is made to find its invoice. */
export function PaymentReferenceForm({ onClose }: { onClose(): void }) {
  const company = useOpenedCompany();
  const { form, submit, problem, pending } = useCompanyForm({
    schema,
    defaults: { paymentReference: company.paymentReference, reason: '' },
    toCommand: (valid) => ({
      type: 'change_payment_reference',
      paymentReference: valid.paymentReference,
    }),
    done: 'Payment reference changed',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Edit payment reference"
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label="Reference"
        options={options}
        {...form.register('paymentReference')}
        error={errors.paymentReference?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
