'use client';

import { useState } from 'react';
import { type UseFormReturn, useController } from 'react-hook-form';
import type { Customer } from '@/lib/invoice/events';
import type { TypedInvoice } from '@/lib/invoice/typed-invoice';
import { newId } from '../new-id';
import { Field } from '../ui/field';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { CustomerCombobox } from './customer-combobox';
import { useCustomers } from './use-customers';

interface NewInvoiceCustomerProps<Context, Output> {
  form: UseFormReturn<TypedInvoice, Context, Output>;
}

/**
 * Whom the invoice is for. A name is typed and existing customers are suggested; choosing one fills in the rest and
 * keeps that customer's id, any other name is a new customer.
 */
export function NewInvoiceCustomer<Context, Output>({ form }: NewInvoiceCustomerProps<Context, Output>) {
  const { register, formState } = form;
  const errors = formState.errors.customer;
  return (
    <div className="grid content-start gap-4">
      <CustomerName form={form} />
      <TextField
        label="Email"
        type="email"
        autoComplete="off"
        spellCheck={false}
        {...register('customer.email')}
        error={errors?.email?.message}
      />
      <TextareaField
        label="Address"
        rows={2}
        autoComplete="off"
        {...register('customer.address')}
        error={errors?.address?.message}
      />
    </div>
  );
}

function CustomerName<Context, Output>({ form }: NewInvoiceCustomerProps<Context, Output>) {
  const { field, fieldState } = useController({ control: form.control, name: 'customer.name' });
  const [chosen, setChosen] = useState<Customer | null>(null);
  const customers = useCustomers(chosen ? null : field.value);
  const namesakes = customers.filter((customer) => sameName(customer.name, field.value));

  const choose = (customer: Customer) => {
    const shouldValidate = form.formState.isSubmitted;
    setChosen(customer);
    field.onChange(customer.name);
    form.setValue('customer.id', customer.id);
    form.setValue('customer.email', customer.email ?? '', { shouldValidate });
    form.setValue('customer.address', customer.address ?? '', { shouldValidate });
  };
  const type = (name: string) => {
    field.onChange(name);
    if (!chosen || name === chosen.name) return;
    // Another name is another customer; what came with the one that was chosen goes with it.
    setChosen(null);
    form.setValue('customer.id', newId());
    const { email, address } = form.getValues('customer');
    if (email === (chosen.email ?? '')) form.setValue('customer.email', '');
    if (address === (chosen.address ?? '')) form.setValue('customer.address', '');
  };
  return (
    <Field
      label="Customer"
      error={fieldState.error?.message}
      description={
        <Known chosen={chosen} namesake={namesakes.length === 1 ? namesakes[0] : undefined} onUse={choose} />
      }
    >
      {(control) => (
        <CustomerCombobox
          control={control}
          name={field.name}
          value={field.value}
          inputRef={field.ref}
          onType={type}
          onBlur={field.onBlur}
          suggestions={customers}
          onChoose={choose}
        />
      )}
    </Field>
  );
}

interface KnownProps {
  chosen: Customer | null;
  namesake: Customer | undefined;
  onUse(customer: Customer): void;
}

/** Says whether this is somebody we know, and keeps one customer from being written down twice. */
function Known({ chosen, namesake, onUse }: KnownProps) {
  if (chosen) return 'A customer you have written to before.';
  if (!namesake) return 'Type a name. A new one makes a new customer.';
  return (
    <>
      There is a customer of this name.{' '}
      <button
        type="button"
        onClick={() => onUse(namesake)}
        className="min-h-6 font-medium text-accent underline underline-offset-2"
      >
        Use them
      </button>
    </>
  );
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
