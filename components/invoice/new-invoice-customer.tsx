'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import { type UseFormReturn, useController } from 'react-hook-form';
import type { Customer } from '@/lib/invoice/events';
import type { TypedInvoice } from '@/lib/invoice/typed-invoice';
import { newId } from '../new-id';
import { cn } from '../ui/cn';
import { controlStyles } from '../ui/control-styles';
import { Field } from '../ui/field';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
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
    <Autocomplete.Root<Customer>
      items={customers}
      filter={null}
      value={field.value}
      itemToStringValue={(customer) => customer.name}
      onValueChange={(name, { reason }) => {
        if (reason !== 'item-press') type(name);
      }}
    >
      <Field
        label="Customer"
        error={fieldState.error?.message}
        description={
          <Known
            chosen={chosen}
            namesake={namesakes.length === 1 ? namesakes[0] : undefined}
            onUse={choose}
          />
        }
      >
        {(control) => (
          <Autocomplete.Input
            {...control}
            ref={field.ref}
            name={field.name}
            onBlur={field.onBlur}
            className={controlStyles()}
            maxLength={200}
            spellCheck={false}
          />
        )}
      </Field>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} collisionPadding={8} className="z-50">
          <Autocomplete.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-card border border-line bg-panel p-1 shadow-popup data-empty:hidden">
            <Autocomplete.List aria-label="Suggestions">
              {(customer: Customer) => (
                <Autocomplete.Item
                  key={customer.id}
                  value={customer}
                  onClick={() => choose(customer)}
                  className={cn(
                    'cursor-default rounded-md px-2.5 py-1.5 text-dense text-ink outline-none',
                    'data-highlighted:bg-sunken',
                  )}
                >
                  <span className="block truncate font-medium">{customer.name}</span>
                  {customer.email ? (
                    <span className="block truncate text-label text-ink-2">{customer.email}</span>
                  ) : null}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
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
