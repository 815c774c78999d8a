'use client';

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import { type FieldPath, FormProvider, type Resolver, useForm, useWatch } from 'react-hook-form';
import type { ActionRefusal, ActionResult } from '@/lib/action-result';
import {
  type CreateInvoice,
  currencyOf,
  emptyInvoice,
  previewOf,
  type TypedInvoice,
  typedInvoice,
} from '@/lib/invoice/typed-invoice';
import { isField } from '../history/is-field';
import { newId } from '../new-id';
import { useCompany } from '../shell/company-context';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { CustomerFields } from './customer-fields';
import { NewInvoiceLines } from './new-invoice-lines';
import { NewInvoiceTotals } from './new-invoice-totals';

interface NewInvoiceFormProps {
  /** In the order they are offered. */
  currencies: readonly { value: string; label: string; disabled?: boolean }[];
  runCommand(input: {
    streamId: string;
    operationId: string;
    seenVersion: number;
    command: CreateInvoice;
  }): Promise<ActionResult>;
}

type Valid = Omit<CreateInvoice, 'type' | 'invoiceId'>;

/** Amounts are read in the currency chosen, so the schema depends on what is in the form. */
const resolver: Resolver<TypedInvoice, unknown, Valid> = (values, context, options) => {
  const schema = typedInvoice(currencyOf(values));
  const resolve = standardSchemaResolver(schema) as Resolver<TypedInvoice, unknown, Valid>;
  return resolve(values, context, options);
};

/**
 * A new invoice. Its ids are made once with the form, so that a double click, or another try after an answer that
 * was lost, makes one invoice.
 */
export function NewInvoiceForm({ currencies, runCommand }: NewInvoiceFormProps) {
  const router = useRouter();
  const [ids] = useState(() => ({ invoiceId: newId(), operationId: newId() }));
  const { currency } = useCompany();
  const [defaultValues] = useState(() => emptyInvoice(newId(), newId(), currency));
  const [problem, setProblem] = useState<ReactNode>();
  const [leaving, startLeaving] = useTransition();
  const form = useForm<TypedInvoice, unknown, Valid>({ resolver, defaultValues });
  const { control, register, formState } = form;
  const { errors } = formState;
  const preview = useWatch({ control, compute: previewOf });
  const path = `/invoices/${ids.invoiceId}`;

  const refuse = ({ code, message, fieldErrors = {} }: ActionRefusal) => {
    if (code === 'operation_id_used' || code === 'exists_already') {
      setProblem(<SavedBefore path={path} />);
      return;
    }
    const known = Object.entries(fieldErrors).filter(([field]) => isField(form.getValues(), field));
    // The first is focused last, and keeps the focus.
    for (const [field, error] of known.toReversed())
      form.setError(field as FieldPath<TypedInvoice>, { message: error }, { shouldFocus: true });
    if (known.length === 0) setProblem(message);
  };
  const submit = form.handleSubmit(async (valid) => {
    setProblem(undefined);
    const command: CreateInvoice = { type: 'create_invoice', invoiceId: ids.invoiceId, ...valid };
    try {
      const result = await runCommand({
        streamId: ids.invoiceId,
        operationId: ids.operationId,
        seenVersion: 0,
        command,
      });
      if (!result.ok) return refuse(result.refusal);
      startLeaving(() => router.push(path));
    } catch {
      setProblem(
        'The server did not answer, so it is not certain that the draft was saved. Everything you typed is still here: press “Create draft” again, and there will be one draft in any case.',
      );
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex max-w-5xl flex-col gap-4">
      <Card className="flex flex-col gap-7 p-4 sm:p-7">
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
          <FormProvider {...form}>
            <CustomerFields />
          </FormProvider>
          <div className="grid content-start gap-4">
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField
                label="Currency"
                options={currencies}
                {...register('currency', {
                  // Amounts that were read in another currency are read again.
                  onChange: () => formState.isSubmitted && void form.trigger('lines'),
                })}
                error={errors.currency?.message}
              />
              <TextField
                label="Due date"
                type="date"
                {...register('dueDate')}
                error={errors.dueDate?.message}
              />
            </div>
            <TextareaField
              label="Memo"
              description="Printed on the invoice."
              {...register('memo')}
              error={errors.memo?.message}
            />
          </div>
        </div>
        <section aria-labelledby="lines">
          <h2 id="lines" className="mb-3 text-emphasis font-semibold text-ink">
            Lines
          </h2>
          <NewInvoiceLines form={form} preview={preview} />
        </section>
        <NewInvoiceTotals preview={preview} />
      </Card>
      <FormProblem>{problem}</FormProblem>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Link href="/invoices" className={buttonStyles({ className: 'hover:bg-sunken' })}>
          Cancel
        </Link>
        <Button type="submit" variant="primary" pending={formState.isSubmitting || leaving}>
          Create draft
        </Button>
      </div>
    </form>
  );
}

/** An earlier try got through although its answer did not, and what is typed has changed since. */
function SavedBefore({ path }: { path: string }) {
  return (
    <>
      This draft was saved the first time, as it was typed then.{' '}
      <Link href={path} className="underline underline-offset-2">
        Open the draft
      </Link>{' '}
      and make your later changes there.
    </>
  );
}
