'use client';

import * as z from 'zod/mini';
import type { CustomerCommand } from '@/lib/customer/commands';
import type { Customer } from '@/lib/customer/customer';
import { useOpened } from '../history/opened-record';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { useRecordForm } from '../history/use-record-form';
import { FormDialog } from '../ui/form-dialog';
import { CustomerFields } from './customer-fields';
import { customerAsTyped, typedCustomer } from './typed-customer';

const schema = z.extend(typedCustomer, { reason: typedReason });

/** A customer's details, in one operation whatever of them changes. */
export function DetailsDialog({ onClose }: { onClose(): void }) {
  const { state: customer } = useOpened<Customer>();
  const { form, submit, problem, pending } = useRecordForm({
    schema,
    defaults: { ...customerAsTyped(customer), reason: '' },
    toCommand: ({ name, email, address, taxId }): CustomerCommand => ({
      type: 'change_customer',
      ...(name !== customer.name && { name }),
      ...(email !== customer.email && { email }),
      ...(address !== customer.address && { address }),
      ...(taxId !== customer.taxId && { taxId }),
    }),
    done: 'Details changed',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Edit details"
      description="For what is written from now on. Invoices keep the details that stand on them."
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <CustomerFields register={form.register} errors={form.formState.errors} />
      <ReasonField {...form.register('reason')} error={form.formState.errors.reason?.message} />
    </FormDialog>
  );
}
