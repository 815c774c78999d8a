'use client';

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import { type FieldPath, useForm, useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { ActionRefusal, ActionResult } from '@/lib/action-result';
import type { CustomerCommand } from '@/lib/customer/commands';
import { useCustomers } from '../invoice/use-customers';
import { newId } from '../new-id';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { CustomerFields } from './customer-fields';
import { type TypedCustomer, typedCustomer } from './typed-customer';

interface NewCustomerFormProps {
  runCommand(input: {
    streamId: string;
    operationId: string;
    seenVersion: number;
    command: CustomerCommand;
  }): Promise<ActionResult>;
}

/**
 * A new customer. Their ids are made once with the form, so that a double click, or another try after an answer that
 * was lost, adds one customer.
 */
export function NewCustomerForm({ runCommand }: NewCustomerFormProps) {
  const router = useRouter();
  const [ids] = useState(() => ({ customerId: newId(), operationId: newId() }));
  const [problem, setProblem] = useState<ReactNode>();
  const [leaving, startLeaving] = useTransition();
  const form = useForm<TypedCustomer, unknown, z.output<typeof typedCustomer>>({
    resolver: standardSchemaResolver(typedCustomer as never) as never,
    defaultValues: { name: '', email: '', address: '', taxId: '' },
  });
  const { control, register, formState } = form;
  const name = useWatch({ control, name: 'name' });
  const path = `/customers/${ids.customerId}`;

  const refuse = ({ code, message, fieldErrors = {} }: ActionRefusal) => {
    if (code === 'operation_id_used' || code === 'exists_already') {
      setProblem(<SavedBefore path={path} />);
      return;
    }
    const known = Object.entries(fieldErrors).filter(([field]) => field in form.getValues());
    for (const [field, error] of known.toReversed())
      form.setError(field as FieldPath<TypedCustomer>, { message: error }, { shouldFocus: true });
    if (known.length === 0) setProblem(message);
  };
  const submit = form.handleSubmit(async (valid) => {
    setProblem(undefined);
    const { customerId, operationId } = ids;
    try {
      const command: CustomerCommand = { type: 'add_customer', customerId, ...valid };
      const result = await runCommand({ streamId: customerId, operationId, seenVersion: 0, command });
      if (!result.ok) return refuse(result.refusal);
      startLeaving(() => router.push(path));
    } catch {
      setProblem(
        'The server did not answer, so it is not certain that the customer was added. Everything you typed is still here: press “Add customer” again, and there will be one customer in any case.',
      );
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-4">
      <Card className="flex flex-col gap-4 p-4 sm:p-7">
        <CustomerFields
          register={register}
          errors={formState.errors}
          aboutName={<Namesakes name={name ?? ''} />}
        />
      </Card>
      <FormProblem>{problem}</FormProblem>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Link href="/customers" className={buttonStyles({ className: 'hover:bg-sunken' })}>
          Cancel
        </Link>
        <Button type="submit" variant="primary" pending={formState.isSubmitting || leaving}>
          Add customer
        </Button>
      </div>
    </form>
  );
}

/** Keeps one customer from being added twice: names whoever has this very name already. */
function Namesakes({ name }: { name: string }) {
  const wanted = name.trim().toLowerCase();
  const [known] = useCustomers(name).filter((customer) => customer.name.trim().toLowerCase() === wanted);
  if (!known) return 'As it stands on invoices.';
  return (
    <>
      There is a customer of this name.{' '}
      <Link
        href={`/customers/${known.id}`}
        className="inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-2"
      >
        Look at them
      </Link>
    </>
  );
}

/** An earlier try got through although its answer did not, and what is typed has changed since. */
function SavedBefore({ path }: { path: string }) {
  return (
    <>
      This customer was added the first time, as it was typed then.{' '}
      <Link href={path} className="underline underline-offset-2">
        Open the customer
      </Link>{' '}
      and make your later changes there.
    </>
  );
}
