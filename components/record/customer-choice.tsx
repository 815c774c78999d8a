'use client';

import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { CustomerCombobox } from '../invoice/customer-combobox';
import { useCustomers } from '../invoice/use-customers';
import { Field } from '../ui/field';

/** A form that holds whom a record is for may hold anything else beside them. */
interface WithCustomer {
  customer: string;
  customerId: string;
}

/**
 * Whom a record is for, out of the customers there are, below a `FormProvider`: a name is typed, one of those that are
 * suggested is chosen. The only one of the very name that is typed is meant without being chosen.
 */
export function CustomerChoice() {
  const form = useFormContext<WithCustomer>();
  const { field } = useController({ control: form.control, name: 'customer' });
  const { field: chosenId, fieldState } = useController({ control: form.control, name: 'customerId' });
  const [chosen, setChosen] = useState<string | null>(null);
  const customers = useCustomers(chosen === field.value ? null : field.value);
  const choose = ({ id, name }: { id: string; name: string }) => {
    setChosen(name);
    field.onChange(name);
    form.setValue('customerId', id, { shouldValidate: form.formState.isSubmitted });
  };
  const type = (name: string) => {
    field.onChange(name);
    if (chosen === null || name === chosen) return;
    setChosen(null);
    form.setValue('customerId', '');
  };
  const leave = () => {
    field.onBlur();
    const [only, ...more] = customers.filter(({ name }) => name === field.value.trim());
    if (only && more.length === 0) choose(only);
  };
  return (
    <Field
      label="Customer"
      error={fieldState.error?.message}
      description="Type a part of the name and choose one of the suggestions."
    >
      {(control) => (
        <CustomerCombobox
          control={control}
          name={field.name}
          value={field.value}
          inputRef={(input) => {
            field.ref(input);
            // What is wrong with the choice is mended in the field.
            chosenId.ref(input);
          }}
          onType={type}
          onBlur={leave}
          suggestions={customers}
          onChoose={choose}
        />
      )}
    </Field>
  );
}
