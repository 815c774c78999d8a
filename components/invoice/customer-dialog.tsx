'use client';

import { FormProvider } from 'react-hook-form';
import * as z from 'zod/mini';
import { customerAsTyped, typedCustomer } from '@/lib/invoice/typed-invoice';
import { FormDialog } from '../ui/form-dialog';
import { CommandReason } from './command-reason';
import { CustomerFields } from './customer-fields';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

const schema = z.object({ customer: typedCustomer, reason: reasonSchema('change_customer') });

/** Another customer for a draft, or other details of the same. */
export function CustomerDialog({ invoice, onClose }: InvoiceFormProps) {
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { customer: customerAsTyped(invoice.customer), reason: '' },
    toCommand: ({ customer }) => ({ type: 'change_customer', customer }),
    done: 'Customer changed',
    onClose,
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title="Edit customer"
        description="As they stand on this invoice; their own page stays as it is."
        action="Save"
        {...dialog}
      >
        <CustomerFields known={invoice.customer} />
        <CommandReason
          required={false}
          {...form.register('reason')}
          error={form.formState.errors.reason?.message}
        />
      </FormDialog>
    </FormProvider>
  );
}
