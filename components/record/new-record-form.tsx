'use client';

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ComponentType, type FormEvent, useState, useTransition } from 'react';
import { type FieldValues, FormProvider, useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { ActionResult } from '@/lib/action-result';
import { dayIn } from '@/lib/calendar';
import type { DecisionSettings } from '@/lib/decision-settings';
import { type Currency, isCurrency } from '@/lib/money';
import { isField } from '../history/is-field';
import { newId } from '../new-id';
import { useCompany } from '../shell/company-context';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { FormProblem } from '../ui/form-problem';
import type { FormField } from './command-form';
import { CustomerChoice } from './customer-choice';
import { FormFields, valuesOf } from './form-fields';

/** The currency that was chosen; any, until one is. */
export const chosenCurrency = ({ currency }: Typed): Currency =>
  typeof currency === 'string' && isCurrency(currency) ? currency : 'EUR';

/** What stands in the form, by name: texts, and rows of them. */
type Typed = Readonly<Record<string, unknown>>;

/** What a new record is made with. */
export interface NewRecord<C extends { type: string }> {
  /** Of its list; records are below it. */
  path: string;
  /** The button that makes it. */
  action: string;
  fields(today: string, company: DecisionSettings, currencies: FormField['options']): readonly FormField[];
  /** What it consists of, where that takes more than a field: what stands there at first, and the fields below the others. */
  parts?: { empty(): Typed; Fields: ComponentType };
  /** What may be typed, given what is: the currency that was chosen decides how amounts are read. */
  schema(typed: Typed): z.ZodMiniObject<Record<string, z.ZodMiniType>>;
  toCommand(valid: never, id: string, customer: { id: string; name: string }): C;
}

export interface NewRecordFormProps<C extends { type: string }> {
  record: NewRecord<C>;
  /** Named by the server: its names of currencies and the browser's may not agree. */
  currencies: NonNullable<FormField['options']>;
  runCommand(input: {
    streamId: string;
    operationId: string;
    seenVersion: number;
    command: C;
  }): Promise<ActionResult>;
}

const customer = {
  customer: z.string(),
  customerId: z.uuid('Choose a customer from the suggestions, or add them first.'),
};

/**
 * A new record of a customer. Its ids are made once with the form, so that a double click, or another try after an answer
 * that was lost, makes one record.
 */
export function NewRecordForm<C extends { type: string }>({
  record,
  currencies,
  runCommand,
}: NewRecordFormProps<C>) {
  const router = useRouter();
  const company = useCompany();
  const [ids] = useState(() => ({ id: newId(), operationId: newId() }));
  const [fields] = useState(() =>
    record.fields(dayIn(company.timeZone, new Date().toISOString()), company, currencies),
  );
  const [defaultValues] = useState(() => ({
    ...valuesOf(fields),
    ...record.parts?.empty(),
    customer: '',
    customerId: '',
  }));
  const [problem, setProblem] = useState<string>();
  const [leaving, startLeaving] = useTransition();
  const form = useForm<FieldValues, unknown, { customer: string; customerId: string }>({
    resolver: (typed, ...more) =>
      standardSchemaResolver(z.extend(record.schema(typed), customer) as never)(
        typed as never,
        ...(more as [never, never]),
      ) as never,
    defaultValues,
  });
  const { register, formState } = form;
  const path = `${record.path}/${ids.id}`;
  const Parts = record.parts?.Fields;

  /** Amounts that were read in another currency are read again. */
  const readAgain = ({ target }: FormEvent) => {
    if (formState.isSubmitted && 'name' in target && target.name === 'currency') void form.trigger();
  };
  const refuse = (result: Extract<ActionResult, { ok: false }>) => {
    const { code, message, fieldErrors = {} } = result.refusal;
    // It was saved before, and only the answer was lost.
    if (code === 'exists_already' || code === 'operation_id_used')
      return startLeaving(() => router.push(path));
    const known = Object.entries(fieldErrors)
      .map(([field, error]) => [field === 'customer.name' ? 'customerId' : field, error] as const)
      .filter(([field]) => isField(form.getValues(), field));
    for (const [field, error] of known) form.setError(field, { message: error });
    if (known.length === 0) setProblem(message);
  };
  const submit = form.handleSubmit(async (valid) => {
    setProblem(undefined);
    const { customer: name, customerId, ...typed } = valid;
    const command = record.toCommand(typed as never, ids.id, { id: customerId, name });
    try {
      const { id: streamId, operationId } = ids;
      const result = await runCommand({ streamId, operationId, seenVersion: 0, command });
      if (result.ok) startLeaving(() => router.push(path));
      else refuse(result);
    } catch {
      setProblem(
        `The server did not answer, so it is not certain that this was saved. Everything you typed is still here: press “${record.action}” again, and there will be one in any case.`,
      );
    }
  });
  return (
    <FormProvider {...form}>
      <form
        onSubmit={submit}
        onChange={readAgain}
        noValidate
        className={cn('flex flex-col gap-4', Parts ? 'max-w-3xl' : 'max-w-xl')}
      >
        <Card className="flex flex-col gap-7 p-4 sm:p-7">
          <div className={cn('grid gap-4', Parts && 'sm:grid-cols-2 sm:[&>:first-child]:col-span-2')}>
            <CustomerChoice />
            <FormFields fields={fields} register={register} errors={formState.errors} />
          </div>
          {Parts ? <Parts /> : null}
        </Card>
        <FormProblem>{problem}</FormProblem>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <Link href={record.path} className={buttonStyles({ className: 'hover:bg-sunken' })}>
            Cancel
          </Link>
          <Button type="submit" variant="primary" pending={formState.isSubmitting || leaving}>
            {record.action}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
