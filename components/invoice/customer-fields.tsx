'use client';

import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { Customer } from '@/lib/invoice/events';
import type { TypedCustomer } from '@/lib/invoice/typed-invoice';
import { newId } from '../new-id';
import { Field } from '../ui/field';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { CustomerCombobox } from './customer-combobox';
import { useCustomers } from './use-customers';

/** A form that holds a customer somewhere may hold anything else beside them. */
interface WithCustomer {
  customer: TypedCustomer;
}

/**
 * Whom the invoice is for, below a `FormProvider` whose form has a `customer`. A name is typed and existing customers
 * are suggested; choosing one fills in the rest and keeps that customer's id, any other name is a new customer.
 * `known` is who is in the form to begin with.
 */
export function CustomerFields({ known = null }: { known?: Customer | null }) {
  const { register, formState } = useFormContext<WithCustomer>();
  const errors = formState.errors.customer;
  return (
    <div className="grid content-start gap-4">
      <CustomerName known={known} />
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <TextField
          label="Email"
          type="email"
          autoComplete="off"
          spellCheck={false}
          {...register('customer.email')}
          error={errors?.email?.message}
        />
        <TextField
          label="Tax id"
          autoComplete="off"
          spellCheck={false}
          {...register('customer.taxId')}
          error={errors?.taxId?.message}
        />
      </div>
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

/** What comes with a customer's name, and goes with it. */
const details = ['email', 'address', 'taxId'] as const;

function CustomerName({ known }: { known: Customer | null }) {
  const form = useFormContext<WithCustomer>();
  const { field, fieldState } = useController({ control: form.control, name: 'customer.name' });
  const [chosen, setChosen] = useState(known);
  const customers = useCustomers(chosen ? null : field.value);
  const namesakes = customers.filter((customer) => sameName(customer.name, field.value));

  const choose = (customer: Customer) => {
    const shouldValidate = form.formState.isSubmitted;
    setChosen(customer);
    field.onChange(customer.name);
    form.setValue('customer.id', customer.id);
    for (const detail of details)
      form.setValue(`customer.${detail}`, customer[detail] ?? '', { shouldValidate });
  };
  const type = (name: string) => {
    field.onChange(name);
    if (!chosen || name === chosen.name) return;
    // Another name is another customer; what came with the one that was chosen goes with it.
    setChosen(null);
    form.setValue('customer.id', newId());
    const typed = form.getValues('customer');
    for (const detail of details)
      if (typed[detail] === (chosen[detail] ?? '')) form.setValue(`customer.${detail}`, '');
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
